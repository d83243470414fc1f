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
    MOST_METHODS,
    CardSheet,
    CutCard,
    card_sheets,
    case_card,
    film_card,
    lesson_card,
    method_card,
    methods_of,
    sheet_edge,
)
from hubtool.pages.parts.lesson_groups import Pair, first_pair
from hubtool.pages.parts.workshop_plan import QUESTIONS, PlanStep, papers_beside, steps
from hubtool.pages.view import View
from hubtool.text.phrases import licence_name

_MOST_CASES = 16


@dataclass(frozen=True)
class CardsContent(Content):
    """The cards of a collection, and what stands at the edge of their sheets."""

    template = "workshop/cards.html"

    collection: Collection
    sheets: tuple[CardSheet, ...]
    edge: str


@dataclass(frozen=True)
class PlanContent(Content):
    """The plan of a workshop; *papers* are what else is printed: address, words, and how many."""

    template = "workshop/plan.html"

    collection: Collection
    steps: tuple[PlanStep, ...]
    papers: tuple[tuple[str, str, str], ...]
    pair: Pair | None
    questions: tuple[str, ...]


def workshop_pages(view: View) -> Iterator[Page]:
    """Yield the cards and the plan of every collection that has any cases."""
    for collection in view.hub.collections.values():
        if _cases(view, collection):
            yield cards_page(view, collection)
            yield plan_page(view, collection)


def plan_page(view: View, collection: Collection) -> Page:
    """Return the plan of a workshop on *collection*, with the sheets for everybody behind it."""
    t, folder = view.words, f"collections/{collection.id}/"
    has_stories = any(case.story for case in _cases_told_whole(view, collection))
    pair = _pair(view, collection)
    papers = ["cards"]
    if collection.items:
        papers += ["print", "reading-copy"] if has_stories else ["print"]
    return page(
        view,
        "workshop",
        f"{folder}workshop/",
        title=t("workshop.plan-title", title=collection.title),
        description=t("workshop.plan-about"),
        noindex=True,
        content=PlanContent(
            collection=collection,
            steps=steps(has_stories=has_stories, has_pair=pair is not None),
            papers=papers_beside(view, folder, papers),
            pair=pair,
            questions=collection.questions
            or tuple(t(f"workshop.ask-{name}") for name in QUESTIONS),
        ),
    )


def _pair(view: View, collection: Collection) -> Pair | None:
    """Return two lessons that disagree, of the cases of *collection* if it has any."""
    own = view.hub.ties.contradictions
    cases = {case.id for case in _cases(view, collection)}
    both = tuple(pair for pair in own if {entry.case.id for entry in pair} <= cases)
    either = tuple(pair for pair in own if {entry.case.id for entry in pair} & cases)
    return first_pair(both or either or own)


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
            edge=sheet_edge(
                view, sorted({licence_name(case.licence) for case in _cases(view, collection)})
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
    for method in islice(methods_of(view, cases), MOST_METHODS):
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
