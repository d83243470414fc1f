"""The colours that the style sheet declares, in the light and in the dark."""

import re
from dataclasses import dataclass
from functools import cache

from hubtool.files import package_files

_COLOUR = re.compile(
    r"^  --(?P<name>[\w-]+): (?:var\(--light, (?P<light>#\w+)\) var\(--dark, (?P<dark>#\w+)\)"
    r"|(?P<both>#\w+));",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the style sheet as `#rrggbb`."""

    name: str
    light: str
    dark: str


@cache
def colours() -> tuple[Colour, ...]:
    """Return the colours in the order of the style sheet."""
    sheet = package_files("theme")["css/tokens.css"].decode()
    return tuple(
        Colour(match["name"], match["light"] or match["both"], match["dark"] or match["both"])
        for match in _COLOUR.finditer(sheet)
    )
