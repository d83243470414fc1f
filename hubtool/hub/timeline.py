"""The life of a relationship, as the moments of its timeline tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hubtool.text.dates import days, months_between

_FIRST_CONTACT = ("meet", "trust")


class Moment(Protocol):
    """What the strip needs of a timeline entry."""

    @property
    def when(self) -> str:
        """The date, as EDTF."""

    @property
    def kind(self) -> str:
        """A term of `timeline-kinds`."""


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months between two dates that may be known only to the year: at least and at most."""

    least: int
    most: int


def in_order(moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments* by the first day they can mean; one day stays as written."""
    return sorted(moments, key=lambda moment: first_day(moment.when))


def months_before_question(moments: Sequence[Moment]) -> Months | None:
    """Return how long people had known one another at the question, as the timeline tells it."""
    ordered = in_order(moments)
    asked = next((moment for moment in ordered if moment.kind == "question"), None)
    met = next((moment for moment in ordered if moment.kind in _FIRST_CONTACT), None)
    if asked is None or met is None or ordered.index(met) > ordered.index(asked):
        return None
    least, most = months_between(met.when, asked.when)
    return Months(max(least, 0), max(most, 0))


def months_since_question(moments: Sequence[Moment], dates: str | None) -> Months | None:
    """Return how long it went on after the question: to the last moment or the end of the work."""
    ordered = in_order(moments)
    asked = question_index(moments)
    if asked is None:
        return None
    ends = [ordered[-1].when]
    if dates and days(dates).last:
        ends.append(dates.partition("/")[2] or dates)
    spans = [months_between(ordered[asked].when, end) for end in ends if days(end).first]
    longest = max(spans, key=lambda span: span[1], default=(0, 0))
    return Months(max(longest[0], 0), max(longest[1], 0))


def question_index(moments: Sequence[Moment]) -> int | None:
    """Return the place of the question among *moments* in order of date."""
    kinds = [moment.kind for moment in in_order(moments)]
    return kinds.index("question") if "question" in kinds else None


def first_day(when: str) -> int:
    """Return the first day that the date *when* can mean, as an ordinal; 0 where none is known."""
    known = days(when)
    day = known.first or known.last
    return day.toordinal() if day else 0
