"""Feeds in Atom (RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hubtool.exports.addresses import permanent_id
from hubtool.pages.page import full_address
from hubtool.pages.view import View
from hubtool.text.escape import xml


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a feed: *address* is where the site has it, *author* who is behind it."""

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
    entries: tuple[Entry, ...]


def atom(view: View, feed: Feed) -> bytes:
    """Return *feed* as an Atom document; without entries it is as old as the build."""
    folder = feed.address.rpartition("/")[0] + "/"
    updated = max((entry.updated for entry in feed.entries), default=view.hub.today)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml(view.hub.settings.hub.language)}">',
        *_common(view, feed.about, folder, feed.title, updated),
        f'<link rel="self" href="{xml(full_address(view, feed.address, seen_from=folder))}"/>',
        f"<subtitle>{xml(feed.subtitle)}</subtitle>",
        f"<author><name>{xml(view.hub.settings.name)}</name></author>",
        *(line for entry in feed.entries for line in _entry(view, entry, folder)),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(view: View, entry: Entry, folder: str) -> Iterable[str]:
    yield "<entry>"
    yield from _common(view, entry.address, folder, entry.title, entry.updated)
    if entry.author:
        yield f"<author><name>{xml(entry.author)}</name></author>"
    for category in entry.categories:
        yield f'<category term="{xml(category)}"/>'
    yield f"<summary>{xml(entry.summary)}</summary>"
    yield "</entry>"


def _common(view: View, address: str, folder: str, title: str, updated: date) -> Iterable[str]:
    """Yield what a feed and an entry both must have."""
    yield f"<id>{permanent_id(view, address)}</id>"
    yield f"<title>{xml(title)}</title>"
    yield f'<link href="{xml(full_address(view, address, seen_from=folder))}"/>'
    yield f"<updated>{updated.isoformat()}T00:00:00Z</updated>"
