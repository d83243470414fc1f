"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.art.map import world
from hubtool.hub.hub import Hub
from hubtool.hub.references import FilmEntry, LessonEntry
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import home_data
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.claims import tools
from hubtool.pages.parts.items import shown_items
from hubtool.pages.parts.stages import doors
from hubtool.text.dates import days

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


def home_pages(hub: Hub) -> Iterator[Page]:
    """Yield the home page."""
    featured = featured_collection(hub)
    yield page(
        hub,
        "home",
        "",
        title=hub.settings.name,
        description=hub.settings.description or hub.settings.hub.strapline or hub.settings.name,
        data=home_data(hub),
        doors=doors(hub),
        asked=tuple(_asked(hub)),
        featured=featured,
        items=shown_items(hub, featured)[:_MOST_ITEMS] if featured else (),
        poster=poster(hub),
        newest=tuple(card(hub, case) for case in newest(hub)[:_NEWEST]),
        films=_films(hub),
        world=world(hub),
        **tools(hub),
    )


def featured_collection(hub: Hub) -> Collection | None:
    """Return the collection that the settings name, or the one opened last."""
    named = hub.collections.get(hub.settings.hub.featured or "")
    newest_first = sorted(hub.collections.values(), key=lambda one: (one.opened or "", one.id))
    return named or (newest_first[-1] if newest_first else None)


def newest(hub: Hub) -> list[CaseStudy]:
    """Return all cases, the last written first, then the most recent work."""
    return sorted(
        hub.cases.values(),
        key=lambda case: (case.record.created or "", _last_day(case), case.id),
        reverse=True,
    )


def poster(hub: Hub) -> LessonEntry | None:
    """Return the lesson to open with: short, from a community, and seen in as many cases as any."""
    short = [entry for entry in hub.lessons if len(entry.lesson.lesson) <= _LONGEST_POSTER]
    return max(short, key=lambda entry: _weight(hub, entry), default=None)


def _weight(hub: Hub, entry: LessonEntry) -> tuple[bool, int, bool, int, str]:
    is_local = bool({"community", "community-researcher"} & set(entry.lesson.said_by))
    is_told = entry.lesson.because is not None
    return (
        is_local,
        len(hub.seen_in(entry.address)),
        is_told,
        -len(entry.lesson.lesson),
        entry.address,
    )


def _asked(hub: Hub) -> Iterator[Asked]:
    t = hub_words(hub)
    answered = (
        Asked(t(f"home.asked.{scheme}.{term}"), f"{scheme}/{term}/")
        for scheme, term in _QUESTIONS
        if hub.cases_with(scheme, term)
    )
    return (one for one, _ in zip(answered, range(_MOST_QUESTIONS), strict=False))


def _films(hub: Hub) -> tuple[FilmEntry, ...]:
    """Return a few films, each from another case, those of which more is known first."""
    one_each = {entry.case.id: entry for entry in reversed(hub.films)}.values()
    known = sorted(
        one_each,
        key=lambda entry: (entry.film.kind is None, entry.film.duration is None, entry.address),
    )
    return tuple(known[:_FILMS])


def _last_day(case: CaseStudy) -> int:
    known = days(case.dates) if case.dates else None
    last = (known.last or known.first) if known else None
    return last.toordinal() if last else 0
