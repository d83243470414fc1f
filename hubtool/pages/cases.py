"""The pages of all cases: the list, and one for each country."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub.hub import Hub
from hubtool.hub.lists import case_table, newest, sort_key
from hubtool.models.case import CaseStudy
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.case_lists import PER_PAGE, further
from hubtool.pages.parts.facet_choices import country_page
from hubtool.pages.parts.finder import whole
from hubtool.pages.parts.paging import Sheet, sheets

_IN_GROUP = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Cases under one heading: the first of them, how many there are, and where they all are."""

    id: str
    words: str
    cases: tuple[CaseStudy, ...]
    count: int
    address: str


def cases_pages(hub: Hub) -> Iterator[Page]:
    """Yield the pages of all cases, then those of each country."""
    t = hub_words(hub)
    back = ("cases/", t("cases.all-with-filters"))
    for sheet in sheets(newest(hub), "cases/", PER_PAGE):
        if sheet.number == 1:
            yield _first(hub, sheet)
        else:
            yield further(hub, sheet, t("cases.title"), len(hub.cases), back=back)
    for code in _countries(hub):
        found = _by_title(hub.cases_with("country", code))
        for sheet in sheets(found, country_page(code), PER_PAGE):
            title = t("cases.in-country", country=t.country(code))
            yield further(hub, sheet, title, len(found), back=back)


def _first(hub: Hub, sheet: Sheet[CaseStudy]) -> Page:
    t = hub_words(hub)
    countries = t("count.countries", n=len(_countries(hub)))
    return page(
        hub,
        "cases",
        sheet.address,
        title=t("cases.title"),
        description=t("cases.description", n=len(hub.cases), countries=countries),
        cards=tuple(card(hub, case) for case in sheet.entries),
        sheet=sheet,
        finder=whole(hub, case_table(hub)),
        countries=countries,
        groups={"theme": tuple(_by_theme(hub)), "country": tuple(_by_country(hub))},
    )


def _countries(hub: Hub) -> list[str]:
    codes = {place.country for case in hub.cases.values() for place in case.places}
    return sorted(codes, key=lambda code: sort_key(hub_words(hub).country(code)))


def _by_theme(hub: Hub) -> Iterator[Group]:
    for term in sorted(hub.terms("themes"), key=lambda term: sort_key(term.label)):
        found = hub.cases_with("themes", term.id)
        if found:
            yield _group(term.id, term.label, found, f"themes/{term.id}/")
    if untold := [case for case in hub.cases.values() if not case.themes]:
        yield _group("no-theme", hub_words(hub)("cases.no-theme"), untold, "cases/")


def _by_country(hub: Hub) -> Iterator[Group]:
    t = hub_words(hub)
    for code in _countries(hub):
        found = hub.cases_with("country", code)
        yield _group(code.lower(), t.country(code), found, country_page(code))


def _group(id_: str, words: str, cases: Iterable[CaseStudy], address: str) -> Group:
    found = _by_title(cases)
    return Group(id_, words, found[:_IN_GROUP], len(found), address)


def _by_title(cases: Iterable[CaseStudy]) -> tuple[CaseStudy, ...]:
    return tuple(sorted(cases, key=lambda case: (sort_key(case.title), case.id)))
