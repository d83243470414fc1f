"""The addresses of partners and funders: those in more than one case have a page."""

from dataclasses import dataclass

from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.vocabulary import Organisation
from hubtool.pages.view import View

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class OrganisationSummary:
    """An organisation with its kind and country in words; *other* is its page in the other role."""

    organisation: Organisation
    kind: str
    country: str
    other: str | None


def partner_address(view: View, party: PartnerEntry | FunderEntry) -> str | None:
    """Return where the page of *party* as a partner is, if it has one."""
    cases = view.hub.cases_by_partner.get(party.org or "", ())
    return f"partners/{party.org}/" if len(cases) >= _FEWEST else None


def funder_address(view: View, party: PartnerEntry | FunderEntry) -> str | None:
    """Return where the page of *party* as a funder is, if it has one."""
    cases = view.hub.cases_by_funder.get(party.org or "", ())
    return f"funders/{party.org}/" if len(cases) >= _FEWEST else None


def partners_with_page(view: View) -> tuple[str, ...]:
    """Return the ids of organisations that were a partner in more than one case."""
    return tuple(org for org, cases in view.hub.cases_by_partner.items() if len(cases) >= _FEWEST)


def funders_with_page(view: View) -> tuple[str, ...]:
    """Return the ids of organisations that paid for more than one case."""
    return tuple(org for org, cases in view.hub.cases_by_funder.items() if len(cases) >= _FEWEST)


def organisation_summary(view: View, org: str, *, other: str | None) -> OrganisationSummary:
    """Return the organisation *org* in words; *other* is its page in the other directory."""
    organisation = view.hub.organisations[org]
    kind = view.hub.term("partner-kinds", organisation.kind).label
    country = view.words.country(organisation.country) if organisation.country else ""
    return OrganisationSummary(organisation, kind, country, other)
