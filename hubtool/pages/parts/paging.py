"""Long lists in pages of a size that a phone can load."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from hubtool.text.words import Words

Entry = TypeVar("Entry")
Key = TypeVar("Key")

_NEIGHBOURS = 2
_FURTHER = re.compile(r"(^|/)page/\d+/$")


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link to a page of a list; *gap* says that pages are left out before it."""

    number: int
    address: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Entry]):
    """One page of a list: page *number* of *count*, counted from 1; *following* are on the next."""

    number: int
    count: int
    base: str
    entries: tuple[Entry, ...]
    following: int

    @property
    def address(self) -> str:
        """The address of this page."""
        return sheet_address(self.base, self.number)

    @property
    def next_address(self) -> str:
        """The address of the page after this one."""
        return sheet_address(self.base, self.number + 1)

    @property
    def links(self) -> tuple[SheetLink, ...]:
        """Links to the first page, to the last, and to those around this one."""
        numbers = [
            number
            for number in range(1, self.count + 1)
            if number in (1, self.count) or abs(number - self.number) <= _NEIGHBOURS
        ]
        return tuple(
            SheetLink(number, sheet_address(self.base, number), gap=number - last > 1)
            for last, number in zip([0, *numbers], numbers, strict=False)
        )


@dataclass(frozen=True, slots=True)
class BackLink:
    """A link from a page of a list to the page that the list belongs to."""

    address: str
    words: str


def sheets(entries: Sequence[Entry], base: str, size: int) -> Iterator[Sheet[Entry]]:
    """Yield *entries* as pages of *size* at *base* and below it; one page if there are none."""
    count = max(1, -(-len(entries) // size))
    for number in range(1, count + 1):
        start, end = (number - 1) * size, number * size
        following = len(entries[end : end + size])
        yield Sheet(number, count, base, tuple(entries[start:end]), following)


def by_first(pairs: Iterable[tuple[Key, Entry]]) -> tuple[tuple[Key, tuple[Entry, ...]], ...]:
    """Return *pairs* in groups: neighbours with the same first part are one group."""
    return tuple(
        (key, tuple(entry for _, entry in group))
        for key, group in groupby(pairs, key=itemgetter(0))
    )


def sheet_address(base: str, number: int) -> str:
    """Return the address of page *number* of the list at *base*."""
    return base if number == 1 else f"{base}page/{number}/"


def is_further(address: str) -> bool:
    """Say whether *address* is that of a page of a list, but not of its first."""
    return _FURTHER.search(address) is not None


def sheet_title(title: str, sheet: Sheet[Entry], t: Words) -> str:
    """Return *title*, with the number of the page if it is not the first."""
    if sheet.number == 1:
        return title
    return t("pager.titled", title=title, n=sheet.number, count=sheet.count)
