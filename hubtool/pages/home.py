"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.art.map import world
from hubtool.hub.facet_values import COMMUNITY_ALONE
from hubtool.hub.lists import newest
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import home_data
from hubtool.pages.page import Page, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.items import shown_items
from hubtool.pages.parts.stages import doors
from hubtool.pages.view import View

_MOST_ITEMS = 4
_NEWEST = 3
_FILMS = 3
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
class Asked:
    """A question that others asked, and the page that answers it."""

    words: str
    address: str


def home_pages(view: View) -> Iterator[Page]:
    """Yield the home page."""
    featured = featured_collection(view)
    yield page(
        view,
        "home",
        "",
        title=view.hub.settings.name,
        description=view.hub.settings.description
        or view.hub.settings.hub.strapline
        or view.hub.settings.name,
        data=home_data(view),
        doors=doors(view),
        asked=tuple(_asked(view)),
        featured=featured,
        items=shown_items(view, featured)[:_MOST_ITEMS] if featured else (),
        poster=poster(view),
        newest=tuple(card(view, case) for case in newest(view.hub)[:_NEWEST]),
        films=_films(view),
        world=world(view.hub),
    )


def featured_collection(view: View) -> Collection | None:
    """Return the collection that the settings name, or the one opened last."""
    named = view.hub.collections.get(view.hub.settings.hub.featured or "")
    newest_first = sorted(view.hub.collections.values(), key=lambda one: (one.opened or "", one.id))
    return named or (newest_first[-1] if newest_first else None)


def poster(view: View) -> LessonReference | None:
    """Return the lesson to open with: short, from a community, and seen in as many cases as any."""
    short = [entry for entry in view.hub.lessons if len(entry.lesson.lesson) <= _LONGEST_POSTER]
    return max(short, key=lambda entry: _weight(view, entry), default=None)


def _weight(view: View, entry: LessonReference) -> tuple[bool, int, bool, int, str]:
    is_local = bool(COMMUNITY_ALONE & set(entry.lesson.said_by))
    is_told = entry.lesson.because is not None
    return (
        is_local,
        len(view.hub.seen_in(entry.address)),
        is_told,
        -len(entry.lesson.lesson),
        entry.address,
    )


def _asked(view: View) -> Iterator[Asked]:
    answered = (
        Asked(view.words(f"home.asked.{scheme}.{term}"), f"{scheme}/{term}/")
        for scheme, term in _QUESTIONS
        if view.hub.cases_with(scheme, term)
    )
    return (one for one, _ in zip(answered, range(_MOST_QUESTIONS), strict=False))


def _films(view: View) -> tuple[FilmReference, ...]:
    """Return a few films, each from another case, those of which more is known first."""
    one_each = {entry.case.id: entry for entry in reversed(view.hub.films)}.values()
    known = sorted(
        one_each,
        key=lambda entry: (entry.film.kind is None, entry.film.duration is None, entry.address),
    )
    return tuple(known[:_FILMS])
