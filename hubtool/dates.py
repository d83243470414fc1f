"""Dates as EDTF level 1 writes them, and the days they can mean."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edtf import (
    Date,
    EDTFParseException,
    Season,
    UncertainOrApproximate,
    Unspecified,
    parse_edtf,
)

_LEVEL_1 = (Date, UncertainOrApproximate, Unspecified, Season)


class DateError(ValueError):
    """A text that is no EDTF level 1 date or interval."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day a date can mean; `None` is open or unknown."""

    first: date | None
    last: date | None
    is_interval: bool = False
    goes_on: bool = False  # written `…/..`


@lru_cache(maxsize=4096)
def days(text: str) -> Days:
    """Return the days that *text* can mean, or raise `DateError`.

    `2021/..` goes on, `2015/` has ended at an unknown time, `/2020` began at one.
    """
    start, slash, end = text.partition("/")
    if not slash:
        first, last = _bounds(start)
        return Days(first, last)
    if "/" in end or (start in ("", "..") and end in ("", "..")):
        raise DateError(text)
    return Days(
        first=None if start in ("", "..") else _bounds(start)[0],
        last=None if end in ("", "..") else _bounds(end)[1],
        is_interval=True,
        goes_on=end == "..",
    )


def year(text: str | None) -> int | None:
    """Return the year in which *text* starts, or else the one in which it ends."""
    if text is None:
        return None
    known = days(text)
    day = known.first or known.last
    return day.year if day else None


def has_passed(text: str | None, today: date) -> bool:
    """Say whether the last day that *text* can mean is over."""
    last = days(text).last if text else None
    return last is not None and last < today


def months_between(earlier: str, later: str) -> tuple[int, int]:
    """Return the least and the greatest number of whole months from *earlier* to *later*."""
    start, end = days(earlier), days(later)
    if not (start.first and start.last and end.first and end.last):
        raise DateError(f"{earlier}, {later}")
    return _months(start.last, end.first), _months(start.first, end.last)


def _bounds(text: str) -> tuple[date, date]:
    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, ValueError, TypeError) as error:
        raise DateError(text) from error
    if not isinstance(parsed, _LEVEL_1):
        raise DateError(text)
    try:
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (ValueError, OverflowError) as error:
        raise DateError(text) from error


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
