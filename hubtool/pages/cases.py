"""The pages of all cases: the list, all of them by theme, and one for each country."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hubtool.hub.lists import case_table, newest, sort_key
from hubtool.models.case import CaseStudy
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.case_lists import PER_PAGE, case_list_page
from hubtool.pages.parts.cover_words import CoverKey, cover_key
from hubtool.pages.parts.facet_choices import country_page
from hubtool.pages.parts.finder import Finder, finder_of_all
from hubtool.pages.parts.paging import BackLink, Sheet, sheets
from hubtool.pages.view import View

_BY_THEME = "cases/by-theme/"
_MOST_TITLES = 600  # under the themes, and as many under the countries


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The first cases under a heading, how many there are, and the address of the full list."""

    id: str
    words: str
    cases: tuple[CaseStudy, ...]
    count: int
    address: str


@dataclass(frozen=True)
class CasesContent(Content):
    """The first page of the list of cases."""

    template = "cases/page.html"

    cards: tuple[Card, ...]
    sheet: Sheet[CaseStudy]
    finder: Finder
    countries: str
    key: CoverKey | None


@dataclass(frozen=True)
class GroupedCasesContent(Content):
    """The titles of all cases by theme and by country."""

    template = "cases/groups.html"

    back: BackLink
    groups: Mapping[str, tuple[CaseGroup, ...]]


def cases_pages(view: View) -> Iterator[Page]:
    """Yield the pages of all cases, then all by theme, then those of each country."""
    back = BackLink("cases/", view.words("cases.all-with-filters"))
    count = len(view.hub.cases)
    for sheet in sheets(newest(view.hub), "cases/", PER_PAGE):
        if sheet.number == 1:
            yield _first(view, sheet)
        else:
            yield case_list_page(view, sheet, view.words("cases.title"), count, back=back)
    yield _grouped(view)
    for code in _countries(view):
        cases = _by_title(view.hub.cases_with("country", code))
        title = view.words("cases.in-country", country=view.words.country(code))
        for sheet in sheets(cases, country_page(code), PER_PAGE):
            yield case_list_page(view, sheet, title, len(cases), back=back)


def _first(view: View, sheet: Sheet[CaseStudy]) -> Page:
    countries = view.words("count.countries", n=len(_countries(view)))
    return page(
        view,
        "cases",
        sheet.address,
        title=view.words("cases.title"),
        description=view.words("cases.description", n=len(view.hub.cases), countries=countries),
        content=CasesContent(
            cards=tuple(card(view, case) for case in sheet.entries),
            sheet=sheet,
            finder=finder_of_all(view, case_table(view.hub)),
            countries=countries,
            key=cover_key(view, sheet.entries[0]) if sheet.entries else None,
        ),
    )


def _grouped(view: View) -> Page:
    return page(
        view,
        "cases",
        _BY_THEME,
        title=view.words("cases.by-theme"),
        description=view.words("cases.by-theme-lede", n=len(view.hub.cases)),
        content=GroupedCasesContent(
            back=BackLink("cases/", view.words("cases.title")),
            groups={"theme": _cut(_by_theme(view)), "country": _cut(_by_country(view))},
        ),
    )


def _countries(view: View) -> list[str]:
    codes = {place.country for case in view.hub.cases.values() for place in case.mapped_places}
    return sorted(codes, key=lambda code: sort_key(view.words.country(code)))


def _by_theme(view: View) -> Iterator[CaseGroup]:
    for term in sorted(view.hub.terms("themes"), key=lambda term: sort_key(term.label)):
        if cases := view.hub.cases_with("themes", term.id):
            yield _group(term.id, term.label, cases, f"themes/{term.id}/")
    if unthemed := [case for case in view.hub.cases.values() if not case.themes]:
        yield _group("no-theme", view.words("cases.no-theme"), unthemed, "cases/")


def _by_country(view: View) -> Iterator[CaseGroup]:
    for code in _countries(view):
        cases = view.hub.cases_with("country", code)
        yield _group(code.lower(), view.words.country(code), cases, country_page(code))


def _group(id_: str, words: str, cases: Iterable[CaseStudy], address: str) -> CaseGroup:
    ordered = _by_title(cases)
    return CaseGroup(id_, words, ordered, len(ordered), address)


def _cut(groups: Iterable[CaseGroup]) -> tuple[CaseGroup, ...]:
    """Return *groups* with as many cases in each as leave room for those of all others."""
    whole = tuple(groups)
    room, most = _MOST_TITLES, 0
    for index, count in enumerate(sorted(group.count for group in whole)):
        most = min(count, room // (len(whole) - index))
        room -= most
    return tuple(replace(group, cases=group.cases[:most]) for group in whole)


def _by_title(cases: Iterable[CaseStudy]) -> tuple[CaseStudy, ...]:
    return tuple(sorted(cases, key=lambda case: (sort_key(case.title), case.id)))
