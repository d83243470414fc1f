"""The drawing of a timeline: the life of a relationship as a line drawn to scale."""

from collections.abc import Sequence
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
class TimelineMark:
    """A moment: its true position, and that of its pin, moved aside if two would touch."""

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
class TimelineDrawing:
    """A timeline on a line of *width* units, to scale from its first moment to its last."""

    width: float
    start: float
    end: float
    question: float | None
    work: tuple[float, float] | None  # from the award to the end of the work
    goes_on: bool
    marks: tuple[TimelineMark, ...]
    years: tuple[Year, ...]


def timeline_drawing(
    moments: Sequence[Moment], dates: str | None, *, width: float, gap: float
) -> TimelineDrawing | None:
    """Return the drawing of *moments*, with pins *gap* apart or more; none without a span."""
    ordered = in_order(moments)
    moment_days = days_in_order(ordered)
    work = _work_days(dates)
    goes_on = bool(dates and days(dates).goes_on)
    all_days = [day for day in (*moment_days, *(work or ())) if day is not None]
    if len(set(all_days)) < 2:
        return None
    end = width - (2 * _INSET if goes_on else _INSET)
    scale = _LineScale(min(all_days), max(all_days), end)
    positions = [None if day is None else scale.x(day) for day in moment_days]
    question = _question(ordered, positions)
    return TimelineDrawing(
        width=width,
        start=_INSET,
        end=width if goes_on else end,
        question=question,
        work=(scale.x(work[0]), width if goes_on else scale.x(work[1])) if work else None,
        goes_on=goes_on,
        marks=_marks(ordered, positions, question, _Room(gap, _INSET, width - _INSET)),
        years=_years(scale),
    )


@dataclass(frozen=True, slots=True)
class _LineScale:
    """Days, as ordinals, on a line that ends at *end*."""

    first: float
    last: float
    end: float

    def x(self, day: float) -> float:
        """Return the position of *day*."""
        part = (day - self.first) / (self.last - self.first)
        return float(round(_INSET + part * (self.end - _INSET), 1))


@dataclass(frozen=True, slots=True)
class _Room:
    """The room of pins: *gap* or more between two, all from *low* to *high*."""

    gap: float
    low: float
    high: float


def _question(ordered: Sequence[Moment], positions: Sequence[float | None]) -> float | None:
    """Return the position of the first dated question."""
    pairs = zip(ordered, positions, strict=True)
    return next((x for moment, x in pairs if x is not None and moment.kind == "question"), None)


def _marks(
    ordered: Sequence[Moment],
    positions: Sequence[float | None],
    question: float | None,
    room: _Room,
) -> tuple[TimelineMark, ...]:
    dated = [
        (number, moment, x)
        for number, (moment, x) in enumerate(zip(ordered, positions, strict=True), start=1)
        if x is not None
    ]
    pins = _spread([x for _, _, x in dated], room)
    return tuple(
        TimelineMark(number, _shape(moment.kind, x, question), x, pin)
        for (number, moment, x), pin in zip(dated, pins, strict=True)
    )


def _shape(kind: str, x: float, question: float | None) -> str:
    if kind == "question":
        return "question"
    if kind == _SETBACK:
        return "setback"
    return "before" if question is not None and x < question else "after"


def days_in_order(ordered: Sequence[Moment]) -> list[float | None]:
    """Return a day for each moment, as near the middle of its dates as their order allows."""
    days_: list[float | None] = [middle_day(moment.when) for moment in ordered]
    earliest = list(accumulate((first_day(moment.when) for moment in ordered), max))
    following = inf
    for index in reversed(range(len(days_))):
        if (day := days_[index]) is not None:
            days_[index] = following = max(earliest[index], min(day, following))
    return days_


def _work_days(dates: str | None) -> tuple[float, float] | None:
    if dates is None:
        return None
    span = days(dates)
    if not span.first:
        return None
    first = span.first.toordinal()
    return (first, span.last.toordinal()) if span.last else (first, first)


def _spread(positions: Sequence[float], room: _Room) -> list[float]:
    """Move *positions*, which are in order, aside as little as their *room* allows."""
    pins = list(positions)
    for index in range(1, len(pins)):
        pins[index] = max(pins[index], pins[index - 1] + room.gap)
    if pins:
        pins[-1] = min(pins[-1], room.high)
    for index in range(len(pins) - 2, -1, -1):
        pins[index] = max(room.low, min(pins[index], pins[index + 1] - room.gap))
    return [round(pin, 1) for pin in pins]


def _years(scale: _LineScale) -> tuple[Year, ...]:
    low, high = (date.fromordinal(int(day)).year for day in (scale.first, scale.last))
    step = next((step for step in (1, 2, 5, 10, 20) if (high - low) / step <= _MOST_YEARS), 50)
    return tuple(
        Year(year, scale.x(date(year, 1, 1).toordinal()))
        for year in range(low + 1, high + 1)
        if year % step == 0
    )
