"""Lessons, films, tensions and parties, each as a part of its case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.models.claims import Lesson, Tension
from hubtool.models.collection import Item
from hubtool.models.media import Film
from hubtool.models.partnership import FunderEntry, PartnerEntry


@dataclass(frozen=True)
class LessonReference:
    """A lesson with its case and its themes."""

    case: CaseStudy
    lesson: Lesson
    themes: tuple[str, ...]

    @property
    def address(self) -> str:
        """How other records name it: `case-id#lesson-id`."""
        return f"{self.case.id}#{self.lesson.id}"


@dataclass(frozen=True)
class FilmReference:
    """A film with the case it belongs to."""

    case: CaseStudy
    film: Film

    @property
    def address(self) -> str:
        """How other records name it: `case-id#film-id`."""
        return f"{self.case.id}#{self.film.id}"


@dataclass(frozen=True)
class TensionReference:
    """A tension with the case it belongs to."""

    case: CaseStudy
    tension: Tension


def lessons_of(cases: Iterable[CaseStudy]) -> Iterator[LessonReference]:
    """Yield every lesson of *cases*, in its case's order."""
    for case in cases:
        for lesson in case.lessons:
            yield LessonReference(case, lesson, lesson.themes or case.themes)


def parties(case: CaseStudy) -> tuple[PartnerEntry | FunderEntry, ...]:
    """Return the partners of *case*, then its funders."""
    return (*case.partners, *case.funders)


def item_case(item: Item) -> str:
    """Return the id of the case that a collection's item belongs to."""
    return (item.case or item.lesson or item.film or "").partition("#")[0]
