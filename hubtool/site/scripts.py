"""Which scripts and data a page loads, so that its head can ask for all of them at once."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache

from hubtool.files import package_files

_FOLDER = "assets/js/"
_START = "site.js"
_IMPORT = re.compile(
    r"""^(?:import|export)\b[^;]*?from\s*"(\.[^"]+)"|^import\s*"(\.[^"]+)\"""", re.MULTILINE
)

ON_DEMAND: Mapping[str, tuple[str, ...]] = {
    "data-finder": ("find/finder.js", "find/card_list.js"),
    "data-places": ("find/place_list.js", "atlas/atlas.js"),
    "data-contents": ("contents.js",),
    "data-compare": ("compare.js",),
    "data-until": ("offers.js",),
    "data-film": ("films.js",),
    "data-request": ("form/request.js",),
    "data-shelf": ("shelf/shelf.js",),
    "data-paper": ("shelf/papers.js",),
    "data-form": ("form/form.js",),
}
"""The modules that `site.js` loads on pages with an element that has the attribute."""

_CARDS_ALONE = "find/card_list.js"
_ATTRIBUTE = re.compile(rf"\s({'|'.join(ON_DEMAND)})[=\s>]")
_DATA = re.compile(r'\sdata-(?:index|places)="([^"]+)"')


def first_modules() -> tuple[str, ...]:
    """Return the addresses of the modules that every page loads."""
    return tuple(f"{_FOLDER}{path}" for path in with_imports((_START,)))


def modules_for(body: str) -> tuple[str, ...]:
    """Return the addresses of the modules that a page with the HTML *body* loads after these."""
    present = frozenset(_ATTRIBUTE.findall(body))
    unused = _CARDS_ALONE if "data-places" in present else None
    entries = [
        entry
        for name in ON_DEMAND
        if name in present
        for entry in ON_DEMAND[name]
        if entry != unused
    ]
    known = frozenset(with_imports((_START,)))
    return tuple(f"{_FOLDER}{path}" for path in with_imports(tuple(entries)) if path not in known)


def data_for(body: str) -> tuple[str, ...]:
    """Return the links in the HTML *body* to the data that its list asks for at once."""
    # A list within a page waits until its reader comes near.
    return () if "data-within=" in body else tuple(_DATA.findall(body))


@cache
def with_imports(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Return *entries* with all that they import, and that in turn, each once."""
    seen: dict[str, None] = {}
    queue = list(entries)
    while queue:
        path = queue.pop(0)
        if path not in seen:
            seen[path] = None
            queue += _imports(path)
    return tuple(seen)


def _imports(path: str) -> Iterator[str]:
    text = _sources()[path]
    for match in _IMPORT.finditer(text):
        yield posixpath.normpath(posixpath.join(posixpath.dirname(path), match[1] or match[2]))


@cache
def _sources() -> Mapping[str, str]:
    return {
        path.removeprefix("js/"): content.decode()
        for path, content in package_files("theme").items()
        if path.startswith("js/") and path.endswith(".js")
    }
