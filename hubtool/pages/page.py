"""A page of the site, and the frame its templates are written in."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hubtool.hub.hub import Hub
from hubtool.text.words import Words, words

_TEMPLATES = Path(__file__).parent.parent / "templates"

Link = Callable[[str], str]

PREVIEW = "preview.png"
"""What the picture that stands for a page is called, in the page's folder."""


@dataclass(frozen=True)
class Page:
    """A finished page: *address* is its folder below the site, empty for the home page.

    *body* is safe HTML with one `<div>` as its root, its links relative to the page's folder.
    *head* is what else belongs into the page's head: the names of `<meta>` elements with one
    content or several. *data* is what the page is about, as linked data. *picture* is the address
    of what stands for it where somebody shares it.
    """

    address: str
    title: str
    description: str
    body: str
    kind: str
    head: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    noindex: bool = False
    data: tuple[Mapping[str, Any], ...] = ()
    picture: str | None = None


def page(  # noqa: PLR0913  (a page has this many parts)
    hub: Hub,
    kind: str,
    address: str,
    *,
    title: str,
    description: str,
    template: str | None = None,
    head: Mapping[str, str | tuple[str, ...]] | None = None,
    noindex: bool = False,
    data: tuple[Mapping[str, Any], ...] = (),
    picture: str | None = None,
    **values: Any,
) -> Page:
    """Return the page at *address*, its body rendered from `<kind>/page.html` or *template*."""
    body = render(template or f"{kind}/page.html", hub, address, **values)
    return Page(address, title, description, body, kind, head or {}, noindex, data, picture)


def render(template: str, hub: Hub, address: str, **values: Any) -> str:
    """Return *template* as HTML for the page at *address*.

    Every template sees `hub`, `t` (the words), `link` (from a site's address to one relative to the
    page) and `address`.
    """
    frame = {"hub": hub, "t": hub_words(hub), "link": linker(address), "address": address}
    html = _environment().get_template(template).render(frame | values)
    # Lines are layout of the templates only: without it a page is a fifth smaller.
    return "\n".join(line for line in map(str.strip, html.splitlines()) if line)


def hub_words(hub: Hub) -> Words:
    """Return the words in the language of *hub*'s interface."""
    return words(hub.settings.hub.language)


def linker(address: str) -> Link:
    """Return the function that makes addresses below the site relative to the page at *address*."""

    def link(target: str) -> str:
        return relative(address, target)

    return link


def relative(address: str, target: str) -> str:
    """Return *target* as the page at *address* links to it: `../cases/foo/` from `films/`."""
    path = target.partition("#")[0].partition("?")[0]
    rest = target[len(path) :]
    if path == address and rest.startswith("#"):
        return rest
    way = posixpath.relpath(f"/{path}", f"/{address}")
    folder = "/" if path == "" or path.endswith("/") else ""
    return f"{way}{folder}{rest}"


def whole(hub: Hub, address: str, *, seen_from: str) -> str:
    """Return *address* with the site before it, else relative to the folder *seen_from*."""
    if hub.settings.url is None:
        near = relative(seen_from, address)
        # What is no page has no places of its own: `#x` would be one in the file itself.
        return f"./{near}" if near.startswith("#") else near
    return f"{hub.settings.url.rstrip('/')}/{address}"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # they lie in the package, and thousands of pages are made from them
    )
