"""The time before the question in a case, and the drawing of its timeline."""

from dataclasses import dataclass

from hubtool.art.timeline import TimelineDrawing, timeline_drawing
from hubtool.hub.timeline import Months, months_before_question
from hubtool.models.case import CaseStudy

_WIDE, _WIDE_GAP = 780.0, 38.0


@dataclass(frozen=True)
class TimeBefore:
    """The time before the question: how long it was, and the timeline."""

    months: Months | None
    is_recorded: bool  # written in `investment`, not reckoned from the timeline
    drawing: TimelineDrawing | None


def time_before(case: CaseStudy) -> TimeBefore:
    """Return how long *case* took to get to its question, as recorded or by its timeline."""
    recorded = case.investment.months_before_question if case.investment else None
    return TimeBefore(
        months=Months(recorded, recorded)
        if recorded is not None
        else months_before_question(case.timeline),
        is_recorded=recorded is not None,
        drawing=timeline_drawing(case.timeline, case.dates, width=_WIDE, gap=_WIDE_GAP),
    )
