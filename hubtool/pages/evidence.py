"""What partnerships show: honest charts, and what nobody has recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hubtool.hub import measures as charts
from hubtool.hub.facet_values import COMMUNITY_VOICES, WELCOME_LESSONS, voices
from hubtool.models.case import CaseStudy
from hubtool.pages.charts.rows import Rows, few, list_pages, marks, marks_each, rows, table_words
from hubtool.pages.page import Page, page
from hubtool.pages.parts.sentences import scale_ends
from hubtool.pages.view import View

PAGE = "evidence/"


@dataclass(frozen=True, slots=True)
class Known:
    """Something a case may tell, and how many do."""

    words: str
    count: int


def evidence_pages(view: View) -> Iterator[Page]:
    """Yield the page of charts, and in pages of their own the lists that are too long for it."""
    shown = rows(view)
    yield _charts(view, shown)
    yield from list_pages(view, shown)


def _charts(view: View, shown: Rows) -> Page:
    kinds = [term.id for term in view.hub.terms("evidence")]
    seen = charts.dated_outcomes(view.hub)
    each = marks_each(len(seen))
    counts = charts.lesson_counts(view.hub)
    cases = view.hub.cases.values()
    return page(
        view,
        "evidence",
        PAGE,
        title=view.words("evidence.title"),
        description=view.words("evidence.lede"),
        template="evidence/page.html",
        **table_words(view),
        known=known(view),
        total=len(view.hub.cases),
        fewest=charts.FEWEST,
        readings=tuple(term for term in view.hub.terms("power") if not term.extra.get("non_value")),
        waits=few(shown.before),
        scale=charts.scale(shown.before),
        ends=scale_ends(charts.scale(shown.before), view.words),
        decided=few(shown.decided),
        told=sum(bool(case.power and case.power.stages) for case in cases),
        shares=few(shown.share),
        worked=few(shown.hours),
        worked_cases=len({one.case.id for one in shown.hours}),
        longest=charts.longest(shown.hours),
        seen=seen,
        seen_cases=len({one.case.id for one in seen}),
        all_outcomes=sum(len(case.outcomes) for case in cases),
        years=charts.by_years(seen, kinds),
        each=each,
        marks_of=lambda row: marks(row, kinds, each),
        hoped=few(shown.hopes),
        hard=few(shown.harms),
        counts=counts,
        most=max(counts.values(), default=1),
        lesson_stages=view.hub.terms("stages"),
        lesson_kinds=view.hub.terms("lesson-kinds"),
        with_stage=sum(count for (stage, _), count in counts.items() if stage),
    )


def known(view: View) -> tuple[Known, ...]:
    """Return how many cases tell what, what most of them tell first."""
    tells: dict[str, Callable[[CaseStudy], bool]] = {
        "power": lambda case: bool(case.power and case.power.stages),
        "reading": lambda case: any(
            entry.level for entry in (case.power.stages.values() if case.power else ())
        ),
        "months": lambda case: case.id in waits,
        "money": lambda case: bool(case.investment and case.investment.money),
        "share": lambda case: case.id in shared,
        "hours": lambda case: bool(case.investment and case.investment.hours),
        "payment": lambda case: bool(case.investment and case.investment.payment),
        "cost": lambda case: bool(case.investment and case.investment.costs_to_people),
        "outcome": lambda case: any(one.seen for one in case.outcomes),
        "harm": lambda case: any(one.direction != "gain" for one in case.outcomes),
        "hard": lambda case: any(one.kind not in WELCOME_LESSONS for one in case.lessons),
        "community": lambda case: bool(voices(case) & COMMUNITY_VOICES),
        "visit": lambda case: any(one.visited for one in case.checkpoints),
    }
    waits = {one.case.id for one in charts.waits(view.hub)}
    shared = {one.case.id for one in charts.shares(view.hub)}
    found = [
        Known(view.words(f"evidence.known.{key}"), sum(map(is_told, view.hub.cases.values())))
        for key, is_told in tells.items()
    ]
    return tuple(sorted(found, key=lambda one: -one.count))
