"""Where partners and funders have a page: those that are in more than one case."""

from dataclasses import dataclass

from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.vocabulary import Organisation
from hubtool.pages.view import View

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation as its page opens: its kind and country in words, and its other page."""

    organisation: Organisation
    kind: str
    country: str
    other: str | None


def partner_address(view: View, party: PartnerEntry | FunderEntry) -> str | None:
    """Return where the page of *party* as a partner is, if it has one."""
    found = view.hub.cases_by_partner.get(party.org or "", ())
    return f"partners/{party.org}/" if len(found) >= _FEWEST else None


def funder_address(view: View, party: PartnerEntry | FunderEntry) -> str | None:
    """Return where the page of *party* as a funder is, if it has one."""
    found = view.hub.cases_by_funder.get(party.org or "", ())
    return f"funders/{party.org}/" if len(found) >= _FEWEST else None


def partners_with_page(view: View) -> tuple[str, ...]:
    """Return the ids of organisations that were a partner in more than one case."""
    return tuple(org for org, cases in view.hub.cases_by_partner.items() if len(cases) >= _FEWEST)


def funders_with_page(view: View) -> tuple[str, ...]:
    """Return the ids of organisations that paid for more than one case."""
    return tuple(org for org, cases in view.hub.cases_by_funder.items() if len(cases) >= _FEWEST)


def body(view: View, org: str, *, other: str | None) -> Body:
    """Return the organisation *org* in words; *other* is its page in the other directory."""
    found = view.hub.organisations[org]
    country = view.words.country(found.country) if found.country else ""
    return Body(found, view.hub.term("partner-kinds", found.kind).label, country, other)
