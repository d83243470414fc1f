"""Lessons in groups, in samples, and in pairs that contradict each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from hubtool.art.inks import side
from hubtool.hub.references import LessonReference
from hubtool.models.vocabulary import Term
from hubtool.pages.view import View

_SAMPLE = 6


_SIDES = ("community", "institution", "both", "outside")


Pair = tuple[LessonReference, LessonReference]


@dataclass(frozen=True, slots=True)
class Group:
    """Lessons under the term they have in common; no term for those that name none."""

    term: Term | None
    lessons: tuple[LessonReference, ...]


def sample(
    view: View, lessons: Iterable[LessonReference], size: int = _SAMPLE
) -> tuple[LessonReference, ...]:
    """Return up to *size* of *lessons*, one of each kind in turn: no kind hides behind another."""
    kinds = [group.lessons for group in by_kind(view, lessons)]
    in_turn = chain.from_iterable(zip_longest(*map(_one_of_each_case_first, kinds)))
    return tuple(entry for entry in in_turn if entry is not None)[:size]


def by_kind(view: View, lessons: Iterable[LessonReference]) -> tuple[Group, ...]:
    """Return *lessons* by kind, in the vocabulary's order."""
    given = tuple(lessons)
    groups = (
        Group(kind, tuple(entry for entry in given if entry.lesson.kind == kind.id))
        for kind in view.hub.terms("lesson-kinds")
    )
    return tuple(group for group in groups if group.lessons)


def by_stage(view: View, lessons: Iterable[LessonReference]) -> tuple[Group, ...]:
    """Return *lessons* by stage, in the vocabulary's order; those that name none come last."""
    given = tuple(lessons)
    groups = [
        Group(stage, tuple(entry for entry in given if entry.lesson.stage == stage.id))
        for stage in view.hub.terms("stages")
    ]
    groups.append(Group(None, tuple(entry for entry in given if entry.lesson.stage is None)))
    return tuple(group for group in groups if group.lessons)


def pairs_among(view: View, lessons: Iterable[LessonReference]) -> tuple[Pair, ...]:
    """Return the pairs that contradict each other in which at least one is among *lessons*."""
    addresses = {entry.address for entry in lessons}
    return tuple(
        (one, other)
        for one, other in view.hub.contradictions
        if one.address in addresses or other.address in addresses
    )


def first_pair(pairs: Sequence[Pair]) -> Pair | None:
    """Return the first of *pairs* that two sides tell; where there is none, the first."""
    told_apart = (pair for pair in pairs if len({side(one.lesson.said_by) for one in pair}) > 1)
    return next(told_apart, pairs[0] if pairs else None)


def sides_of(lessons: Iterable[LessonReference]) -> tuple[str, ...]:
    """Return whose inks *lessons* are printed in, as far as there is a choice to make."""
    found = {side(entry.lesson.said_by) for entry in lessons}
    return tuple(name for name in _SIDES if name in found) if len(found) > 1 else ()


def _one_of_each_case_first(lessons: Sequence[LessonReference]) -> list[LessonReference]:
    seen: set[str] = set()
    later: list[LessonReference] = []
    first: list[LessonReference] = []
    for entry in lessons:
        (later if entry.case.id in seen else first).append(entry)
        seen.add(entry.case.id)
    return first + later
