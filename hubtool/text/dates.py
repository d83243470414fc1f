"""Dates as EDTF level 1 writes them, and the days they can mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# EDTF levels 0 and 1 (ISO 8601-2:2019, annex A), without years beyond four digits. The package
# `edtf` takes 9 ms a date and raises on `2019-1X`: the tests hold us to what it reads.
_LEVEL_1 = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?|-XX(?:-XX)?)?|(?P<decade>\d{3}X|\d\dXX))"
    r"(?P<doubt>[?~%])?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


class DateError(ValueError):
    """A text that is no EDTF level 1 date or interval."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day a date can mean; `None` is open or unknown."""

    first: date | None
    last: date | None
    goes_on: bool = False  # written `…/..`


@dataclass(frozen=True, slots=True)
class DateParts:
    """One date as it is written: *year* may end in X, *month* may be a season, from 21 to 24."""

    year: str
    month: int | None
    day: int | None
    doubt: str  # `~` about, `?` perhaps, `%` both, or empty

    @property
    def numbers(self) -> tuple[int, ...]:
        """The year, the month and the day, as far as they are numbers of the calendar."""
        if not self.year.isdigit():
            return ()
        if self.month is None or self.month in _SEASONS:
            return (int(self.year),)
        return tuple(part for part in (int(self.year), self.month, self.day) if part is not None)

    @property
    def iso(self) -> str | None:
        """The date in ISO 8601, where nothing of it is unknown, doubtful or a season."""
        form = ("{:04}", "{:04}-{:02}", "{:04}-{:02}-{:02}")
        count = 1 + (self.month is not None) + (self.day is not None)
        if self.doubt or len(self.numbers) < count:
            return None
        return form[count - 1].format(*self.numbers)


def date_parts(text: str) -> DateParts | None:
    """Return the parts of the date *text*; None for an interval and for what is no date."""
    match = _LEVEL_1.fullmatch(text)
    if match is None:
        return None
    month, day = match["month"], match["day"]
    return DateParts(
        year=match["year"] or match["decade"],
        month=int(month) if month else None,
        day=int(day) if day and day != "XX" else None,
        doubt=match["doubt"] or "",
    )


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
        goes_on=end == "..",
    )


def year(text: str | None) -> int | None:
    """Return the year in which *text* starts, or else the one in which it ends."""
    if text is None:
        return None
    span = days(text)
    day = span.first or span.last
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
    match = _LEVEL_1.fullmatch(text)
    if match is None:
        raise DateError(text)
    try:
        return _day_range(match)
    except ValueError as error:
        raise DateError(text) from error


def _day_range(match: re.Match[str]) -> tuple[date, date]:
    if decade := match["decade"]:
        return date(int(decade.replace("X", "0")), 1, 1), date(
            int(decade.replace("X", "9")), 12, 31
        )
    year, month, day = int(match["year"]), match["month"], match["day"]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day and day != "XX":
        exact = date(year, int(month), int(day))
        return exact, exact
    first, last = (
        (int(month), int(month)) if day else _SEASONS.get(int(month), (int(month), int(month)))
    )
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
