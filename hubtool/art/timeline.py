"""The timeline strip: the life of a relationship as a line drawn to scale."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import inf

from hubtool.hub.timeline import Moment, first_day, in_order, middle_day
from hubtool.text.dates import days

_INSET = 26.0
_SETBACK = "rupture"
_MOST_YEARS = 10


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


def strip(
    moments: Sequence[Moment], dates: str | None, *, width: float, gap: float
) -> Strip | None:
    """Return the strip of *moments*, with pins *gap* apart or more; none without a span."""
    ordered = in_order(moments)
    spots = _days(ordered)
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


def _shape(kind: str, x: float, asked: float | None) -> str:
    if kind == "question":
        return "question"
    if kind == _SETBACK:
        return "setback"
    return "before" if asked is not None and x < asked else "after"


def _days(ordered: Sequence[Moment]) -> list[float | None]:
    """Return a day for each moment, as near the middle of its dates as their order allows."""
    days_: list[float | None] = [middle_day(moment.when) for moment in ordered]
    earliest = list(accumulate((first_day(moment.when) for moment in ordered), max))
    following = inf
    for index in reversed(range(len(days_))):
        if (day := days_[index]) is not None:
            days_[index] = following = max(earliest[index], min(day, following))
    return days_


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
