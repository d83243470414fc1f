"""Sets words into the templates of the frame, which an engine then draws around each page."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from hubtool.pages.parts.feed_addresses import ALL_CASES
from hubtool.pages.parts.ways_in import OTHER_WAYS, WayIn, subject_ways
from hubtool.pages.view import View
from hubtool.site.scripts import first_modules
from hubtool.site.styles import STYLES_OF_KINDS
from hubtool.text.languages import direction
from hubtool.text.words import Words

_SLASH = Markup("<kbd>/</kbd>")


def frame(view: View, templates: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *templates* with words in the places that `[[ ]]` marks; the engine's marks stay."""
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        autoescape=True,
        finalize=_without_marks,
        undefined=StrictUndefined,
    )
    values = _values(view)
    return {
        path: environment.from_string(text.decode()).render(values).encode()
        for path, text in templates.items()
    }


class _FrameValues(TypedDict):
    """What a template of the frame may use."""

    t: Words
    link: Callable[[str, str], Markup]
    modules: tuple[str, ...]
    sheets: dict[str, Markup]
    slash: str
    feed: str
    ways: tuple[WayIn, ...]
    name: str
    description: str
    language: str
    direction: str


def _values(view: View) -> _FrameValues:
    language = view.words.language

    def link(address: str, key: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(f"{{{{ root }}}}{address}", view.words(key))

    return {
        "t": view.words,
        "link": link,
        "modules": first_modules(),
        "sheets": {
            name: Markup(json.dumps(kinds))  # noqa: S704  (our own words)
            for name, kinds in STYLES_OF_KINDS.items()
        },
        "slash": _SLASH,
        "feed": ALL_CASES,
        "ways": (*subject_ways(view.hub), *OTHER_WAYS),
        "name": view.hub.settings.name,
        "description": view.hub.settings.description or "",
        "language": language,
        "direction": direction(language),
    }


def _without_marks(value: Any) -> Markup:
    """Return *value* as HTML in which the engine sees no marks of its own; markup stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup(str(escape(value)).replace("{", "&#123;"))  # noqa: S704  (escaped just before)
