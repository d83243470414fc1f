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

_NEAR = 2
_FURTHER = re.compile(r"(^|/)page/\d+/$")


@dataclass(frozen=True, slots=True)
class Step:
    """A page that another leads to; *gap* says that pages before it are left out."""

    number: int
    address: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Entry]):
    """One page of a list: page *number* of *count*, counted from 1, at *address*."""

    number: int
    count: int
    base: str
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Where this page is."""
        return sheet_address(self.base, self.number)

    @property
    def near(self) -> tuple[Step, ...]:
        """The pages to lead to: the first, the last, and those around this one."""
        numbers = [
            number
            for number in range(1, self.count + 1)
            if number in (1, self.count) or abs(number - self.number) <= _NEAR
        ]
        before = [0, *numbers]
        return tuple(
            Step(number, sheet_address(self.base, number), gap=number - last > 1)
            for last, number in zip(before, numbers, strict=False)
        )


def sheets(entries: Sequence[Entry], base: str, size: int) -> Iterator[Sheet[Entry]]:
    """Yield *entries* as pages of *size* at *base* and below it; one where there is nothing."""
    count = max(1, -(-len(entries) // size))
    for number in range(1, count + 1):
        start = (number - 1) * size
        yield Sheet(number, count, base, tuple(entries[start : start + size]))


def by_first(pairs: Iterable[tuple[Key, Entry]]) -> tuple[tuple[Key, tuple[Entry, ...]], ...]:
    """Return *pairs* as groups of what follows one another with the same first part."""
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
    """Return *title*, with the number of the page where there are others before it."""
    if sheet.number == 1:
        return title
    return t("pager.titled", title=title, n=sheet.number, count=sheet.count)
