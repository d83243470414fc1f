"""A case among the others: the charts of what partnerships show, reduced to one case."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.hub import measures as charts
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Lesson, Outcome
from hubtool.models.vocabulary import Term
from hubtool.pages.parts.sentences import scale_ends
from hubtool.pages.view import View
from hubtool.text.words import Words

_LINE = 100  # the places a tick can stand at: however many cases there are, there are no more ticks
_TALL, _SHORT = 10.0, 5.0
_LEAST_YEARS = 10
_MARK = 18  # pixels from mark to mark, where several stand over one year
_FEWEST_LESSONS = 2


@dataclass(frozen=True, slots=True)
class Others:
    """What all cases say. It is counted once for the hub, not once for each page of a case."""

    told: Mapping[str, int]  # how many cases say, by chart
    ticks: Mapping[str, str]  # the cases as the data of a path 100 wide and 10 high, by chart
    scale: charts.MonthScale
    longest: float  # hours
    years: Mapping[int, int]  # outcomes, by years since the start
    stages: Mapping[str, int]  # lessons, by stage


@dataclass(frozen=True, slots=True)
class Mark:
    """An outcome over its year, *x* per cent along the line and *up* pixels above it."""

    outcome: Outcome
    x: float
    up: int


@dataclass(frozen=True, slots=True)
class YearLine:
    """The outcomes of one case on a line of years since its start, to scale."""

    first: int
    last: int
    marks: tuple[Mark, ...]
    years: tuple[tuple[int, int], ...]  # the years with outcomes, and how many they have
    ticks: str
    later: int  # outcomes of other cases that lie after the end of the line

    def at(self, year: int) -> float:
        """Return where *year* is, in per cent."""
        return _along(year, self.first, self.last)

    @property
    def height(self) -> int:
        """How high the marks stand, in pixels."""
        return max(one.up for one in self.marks) + _MARK

    @property
    def labelled(self) -> tuple[int, ...]:
        """The years to write under the line."""
        step = next(step for step in (2, 5, 10, 20, 50, 100) if self.last / step <= 5)
        return tuple(range(0, self.last + 1, step))


@dataclass(frozen=True, slots=True)
class Step:
    """A stage: the lessons of one case there, and how many all cases have, the most being 100."""

    stage: Term
    lessons: tuple[Lesson, ...]
    width: float | None  # none where there are too few cases


def others(view: View) -> Others:
    """Return what all cases of *hub* say."""
    waits, shares, worked = (
        charts.waits(view.hub),
        charts.shares(view.hub),
        charts.party_hours(view.hub),
    )
    seen = charts.dated_outcomes(view.hub)
    scale, longest = charts.scale(waits), charts.longest(worked)
    told = {
        "before": len(waits),
        "decided": sum(map(_is_read, view.hub.cases.values())),
        "share": len(shares),
        "hours": len({one.case.id for one in worked}),
        "outcomes": len({one.case.id for one in seen}),
        "lessons": sum(entry.lesson.stage is not None for entry in view.hub.lessons),
    }
    places = {
        "before": [scale.at(months) for one in waits for months in _ends(one)],
        "share": [0.99 * one.percent for one in shares],
        "paid": [98 * one.paid / longest for one in worked if one.paid is not None],
        "unpaid": [98 * one.unpaid / longest for one in worked if one.unpaid is not None],
    }
    says = {"paid": "hours", "unpaid": "hours"}
    return Others(
        told=told,
        ticks={
            chart: _ticks(found) if told[says.get(chart, chart)] >= charts.FEWEST else ""
            for chart, found in places.items()
        },
        scale=scale,
        longest=longest,
        years=Counter(charts.years_since_start(one.case, one.outcome) or 0 for one in seen),
        stages=Counter(entry.lesson.stage for entry in view.hub.lessons if entry.lesson.stage),
    )


def among(view: View, case: CaseStudy, all_cases: Others) -> dict[str, Any]:
    """Return what the page of *case* draws of it beside *all_cases*."""
    wait, share = charts.wait(case), charts.share(case)
    years = year_line(case, all_cases)
    hours = case.investment.hours if case.investment else ()
    shown = {
        "before": wait,
        "decided": case.power,
        "share": share,
        "hours": hours,
        "outcomes": years,
        "lessons": any(lesson.stage for lesson in case.lessons),
    }
    return {
        "others": all_cases,
        "fewest": charts.FEWEST,
        "wait": wait,
        "share": share,
        "year_line": years,
        "steps": steps(view, case, all_cases),
        **(_told(case, years, view.words) if years else {}),
        "shown": {chart for chart, is_shown in shown.items() if is_shown},
        "warned_at": next((chart for chart, is_shown in shown.items() if is_shown), None),
        "scale_ends": scale_ends(all_cases.scale, view.words),
    }


def year_line(case: CaseStudy, all_cases: Others) -> YearLine | None:
    """Return when the outcomes of *case* showed, before those of *all_cases*; none if unknown."""
    seen = [
        (charts.years_since_start(case, one.outcome) or 0, one)
        for one in charts.dated_outcomes_of(case)
    ]
    if not seen:
        return None
    years = Counter(year for year, _ in seen)
    first = min(0, *years)
    last = max(_LEAST_YEARS, *years)
    marks: list[Mark] = []
    stacked: Counter[int] = Counter()
    for year, one in sorted(seen, key=lambda pair: pair[0]):
        marks.append(Mark(one.outcome, _along(year, first, last), _MARK * stacked[year]))
        stacked[year] += 1
    is_enough = all_cases.told["outcomes"] >= charts.FEWEST
    near = {year: n for year, n in all_cases.years.items() if first <= year <= last}
    return YearLine(
        first=first,
        last=last,
        marks=tuple(marks),
        years=tuple(sorted(years.items())),
        ticks=_columns(near, first, last) if is_enough else "",
        later=sum(n for year, n in all_cases.years.items() if year > last) if is_enough else 0,
    )


def steps(view: View, case: CaseStudy, all_cases: Others) -> tuple[Step, ...]:
    """Return the lessons of *case* stage by stage; none where they are too few for a picture."""
    placed = [lesson for lesson in case.lessons if lesson.stage and lesson.id]
    if len(placed) < _FEWEST_LESSONS:
        return ()
    most = max(all_cases.stages.values(), default=1)
    is_enough = len(view.hub.cases) >= charts.FEWEST
    return tuple(
        Step(
            stage,
            tuple(lesson for lesson in placed if lesson.stage == stage.id),
            round(100 * all_cases.stages.get(stage.id, 0) / most, 1) if is_enough else None,
        )
        for stage in view.hub.terms("stages")
    )


def _told(case: CaseStudy, line: YearLine, t: Words) -> dict[str, Any]:
    """Return in words what *line* draws, and what it has marks for."""

    def when(year: int, count: int) -> str:
        words = t("evidence.years", n=year) if year >= 0 else t("evidence.years-before")
        return t("among.outcomes-one", years=words, n=count) if count > 1 else words

    # All that was seen before the start is said at once, whatever its years.
    said = Counter({-1: 0})
    for year, count in line.years:
        said[max(year, -1)] += count
    dated = [mark.outcome for mark in line.marks]
    return {
        "when": [when(year, count) for year, count in sorted(said.items()) if count],
        "undated": sum(not one.hoped_for for one in case.outcomes) - len(dated),
        "shapes": {one.evidence for one in dated},
        "fillings": {one.direction for one in dated},
    }


def _is_read(case: CaseStudy) -> bool:
    return bool(case.power and any(entry.level for entry in case.power.stages.values()))


def _ends(one: charts.Wait) -> tuple[int, ...]:
    """Return where the line of a case begins and ends; amid what its dates leave open."""
    before = -(one.before.least + one.before.most) // 2
    return (before, (one.after.least + one.after.most) // 2) if one.after else (before,)


def _ticks(places: Iterable[float]) -> str:
    """Return a line through the middle at each of *places*, longer where several fall together."""
    counts = Counter(min(round(place), _LINE) for place in places)
    most = max(counts.values(), default=1)
    lines = []
    for place, count in sorted(counts.items()):
        edge = round((_TALL - _length(count, most)) / 2, 1)
        lines.append(f"M{place} {edge:g}V{_TALL - edge:g}")
    return "".join(lines)


def _columns(counts: Mapping[int, int], first: int, last: int) -> str:
    """Return a line up from the foot for each year, longer where more outcomes showed."""
    most = max(counts.values(), default=1)
    return "".join(
        f"M{_along(year, first, last):g} {_TALL:g}V{_TALL - _TALL * count / most:.1f}"
        for year, count in sorted(counts.items())
    )


def _length(count: int, most: int) -> float:
    return _SHORT + (_TALL - _SHORT) * (float(count - 1) / (most - 1)) if most > 1 else _SHORT


def _along(year: int, first: int, last: int) -> float:
    return round(4 + 92 * (year - first) / (last - first), 1)
