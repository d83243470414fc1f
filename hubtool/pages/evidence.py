"""What partnerships show: honest charts, and what nobody has recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hubtool.facets import COMMUNITY_VOICES, WELCOME_LESSONS, voices
from hubtool.hub import Hub
from hubtool.models.case import CaseStudy, Outcome
from hubtool.pages import case_words as say
from hubtool.pages import charts
from hubtool.pages.case import decision_stages
from hubtool.pages.claims import tools
from hubtool.pages.page import Page, hub_words, page

PAGE = "evidence/"


@dataclass(frozen=True, slots=True)
class Known:
    """Something a case may tell, and how many do."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Months on a line from 0 to 100: the question stands at the same place for every case."""

    before: int
    after: int

    def at(self, months: int) -> float:
        """Return where *months* after the question are; less than nought is before it."""
        return round(2 + 96 * (self.before + months) / ((self.before + self.after) or 1), 2)


def evidence_pages(hub: Hub) -> Iterator[Page]:
    """Yield the page of charts."""
    t = hub_words(hub)
    stages = decision_stages(hub)
    kinds = [term.id for term in hub.terms("evidence")]
    waits = charts.waits(hub)
    seen = charts.seen_outcomes(hub)
    worked = charts.worked(hub)
    counts = charts.lesson_counts(hub)
    cases = hub.cases.values()
    yield page(
        hub,
        "evidence",
        PAGE,
        title=t("evidence.title"),
        description=t("evidence.lede"),
        template="evidence/page.html",
        **tools(hub),
        known=known(hub),
        total=len(hub.cases),
        fewest=charts.FEWEST,
        stages=stages,
        readings=tuple(term for term in hub.terms("power") if not term.extra.get("non_value")),
        waits=waits,
        scale=_scale(waits),
        spell=lambda months: say.spell(months, t),
        before_words=lambda one: (
            t("took.months", n=one.before.most) if one.is_recorded else say.spell(one.before, t)
        ),
        decided=charts.decided(hub, stages),
        told=sum(bool(case.power and case.power.stages) for case in cases),
        shares=charts.shares(hub),
        worked=worked,
        worked_cases=len({one.case.id for one in worked}),
        longest=max(
            (hours for one in worked for hours in (one.paid, one.unpaid) if hours), default=1
        ),
        seen=seen,
        seen_cases=len({one.case.id for one in seen}),
        all_outcomes=sum(len(case.outcomes) for case in cases),
        years=charts.by_years(seen, kinds),
        hoped=_outcomes(hub, lambda one: one.hoped_for),
        hard=_outcomes(hub, lambda one: one.direction != "gain" and not one.hoped_for),
        counts=counts,
        most=max(counts.values(), default=1),
        lesson_stages=hub.terms("stages"),
        lesson_kinds=hub.terms("lesson-kinds"),
        with_stage=sum(count for (stage, _), count in counts.items() if stage),
    )


def known(hub: Hub) -> tuple[Known, ...]:
    """Return how many cases tell what, what most of them tell first."""
    t = hub_words(hub)
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
    waits = {one.case.id for one in charts.waits(hub)}
    shared = {one.case.id for one in charts.shares(hub)}
    found = [
        Known(t(f"evidence.known.{key}"), sum(map(is_told, hub.cases.values())))
        for key, is_told in tells.items()
    ]
    return tuple(sorted(found, key=lambda one: -one.count))


def _scale(waits: tuple[charts.Wait, ...]) -> Scale:
    return Scale(
        before=max((one.before.most for one in waits), default=0),
        after=max((one.after.most for one in waits if one.after), default=0),
    )


def _outcomes(hub: Hub, wanted: Callable[[Outcome], bool]) -> tuple[charts.Seen, ...]:
    return tuple(
        charts.Seen(case, outcome)
        for case in hub.cases.values()
        for outcome in case.outcomes
        if wanted(outcome)
    )
