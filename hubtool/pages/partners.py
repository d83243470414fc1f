"""The directory of partners, and a page for each that is in more than one case."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.directories import Directory, Listed, directory, directory_pages
from hubtool.pages.parts.lesson_groups import sample
from hubtool.pages.parts.parties import (
    body,
    funder_address,
    funders_with_page,
    partner_address,
    partners_with_page,
)
from hubtool.pages.view import View

PAGE = "partners/"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Partners of one kind; no kind where none is recorded."""

    kind: Term | None
    directory: Directory


@dataclass(frozen=True, slots=True)
class Part:
    """A case with what the partner did in it."""

    card: Card
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another body of the same cases, and in how many of them."""

    name: str
    address: str | None
    count: int


def partner_pages(view: View) -> Iterator[Page]:
    """Yield the directory, then a page for each partner that is in more than one case."""
    shelves = shelves_of(view)
    listed = [one for shelf in shelves for one in shelf.directory.bodies]
    yield page(
        view,
        "partners",
        PAGE,
        title=view.words("partners.title"),
        description=view.words("partners.lede", n=len(listed)),
        template="partners/index.html",
        shelves=shelves,
        total=len(listed),
        with_page=sum(one.address is not None for one in listed),
        countries=tuple(sorted(Counter(one.country for one in listed if one.country).items())),
    )
    back = (PAGE, view.words("partners.title"))
    for shelf in shelves:
        title = shelf.kind.label if shelf.kind else view.words("partners.no-kind")
        yield from directory_pages(view, "partner", shelf.directory, title, back=back)
    for org in partners_with_page(view):
        yield _partner(view, org)


def shelves_of(view: View) -> tuple[Shelf, ...]:
    """Return all partners by kind, in the vocabulary's order, and by name."""
    found: dict[str | None, list[Listed]] = {}
    seen: set[str] = set()
    for case in view.hub.cases.values():
        for partner in case.partners:
            if partner.org not in seen:
                found.setdefault(_kind(view, partner), []).append(_listed(view, case, partner))
            if partner.org:
                seen.add(partner.org)
    total = sum(map(len, found.values()))
    kinds: list[Term | None] = [*view.hub.terms("partner-kinds"), None]
    return tuple(
        Shelf(kind, _of_kind(id_, found[id_], total))
        for kind in kinds
        if (id_ := kind.id if kind else None) in found
    )


def _of_kind(kind: str | None, found: list[Listed], total: int) -> Directory:
    bodies = tuple(sorted(found, key=lambda one: (one.name.casefold(), one.name)))
    address = f"{PAGE}kind/{kind or 'not-recorded'}/"
    return directory(bodies, address, beside=total - len(bodies))


def _kind(view: View, partner: PartnerEntry) -> str | None:
    # An organisation stands once, under what it is; a case may call it something more particular.
    return view.hub.organisations[partner.org].kind if partner.org else partner.kind


def _listed(view: View, case: CaseStudy, partner: PartnerEntry) -> Listed:
    """Return *partner*; one known by name alone may share it with another body elsewhere."""
    country = view.hub.organisations[partner.org].country if partner.org else None
    cases = view.hub.cases_by_partner[partner.org] if partner.org else (case,)
    return Listed(
        view.hub.party_name(partner),
        view.words.country(country) if country else "",
        partner_address(view, partner),
        cases,
    )


def _partner(view: View, org: str) -> Page:
    cases = view.hub.cases_by_partner[org]
    name = view.hub.organisations[org].label
    in_these = {case.id for case in cases}
    return page(
        view,
        "partner",
        f"{PAGE}{org}/",
        title=name,
        description=view.words("partners.of", name=name, n=len(cases)),
        template="partners/page.html",
        body=body(view, org, other=f"funders/{org}/" if org in funders_with_page(view) else None),
        case_parts=tuple(_part(view, org, case) for case in cases),
        beside=_bodies(
            view, (p for case in cases for p in case.partners if p.org != org), partner_address
        ),
        funders=_bodies(view, (p for case in cases for p in case.funders), funder_address),
        lessons=sample(view, (entry for entry in view.hub.lessons if entry.case.id in in_these)),
    )


def _part(view: View, org: str, case: CaseStudy) -> Part:
    return Part(card(view, case), tuple(p.role for p in case.partners if p.org == org and p.role))


def _bodies(
    view: View,
    parties: Iterable[PartnerEntry | FunderEntry],
    address: Callable[[View, PartnerEntry | FunderEntry], str | None],
) -> tuple[Beside, ...]:
    """Return *parties*, each once, those of most cases first."""
    found: dict[str, Beside] = {}
    for party in parties:
        name = view.hub.party_name(party)
        count = found[name].count + 1 if name in found else 1
        found[name] = Beside(name, address(view, party), count)
    return tuple(sorted(found.values(), key=lambda one: (-one.count, one.name.casefold())))
