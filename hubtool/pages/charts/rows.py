"""The rows of the charts: a sample of them on the page of charts, all of them in lists."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Generic, TypeVar

from hubtool.hub import measures
from hubtool.models.claims import Outcome
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.paging import Sheet, sheet_title, sheets
from hubtool.pages.view import View

MOST = 32
"""Rows of one chart on the page of charts: the page stays as light as a phone needs it."""

MOST_READ = 96
"""Rows of the chart of who decided, which takes the least room and says the most."""

MOST_SAID = 48
"""Outcomes in one list of words."""

MOST_IN_TABLE = 24
"""Rows that are also in a table on the page of charts; more are in lists of their own."""

MOST_MARKS = 400
"""Marks in the chart of outcomes; with more outcomes, a mark stands for several."""

PER_PAGE = 250

_SAID = ("harms", "hopes")

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ChartRows:
    """All rows of each chart, by the chart's name."""

    before: tuple[measures.Wait, ...]
    decided: tuple[measures.DecisionRow, ...]
    share: tuple[measures.Share, ...]
    hours: tuple[measures.PartyHours, ...]
    harms: tuple[measures.CaseOutcome, ...]
    hopes: tuple[measures.CaseOutcome, ...]


@dataclass(frozen=True, slots=True)
class RowSample(Generic[Row]):
    """The rows to show of *count* rows."""

    count: int
    rows: tuple[Row, ...]

    @property
    def is_part(self) -> bool:
        """Whether there are other rows."""
        return self.count > len(self.rows)

    @property
    def has_table(self) -> bool:
        """Whether the page has room for the rows as a table, too."""
        return self.count <= MOST_IN_TABLE


@dataclass(frozen=True, slots=True)
class OutcomeMark:
    """A mark of the chart of outcomes: its shape is the evidence, its filling the direction."""

    evidence: str | None
    direction: str


@dataclass(frozen=True)
class ChartListContent(Content):
    """One page of all the rows of *chart*."""

    template = "charts/list.html"

    chart: str
    heading: str
    sheet: Sheet[object]


def chart_rows(view: View) -> ChartRows:
    """Return the rows of all charts."""
    hub = view.hub
    return ChartRows(
        before=measures.waits(hub),
        decided=measures.decision_rows(hub, hub.decision_stages),
        share=measures.shares(hub),
        hours=measures.party_hours(hub),
        harms=_outcomes(
            view, lambda outcome: outcome.direction != "gain" and not outcome.hoped_for
        ),
        hopes=_outcomes(view, lambda outcome: outcome.hoped_for),
    )


def row_sample(rows: Sequence[Row], most: int = MOST) -> RowSample[Row]:
    """Return *most* of *rows*, evenly from the first to the last; all if they are not more."""
    if len(rows) <= most:
        return RowSample(len(rows), tuple(rows))
    step = (len(rows) - 1) / (most - 1)
    return RowSample(len(rows), tuple(rows[round(index * step)] for index in range(most)))


def list_pages(view: View, all_rows: ChartRows) -> Iterator[Page]:
    """Yield the lists of those charts whose rows are too many for the page of charts."""
    for field in fields(all_rows):
        rows: Sequence[object] = getattr(all_rows, field.name)
        if len(rows) > (MOST_SAID if field.name in _SAID else MOST_IN_TABLE):
            yield from _list(view, field.name, rows)


def outcomes_per_mark(outcomes: int) -> int:
    """Return for how many of *outcomes* one mark stands."""
    return max(1, -(-outcomes // MOST_MARKS))


def outcome_marks(
    row: measures.Years, evidence: Sequence[str], each: int
) -> tuple[OutcomeMark, ...]:
    """Return the marks of *row*, one for *each* outcomes alike, in the order of *evidence*."""
    marks = [OutcomeMark(item.outcome.evidence, item.outcome.direction) for item in row.outcomes]
    if each == 1:
        return tuple(marks)
    order = {id_: index for index, id_ in enumerate(evidence)}
    marks.sort(key=lambda mark: (order.get(mark.evidence or "", len(order)), mark.direction))
    return tuple(
        mark for mark, alike in groupby(marks) for _ in range(-(-len(list(alike)) // each))
    )


def _list(view: View, chart: str, rows: Sequence[object]) -> Iterator[Page]:
    title = view.words(f"evidence.all-{chart}", n=len(rows))
    for sheet in sheets(rows, f"evidence/{chart}/", PER_PAGE):
        yield page(
            view,
            "evidence",
            sheet.address,
            title=sheet_title(title, sheet, view.words),
            description=title,
            content=ChartListContent(chart, title, sheet),
        )


def _outcomes(view: View, is_wanted: Callable[[Outcome], bool]) -> tuple[measures.CaseOutcome, ...]:
    return tuple(
        measures.CaseOutcome(case, outcome)
        for case in view.hub.cases.values()
        for outcome in case.outcomes
        if is_wanted(outcome)
    )
