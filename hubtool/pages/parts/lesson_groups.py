"""Lessons in groups, in samples, and in pairs that contradict each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from hubtool.art.inks import side
from hubtool.hub.references import LessonReference
from hubtool.models.vocabulary import Term
from hubtool.pages.parts.paging import sheet_address
from hubtool.pages.view import View

PER_PAGE = 80
"""Lessons on a page."""

_SAMPLE = 6
_SIDES = ("community", "institution", "both", "outside")

Pair = tuple[LessonReference, LessonReference]


@dataclass(frozen=True, slots=True)
class LessonGroup:
    """Lessons under the term they have in common; no term for those that name none."""

    term: Term | None
    lessons: tuple[LessonReference, ...]


def sample(
    view: View, lessons: Iterable[LessonReference], size: int = _SAMPLE
) -> tuple[LessonReference, ...]:
    """Return up to *size* of *lessons*, one of each kind in turn, so that every kind is seen."""
    kinds = [group.lessons for group in by_kind(view, lessons)]
    in_turn = chain.from_iterable(zip_longest(*map(_new_cases_first, kinds)))
    return tuple(entry for entry in in_turn if entry is not None)[:size]


def by_kind(view: View, lessons: Iterable[LessonReference]) -> tuple[LessonGroup, ...]:
    """Return *lessons* by kind, in the vocabulary's order."""
    entries = tuple(lessons)
    groups = (
        LessonGroup(kind, tuple(entry for entry in entries if entry.lesson.kind == kind.id))
        for kind in view.hub.terms("lesson-kinds")
    )
    return tuple(group for group in groups if group.lessons)


def kind_addresses(view: View, stage: str) -> Mapping[str, str]:
    """Return where on the pages of *stage* the lessons of each kind begin."""
    addresses: dict[str, str] = {}
    before = 0
    for group in by_kind(view, view.hub.lessons_with("stages", stage)):
        if group.term:
            page = sheet_address(f"lessons/{stage}/", before // PER_PAGE + 1)
            addresses[group.term.id] = f"{page}#{group.term.id}"
        before += len(group.lessons)
    return addresses


def by_stage(view: View, lessons: Iterable[LessonReference]) -> tuple[LessonGroup, ...]:
    """Return *lessons* by stage, in the vocabulary's order; those that name none come last."""
    entries = tuple(lessons)
    groups = [
        LessonGroup(stage, tuple(entry for entry in entries if entry.lesson.stage == stage.id))
        for stage in view.hub.terms("stages")
    ]
    groups.append(
        LessonGroup(None, tuple(entry for entry in entries if entry.lesson.stage is None))
    )
    return tuple(group for group in groups if group.lessons)


def pairs_with(view: View, lessons: Iterable[LessonReference]) -> tuple[Pair, ...]:
    """Return the pairs that contradict each other of which *lessons* have at least one."""
    addresses = {entry.address for entry in lessons}
    return tuple(
        (first, second)
        for first, second in view.hub.ties.contradictions
        if first.address in addresses or second.address in addresses
    )


def first_pair(pairs: Sequence[Pair]) -> Pair | None:
    """Return the first of *pairs* whose lessons two sides give; if there is none, the first."""
    of_two_sides = (pair for pair in pairs if len(_sides(pair)) > 1)
    return next(of_two_sides, pairs[0] if pairs else None)


def sides_of(lessons: Iterable[LessonReference]) -> tuple[str, ...]:
    """Return the sides that give *lessons*; none where it is one side alone."""
    sides = _sides(lessons)
    return tuple(name for name in _SIDES if name in sides) if len(sides) > 1 else ()


def _sides(lessons: Iterable[LessonReference]) -> set[str]:
    return {side(entry.lesson.said_by) for entry in lessons}


def _new_cases_first(lessons: Sequence[LessonReference]) -> list[LessonReference]:
    addresses: set[str] = set()
    later: list[LessonReference] = []
    first: list[LessonReference] = []
    for entry in lessons:
        (later if entry.case.id in addresses else first).append(entry)
        addresses.add(entry.case.id)
    return first + later
