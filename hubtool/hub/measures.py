"""The numbers behind each chart of the hub, case by case."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hubtool.hub.hub import Hub
from hubtool.hub.timeline import Months, months_before_question, months_since_question
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Outcome
from hubtool.models.vocabulary import Term
from hubtool.text.dates import days

FEWEST = 8
"""With fewer cases a chart would suggest a pattern that is not there: they are listed instead."""

_BINS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16, 21, 31)
"""The years at which the rows of the chart of outcomes begin: single years, then wider rows."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The time before the question in one case, and the time after it."""

    case: CaseStudy
    before: Months
    after: Months | None
    is_recorded: bool  # said in so many months, not reckoned from dates


@dataclass(frozen=True, slots=True)
class MonthScale:
    """Months on a line from 0 to 100, with the question at the same point for every case."""

    before: int
    after: int

    def at(self, months: int) -> float:
        """Return the point of *months* after the question; a negative number is before it."""
        return round(2 + 96 * (self.before + months) / ((self.before + self.after) or 1), 2)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """Who decided in one case: for each stage its readings, or why there is none."""

    case: CaseStudy
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the money of one case reached community partners."""

    case: CaseStudy
    percent: float
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class PartyHours:
    """The hours one party of one case gave."""

    case: CaseStudy
    who: str
    kind: str | None
    paid: float | None
    unpaid: float | None
    is_estimate: bool


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """An outcome with the case it belongs to."""

    case: CaseStudy
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Years:
    """The outcomes that showed *first* to *last* years after the start; no last: or later."""

    first: int
    last: int | None
    outcomes: tuple[CaseOutcome, ...]


def waits(hub: Hub) -> tuple[Wait, ...]:
    """Return the cases that say how long it took to get to the question, the shortest first."""
    rows = [row for case in hub.cases.values() if (row := wait(case))]
    return tuple(sorted(rows, key=lambda row: (row.before.least, row.before.most, row.case.id)))


def wait(case: CaseStudy) -> Wait | None:
    """Return the time before the question in *case*, as recorded or as its dates give it."""
    months = case.investment.months_before_question if case.investment else None
    before = Months(months, months) if months is not None else months_before_question(case.timeline)
    if before is None:
        return None
    after = months_since_question(case.timeline, case.dates)
    return Wait(case, before, after, is_recorded=months is not None)


def scale(rows: Sequence[Wait]) -> MonthScale:
    """Return the scale on which the longest of *rows* fills the line."""
    return MonthScale(
        before=max((row.before.most for row in rows), default=0),
        after=max((row.after.most for row in rows if row.after), default=0),
    )


def decision_rows(hub: Hub, stages: Sequence[Term]) -> tuple[DecisionRow, ...]:
    """Return the cases in which somebody read who decided, by title: there is no better order."""
    rows = [
        DecisionRow(case, tuple(_readings(case, stage.id) for stage in stages))
        for case in hub.cases.values()
        if case.power and any(entry.level for entry in case.power.stages.values())
    ]
    return tuple(sorted(rows, key=lambda row: (row.case.title.casefold(), row.case.id)))


def shares(hub: Hub) -> tuple[Share, ...]:
    """Return the shares that are recorded, by the title of their case."""
    rows = [row for case in hub.cases.values() if (row := share(case))]
    return tuple(sorted(rows, key=lambda row: (row.case.title.casefold(), row.case.id)))


def share(case: CaseStudy) -> Share | None:
    """Return what share of the money of *case* reached community partners."""
    took = case.investment
    if took is None or took.money is None or took.money.community_share_percent is None:
        return None
    return Share(case, took.money.community_share_percent, took.basis != "actual")


def party_hours(hub: Hub) -> tuple[PartyHours, ...]:
    """Return the hours that are recorded, by kind of party, then by case."""
    rows = [row for case in hub.cases.values() for row in _party_hours(hub, case)]
    order = {term.id: rank for rank, term in enumerate(hub.terms("partner-kinds"))}
    return tuple(sorted(rows, key=lambda row: (order.get(row.kind or "", 99), row.case.id)))


def longest(rows: Sequence[PartyHours]) -> float:
    """Return the hours that fill the line."""
    return max((hours for row in rows for hours in (row.paid, row.unpaid) if hours), default=1)


def dated_outcomes(hub: Hub) -> tuple[CaseOutcome, ...]:
    """Return the outcomes whose year since the start of the work is known."""
    return tuple(outcome for case in hub.cases.values() for outcome in dated_outcomes_of(case))


def dated_outcomes_of(case: CaseStudy) -> tuple[CaseOutcome, ...]:
    """Return the outcomes of *case* whose year since the start of the work is known."""
    return tuple(
        CaseOutcome(case, outcome)
        for outcome in case.outcomes
        if years_since_start(case, outcome) is not None and not outcome.hoped_for
    )


def by_years(outcomes: Sequence[CaseOutcome], evidence: Sequence[str]) -> tuple[Years, ...]:
    """Return *outcomes* by years since the start, within a row in the order of *evidence*."""
    placed = [(years_since_start(item.case, item.outcome) or 0, item) for item in outcomes]
    most = max((year for year, _ in placed), default=-1)
    rows = [Years(first, after - 1, ()) for first, after in pairwise(_BINS) if first <= most]
    if most >= _BINS[-1]:
        rows.append(Years(_BINS[-1], None, ()))
    if any(year < 0 for year, _ in placed):
        rows.insert(0, Years(-1, -1, ()))
    order = {id_: rank for rank, id_ in enumerate(evidence)}

    def members(row: Years) -> Iterator[CaseOutcome]:
        for year, item in placed:
            if max(year, -1) >= row.first and (row.last is None or max(year, -1) <= row.last):
                yield item

    def key(item: CaseOutcome) -> tuple[int, str]:
        return order.get(item.outcome.evidence or "", len(order)), item.case.id

    return tuple(Years(row.first, row.last, tuple(sorted(members(row), key=key))) for row in rows)


def years_since_start(case: CaseStudy, outcome: Outcome) -> int | None:
    """Return how many calendar years after the start of *case* the outcome showed."""
    start = days(case.dates).first if case.dates else None
    span = days(outcome.seen) if outcome.seen else None
    day = (span.first or span.last) if span else None
    return day.year - start.year if start and day else None


def lesson_counts(hub: Hub) -> Mapping[tuple[str | None, str], int]:
    """Return how many lessons there are of each stage and kind."""
    return Counter((entry.lesson.stage, entry.lesson.kind) for entry in hub.lessons)


def _readings(case: CaseStudy, stage: str) -> tuple[str, ...]:
    entry = case.power.stages.get(stage) if case.power else None
    if entry is None:
        return ("not-recorded",)
    if entry.level is None:
        return ("described",)
    return tuple(dict.fromkeys(entry.readings.values())) or (entry.level,)


def _party_hours(hub: Hub, case: CaseStudy) -> Iterator[PartyHours]:
    took = case.investment
    for entry in took.hours if took else ():
        party = hub.party(case, entry.who)
        yield PartyHours(
            case,
            hub.party_name(party) if party else entry.who,
            hub.party_kind(party) if party else None,
            entry.paid,
            entry.unpaid,
            took is None or took.basis != "actual",
        )
