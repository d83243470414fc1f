"""Who is credited for a case: its partners, or people."""

from collections.abc import Mapping

from hubtool.models.case import CaseStudy
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.vocabulary import Organisation
from hubtool.records.vocabularies import folded


def people_credited(case: CaseStudy, organisations: Mapping[str, Organisation]) -> tuple[int, ...]:
    """Return which of the credits of *case* name a person, as far as can be told.

    These have an ORCID iD, or a name that is no partner's, funder's or known organisation's and
    does not end like a role ("a walker").
    """
    if not case.credits:
        return ()
    parties: tuple[PartnerEntry | FunderEntry, ...] = (*case.partners, *case.funders)
    bodies = {folded(party.name or "") for party in parties}
    for body in organisations.values():
        bodies |= set(map(folded, (body.label, *body.alt)))
    return tuple(
        index
        for index, credit in enumerate(case.credits)
        if credit.orcid
        or (folded(credit.name) not in bodies and not credit.name.split()[-1][0].islower())
    )
