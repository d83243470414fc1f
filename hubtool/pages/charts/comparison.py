"""One case compared with all cases: a sentence beside each part of its page, and two small charts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hubtool.hub import measures
from hubtool.models.case import CaseStudy
from hubtool.pages.view import View

_LINE = 100  # positions of ticks: however many cases there are, there are no more ticks
_TALL, _SHORT = 10.0, 5.0


@dataclass(frozen=True, slots=True)
class AllCases:
    """All cases in numbers, which are counted once for the hub and not for each case."""

    counts: Mapping[str, int]  # how many cases record what a chart draws, by chart
    ticks: Mapping[str, str]  # the cases as the data of a path 100 wide and 10 high, by chart
    longest: float  # hours


@dataclass(frozen=True, slots=True)
class Comparison:
    """One case beside all cases: what its page draws, chart by chart."""

    all_cases: AllCases
    fewest: int
    charts: frozenset[str]  # those that the case has something for
    caveat_at: str | None  # the first of them, where the page says how far to trust it
    share: measures.Share | None


def all_cases(view: View) -> AllCases:
    """Return all cases of the hub in numbers."""
    hub = view.hub
    waits, shares, hours = measures.waits(hub), measures.shares(hub), measures.party_hours(hub)
    outcomes = measures.dated_outcomes(hub)
    longest = measures.longest(hours)
    counts = {
        "before": len(waits),
        "decided": sum(map(_is_read, hub.cases.values())),
        "share": len(shares),
        "hours": len({row.case.id for row in hours}),
        "outcomes": len({row.case.id for row in outcomes}),
        "lessons": sum(entry.lesson.stage is not None for entry in hub.lessons),
    }
    positions = {
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
        longest=longest,
    )


def comparison(case: CaseStudy, everything: AllCases) -> Comparison:
    """Return *case* beside all cases, which are *everything*."""
    share = measures.share(case)
    has = {
        "before": measures.wait(case),
        "decided": case.power,
        "share": share,
        "hours": case.investment.hours if case.investment else (),
        "outcomes": any(measures.dated_outcomes_of(case)),
        "lessons": any(lesson.stage for lesson in case.lessons),
    }
    charts = [chart for chart, is_drawn in has.items() if is_drawn]
    return Comparison(
        all_cases=everything,
        fewest=measures.FEWEST,
        charts=frozenset(charts),
        caveat_at=charts[0] if charts else None,
        share=share,
    )


def _is_read(case: CaseStudy) -> bool:
    return bool(case.power and any(entry.level for entry in case.power.stages.values()))


def _ticks(positions: Iterable[float]) -> str:
    """Return a line through the middle at each of *positions*, longer for several together."""
    counts = Counter(min(round(position), _LINE) for position in positions)
    most = max(counts.values(), default=1)
    lines = []
    for position, count in sorted(counts.items()):
        edge = round((_TALL - _length(count, most)) / 2, 1)
        lines.append(f"M{position} {edge:g}V{_TALL - edge:g}")
    return "".join(lines)


def _length(count: int, most: int) -> float:
    return _SHORT + (_TALL - _SHORT) * (float(count - 1) / (most - 1)) if most > 1 else _SHORT
