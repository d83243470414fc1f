"""The page that shows every part of the visual language, from the parts themselves."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from hubtool.art.contrast import contrasts
from hubtool.art.cover import cover
from hubtool.art.cover_parts import DESCRIBED, WIDTH, stage_shapes, subject_shapes
from hubtool.art.inks import side
from hubtool.art.shapes import families
from hubtool.files import package_files
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Tension
from hubtool.pages.page import Page, page
from hubtool.pages.parts.cards import card
from hubtool.pages.view import View

_COLOUR = re.compile(
    r"^  --(?P<name>[\w-]+): (?:var\(--light, (?P<light>#\w+)\) var\(--dark, (?P<dark>#\w+)\)"
    r"|(?P<one>#\w+));",
    re.MULTILINE,
)
_SHAPE_HEIGHT = 180
_SIDES = ("community", "institution", "both", "outside")
_STEPS = range(1, 7)
_MOST_FILMS = 3


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the style sheet, in both lights."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing with what it stands for."""

    drawing: Markup
    words: str
    meaning: str = ""


def look_pages(view: View) -> Iterator[Page]:
    """Yield the page."""
    example = _told_most(view)
    yield page(
        view,
        "reference",
        "contribute/look/",
        title=view.words("look.title"),
        description=view.words("look.lede"),
        template="look/page.html",
        colours=colours(),
        contrasts=contrasts(
            {one.name: one.light for one in colours()}, {one.name: one.dark for one in colours()}
        ),
        steps=_STEPS,
        shapes=_shapes(view),
        readings=_readings(view),
        example=card(view, example) if example else None,
        labelled=cover(view.hub, example, labelled=True) if example else None,
        films=_films(view),
        lessons=_lessons(view),
        pair=view.hub.contradictions[0] if view.hub.contradictions else None,
        tensions=_tensions(view),
        themes=view.hub.terms("themes")[:4] if "themes" in view.hub.vocabularies else (),
        voices=view.hub.terms("voices"),
        kinds=view.hub.terms("evidence"),
    )


@cache
def colours() -> tuple[Colour, ...]:
    """Return the colours that the style sheet declares."""
    sheet = package_files("theme")["css/tokens.css"].decode()
    return tuple(
        Colour(found["name"], found["light"] or found["one"], found["dark"] or found["one"])
        for found in _COLOUR.finditer(sheet)
    )


def _shapes(view: View) -> tuple[Drawn, ...]:
    """Return each shape of a cover with the topics it stands for."""
    topics: dict[str, list[str]] = {}
    drawings: dict[str, Markup] = {}
    for term in view.hub.terms("topics") if "topics" in view.hub.vocabularies else ():
        family = families((term.id,))[0]
        topics.setdefault(family.path, []).append(term.label)
        drawings.setdefault(family.path, _svg(subject_shapes((family,), 1), family.stock))
    return tuple(
        Drawn(drawings[path], view.words.listed(labels)) for path, labels in topics.items()
    )


def _readings(view: View) -> tuple[Drawn, ...]:
    """Return one shape in the ink of each reading, and as it is drawn without one."""
    shape = families(("housing",))
    known = [
        Drawn(
            _svg(stage_shapes((term.id,), shape, 0), "t-sheet"),
            term.label,
            str(term.extra.get("test") or term.definition),
        )
        for term in view.hub.terms("power")
        if term.id != "not-applicable"
    ]
    described = stage_shapes((DESCRIBED,), shape, 0)
    return (
        *known,
        Drawn(
            _svg(described, "t-sheet"),
            view.words("decided.described"),
            view.words("decided.described-means"),
        ),
        Drawn(_svg(stage_shapes((None,), shape, 0), "t-sheet"), view.words("decided.not-recorded")),
    )


def _svg(inside: str, stock: str) -> Markup:
    box = f'viewBox="0 0 {WIDTH} {_SHAPE_HEIGHT}" aria-hidden="true"'
    return Markup(f'<svg class="cov op {stock}" {box}>{inside}</svg>')  # noqa: S704  (numbers and fixed paths)


def _told_most(view: View) -> CaseStudy | None:
    """Return the case with the most readings: its cover has most of everything."""

    def count(case: CaseStudy) -> tuple[int, int]:
        stages = case.power.stages.values() if case.power else ()
        return len({stage.level for stage in stages if stage.level}), len(case.timeline)

    return max(view.hub.cases.values(), key=count, default=None)


def _films(view: View) -> tuple[FilmReference, ...]:
    """Return a few films, those of which more is recorded first."""

    def unknown(entry: FilmReference) -> tuple[bool, bool, str]:
        return entry.film.made_by is None, entry.film.duration is None, entry.address

    return tuple(sorted(view.hub.films, key=unknown)[:_MOST_FILMS])


def _lessons(view: View) -> tuple[LessonReference, ...]:
    """Return a lesson in each wash, where there is one."""
    found = {side(entry.lesson.said_by): entry for entry in reversed(view.hub.lessons)}
    return tuple(found[name] for name in _SIDES if name in found)


def _tensions(view: View) -> tuple[tuple[CaseStudy, Tension], ...]:
    """Return a tension that something moved and one that is open."""
    all_ = [(case, one) for case in view.hub.cases.values() for one in case.tensions]
    kinds: Iterable[list[tuple[CaseStudy, Tension]]] = (
        [pair for pair in all_ if pair[1].what_moved_it and not pair[1].open],
        [pair for pair in all_ if pair[1].open and not pair[1].what_moved_it],
    )
    return tuple(found[0] for found in kinds if found)
