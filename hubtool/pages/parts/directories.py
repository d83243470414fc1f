"""Directories of partners and funders: short ones on one page, long ones on pages of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.pages.page import Page, page
from hubtool.pages.parts.paging import sheet_title, sheets
from hubtool.pages.view import View

_WHOLE = 400  # names on one page, some 30 KB with the cases they are in
_FIRST = 24
_ON_SHEET = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """A body in a directory; *address* leads to its page, where it has one."""

    name: str
    country: str
    address: str | None
    cases: tuple[CaseStudy, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """Bodies by name, those of them to begin with, and where all are if that is elsewhere."""

    bodies: tuple[Listed, ...]
    shown: tuple[Listed, ...]
    address: str | None


def directory(bodies: tuple[Listed, ...], address: str, *, beside: int = 0) -> Directory:
    """Return *bodies* as a directory that shares its page with *beside* others.

    Of a long one those come first that have a page of their own, and the others stand at *address*.
    """
    if len(bodies) + beside <= _WHOLE or len(bodies) <= _FIRST:
        return Directory(bodies, bodies, None)
    first = sorted(bodies, key=lambda one: one.address is None)[:_FIRST]
    return Directory(bodies, tuple(first), address)


def directory_pages(
    view: View, kind: str, found: Directory, title: str, *, back: tuple[str, str]
) -> Iterator[Page]:
    """Yield the pages of all bodies of *found*, if it is a long one; they lead *back*."""
    if found.address is None:
        return
    for sheet in sheets(found.bodies, found.address, _ON_SHEET):
        yield page(
            view,
            kind,
            sheet.address,
            title=sheet_title(title, sheet, view.words),
            description=view.words(f"{kind}s.all", n=len(found.bodies)),
            template="parts/directory.html",
            heading=title,
            count=view.words(f"{kind}s.all", n=len(found.bodies)),
            sheet=sheet,
            back=back,
        )
