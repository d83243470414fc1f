"""What partnerships show: charts with their limits, and what nobody has recorded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hubtool.hub import measures
from hubtool.hub.facet_values import COMMUNITY_VOICES, WELCOME_LESSONS, voices
from hubtool.models.case import CaseStudy
from hubtool.models.vocabulary import Term
from hubtool.pages.charts.rows import (
    MOST_READ,
    MOST_SAID,
    ChartRows,
    OutcomeMark,
    RowSample,
    chart_rows,
    list_pages,
    outcome_marks,
    outcomes_per_mark,
    row_sample,
)
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.lesson_groups import kind_addresses
from hubtool.pages.parts.sentences import scale_ends
from hubtool.pages.view import View

PAGE = "evidence/"


@dataclass(frozen=True, slots=True)
class RecordedField:
    """A fact that a case may record, and how many cases do."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class BeforeChart:
    """The time before the question, on a line with words at its two ends."""

    waits: RowSample[measures.Wait]
    scale: measures.MonthScale
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DecidedChart:
    """Who decided, in the cases that were read; *described* cases only say how."""

    rows: RowSample[measures.DecisionRow]
    described: int


@dataclass(frozen=True, slots=True)
class HoursChart:
    """The hours of each party; *longest* fills the line."""

    rows: RowSample[measures.PartyHours]
    cases: int
    longest: float


@dataclass(frozen=True, slots=True)
class OutcomesRow:
    """The outcomes of some years since the start, and the marks that are drawn for them."""

    years: measures.Years
    marks: tuple[OutcomeMark, ...]


@dataclass(frozen=True, slots=True)
class OutcomesChart:
    """The outcomes by years; those without a year are among *all_outcomes* only."""

    rows: tuple[OutcomesRow, ...]
    count: int
    cases: int
    all_outcomes: int
    per_mark: int
    hopes: RowSample[measures.CaseOutcome]
    harms: RowSample[measures.CaseOutcome]


@dataclass(frozen=True, slots=True)
class LessonsChart:
    """The lessons by stage and kind; *most* is the largest number in *counts*."""

    counts: Mapping[tuple[str | None, str], int]
    most: int
    with_stage: int
    stages: tuple[Term, ...]
    kinds: tuple[Term, ...]
    addresses: Mapping[str, Mapping[str, str]]  # of each kind, by stage


@dataclass(frozen=True)
class EvidenceContent(Content):
    """What cases record, and the charts; those in *listed* have too few cases for a picture."""

    template = "evidence/page.html"

    recorded: tuple[RecordedField, ...]
    total: int
    fewest: int
    listed: tuple[str, ...]
    before: BeforeChart
    decided: DecidedChart
    shares: RowSample[measures.Share]
    hours: HoursChart
    outcomes: OutcomesChart
    lessons: LessonsChart


def evidence_pages(view: View) -> Iterator[Page]:
    """Yield the page of charts, and in pages of their own the lists that are too long for it."""
    rows = chart_rows(view)
    yield _charts(view, rows)
    yield from list_pages(view, rows)


def _charts(view: View, rows: ChartRows) -> Page:
    hours, outcomes = _hours(rows), _outcomes(view, rows)
    cases = {
        "before": len(rows.before),
        "decided": len(rows.decided),
        "share": len(rows.share),
        "hours": hours.cases,
        "outcomes": outcomes.cases,
    }
    return page(
        view,
        "evidence",
        PAGE,
        title=view.words("evidence.title"),
        description=view.words("evidence.lede"),
        content=EvidenceContent(
            recorded=recorded_fields(view),
            total=len(view.hub.cases),
            fewest=measures.FEWEST,
            listed=tuple(chart for chart, count in cases.items() if count < measures.FEWEST),
            before=_before(view, rows),
            decided=_decided(view, rows),
            shares=row_sample(rows.share),
            hours=hours,
            outcomes=outcomes,
            lessons=_lessons(view),
        ),
    )


def recorded_fields(view: View) -> tuple[RecordedField, ...]:
    """Return how many cases record what, those of most cases first."""
    waits = {row.case.id for row in measures.waits(view.hub)}
    shares = {row.case.id for row in measures.shares(view.hub)}
    tests: dict[str, Callable[[CaseStudy], bool]] = {
        "power": lambda case: bool(case.power and case.power.stages),
        "reading": lambda case: any(
            entry.level for entry in (case.power.stages.values() if case.power else ())
        ),
        "months": lambda case: case.id in waits,
        "money": lambda case: bool(case.investment and case.investment.money),
        "share": lambda case: case.id in shares,
        "hours": lambda case: bool(case.investment and case.investment.hours),
        "payment": lambda case: bool(case.investment and case.investment.payment),
        "cost": lambda case: bool(case.investment and case.investment.costs_to_people),
        "outcome": lambda case: any(outcome.seen for outcome in case.outcomes),
        "harm": lambda case: any(outcome.direction != "gain" for outcome in case.outcomes),
        "hard": lambda case: any(lesson.kind not in WELCOME_LESSONS for lesson in case.lessons),
        "community": lambda case: bool(voices(case) & COMMUNITY_VOICES),
        "visit": lambda case: any(visit.visited for visit in case.checkpoints),
    }
    recorded = [
        RecordedField(view.words(f"evidence.known.{key}"), sum(map(test, view.hub.cases.values())))
        for key, test in tests.items()
    ]
    return tuple(sorted(recorded, key=lambda field: -field.count))


def _before(view: View, rows: ChartRows) -> BeforeChart:
    scale = measures.scale(rows.before)
    return BeforeChart(row_sample(rows.before), scale, scale_ends(scale, view.words))


def _decided(view: View, rows: ChartRows) -> DecidedChart:
    with_power = sum(bool(case.power and case.power.stages) for case in view.hub.cases.values())
    return DecidedChart(row_sample(rows.decided, MOST_READ), with_power - len(rows.decided))


def _hours(rows: ChartRows) -> HoursChart:
    cases = len({row.case.id for row in rows.hours})
    return HoursChart(row_sample(rows.hours), cases, measures.longest(rows.hours))


def _outcomes(view: View, rows: ChartRows) -> OutcomesChart:
    evidence = [term.id for term in view.hub.terms("evidence")]
    outcomes = measures.dated_outcomes(view.hub)
    per_mark = outcomes_per_mark(len(outcomes))
    return OutcomesChart(
        rows=tuple(
            OutcomesRow(years, outcome_marks(years, evidence, per_mark))
            for years in measures.by_years(outcomes, evidence)
        ),
        count=len(outcomes),
        cases=len({row.case.id for row in outcomes}),
        all_outcomes=sum(len(case.outcomes) for case in view.hub.cases.values()),
        per_mark=per_mark,
        hopes=row_sample(rows.hopes, MOST_SAID),
        harms=row_sample(rows.harms, MOST_SAID),
    )


def _lessons(view: View) -> LessonsChart:
    counts = measures.lesson_counts(view.hub)
    return LessonsChart(
        counts=counts,
        most=max(counts.values(), default=1),
        with_stage=sum(count for (stage, _), count in counts.items() if stage),
        stages=view.hub.terms("stages"),
        kinds=view.hub.terms("lesson-kinds"),
        addresses={term.id: kind_addresses(view, term.id) for term in view.hub.terms("stages")},
    )
