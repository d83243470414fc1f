"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.art.map import World, world
from hubtool.hub.facet_values import COMMUNITY_ALONE
from hubtool.hub.lists import newest
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import home_data
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.cover_words import CoverKey, cover_key
from hubtool.pages.parts.items import CollectionItem, collection_items
from hubtool.pages.parts.stages import StageLink, stage_links
from hubtool.pages.parts.ways_in import OTHER_WAYS, WayIn, subject_ways
from hubtool.pages.view import View

_MOST_ITEMS = 4
_MOST_CASES = 3
_MOST_FILMS = 3
_LONGEST_POSTER = 120
_MOST_QUESTIONS = 3
_ENOUGH = 3  # cases and lessons below which the hub has no good answer
_QUESTIONS = "home.asked."


@dataclass(frozen=True, slots=True)
class SuggestedQuestion:
    """A question that other readers asked, and the page that answers it."""

    words: str
    address: str


@dataclass(frozen=True)
class HomeContent(Content):
    """The ways into the hub, a collection with its first items, and the newest of the rest."""

    template = "home/page.html"

    countries: int
    is_public_record: bool
    subject_ways: tuple[WayIn, ...]
    other_ways: tuple[WayIn, ...]
    stages: tuple[StageLink, ...]
    questions: tuple[SuggestedQuestion, ...]
    featured: Collection | None
    items: tuple[CollectionItem, ...]
    poster: LessonReference | None
    newest: tuple[Card, ...]
    key: CoverKey | None
    films: tuple[FilmReference, ...]
    world: World


def home_pages(view: View) -> Iterator[Page]:
    """Yield the home page."""
    settings = view.hub.settings
    featured = featured_collection(view)
    latest = newest(view.hub)[:_MOST_CASES]
    yield page(
        view,
        "home",
        "",
        title=settings.name,
        description=settings.description or settings.hub.strapline or settings.name,
        data=home_data(view),
        content=HomeContent(
            countries=len(_countries(view)),
            is_public_record=all(case.is_public_record for case in view.hub.cases.values()),
            subject_ways=subject_ways(view.hub),
            other_ways=OTHER_WAYS,
            stages=stage_links(view),
            questions=suggested_questions(view),
            featured=featured,
            items=collection_items(view, featured)[:_MOST_ITEMS] if featured else (),
            poster=poster(view),
            newest=tuple(card(view, case) for case in latest),
            key=cover_key(view, latest[0]) if latest else None,
            films=_films(view),
            world=world(view.hub),
        ),
    )


def featured_collection(view: View) -> Collection | None:
    """Return the collection that the settings name, or the one opened last."""
    collections = view.hub.collections
    last = max(
        collections.values(),
        key=lambda collection: (collection.opened or "", collection.id),
        default=None,
    )
    return collections.get(view.hub.settings.hub.featured or "") or last


def poster(view: View) -> LessonReference | None:
    """Return the lesson to open with: short, from a community, and seen in as many cases as any."""
    short = [entry for entry in view.hub.lessons if len(entry.lesson.lesson) <= _LONGEST_POSTER]
    return max(short, key=lambda entry: _weight(view, entry), default=None)


def _weight(view: View, entry: LessonReference) -> tuple[bool, int, bool, int, str]:
    return (
        bool(COMMUNITY_ALONE & set(entry.lesson.said_by)),
        len(view.hub.ties.seen_in(entry.address)),
        entry.lesson.because is not None,
        -len(entry.lesson.lesson),
        entry.address,
    )


def suggested_questions(view: View) -> tuple[SuggestedQuestion, ...]:
    """Return the hub's own questions, else those of the catalogue, as far as it answers them.

    Those of the catalogue need a good answer, and the one with most lessons comes first.
    """
    own = view.hub.settings.hub.questions
    if own is not None:
        answered = [question for question in own if any(_answers(view, question.term))]
        return tuple(SuggestedQuestion(item.words, f"{item.term}/") for item in answered)
    keys = [key for key in view.words.catalogue if key.startswith(_QUESTIONS)]
    counts = {key: _answers(view, _term_of(key)) for key in keys}
    good = [key for key, (cases, lessons) in counts.items() if min(cases, lessons) >= _ENOUGH]
    good.sort(key=lambda key: counts[key][1], reverse=True)
    return tuple(
        SuggestedQuestion(view.words(key), f"{_term_of(key)}/") for key in good[:_MOST_QUESTIONS]
    )


def _answers(view: View, address: str) -> tuple[int, int]:
    """Return how many cases and how many lessons the term at *address* has."""
    scheme, _, term = address.partition("/")
    if term not in getattr(view.hub.vocabularies.get(scheme), "terms", ()):
        return 0, 0
    return len(view.hub.cases_with(scheme, term)), len(view.hub.lessons_with(scheme, term))


def _term_of(question: str) -> str:
    return question.removeprefix(_QUESTIONS).replace(".", "/")


def _countries(view: View) -> set[str]:
    return {place.country for case in view.hub.cases.values() for place in case.mapped_places}


def _films(view: View) -> tuple[FilmReference, ...]:
    """Return films of different cases, those of which more is recorded first."""
    by_case = {entry.case.id: entry for entry in reversed(view.hub.films)}
    films = sorted(
        by_case.values(),
        key=lambda entry: (entry.film.kind is None, entry.film.duration is None, entry.address),
    )
    return tuple(films[:_MOST_FILMS])
