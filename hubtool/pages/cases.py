"""The pages of all cases: the list, and one for each country."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub.lists import case_table, newest, sort_key
from hubtool.models.case import CaseStudy
from hubtool.pages.page import Page, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.case_lists import PER_PAGE, further
from hubtool.pages.parts.facet_choices import country_page
from hubtool.pages.parts.finder import whole
from hubtool.pages.parts.paging import Sheet, sheets
from hubtool.pages.view import View

_IN_GROUP = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Cases under one heading: the first of them, how many there are, and where they all are."""

    id: str
    words: str
    cases: tuple[CaseStudy, ...]
    count: int
    address: str


def cases_pages(view: View) -> Iterator[Page]:
    """Yield the pages of all cases, then those of each country."""
    back = ("cases/", view.words("cases.all-with-filters"))
    for sheet in sheets(newest(view.hub), "cases/", PER_PAGE):
        if sheet.number == 1:
            yield _first(view, sheet)
        else:
            yield further(view, sheet, view.words("cases.title"), len(view.hub.cases), back=back)
    for code in _countries(view):
        found = _by_title(view.hub.cases_with("country", code))
        for sheet in sheets(found, country_page(code), PER_PAGE):
            title = view.words("cases.in-country", country=view.words.country(code))
            yield further(view, sheet, title, len(found), back=back)


def _first(view: View, sheet: Sheet[CaseStudy]) -> Page:
    countries = view.words("count.countries", n=len(_countries(view)))
    return page(
        view,
        "cases",
        sheet.address,
        title=view.words("cases.title"),
        description=view.words("cases.description", n=len(view.hub.cases), countries=countries),
        cards=tuple(card(view, case) for case in sheet.entries),
        sheet=sheet,
        finder=whole(view, case_table(view.hub)),
        countries=countries,
        groups={"theme": tuple(_by_theme(view)), "country": tuple(_by_country(view))},
    )


def _countries(view: View) -> list[str]:
    codes = {place.country for case in view.hub.cases.values() for place in case.locations}
    return sorted(codes, key=lambda code: sort_key(view.words.country(code)))


def _by_theme(view: View) -> Iterator[Group]:
    for term in sorted(view.hub.terms("themes"), key=lambda term: sort_key(term.label)):
        found = view.hub.cases_with("themes", term.id)
        if found:
            yield _group(term.id, term.label, found, f"themes/{term.id}/")
    if untold := [case for case in view.hub.cases.values() if not case.themes]:
        yield _group("no-theme", view.words("cases.no-theme"), untold, "cases/")


def _by_country(view: View) -> Iterator[Group]:
    for code in _countries(view):
        found = view.hub.cases_with("country", code)
        yield _group(code.lower(), view.words.country(code), found, country_page(code))


def _group(id_: str, words: str, cases: Iterable[CaseStudy], address: str) -> Group:
    found = _by_title(cases)
    return Group(id_, words, found[:_IN_GROUP], len(found), address)


def _by_title(cases: Iterable[CaseStudy]) -> tuple[CaseStudy, ...]:
    return tuple(sorted(cases, key=lambda case: (sort_key(case.title), case.id)))
