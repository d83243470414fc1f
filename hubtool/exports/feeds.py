"""Feeds in Atom (RFC 4287)."""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from hubtool.exports.addresses import permanent_id
from hubtool.pages.page import full_address
from hubtool.pages.view import View
from hubtool.text.escape import xml_text
from hubtool.text.xml_document import add_text, document


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A page or a part of one in a feed: *address* is its place on the site."""

    address: str
    title: str
    summary: str
    updated: date
    author: str | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: *address* is its own file, *about* the page whose news it brings."""

    address: str
    about: str
    title: str
    subtitle: str
    entries: tuple[FeedEntry, ...]


def atom(view: View, feed: Feed) -> bytes:
    """Return *feed* as an Atom document; without entries it is as old as the build."""
    folder = feed.address.rpartition("/")[0] + "/"
    updated = max((entry.updated for entry in feed.entries), default=view.hub.today)
    language = view.hub.settings.hub.language
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
    _add_head(root, view, feed.about, folder, feed.title, updated)
    own_address = full_address(view, feed.address, seen_from=folder)
    SubElement(root, "link", rel="self", href=xml_text(own_address))
    add_text(root, "subtitle", feed.subtitle)
    add_text(SubElement(root, "author"), "name", view.hub.settings.name)
    for entry in feed.entries:
        _add_entry(root, view, entry, folder)
    return document(root)


def _add_entry(root: Element, view: View, entry: FeedEntry, folder: str) -> None:
    element = SubElement(root, "entry")
    _add_head(element, view, entry.address, folder, entry.title, entry.updated)
    if entry.author:
        add_text(SubElement(element, "author"), "name", entry.author)
    for category in entry.categories:
        SubElement(element, "category", term=xml_text(category))
    add_text(element, "summary", entry.summary)


def _add_head(  # noqa: PLR0913, PLR0917  (the four parts that the standard asks of both)
    element: Element, view: View, address: str, folder: str, title: str, updated: date
) -> None:
    """Add to *element*, a feed or an entry, what both must have."""
    add_text(element, "id", permanent_id(view, address))
    add_text(element, "title", title)
    SubElement(element, "link", href=xml_text(full_address(view, address, seen_from=folder)))
    add_text(element, "updated", f"{updated.isoformat()}T00:00:00Z")
