"""Directories of partners and funders: short ones on one page, long ones on pages of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.paging import BackLink, Sheet, sheet_title, sheets
from hubtool.pages.view import View

_ON_ONE_PAGE = 400  # names on one page, some 30 KB with the cases they are in
_FIRST = 24
_ON_SHEET = 200


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A partner or funder in a directory; *address* leads to its page, where it has one."""

    name: str
    country: str
    address: str | None
    cases: tuple[CaseStudy, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """All entries by name, the *first* of them to show, and the address of the rest, if any."""

    entries: tuple[DirectoryEntry, ...]
    first: tuple[DirectoryEntry, ...]
    address: str | None


@dataclass(frozen=True)
class DirectoryContent(Content):
    """One page of a long directory; *count* says how many entries all its pages have."""

    template = "parts/directory.html"

    heading: str
    count: str
    sheet: Sheet[DirectoryEntry]
    back: BackLink


def directory(
    entries: tuple[DirectoryEntry, ...], address: str, *, elsewhere: int = 0
) -> Directory:
    """Return *entries* as a directory on a page that has *elsewhere* entries in other directories.

    A long directory first shows entries that have a page of their own; all are at *address*.
    """
    if len(entries) + elsewhere <= _ON_ONE_PAGE or len(entries) <= _FIRST:
        return Directory(entries, entries, None)
    first = sorted(entries, key=lambda entry: entry.address is None)[:_FIRST]
    return Directory(entries, tuple(first), address)


def directory_pages(
    view: View, kind: str, directory: Directory, title: str, *, back: BackLink
) -> Iterator[Page]:
    """Yield the pages of a long *directory* of this *kind*: `partner` or `funder`."""
    if directory.address is None:
        return
    count = view.words(f"{kind}s.all", n=len(directory.entries))
    for sheet in sheets(directory.entries, directory.address, _ON_SHEET):
        yield page(
            view,
            kind,
            sheet.address,
            title=sheet_title(title, sheet, view.words),
            description=count,
            content=DirectoryContent(title, count, sheet, back),
        )
