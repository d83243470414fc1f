"""The rows of the charts: some of them on the page of charts, all of them in lists of their own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from hubtool.hub import measures as charts
from hubtool.models.claims import Outcome
from hubtool.pages.page import Page, page
from hubtool.pages.parts.paging import sheet_title, sheets
from hubtool.pages.parts.sentences import spell
from hubtool.pages.parts.stages import decision_stages
from hubtool.pages.view import View
from hubtool.text.words import Words

MOST = 96
"""Rows of one chart on the page of charts: the page stays as light as a phone needs it."""

MOST_MARKS = 600
"""Marks in the chart of outcomes; with more outcomes, a mark stands for several."""

PER_PAGE = 250

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Rows:
    """What each chart and list draws, all of it."""

    before: tuple[charts.Wait, ...]
    decided: tuple[charts.DecisionRow, ...]
    share: tuple[charts.Share, ...]
    hours: tuple[charts.PartyHours, ...]
    harms: tuple[charts.CaseOutcome, ...]
    hopes: tuple[charts.CaseOutcome, ...]

    def named(self) -> tuple[tuple[str, Sequence[Any]], ...]:
        """Return the rows with the names of their charts."""
        return (
            ("before", self.before),
            ("decided", self.decided),
            ("share", self.share),
            ("hours", self.hours),
            ("harms", self.harms),
            ("hopes", self.hopes),
        )


@dataclass(frozen=True, slots=True)
class Few(Generic[Row]):
    """What is shown of *count* rows."""

    count: int
    rows: tuple[Row, ...]


def rows(view: View) -> Rows:
    """Return the rows of all charts of *hub*."""
    return Rows(
        before=charts.waits(view.hub),
        decided=charts.decision_rows(view.hub, decision_stages(view)),
        share=charts.shares(view.hub),
        hours=charts.party_hours(view.hub),
        harms=_outcomes(view, lambda one: one.direction != "gain" and not one.hoped_for),
        hopes=_outcomes(view, lambda one: one.hoped_for),
    )


def few(given: Sequence[Row], most: int = MOST) -> Few[Row]:
    """Return *most* of the rows *given*, evenly from the first to the last; all if they are few."""
    if len(given) <= most:
        return Few(len(given), tuple(given))
    step = (len(given) - 1) / (most - 1)
    return Few(len(given), tuple(given[round(place * step)] for place in range(most)))


def list_pages(view: View, shown: Rows) -> Iterator[Page]:
    """Yield the lists that the page of charts shows only some of."""
    for chart, given in shown.named():
        if len(given) > MOST:
            yield from _list(view, chart, given, view.words)


def table_words(view: View) -> dict[str, Any]:
    """Return what the tables need beside their rows."""
    return {
        "stages": decision_stages(view),
        "spell": lambda months: spell(months, view.words),
        "before_words": lambda one: (
            view.words("took.months", n=one.before.most)
            if one.is_recorded
            else spell(one.before, view.words)
        ),
    }


def marks_each(outcomes: int) -> int:
    """Return for how many of *outcomes* one mark stands."""
    return max(1, -(-outcomes // MOST_MARKS))


def marks(
    row: charts.Years, evidence: Sequence[str], each: int
) -> tuple[tuple[str | None, str], ...]:
    """Return the marks of *row* as how we know and what it was; what there is has one at least."""
    found = [(one.outcome.evidence, one.outcome.direction) for one in row.outcomes]
    if each == 1:
        return tuple(found)
    order = {id_: place for place, id_ in enumerate(evidence)}
    found.sort(key=lambda kind: (order.get(kind[0] or "", len(order)), kind[1]))
    return tuple(
        kind for kind, alike in groupby(found) for _ in range(-(-len(list(alike)) // each))
    )


def _list(view: View, chart: str, given: Sequence[Any], t: Words) -> Iterator[Page]:
    title = t(f"evidence.all-{chart}", n=len(given))
    for sheet in sheets(given, f"evidence/{chart}/", PER_PAGE):
        yield page(
            view,
            "evidence",
            sheet.address,
            title=sheet_title(title, sheet, t),
            description=title,
            template="charts/list.html",
            **table_words(view),
            chart=chart,
            heading=title,
            sheet=sheet,
        )


def _outcomes(view: View, wanted: Callable[[Outcome], bool]) -> tuple[charts.CaseOutcome, ...]:
    return tuple(
        charts.CaseOutcome(case, outcome)
        for case in view.hub.cases.values()
        for outcome in case.outcomes
        if wanted(outcome)
    )
