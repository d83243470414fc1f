"""A page of the site, and the frame its templates are written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hubtool.art.inks import side
from hubtool.art.shapes import voice_mark
from hubtool.pages.view import View, relative
from hubtool.text.film_urls import film_address
from hubtool.text.phrases import capitalised, host, licence_name

_TEMPLATES = Path(__file__).parent.parent / "templates"

_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "capitalised": capitalised,
    "film_address": film_address,
    "host": host,
    "licence_name": licence_name,
    "side": side,
    "voice_mark": voice_mark,
}
"""The functions that every template may call."""

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
    view: View,
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
    body = render(template or f"{kind}/page.html", view.at(address), **values)
    return Page(address, title, description, body, kind, head or {}, noindex, data, picture)


def render(template: str, view: View, **values: Any) -> str:
    """Return *template* as HTML for the page of *view*.

    Every template sees `view`, and for short `hub`, `t` (the words), `link` (from a site's address
    to one relative to the page) and `address`; and the functions of `_FUNCTIONS`.
    """
    frame = {
        "view": view,
        "hub": view.hub,
        "t": view.words,
        "link": view.link,
        "address": view.address,
    }
    html = _environment().get_template(template).render(frame | values)
    # Lines are layout of the templates only: without it a page is a fifth smaller.
    return "\n".join(line for line in map(str.strip, html.splitlines()) if line)


def full_address(view: View, address: str, *, seen_from: str) -> str:
    """Return *address* with the site before it, else relative to the folder *seen_from*."""
    url = view.hub.settings.url
    if url is None:
        near = relative(seen_from, address)
        # What is no page has no places of its own: `#x` would be one in the file itself.
        return f"./{near}" if near.startswith("#") else near
    return f"{url.rstrip('/')}/{address}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # they lie in the package, and thousands of pages are made from them
    )
    environment.globals.update(_FUNCTIONS)
    return environment
