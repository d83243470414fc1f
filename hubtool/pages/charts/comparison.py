"""One case compared with all cases: small charts on the page of the case."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from hubtool.hub import measures
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Lesson, Outcome
from hubtool.models.vocabulary import Term
from hubtool.pages.parts.sentences import scale_ends
from hubtool.pages.view import View
from hubtool.text.words import Words

_LINE = 100  # positions of ticks: however many cases there are, there are no more ticks
_TALL, _SHORT = 10.0, 5.0
_LEAST_YEARS = 10
_MARK = 18  # pixels from mark to mark, where one year has several
_FEWEST_LESSONS = 2


@dataclass(frozen=True, slots=True)
class AllCases:
    """All cases in numbers, which are counted once for the hub and not for each case."""

    counts: Mapping[str, int]  # how many cases record what a chart draws, by chart
    ticks: Mapping[str, str]  # the cases as the data of a path 100 wide and 10 high, by chart
    scale: measures.MonthScale
    longest: float  # hours
    years: Mapping[int, int]  # outcomes, by years since the start
    stages: Mapping[str, int]  # lessons, by stage


@dataclass(frozen=True, slots=True)
class YearMark:
    """An outcome over its year, *x* per cent along the line and *up* pixels above it."""

    outcome: Outcome
    x: float
    up: int


@dataclass(frozen=True, slots=True)
class YearLine:
    """The outcomes of one case on a line of years since its start, to scale."""

    first: int
    last: int
    marks: tuple[YearMark, ...]
    years: tuple[tuple[int, int], ...]  # the years with outcomes, and how many they have
    ticks: str
    later: int  # outcomes of other cases that lie after the end of the line
    undated: int  # outcomes of this case whose year is not known

    def at(self, year: int) -> float:
        """Return the position of *year* in per cent of the line."""
        return _along(year, self.first, self.last)

    @property
    def height(self) -> int:
        """The height of the marks in pixels."""
        return max(mark.up for mark in self.marks) + _MARK

    @property
    def labelled(self) -> tuple[int, ...]:
        """The years to write under the line."""
        step = next(step for step in (2, 5, 10, 20, 50, 100) if self.last / step <= 5)
        return tuple(range(0, self.last + 1, step))

    @property
    def evidence(self) -> frozenset[str | None]:
        """The kinds of evidence that the marks stand for; none for unknown."""
        return frozenset(mark.outcome.evidence for mark in self.marks)

    @property
    def directions(self) -> frozenset[str]:
        """The directions of the outcomes that the marks stand for."""
        return frozenset(mark.outcome.direction for mark in self.marks)


@dataclass(frozen=True, slots=True)
class StageLessons:
    """The lessons of one case at a stage; *width* is how many all cases have, at most 100."""

    stage: Term
    lessons: tuple[Lesson, ...]
    width: float | None  # none where there are too few cases


@dataclass(frozen=True, slots=True)
class Comparison:
    """One case beside all cases: what its page draws, chart by chart."""

    all_cases: AllCases
    fewest: int
    charts: frozenset[str]  # those that the case has something for
    caveat_at: str | None  # the first of them, where the page says how far to trust it
    wait: measures.Wait | None
    scale_ends: tuple[str, str]
    share: measures.Share | None
    year_line: YearLine | None
    years_in_words: tuple[str, ...]  # when the outcomes showed
    stages: tuple[StageLessons, ...]


def all_cases(view: View) -> AllCases:
    """Return all cases of the hub in numbers."""
    hub = view.hub
    waits, shares, hours = measures.waits(hub), measures.shares(hub), measures.party_hours(hub)
    outcomes = measures.dated_outcomes(hub)
    scale, longest = measures.scale(waits), measures.longest(hours)
    counts = {
        "before": len(waits),
        "decided": sum(map(_is_read, hub.cases.values())),
        "share": len(shares),
        "hours": len({row.case.id for row in hours}),
        "outcomes": len({row.case.id for row in outcomes}),
        "lessons": sum(entry.lesson.stage is not None for entry in hub.lessons),
    }
    positions = {
        "before": [scale.at(months) for wait in waits for months in _ends(wait)],
        "share": [0.99 * share.percent for share in shares],
        "paid": [98 * row.paid / longest for row in hours if row.paid is not None],
        "unpaid": [98 * row.unpaid / longest for row in hours if row.unpaid is not None],
    }
    chart_of = {"paid": "hours", "unpaid": "hours"}
    return AllCases(
        counts=counts,
        ticks={
            name: _ticks(along) if counts[chart_of.get(name, name)] >= measures.FEWEST else ""
            for name, along in positions.items()
        },
        scale=scale,
        longest=longest,
        years=Counter(measures.years_since_start(row.case, row.outcome) or 0 for row in outcomes),
        stages=Counter(entry.lesson.stage for entry in hub.lessons if entry.lesson.stage),
    )


def comparison(view: View, case: CaseStudy, everything: AllCases) -> Comparison:
    """Return *case* beside all cases, which are *everything*."""
    wait, share = measures.wait(case), measures.share(case)
    line = year_line(case, everything)
    has = {
        "before": wait,
        "decided": case.power,
        "share": share,
        "hours": case.investment.hours if case.investment else (),
        "outcomes": line,
        "lessons": any(lesson.stage for lesson in case.lessons),
    }
    charts = [chart for chart, is_drawn in has.items() if is_drawn]
    return Comparison(
        all_cases=everything,
        fewest=measures.FEWEST,
        charts=frozenset(charts),
        caveat_at=charts[0] if charts else None,
        wait=wait,
        scale_ends=scale_ends(everything.scale, view.words),
        share=share,
        year_line=line,
        years_in_words=tuple(_years_in_words(line, view.words)) if line else (),
        stages=lessons_by_stage(view, case, everything),
    )


def year_line(case: CaseStudy, everything: AllCases) -> YearLine | None:
    """Return the years in which the outcomes of *case* showed; none if no year is known."""
    outcomes = [row.outcome for row in measures.dated_outcomes_of(case)]
    dated = [(measures.years_since_start(case, outcome) or 0, outcome) for outcome in outcomes]
    if not dated:
        return None
    years = Counter(year for year, _ in dated)
    first = min(0, *years)
    last = max(_LEAST_YEARS, *years)
    marks: list[YearMark] = []
    stacked: Counter[int] = Counter()
    for year, outcome in sorted(dated, key=itemgetter(0)):
        marks.append(YearMark(outcome, _along(year, first, last), _MARK * stacked[year]))
        stacked[year] += 1
    is_enough = everything.counts["outcomes"] >= measures.FEWEST
    counts = {year: n for year, n in everything.years.items() if first <= year <= last}
    return YearLine(
        first=first,
        last=last,
        marks=tuple(marks),
        years=tuple(sorted(years.items())),
        ticks=_columns(counts, first, last) if is_enough else "",
        later=sum(n for year, n in everything.years.items() if year > last) if is_enough else 0,
        undated=sum(not outcome.hoped_for for outcome in case.outcomes) - len(dated),
    )


def lessons_by_stage(view: View, case: CaseStudy, everything: AllCases) -> tuple[StageLessons, ...]:
    """Return the lessons of *case* stage by stage; none where they are too few for a picture."""
    placed = [lesson for lesson in case.lessons if lesson.stage and lesson.id]
    if len(placed) < _FEWEST_LESSONS:
        return ()
    most = max(everything.stages.values(), default=1)
    is_enough = len(view.hub.cases) >= measures.FEWEST
    return tuple(
        StageLessons(
            stage,
            tuple(lesson for lesson in placed if lesson.stage == stage.id),
            round(100 * everything.stages.get(stage.id, 0) / most, 1) if is_enough else None,
        )
        for stage in view.hub.terms("stages")
    )


def _years_in_words(line: YearLine, t: Words) -> Iterator[str]:
    """Yield the years of *line*; all years before the start together."""
    counts: Counter[int] = Counter()
    for year, count in line.years:
        counts[max(year, -1)] += count
    for year, count in sorted(counts.items()):
        words = t("evidence.years", n=year) if year >= 0 else t("evidence.years-before")
        yield t("among.outcomes-one", years=words, n=count) if count > 1 else words


def _is_read(case: CaseStudy) -> bool:
    return bool(case.power and any(entry.level for entry in case.power.stages.values()))


def _ends(wait: measures.Wait) -> tuple[int, ...]:
    """Return the months at which the line of a case begins and ends, as the dates' middle."""
    before = -(wait.before.least + wait.before.most) // 2
    return (before, (wait.after.least + wait.after.most) // 2) if wait.after else (before,)


def _ticks(positions: Iterable[float]) -> str:
    """Return a line through the middle at each of *positions*, longer for several together."""
    counts = Counter(min(round(position), _LINE) for position in positions)
    most = max(counts.values(), default=1)
    lines = []
    for position, count in sorted(counts.items()):
        edge = round((_TALL - _length(count, most)) / 2, 1)
        lines.append(f"M{position} {edge:g}V{_TALL - edge:g}")
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
