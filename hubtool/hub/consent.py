"""Consent: which parts of a case may be published. It is decided here and nowhere else."""

from typing import Any

from hubtool.models.case import CaseStudy
from hubtool.text.quotations import without_quotations


def published_parts(case: CaseStudy) -> CaseStudy:
    """Return *case* with the parts that its partner agreed to; an empty scope means all of them."""
    scope = case.consent.scope
    if not scope:
        return case
    changes: dict[str, Any] = {}
    if "text" not in scope:
        changes["story"] = None
    elif "quotes" not in scope and case.story:
        changes["story"] = without_quotations(case.story)
    if "film" not in scope:
        changes["films"] = ()
        changes["lessons"] = tuple(
            lesson.model_copy(update={"film": None}) for lesson in case.lessons
        )
    if "images" not in scope:
        changes["images"] = ()
    if "place" not in scope:
        changes["places"] = ()
    return case.model_copy(update=changes)
