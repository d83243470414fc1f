"""What a workshop needs on paper, made from a collection."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hubtool.hub.lead_lesson import lead_lesson
from hubtool.hub.references import item_case
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cut_cards import (
    CardSheet,
    CutCard,
    card_sheets,
    case_card,
    film_card,
    lesson_card,
    method_card,
    methods_of,
)
from hubtool.pages.view import View
from hubtool.text.phrases import licence_name

_MOST_CASES = 16
_MOST_METHODS = 8


@dataclass(frozen=True)
class CardsContent(Content):
    """The cards of a collection; *site* is the address that stands at the edge of a sheet."""

    template = "workshop/cards.html"

    collection: Collection
    sheets: tuple[CardSheet, ...]
    site: str
    licences: tuple[str, ...]


def workshop_pages(view: View) -> Iterator[Page]:
    """Yield the cards of every collection that has any."""
    for collection in view.hub.collections.values():
        if _cases(view, collection):
            yield cards_page(view, collection)


def cards_page(view: View, collection: Collection) -> Page:
    """Return the cards of *collection*, eight on a sheet."""
    return page(
        view,
        "workshop",
        f"collections/{collection.id}/cards/",
        title=view.words("workshop.cards-title", title=collection.title),
        description=view.words("workshop.cards-about"),
        noindex=True,
        content=CardsContent(
            collection=collection,
            sheets=card_sheets(_cards(view, collection)),
            site=(view.hub.settings.url or "").partition("://")[2].rstrip("/"),
            licences=tuple(
                sorted({licence_name(case.licence) for case in _cases(view, collection)})
            ),
        ),
    )


def _cards(view: View, collection: Collection) -> Iterator[CutCard]:
    """Yield a card of each item and of each case's lead lesson: lessons, cases, films, methods."""
    hub, cases = view.hub, _cases(view, collection)
    whole = _cases_told_whole(view, collection)
    lessons = [hub.ties.lesson_at[item.lesson] for item in collection.items if item.lesson]
    lessons += filter(None, map(lead_lesson, whole))
    for lesson in {(entry.case.id, entry.lesson.lesson): entry for entry in lessons}.values():
        yield lesson_card(view, lesson)
    for case in whole:
        yield case_card(view, case)
    for item in collection.items:
        if item.film:
            yield film_card(view, hub.film_at[item.film])
    for method in islice(methods_of(view, cases), _MOST_METHODS):
        yield method_card(view, method)


def _cases(view: View, collection: Collection) -> tuple[CaseStudy, ...]:
    """Return the cases of the items of *collection*, or some that match where it has none."""
    cases = (view.hub.case_at(item_case(item)) for item in collection.items)
    unique = tuple({case.id: case for case in cases if case}.values())
    return unique or view.hub.matching(collection)[:_MOST_CASES]


def _cases_told_whole(view: View, collection: Collection) -> tuple[CaseStudy, ...]:
    """Return those of the cases that are items themselves, or match."""
    named = {item.case for item in collection.items}
    cases = _cases(view, collection)
    return tuple(case for case in cases if case.id in named) if collection.items else cases
