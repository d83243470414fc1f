"""The page that shows every part of the visual language, drawn with the parts themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from hubtool.art.colours import Colour, colours
from hubtool.art.contrast import Contrast, contrasts
from hubtool.art.cover import cover, tile
from hubtool.art.inks import side
from hubtool.art.shapes import families
from hubtool.hub.references import FilmReference, LessonReference, TensionReference
from hubtool.models.case import CaseStudy
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.cover_words import CoverKey, cover_key, cover_sentence
from hubtool.pages.parts.lesson_groups import Pair
from hubtool.pages.view import View

_SIDES = ("community", "institution", "both", "outside")
_STEPS = range(1, 7)
_MOST_FILMS = 3


@dataclass(frozen=True, slots=True)
class LabelledDrawing:
    """A drawing with its meaning in words."""

    drawing: Markup
    words: str
    meaning: str = ""


@dataclass(frozen=True)
class LookContent(Content):
    """Every part of the visual language, with examples from the hub where it has any."""

    template = "look/page.html"

    colours: tuple[Colour, ...]
    contrasts: tuple[Contrast, ...]
    steps: range
    shapes: tuple[LabelledDrawing, ...]
    example: Card | None
    key: CoverKey | None
    example_cover: Markup | None
    example_sentence: str
    films: tuple[FilmReference, ...]
    lessons: tuple[LessonReference, ...]
    pair: Pair | None
    tensions: tuple[TensionReference, ...]
    themes: tuple[Term, ...]


def look_pages(view: View) -> Iterator[Page]:
    """Yield the page."""
    example = _fullest_case(view)
    contradictions = view.hub.ties.contradictions
    yield page(
        view,
        "reference",
        "contribute/look/",
        title=view.words("look.title"),
        description=view.words("look.lede"),
        content=LookContent(
            colours=colours(),
            contrasts=contrasts(
                {colour.name: colour.light for colour in colours()},
                {colour.name: colour.dark for colour in colours()},
            ),
            steps=_STEPS,
            shapes=_shapes(view),
            example=card(view, example) if example else None,
            key=cover_key(view, example) if example else None,
            example_cover=cover(view.hub, example) if example else None,
            example_sentence=cover_sentence(view, example) if example else "",
            films=_films(view),
            lessons=_lessons(view),
            pair=contradictions[0] if contradictions else None,
            tensions=_tensions(view),
            themes=view.hub.terms("themes")[:4] if "themes" in view.hub.vocabularies else (),
        ),
    )


def _shapes(view: View) -> tuple[LabelledDrawing, ...]:
    """Return each shape of a cover with the topics it stands for."""
    topics: dict[str, list[str]] = {}
    drawings: dict[str, Markup] = {}
    for term in view.hub.terms("topics") if "topics" in view.hub.vocabularies else ():
        family = families((term.id,))[0]
        topics.setdefault(family.path, []).append(term.label)
        drawings.setdefault(family.path, Markup(tile((family,))))  # noqa: S704  (numbers and fixed paths)
    return tuple(
        LabelledDrawing(drawings[path], view.words.listed(labels))
        for path, labels in topics.items()
    )


def _fullest_case(view: View) -> CaseStudy | None:
    """Return the case with the most readings: its cover shows the most parts."""

    def count(case: CaseStudy) -> tuple[int, int]:
        stages = case.power.stages.values() if case.power else ()
        return len({stage.level for stage in stages if stage.level}), len(case.timeline)

    return max(view.hub.cases.values(), key=count, default=None)


def _films(view: View) -> tuple[FilmReference, ...]:
    """Return some films, those of which more is recorded first."""

    def unknown(entry: FilmReference) -> tuple[bool, bool, str]:
        return entry.film.made_by is None, entry.film.duration is None, entry.address

    return tuple(sorted(view.hub.films, key=unknown)[:_MOST_FILMS])


def _lessons(view: View) -> tuple[LessonReference, ...]:
    """Return a lesson of each side, where there is one."""
    by_side = {side(entry.lesson.said_by): entry for entry in reversed(view.hub.lessons)}
    return tuple(by_side[name] for name in _SIDES if name in by_side)


def _tensions(view: View) -> tuple[TensionReference, ...]:
    """Return a tension that something moved and one that is open."""
    entries = [
        TensionReference(case, tension)
        for case in view.hub.cases.values()
        for tension in case.tensions
    ]
    moved = (e for e in entries if e.tension.what_moved_it and not e.tension.open)
    still_open = (e for e in entries if e.tension.open and not e.tension.what_moved_it)
    return tuple(islice(moved, 1)) + tuple(islice(still_open, 1))
