"""The directory of partners, and a page for each that is in more than one case."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub.references import LessonReference
from hubtool.models.case import CaseStudy
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.directories import Directory, DirectoryEntry, directory, directory_pages
from hubtool.pages.parts.lesson_groups import sample
from hubtool.pages.parts.paging import BackLink
from hubtool.pages.parts.parties import (
    OrganisationSummary,
    funder_address,
    funders_with_page,
    organisation_summary,
    partner_address,
    partners_with_page,
)
from hubtool.pages.view import View

PAGE = "partners/"
_MOST_FREQUENT = 60


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """Partners of one kind; no kind where none is recorded."""

    kind: Term | None
    label: str
    directory: Directory


@dataclass(frozen=True, slots=True)
class CaseRoles:
    """A case with the roles that one partner had in it."""

    card: Card
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountedParty:
    """Another partner or a funder of the same cases, and in how many of them it is."""

    name: str
    address: str | None
    count: int


@dataclass(frozen=True)
class PartnersContent(Content):
    """The directory of all partners by kind; *countries* has the number of them in each.

    *frequent* are those with a page, the ones in most cases first; not all of many.
    """

    template = "partners/index.html"

    groups: tuple[PartnerGroup, ...]
    total: int
    with_page: int
    frequent: tuple[DirectoryEntry, ...]
    countries: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class PartnerContent(Content):
    """One partner with its cases, and who else was part of them."""

    template = "partners/page.html"

    summary: OrganisationSummary
    cases: tuple[CaseRoles, ...]
    partners: tuple[CountedParty, ...]
    funders: tuple[CountedParty, ...]
    lessons: tuple[LessonReference, ...]


def partner_pages(view: View) -> Iterator[Page]:
    """Yield the directory, then a page for each partner that is in more than one case."""
    groups = partner_groups(view)
    entries = [entry for group in groups for entry in group.directory.entries]
    countries = Counter(entry.country for entry in entries if entry.country)
    with_page = [entry for entry in entries if entry.address is not None]
    yield page(
        view,
        "partners",
        PAGE,
        title=view.words("partners.title"),
        description=view.words("partners.lede", n=len(entries)),
        content=PartnersContent(
            groups=groups,
            total=len(entries),
            with_page=len(with_page),
            frequent=tuple(
                sorted(with_page, key=lambda entry: (-len(entry.cases), entry.name.casefold()))
            )[:_MOST_FREQUENT],
            countries=tuple(sorted(countries.items())),
        ),
    )
    back = BackLink(PAGE, view.words("partners.title"))
    for group in groups:
        yield from directory_pages(view, "partner", group.directory, group.label, back=back)
    for org in partners_with_page(view):
        yield _partner(view, org)


def partner_groups(view: View) -> tuple[PartnerGroup, ...]:
    """Return all partners by kind, in the vocabulary's order, and by name."""
    by_kind: dict[str | None, list[DirectoryEntry]] = {}
    listed: set[str] = set()
    for case in view.hub.cases.values():
        for partner in case.partners:
            if partner.org not in listed:
                by_kind.setdefault(_kind(view, partner), []).append(_entry(view, case, partner))
            if partner.org:
                listed.add(partner.org)
    total = sum(map(len, by_kind.values()))
    kinds: list[Term | None] = [*view.hub.terms("partner-kinds"), None]
    return tuple(
        PartnerGroup(
            kind,
            kind.label if kind else view.words("partners.no-kind"),
            _directory(id_, by_kind[id_], total),
        )
        for kind in kinds
        if (id_ := kind.id if kind else None) in by_kind
    )


def _directory(kind: str | None, of_kind: Iterable[DirectoryEntry], total: int) -> Directory:
    entries = tuple(sorted(of_kind, key=lambda entry: (entry.name.casefold(), entry.name)))
    address = f"{PAGE}kind/{kind or 'not-recorded'}/"
    return directory(entries, address, elsewhere=total - len(entries))


def _kind(view: View, partner: PartnerEntry) -> str | None:
    # An organisation is listed once, under its own kind, even where a case is more specific.
    return view.hub.organisations[partner.org].kind if partner.org else partner.kind


def _entry(view: View, case: CaseStudy, partner: PartnerEntry) -> DirectoryEntry:
    """Return *partner*; one without an organisation is listed again for each of its cases."""
    country = view.hub.organisations[partner.org].country if partner.org else None
    return DirectoryEntry(
        view.hub.party_name(partner),
        view.words.country(country) if country else "",
        partner_address(view, partner),
        view.hub.cases_by_partner[partner.org] if partner.org else (case,),
    )


def _partner(view: View, org: str) -> Page:
    cases = view.hub.cases_by_partner[org]
    name = view.hub.organisations[org].label
    funder_page = f"funders/{org}/" if org in funders_with_page(view) else None
    ids = {case.id for case in cases}
    partners = (party for case in cases for party in case.partners if party.org != org)
    funders = (party for case in cases for party in case.funders)
    return page(
        view,
        "partner",
        f"{PAGE}{org}/",
        title=name,
        description=view.words("partners.of", name=name, n=len(cases)),
        content=PartnerContent(
            summary=organisation_summary(view, org, other=funder_page),
            cases=tuple(_case_roles(view, org, case) for case in cases),
            partners=_counted(view, partners, partner_address),
            funders=_counted(view, funders, funder_address),
            lessons=sample(view, (entry for entry in view.hub.lessons if entry.case.id in ids)),
        ),
    )


def _case_roles(view: View, org: str, case: CaseStudy) -> CaseRoles:
    roles = (partner.role for partner in case.partners if partner.org == org)
    return CaseRoles(card(view, case), tuple(role for role in roles if role))


def _counted(
    view: View,
    parties: Iterable[PartnerEntry | FunderEntry],
    address: Callable[[View, PartnerEntry | FunderEntry], str | None],
) -> tuple[CountedParty, ...]:
    """Return *parties*, each once, those of most cases first."""
    by_name: dict[str, CountedParty] = {}
    for party in parties:
        name = view.hub.party_name(party)
        count = by_name[name].count + 1 if name in by_name else 1
        by_name[name] = CountedParty(name, address(view, party), count)
    return tuple(
        sorted(by_name.values(), key=lambda counted: (-counted.count, counted.name.casefold()))
    )
