"""The time that partners had together, to scale, with three lines.

It is dotted before the question and solid after it; where no date of the question is recorded it is
thin, which says nothing about it. It fades out where the end of the work is not recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from hubtool.art.timeline import days_in_order
from hubtool.hub.timeline import in_order
from hubtool.models.case import CaseStudy
from hubtool.text.dates import days

_START, _END, _FADE = 5.5, 95.0, 86.0
_Y = 17
_CLEAR = (20.0, 80.0)  # where the question's year has room beside the first and the last
_ROOMY = (36.0, 64.0)  # and on a narrow cover
_SETBACK = "rupture"


@dataclass(frozen=True, slots=True)
class TimeTogether:
    """A time together; positions are in per cent of the line's room."""

    first: int  # years
    last: int
    start: float
    end: float
    goes_on: bool
    is_unended: bool  # when the work ended is not recorded
    work: tuple[float, float] | None
    questions: tuple[tuple[float, int], ...]  # with their years
    moments: tuple[tuple[float, str], ...]  # with their kinds; no questions


@dataclass(frozen=True, slots=True)
class _DayScale:
    """Days, as ordinals, in per cent of the line's room."""

    first: float
    last: float
    end: float

    def x(self, day: float) -> float:
        """Return the position of *day*; a single day is in the middle."""
        length = self.last - self.first
        part = (day - self.first) / length if length else 0.5
        return round(_START + (self.end - _START) * part, 1)


def time_together(case: CaseStudy) -> TimeTogether | None:
    """Return the line of *case*; none where nothing has a date."""
    moments = in_order(case.timeline)
    dated = [
        (day, moment.kind)
        for day, moment in zip(days_in_order(moments), moments, strict=True)
        if day is not None
    ]
    work = days(case.dates) if case.dates else None
    ends = [float(day.toordinal()) for day in (work.first, work.last) if day] if work else []
    all_days = [*(day for day, _ in dated), *ends]
    if not all_days:
        return None
    goes_on = bool(work and work.goes_on)
    is_unended = case.dates is None or case.dates.endswith("/")
    scale = _DayScale(min(all_days), max(all_days), _FADE if is_unended or goes_on else _END)
    has_band = bool(ends) and not is_unended and (goes_on or len(set(ends)) > 1)
    return TimeTogether(
        first=_year(scale.first),
        last=_year(scale.last),
        start=scale.x(scale.first),
        end=100 if goes_on else scale.x(scale.last),
        goes_on=goes_on,
        is_unended=is_unended,
        work=(scale.x(ends[0]), 100 if goes_on else scale.x(ends[-1])) if has_band else None,
        questions=tuple((scale.x(day), _year(day)) for day, kind in dated if kind == "question"),
        moments=tuple((scale.x(day), kind) for day, kind in dated if kind != "question"),
    )


def line(time: TimeTogether | None, now: str) -> str:
    """Return *time* as a drawing that grows with its room, and the years below it."""
    if time is None:
        return ""
    parts = (*shapes(time, "%"), *_years(time, now))
    return f'<svg width="100%" height="52">{"".join(parts)}</svg>'


def shapes(time: TimeTogether, unit: str = "", width: float = 100) -> Iterator[str]:
    """Yield what is drawn: in per cent, or in units of a drawing that is *width* wide."""

    def at(x: float) -> str:
        return f"{x * width / 100:.4g}{unit}"

    if time.work:
        left, right = time.work
        yield f'<rect class="work-band" x="{at(left)}" y="5" width="{at(right - left)}" height="24"/>'
    question = time.questions[0][0] if time.questions else None
    if question is None:
        yield _stroke("thin", at(time.start), at(time.end))
    else:
        yield _stroke("dotted", at(time.start), at(question))
        yield _stroke("solid", at(question), at(time.end))
    if time.is_unended:
        yield _stroke("faded", at(time.end), at(100))
    for x, kind in time.moments:
        if kind != _SETBACK:
            yield f'<circle class="fill-ink" cx="{at(x)}" cy="{_Y}" r="5"/>'
    for x, _ in time.questions:
        yield f'<circle class="question-dot" cx="{at(x)}" cy="{_Y}" r="11"/>'
    for x, kind in time.moments:
        if kind == _SETBACK:
            yield f'<svg class="setback" x="{at(x)}" y="{_Y}"><path d="M0-8l8 8-8 8-8-8z"/></svg>'


def stroke_drawing(kind: str) -> Markup:
    """Return one part of a line, cut out."""
    is_line = kind not in ("question", "dot", "setback")
    part = {
        "question": f'<circle class="question-dot" cx="48" cy="{_Y}" r="11"/>',
        "dot": f'<circle class="fill-ink" cx="48" cy="{_Y}" r="5"/>',
        "setback": f'<svg class="setback" x="48" y="{_Y}"><path d="M0-8l8 8-8 8-8-8z"/></svg>',
    }
    drawing = _stroke(kind, "4", "92") if is_line else part[kind]
    return Markup(f'<svg viewBox="0 0 96 34" aria-hidden="true">{drawing}</svg>')  # noqa: S704  (numbers and fixed paths)


def _stroke(kind: str, start: str, end: str) -> str:
    return f'<line class="{kind}" x1="{start}" x2="{end}" y1="{_Y}" y2="{_Y}"/>'


def _years(time: TimeTogether, now: str) -> Iterator[str]:
    yield f'<text x="2.5%" y="46">{time.first}</text>'
    for x, year in time.questions[:1]:
        if _CLEAR[0] <= x <= _CLEAR[1]:
            where = "asked" if _ROOMY[0] <= x <= _ROOMY[1] else "asked near"
            yield f'<text class="{where}" x="{x}%" y="46">{year}</text>'
    if time.goes_on:
        yield f'<text class="at-end" x="97.5%" y="46">{now}</text>'
    elif time.last != time.first or time.is_unended:
        doubt = "?" if time.is_unended else ""
        yield f'<text class="at-end" x="97.5%" y="46">{time.last}{doubt}</text>'


def _year(day: float) -> int:
    return date.fromordinal(int(day)).year
