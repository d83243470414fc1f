"""The pages of themes, methods, topics and frictions, and their indexes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hubtool.art.cover import cover
from hubtool.art.quilt import quilt
from hubtool.hub.facets import facet_of, schemes_with_feeds, schemes_with_pages
from hubtool.hub.lists import Table, by_newness, case_table
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Tension
from hubtool.models.vocabulary import Term
from hubtool.pages.linked_data.lists import scheme_data, term_data
from hubtool.pages.page import Page, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.case_lists import PER_PAGE, further
from hubtool.pages.parts.feed_addresses import feed_address
from hubtool.pages.parts.finder import Finder, is_worth_sifting, some
from hubtool.pages.parts.lesson_groups import pairs_among, sample
from hubtool.pages.parts.paging import Sheet, sheets
from hubtool.pages.view import View

_MOST_LESSONS = 8
_MOST_COVERS = 4
_HARD = frozenset({"tension", "barrier", "did-not-work", "would-change", "risk"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """Terms under the heading of their vocabulary; no heading where it has none."""

    group: Term | None
    terms: tuple[Term, ...]


def term_pages(view: View) -> Iterator[Page]:
    """Yield an index for each scheme, and a page for each of its terms, used or not."""
    table = case_table(view.hub)
    for scheme in schemes_with_pages():
        if scheme in view.hub.vocabularies:
            yield _index(view, scheme)
            for term in view.hub.terms(scheme):
                yield from _term(view, table, scheme, term)


def shelves(view: View, scheme: str) -> tuple[Shelf, ...]:
    """Return the terms of *scheme* by their groups, in the vocabulary's order."""
    terms = view.hub.terms(scheme)
    groups = [term for term in view.hub.vocabularies[scheme].terms.values() if term.group]
    found = [
        Shelf(group, tuple(term for term in terms if term.broader == group.id)) for group in groups
    ]
    known = {group.id for group in groups}
    found.append(Shelf(None, tuple(term for term in terms if term.broader not in known)))
    return tuple(shelf for shelf in found if shelf.terms)


def _index(view: View, scheme: str) -> Page:
    file = view.hub.vocabularies[scheme].file
    return page(
        view,
        "terms",
        f"{scheme}/",
        title=view.words(f"{scheme}.title"),
        description=file.scheme.description,
        template="terms/index.html",
        data=scheme_data(view, scheme, f"{scheme}/"),
        scheme=scheme,
        about=file.scheme.description,
        shelves=shelves(view, scheme),
        quilt=quilt(view.hub) if scheme == "topics" else None,
        counts={
            term.id: len(view.hub.cases_with(scheme, term.id)) for term in view.hub.terms(scheme)
        },
    )


def _term(view: View, table: Table, scheme: str, term: Term) -> Iterator[Page]:
    address = f"{scheme}/{term.id}/"
    ids = by_newness(table, (case.id for case in view.hub.cases_with(scheme, term.id)))
    cases = [view.hub.cases[id_] for id_ in ids]
    for sheet in sheets(cases, address, PER_PAGE):
        if sheet.number == 1:
            yield _first(view, table, scheme, term, sheet)
        else:
            yield further(view, sheet, term.label, len(cases), back=(address, term.label))


def _first(view: View, table: Table, scheme: str, term: Term, sheet: Sheet[CaseStudy]) -> Page:
    return page(
        view,
        "term",
        sheet.address,
        title=term.label,
        description=term.definition,
        template="terms/page.html",
        data=term_data(view, scheme, term, sheet.address),
        **_used(view, scheme, term),
        sheet=sheet,
        covers=tuple(cover(view.hub, case) for case in sheet.entries[:_MOST_COVERS]),
        card_of=lambda case: card(view, case),
        finder=_finder(view, table, scheme, term),
        scheme=scheme,
        term=term,
        group=view.hub.vocabularies[scheme].terms.get(term.broader or ""),
        related=tuple(view.hub.term(scheme, id_) for id_ in term.related),
        sources=_sources(view, scheme, term),
    )


def _finder(view: View, table: Table, scheme: str, term: Term) -> Finder | None:
    ids = [case.id for case in view.hub.cases_with(scheme, term.id)]
    if not is_worth_sifting(len(ids)):
        return None
    feed = feed_address(f"{scheme}/{term.id}/") if scheme in schemes_with_feeds() else None
    return some(view, table, ids, {facet_of(scheme): [term.id]}, feed)


def _used(view: View, scheme: str, term: Term) -> dict[str, Any]:
    """Return what the hub holds under *term*."""
    found = view.hub.lessons_with(scheme, term.id)
    if scheme == "frictions":
        # Of a case that rubbed somewhere, only the hard lessons may have to do with it.
        found = tuple(entry for entry in found if entry.lesson.kind in _HARD)
    pairs = pairs_among(view, found) if scheme == "themes" else ()
    shown_already = {entry.address for pair in pairs for entry in pair}
    rest = tuple(entry for entry in found if entry.address not in shown_already)
    return {
        "lessons": sample(view, rest, _MOST_LESSONS),
        "lesson_count": len(found),
        "pairs": pairs,
        "tensions": _tensions(view, term) if scheme == "frictions" else (),
    }


def _tensions(view: View, term: Term) -> tuple[tuple[CaseStudy, Tension], ...]:
    """Return the tensions about *term*: first those of which somebody says what moved them."""
    found = [
        (case, tension)
        for case in view.hub.cases.values()
        for tension in case.tensions
        if tension.about == term.id
    ]
    return tuple(
        sorted(found, key=lambda pair: (pair[1].what_moved_it is None, pair[1].open is True))
    )


def _sources(view: View, scheme: str, term: Term) -> tuple[Any, ...]:
    known = view.hub.vocabularies[scheme].file.sources
    return tuple(known[key] for key in term.source if key in known)
