"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hubtool.art.map import World, world
from hubtool.hub.facet_values import COMMUNITY_ALONE
from hubtool.hub.lists import newest
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import home_data
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.items import CollectionItem, collection_items
from hubtool.pages.parts.stages import StageLink, stage_links
from hubtool.pages.view import View

_MOST_ITEMS = 4
_MOST_CASES = 3
_MOST_FILMS = 3
_LONGEST_POSTER = 120
_MOST_QUESTIONS = 3
_QUESTIONS = (
    ("themes", "fair-pay"),
    ("frictions", "ethics-review"),
    ("themes", "staying-and-ending"),
    ("themes", "costs-and-harms"),
    ("themes", "trust"),
)


@dataclass(frozen=True, slots=True)
class SuggestedQuestion:
    """A question that other readers asked, and the page that answers it."""

    words: str
    address: str


@dataclass(frozen=True)
class HomeContent(Content):
    """The ways into the hub, a collection with its first items, and the newest of the rest."""

    template = "home/page.html"

    stages: tuple[StageLink, ...]
    questions: tuple[SuggestedQuestion, ...]
    featured: Collection | None
    items: tuple[CollectionItem, ...]
    poster: LessonReference | None
    newest: tuple[Card, ...]
    films: tuple[FilmReference, ...]
    world: World


def home_pages(view: View) -> Iterator[Page]:
    """Yield the home page."""
    settings = view.hub.settings
    featured = featured_collection(view)
    yield page(
        view,
        "home",
        "",
        title=settings.name,
        description=settings.description or settings.hub.strapline or settings.name,
        data=home_data(view),
        content=HomeContent(
            stages=stage_links(view),
            questions=tuple(islice(_questions(view), _MOST_QUESTIONS)),
            featured=featured,
            items=collection_items(view, featured)[:_MOST_ITEMS] if featured else (),
            poster=poster(view),
            newest=tuple(card(view, case) for case in newest(view.hub)[:_MOST_CASES]),
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
        len(view.hub.seen_in(entry.address)),
        entry.lesson.because is not None,
        -len(entry.lesson.lesson),
        entry.address,
    )


def _questions(view: View) -> Iterator[SuggestedQuestion]:
    for scheme, term in _QUESTIONS:
        if view.hub.cases_with(scheme, term):
            words = view.words(f"home.asked.{scheme}.{term}")
            yield SuggestedQuestion(words, f"{scheme}/{term}/")


def _films(view: View) -> tuple[FilmReference, ...]:
    """Return films of different cases, those of which more is recorded first."""
    by_case = {entry.case.id: entry for entry in reversed(view.hub.films)}
    films = sorted(
        by_case.values(),
        key=lambda entry: (entry.film.kind is None, entry.film.duration is None, entry.address),
    )
    return tuple(films[:_MOST_FILMS])
