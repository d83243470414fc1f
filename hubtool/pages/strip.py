"""The timeline strip: the life of a relationship as a line drawn to scale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hubtool.dates import days, months_between

_INSET = 26.0
_FIRST_CONTACT = ("meet", "trust")
_SETBACK = "rupture"
_MOST_YEARS = 10


class Moment(Protocol):
    """What the strip needs of a timeline entry."""

    @property
    def when(self) -> str:
        """The date, as EDTF."""

    @property
    def kind(self) -> str:
        """A term of `timeline-kinds`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment: its true place, and that of its number, moved where two would touch."""

    number: int
    shape: str  # question, setback, before or after
    x: float
    pin: float


@dataclass(frozen=True, slots=True)
class Year:
    """The first of January of a year, on the line."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A timeline on a line of *width* units, to scale from its first moment to its last."""

    width: float
    start: float
    end: float
    question: float | None
    work: tuple[float, float] | None  # from the award to the end of the work
    goes_on: bool
    marks: tuple[Mark, ...]
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months between two dates that may be known only to the year: at least and at most."""

    least: int
    most: int


def strip(
    moments: Sequence[Moment], dates: str | None, *, width: float, gap: float
) -> Strip | None:
    """Return the strip of *moments*, with pins *gap* apart or more; none without a span."""
    ordered = in_order(moments)
    spots = _spots(ordered)
    work = _work(dates)
    goes_on = bool(dates and days(dates).goes_on)
    known = [spot for spot in (*spots, *(work or ())) if spot is not None]
    if len(known) < 2 or min(known) == max(known):
        return None
    first, last = min(known), max(known)
    end = width - (2 * _INSET if goes_on else _INSET)

    def place(day: float) -> float:
        return float(round(_INSET + (day - first) / (last - first) * (end - _INSET), 1))

    dated = [
        (index, moment, place(spot))
        for index, (moment, spot) in enumerate(zip(ordered, spots, strict=True))
        if spot is not None
    ]
    asked = next((x for _, moment, x in dated if moment.kind == "question"), None)
    pins = _spread([x for _, _, x in dated], gap, _INSET, width - _INSET)
    marks = tuple(
        Mark(index + 1, _shape(moment.kind, x, asked), x, pin)
        for (index, moment, x), pin in zip(dated, pins, strict=True)
    )
    return Strip(
        width=width,
        start=_INSET,
        end=width if goes_on else end,
        question=asked,
        work=(place(work[0]), width if goes_on else place(work[1])) if work else None,
        goes_on=goes_on,
        marks=marks,
        years=_years(first, last, place),
    )


def in_order(moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments* by the first day they can mean; one day stays as written."""
    return sorted(moments, key=lambda moment: _first(moment.when))


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


def _shape(kind: str, x: float, asked: float | None) -> str:
    if kind == "question":
        return "question"
    if kind == _SETBACK:
        return "setback"
    return "before" if asked is not None and x < asked else "after"


def _first(when: str) -> int:
    known = days(when)
    day = known.first or known.last
    return day.toordinal() if day else 0


def _spots(ordered: Sequence[Moment]) -> list[float | None]:
    """Return where each moment stands: amid what its date can mean, and never after the next."""
    spots = [_middle(moment.when) for moment in ordered]
    following: float | None = None
    for index in range(len(spots) - 1, -1, -1):
        spot = spots[index]
        if spot is not None:
            following = (
                spot
                if following is None
                else max(_first(ordered[index].when), min(spot, following))
            )
            spots[index] = following
    return spots


def _middle(when: str) -> float | None:
    known = days(when)
    ends = [day.toordinal() for day in (known.first, known.last) if day]
    return sum(ends) / len(ends) if ends else None


def _work(dates: str | None) -> tuple[float, float] | None:
    if dates is None:
        return None
    known = days(dates)
    if not known.first:
        return None
    first = known.first.toordinal()
    return (first, known.last.toordinal()) if known.last else (first, first)


def _spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move *places*, in order, as little aside as leaves *gap* between them inside low and high."""
    pins = list(places)
    for index in range(1, len(pins)):
        pins[index] = max(pins[index], pins[index - 1] + gap)
    if pins:
        pins[-1] = min(pins[-1], high)
    for index in range(len(pins) - 2, -1, -1):
        pins[index] = max(low, min(pins[index], pins[index + 1] - gap))
    return [round(pin, 1) for pin in pins]


def _years(first: float, last: float, place: Callable[[float], float]) -> tuple[Year, ...]:
    low, high = date.fromordinal(int(first)).year, date.fromordinal(int(last)).year
    step = next((step for step in (1, 2, 5, 10, 20) if (high - low) / step <= _MOST_YEARS), 50)
    return tuple(
        Year(year, place(date(year, 1, 1).toordinal()))
        for year in range(low + 1, high + 1)
        if year % step == 0
    )
