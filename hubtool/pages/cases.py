"""The page of all cases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.pages.cards import card
from hubtool.pages.home import newest
from hubtool.pages.page import Page, hub_words, page

_MOST_COVERS = 150  # a page of thousands of drawings would be too heavy for a phone
_SCHEMES = ("topics", "themes", "methods", "frictions")


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to narrow the list: its words, how many cases it has, and where they are."""

    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Cases under one heading."""

    id: str
    words: str
    cases: tuple[CaseStudy, ...]


def cases_pages(hub: Hub) -> Iterator[Page]:
    """Yield the page of all cases."""
    t = hub_words(hub)
    ordered = newest(hub)
    cards = tuple(card(hub, case) for case in ordered)
    countries = {place.country for case in ordered for place in case.places}
    yield page(
        hub,
        "cases",
        "cases/",
        title=t("cases.title"),
        description=t(
            "cases.description", n=len(ordered), countries=t("count.countries", n=len(countries))
        ),
        cards=cards[:_MOST_COVERS],
        rows=cards[_MOST_COVERS:],
        countries=len(countries),
        choices={scheme: tuple(_choices(hub, scheme)) for scheme in _SCHEMES},
        lands=tuple(_by_country(hub)),
        themes=tuple(_by_theme(hub)),
    )


def _choices(hub: Hub, scheme: str) -> Iterator[Choice]:
    for term in sorted(hub.terms(scheme), key=lambda term: term.label.casefold()):
        if found := hub.cases_with(scheme, term.id):
            yield Choice(term.label, len(found), f"{scheme}/{term.id}/")


def _by_theme(hub: Hub) -> Iterator[Group]:
    for term in hub.terms("themes"):
        if found := hub.cases_with("themes", term.id):
            yield Group(term.id, term.label, _by_title(found))
    if untold := [case for case in hub.cases.values() if not case.themes]:
        yield Group("no-theme", hub_words(hub)("cases.no-theme"), _by_title(untold))


def _by_country(hub: Hub) -> Iterator[Group]:
    t = hub_words(hub)
    codes = {place.country for case in hub.cases.values() for place in case.places}
    for code in sorted(codes, key=t.country):
        yield Group(code.lower(), t.country(code), _by_title(hub.cases_with("country", code)))


def _by_title(cases: Iterable[CaseStudy]) -> tuple[CaseStudy, ...]:
    return tuple(sorted(cases, key=lambda case: (case.title.casefold(), case.id)))
