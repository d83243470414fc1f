"""The moments of a case's timeline: their order, and the time between them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from hubtool.text.dates import days, months_between

_FIRST_CONTACT = ("meet", "trust")
_YEAR = 365.0  # days, and less than a year, so that dates known by their year count whole


class Moment(Protocol):
    """What the drawing of the timeline needs of an entry."""

    @property
    def when(self) -> str:
        """The date, as EDTF."""

    @property
    def kind(self) -> str:
        """A term of `timeline-kinds`."""


Dated = TypeVar("Dated", bound=Moment)


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months between two dates that may be known only to the year: at least and at most."""

    least: int
    most: int


def in_order(moments: Iterable[Dated]) -> list[Dated]:
    """Return *moments* in order of date, as far as their dates decide it.

    A moment is moved before another only where its last possible day comes before the other's
    first: a year and a month of that year stay in the order in which they are written.
    """
    ordered: list[Dated] = []
    latest: list[int] = []  # of each moment and all before it, the latest first day
    for moment in moments:
        index = bisect_right(latest, _last_day(moment.when))
        ordered.insert(index, moment)
        latest.insert(index, max([first_day(moment.when), *latest[index - 1 : index]]))
    return ordered


def months_before_question(moments: Sequence[Moment]) -> Months | None:
    """Return how long people had known one another at the question, as the timeline tells it."""
    ordered = in_order(moments)
    question = next((moment for moment in ordered if moment.kind == "question"), None)
    contact = next((moment for moment in ordered if moment.kind in _FIRST_CONTACT), None)
    if question is None or contact is None or ordered.index(contact) > ordered.index(question):
        return None
    least, most = months_between(contact.when, question.when)
    return Months(max(least, 0), max(most, 0))


def months_since_question(moments: Sequence[Moment], dates: str | None) -> Months | None:
    """Return how long it went on after the question: to the last moment or the end of the work."""
    ordered = in_order(moments)
    index = question_index(moments)
    if index is None:
        return None
    ends = [ordered[-1].when]
    if dates and days(dates).last:
        ends.append(dates.partition("/")[2] or dates)
    spans = [months_between(ordered[index].when, end) for end in ends if days(end).first]
    longest = max(spans, key=lambda span: span[1], default=(0, 0))
    return Months(max(longest[0], 0), max(longest[1], 0))


def question_index(moments: Sequence[Moment]) -> int | None:
    """Return the index of the question among *moments* in order of date."""
    kinds = [moment.kind for moment in in_order(moments)]
    return kinds.index("question") if "question" in kinds else None


def years_between(moments: Sequence[Moment]) -> tuple[int, ...]:
    """Return the whole years from each moment to the next in order; 0 where a date is unknown."""
    middles = [middle_day(moment.when) for moment in in_order(moments)]
    return tuple(
        max(0, int((later - day) / _YEAR)) if day is not None and later is not None else 0
        for day, later in pairwise(middles)
    )


def middle_day(when: str) -> float | None:
    """Return the middle of the days that the date *when* can mean, as an ordinal."""
    span = days(when)
    ends = [day.toordinal() for day in (span.first, span.last) if day]
    return sum(ends) / len(ends) if ends else None


def first_day(when: str) -> int:
    """Return the first day that the date *when* can mean, as an ordinal."""
    return (days(when).first or date.min).toordinal()


def _last_day(when: str) -> int:
    return (days(when).last or date.max).toordinal()
