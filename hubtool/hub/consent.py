"""Consent: which parts of a case may be published. It is decided here and nowhere else."""

from collections.abc import Mapping
from typing import Any

from hubtool.models.case import CaseStudy
from hubtool.models.vocabulary import Organisation
from hubtool.records.credits import people_credited
from hubtool.text.quotations import without_quotations


def published_parts(case: CaseStudy, organisations: Mapping[str, Organisation]) -> CaseStudy:
    """Return *case* with the parts that its partner agreed to; an empty scope means all of them.

    Where people appear by their roles only, the credits name none.
    """
    scope, changes = case.consent.scope, _without_people(case, organisations)
    if not scope:
        return case.model_copy(update=changes) if changes else case
    if "text" not in scope:
        changes["story"] = None
        changes["used"] = ()
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


def _without_people(case: CaseStudy, organisations: Mapping[str, Organisation]) -> dict[str, Any]:
    people = people_credited(case, organisations) if case.consent.people == "roles-only" else ()
    credits_ = tuple(credit for n, credit in enumerate(case.credits) if n not in people)
    return {"credits": credits_} if people else {}
