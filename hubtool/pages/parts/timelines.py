"""The time before the question in a case, with its timeline drawn at two widths."""

from dataclasses import dataclass

from hubtool.art.timeline import Strip, strip
from hubtool.hub.timeline import Months, months_before_question
from hubtool.models.case import CaseStudy

_WIDE, _WIDE_GAP = 780.0, 38.0
_NARROW = 340.0


@dataclass(frozen=True)
class Before:
    """The time before the question: how long, who says so, and the strip at two widths."""

    months: Months | None
    is_recorded: bool  # written in `investment`, not reckoned from the timeline
    wide: Strip | None
    narrow: Strip | None


def before(case: CaseStudy) -> Before:
    """Return what *case* says of the time before the question."""
    said = case.investment.months_before_question if case.investment else None
    return Before(
        months=Months(said, said) if said is not None else months_before_question(case.timeline),
        is_recorded=said is not None,
        wide=strip(case.timeline, case.dates, width=_WIDE, gap=_WIDE_GAP),
        narrow=strip(case.timeline, case.dates, width=_NARROW, gap=0),
    )
