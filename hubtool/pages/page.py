"""A page of the site, and how its content is drawn by a template."""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hubtool.art.bands import topic_bands
from hubtool.art.inks import side
from hubtool.art.shapes import topic_mark, voice_mark
from hubtool.pages.view import View, relative
from hubtool.text import fitting
from hubtool.text.film_urls import film_address
from hubtool.text.packing import pack, unpack
from hubtool.text.phrases import capitalised, host, licence_name
from hubtool.text.typography import curly, curly_html

_TEMPLATES = Path(__file__).parent.parent / "templates"

_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "capitalised": capitalised,
    "film_address": film_address,
    "host": host,
    "licence_name": licence_name,
    "side": side,
    "topic_bands": topic_bands,
    "topic_mark": topic_mark,
    "voice_mark": voice_mark,
}
"""The functions that every template may call."""

FRAME = ("view", "hub", "t", "link", "address", *_FUNCTIONS)
"""The names that every template may use beside the fields of its content."""

_UNNAMED = frozenset({"home", "case"})
"""The kinds of page whose titles in tabs are without the name of the hub."""

PREVIEW = "preview.png"
"""What the picture that stands for a page is called, in the page's folder."""


class Content:
    """What a template draws: a frozen dataclass whose fields the template has by their names."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


@dataclass(frozen=True)
class Page:
    """A finished page: *address* is its folder below the site, empty for the home page.

    *body* is safe HTML with one `<div>` as its root, its links relative to the page's folder; all
    pages wait in memory until they are written, and there it is packed, as *packet*.
    *head* is what else belongs into the page's head: the names of `<meta>` elements with one
    content or several. *data* is what the page is about, as linked data. *picture* is the address
    of what stands for it where somebody shares it, *feed* that of its own news. *tab* is the title
    that tabs, bookmarks and search engines show, *changed* the day of its last change if known, and
    *moved_to* the address to which readers of this page are led on.
    """

    address: str
    title: str
    description: str
    packet: bytes
    kind: str
    head: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    noindex: bool = False
    data: tuple[Mapping[str, Any], ...] = ()
    picture: str | None = None
    feed: str | None = None
    tab: str = ""
    changed: str | None = None
    moved_to: str | None = None

    @property
    def body(self) -> str:
        """The page itself."""
        return unpack(self.packet)


def page(  # noqa: PLR0913  (a page has this many parts)
    view: View,
    kind: str,
    address: str,
    *,
    title: str,
    description: str,
    content: Content,
    head: Mapping[str, str | tuple[str, ...]] | None = None,
    noindex: bool = False,
    data: tuple[Mapping[str, Any], ...] = (),
    picture: str | None = None,
    tab: str | None = None,
    changed: str | None = None,
) -> Page:
    """Return the page at *address*, its body drawn from *content*.

    *tab* is its title where that of the page itself would be long, or that of another page.
    """
    settings = view.hub.settings
    about = settings.description or settings.hub.strapline or settings.name
    return Page(
        address,
        curly(title),
        curly(fitting.description(description, title=title, about=about)),
        pack(render(view.at(address), content)),
        kind,
        head or {},
        noindex,
        data,
        picture,
        tab=curly(_tab(settings.name, kind, tab or title)),
        changed=changed,
    )


def _tab(name: str, kind: str, title: str) -> str:
    """Return *title* as tabs show it, with the *name* of the hub where both fit."""
    named = title if kind in _UNNAMED else f"{title} - {name}"
    return (
        named
        if len(named) <= fitting.MOST_TITLE
        else fitting.cut_at_word(title, fitting.MOST_TITLE)
    )


def render(view: View, content: Content) -> str:
    """Return *content* as HTML for the page of *view*.

    Every template also has `view`, and for short `hub`, `t` (the words), `link` (from a site's
    address to one relative to the page) and `address`; and the functions of `_FUNCTIONS`.
    """
    frame = {
        "view": view,
        "hub": view.hub,
        "t": view.words,
        "link": view.link,
        "address": view.address,
    }
    values = {field.name: getattr(content, field.name) for field in fields(content)}
    html = _environment().get_template(content.template).render(frame | values)
    # Lines are layout of the templates only: without it a page is a fifth smaller.
    return curly_html("\n".join(line for line in map(str.strip, html.splitlines()) if line))


def full_address(view: View, address: str, *, seen_from: str) -> str:
    """Return *address* with the site before it, else relative to the folder *seen_from*."""
    url = view.hub.settings.url
    if url is None:
        path = relative(seen_from, address)
        # A feed or a file has no anchors of its own: `#x` would point into that file.
        return f"./{path}" if path.startswith("#") else path
    return f"{url.rstrip('/')}/{address}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,  # templates are part of the package and never change while it runs
    )
    environment.globals.update(_FUNCTIONS)
    return environment
