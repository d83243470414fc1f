"""The pages of themes, methods, topics and frictions, and their indexes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.art.quilt import quilt
from hubtool.hub.facets import facet_of, schemes_with_feeds, schemes_with_pages
from hubtool.hub.lists import Table, by_newness, case_table
from hubtool.hub.references import LessonReference, TensionReference
from hubtool.models.case import CaseStudy
from hubtool.models.vocabulary import Term, VocabularySource
from hubtool.pages.linked_data.lists import scheme_data, term_data
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.case_lists import PER_PAGE, case_list_page
from hubtool.pages.parts.feed_addresses import feed_address
from hubtool.pages.parts.finder import Finder, finder_of_rows, is_worth_sifting
from hubtool.pages.parts.lesson_groups import Pair, pairs_with, sample
from hubtool.pages.parts.paging import BackLink, Sheet, sheet_title, sheets
from hubtool.pages.view import View

_MOST_LESSONS = 8
_MOST_PAIRS = 8
_MOST_TENSIONS = 32
_TENSIONS_PER_PAGE = 80
_MOST_COVERS = 4
_HARD = frozenset({"tension", "barrier", "did-not-work", "would-change", "risk"})


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms under a heading of their vocabulary; no heading where it has none."""

    heading: Term | None
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class TermsContent(Content):
    """The index of a vocabulary; *counts* has the number of cases of each term."""

    template = "terms/index.html"

    scheme: str
    about: str
    groups: tuple[TermGroup, ...]
    quilt: Markup | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TermUse:
    """The claims of the hub's cases under a term: those to begin with, and how many there are."""

    lessons: tuple[LessonReference, ...]
    lesson_count: int
    pairs: tuple[Pair, ...]
    tensions: tuple[TensionReference, ...]
    tension_count: int


@dataclass(frozen=True)
class TermContent(Content):
    """A term, the claims and the cases under it, and where it comes from."""

    template = "terms/page.html"

    scheme: str
    term: Term
    heading: Term | None
    use: TermUse
    sheet: Sheet[CaseStudy]
    cards: tuple[Card, ...]
    covers: tuple[Markup, ...]
    finder: Finder | None
    related: tuple[Term, ...]
    sources: tuple[VocabularySource, ...]


@dataclass(frozen=True)
class TensionsContent(Content):
    """One page of all *count* tensions about a friction."""

    template = "terms/tensions.html"

    term: Term
    count: int
    sheet: Sheet[TensionReference]


@dataclass(frozen=True, slots=True)
class _TermCases:
    """A term of *scheme* with its cases, the newest first, and the table of all cases."""

    scheme: str
    term: Term
    cases: tuple[CaseStudy, ...]
    table: Table

    @property
    def address(self) -> str:
        return f"{self.scheme}/{self.term.id}/"


def term_pages(view: View) -> Iterator[Page]:
    """Yield an index for each scheme, and a page for each of its terms, used or not."""
    table = case_table(view.hub)
    for scheme in schemes_with_pages():
        if scheme in view.hub.vocabularies:
            yield _index(view, scheme)
            for term in view.hub.terms(scheme):
                yield from _term(view, _term_cases(view, table, scheme, term))
                if scheme == "frictions":
                    yield from _tension_pages(view, term)


def term_groups(view: View, scheme: str) -> tuple[TermGroup, ...]:
    """Return the terms of *scheme* by their headings, in the vocabulary's order."""
    terms = view.hub.terms(scheme)
    headings = [term for term in view.hub.vocabularies[scheme].terms.values() if term.group]
    groups = [
        TermGroup(heading, tuple(term for term in terms if term.broader == heading.id))
        for heading in headings
    ]
    ids = {heading.id for heading in headings}
    groups.append(TermGroup(None, tuple(term for term in terms if term.broader not in ids)))
    return tuple(group for group in groups if group.terms)


def _index(view: View, scheme: str) -> Page:
    about = view.hub.vocabularies[scheme].file.scheme.description
    return page(
        view,
        "terms",
        f"{scheme}/",
        title=view.words(f"{scheme}.title"),
        description=about,
        data=scheme_data(view, scheme, f"{scheme}/"),
        content=TermsContent(
            scheme=scheme,
            about=about,
            groups=term_groups(view, scheme),
            quilt=quilt(view.hub) if scheme == "topics" else None,
            counts={
                term.id: len(view.hub.cases_with(scheme, term.id))
                for term in view.hub.terms(scheme)
            },
        ),
    )


def _term_cases(view: View, table: Table, scheme: str, term: Term) -> _TermCases:
    ids = by_newness(table, (case.id for case in view.hub.cases_with(scheme, term.id)))
    return _TermCases(scheme, term, tuple(view.hub.cases[id_] for id_ in ids), table)


def _term(view: View, listed: _TermCases) -> Iterator[Page]:
    label, count = listed.term.label, len(listed.cases)
    back = BackLink(listed.address, label)
    for sheet in sheets(listed.cases, listed.address, PER_PAGE):
        if sheet.number == 1:
            yield _first(view, listed, sheet)
        else:
            yield case_list_page(view, sheet, label, count, back=back)


def _first(view: View, listed: _TermCases, sheet: Sheet[CaseStudy]) -> Page:
    scheme, term = listed.scheme, listed.term
    return page(
        view,
        "term",
        sheet.address,
        title=term.label,
        tab=f"{term.label} - {view.words(f'frame.{scheme}')}",
        description=term.definition,
        data=term_data(view, scheme, term, sheet.address),
        content=TermContent(
            scheme=scheme,
            term=term,
            heading=view.hub.vocabularies[scheme].terms.get(term.broader or ""),
            use=_use(view, scheme, term),
            sheet=sheet,
            cards=tuple(card(view, case) for case in sheet.entries),
            covers=tuple(cover(view.hub, case) for case in sheet.entries[:_MOST_COVERS]),
            finder=_finder(view, listed),
            related=tuple(view.hub.term(scheme, id_) for id_ in term.related),
            sources=_sources(view, scheme, term),
        ),
    )


def _finder(view: View, listed: _TermCases) -> Finder | None:
    scheme, term = listed.scheme, listed.term
    if not is_worth_sifting(len(listed.cases)):
        return None
    ids = [case.id for case in view.hub.cases_with(scheme, term.id)]
    feed = feed_address(listed.address) if scheme in schemes_with_feeds() else None
    return finder_of_rows(view, listed.table, ids, {facet_of(scheme): [term.id]}, feed)


def _use(view: View, scheme: str, term: Term) -> TermUse:
    lessons = view.hub.lessons_with(scheme, term.id)
    if scheme == "frictions":
        # Of a case with this friction, only the hard lessons may have to do with it.
        lessons = tuple(entry for entry in lessons if entry.lesson.kind in _HARD)
    pairs = pairs_with(view, lessons)[:_MOST_PAIRS] if scheme == "themes" else ()
    tensions = _tensions(view, term) if scheme == "frictions" else ()
    in_pairs = {entry.address for pair in pairs for entry in pair}
    further = tuple(entry for entry in lessons if entry.address not in in_pairs)
    return TermUse(
        lessons=sample(view, further, _MOST_LESSONS),
        lesson_count=len(lessons),
        pairs=pairs,
        tensions=tensions[:_MOST_TENSIONS],
        tension_count=len(tensions),
    )


def _tension_pages(view: View, term: Term) -> Iterator[Page]:
    """Yield the list of all tensions about *term*, where its own page shows some of them."""
    tensions = _tensions(view, term)
    if len(tensions) <= _MOST_TENSIONS:
        return
    title = view.words("term.tensions-titled", label=term.label)
    for sheet in sheets(tensions, f"frictions/{term.id}/tensions/", _TENSIONS_PER_PAGE):
        yield page(
            view,
            "terms",
            sheet.address,
            title=sheet_title(title, sheet, view.words),
            description=term.definition,
            content=TensionsContent(term, len(tensions), sheet),
        )


def _tensions(view: View, term: Term) -> tuple[TensionReference, ...]:
    """Return the tensions about *term*: first those that something moved."""
    entries = (
        TensionReference(case, tension)
        for case in view.hub.cases.values()
        for tension in case.tensions
        if tension.about == term.id
    )
    return tuple(sorted(entries, key=_is_unmoved))


def _is_unmoved(entry: TensionReference) -> tuple[bool, bool]:
    return entry.tension.what_moved_it is None, entry.tension.open is True


def _sources(view: View, scheme: str, term: Term) -> tuple[VocabularySource, ...]:
    sources = view.hub.vocabularies[scheme].file.sources
    return tuple(sources[key] for key in term.source if key in sources)
