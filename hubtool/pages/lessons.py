"""The pages of lessons: all of them by stage, those of one stage, those of one theme."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from hubtool.entries import LessonEntry
from hubtool.hub import Hub
from hubtool.models.vocabulary import Term
from hubtool.pages.claims import tools
from hubtool.pages.doors import doors
from hubtool.pages.finder import whole
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.paging import Sheet, by_first, sheet_title, sheets
from hubtool.pages.sides import side
from hubtool.tables import lesson_table

_SAMPLE = 6
_PER_PAGE = 80
_MOST_PAIRS = 8
_SIDES = ("community", "institution", "both", "outside")

Pair = tuple[LessonEntry, LessonEntry]


@dataclass(frozen=True, slots=True)
class Group:
    """Lessons under the term they have in common; no term for those that name none."""

    term: Term | None
    lessons: tuple[LessonEntry, ...]


def lesson_pages(hub: Hub) -> Iterator[Page]:
    """Yield every page of lessons."""
    yield _all(hub)
    for term in hub.terms("stages"):
        yield from _stage(hub, term)
    for term in hub.terms("themes"):
        yield from _theme(hub, term)


def sample(
    hub: Hub, lessons: Iterable[LessonEntry], size: int = _SAMPLE
) -> tuple[LessonEntry, ...]:
    """Return up to *size* of *lessons*, one of each kind in turn: no kind hides behind another."""
    kinds = [group.lessons for group in by_kind(hub, lessons)]
    in_turn = chain.from_iterable(zip_longest(*map(_one_of_each_case_first, kinds)))
    return tuple(entry for entry in in_turn if entry is not None)[:size]


def by_kind(hub: Hub, lessons: Iterable[LessonEntry]) -> tuple[Group, ...]:
    """Return *lessons* by kind, in the vocabulary's order."""
    given = tuple(lessons)
    groups = (
        Group(kind, tuple(entry for entry in given if entry.lesson.kind == kind.id))
        for kind in hub.terms("lesson-kinds")
    )
    return tuple(group for group in groups if group.lessons)


def by_stage(hub: Hub, lessons: Iterable[LessonEntry]) -> tuple[Group, ...]:
    """Return *lessons* by stage, in the vocabulary's order; those that name none come last."""
    given = tuple(lessons)
    groups = [
        Group(stage, tuple(entry for entry in given if entry.lesson.stage == stage.id))
        for stage in hub.terms("stages")
    ]
    groups.append(Group(None, tuple(entry for entry in given if entry.lesson.stage is None)))
    return tuple(group for group in groups if group.lessons)


def pairs_among(hub: Hub, lessons: Iterable[LessonEntry]) -> tuple[Pair, ...]:
    """Return the pairs that contradict each other in which at least one is among *lessons*."""
    addresses = {entry.address for entry in lessons}
    return tuple(
        (one, other)
        for one, other in hub.contradictions
        if one.address in addresses or other.address in addresses
    )


def first_pair(pairs: Sequence[Pair]) -> Pair | None:
    """Return the first of *pairs* that two sides tell; where there is none, the first."""
    told_apart = (pair for pair in pairs if len({side(one.lesson.said_by) for one in pair}) > 1)
    return next(told_apart, pairs[0] if pairs else None)


def sides_of(lessons: Iterable[LessonEntry]) -> tuple[str, ...]:
    """Return whose inks *lessons* are printed in, as far as there is a choice to make."""
    found = {side(entry.lesson.said_by) for entry in lessons}
    return tuple(name for name in _SIDES if name in found) if len(found) > 1 else ()


def _one_of_each_case_first(lessons: Sequence[LessonEntry]) -> list[LessonEntry]:
    seen: set[str] = set()
    later: list[LessonEntry] = []
    first: list[LessonEntry] = []
    for entry in lessons:
        (later if entry.case.id in seen else first).append(entry)
        seen.add(entry.case.id)
    return first + later


def _all(hub: Hub) -> Page:
    t = hub_words(hub)
    shown = first_pair(hub.contradictions)
    return page(
        hub,
        "lessons",
        "lessons/",
        title=t("lessons.title"),
        description=t("lessons.lede", n=len(hub.lessons)),
        template="lessons/all.html",
        **tools(hub),
        doors=doors(hub),
        finder=whole(hub, lesson_table(hub)),
        first_pair=shown,
        pairs=tuple(pair for pair in hub.contradictions if pair != shown)[:_MOST_PAIRS],
        most=_PER_PAGE,
        groups=tuple((group, sample(hub, group.lessons)) for group in by_stage(hub, hub.lessons)),
        themes=tuple(
            (term, len(hub.lessons_with("themes", term.id))) for term in hub.terms("themes")
        ),
    )


def _stage(hub: Hub, term: Term) -> Iterator[Page]:
    t = hub_words(hub)
    found = hub.lessons_with("stages", term.id)
    back = ("lessons/", t("lessons.title"))
    for sheet in _sheets(by_kind(hub, found), f"lessons/{term.id}/"):
        yield _list(hub, sheet, term, found, back=back, is_by_kind=True)


def _theme(hub: Hub, term: Term) -> Iterator[Page]:
    found = hub.lessons_with("themes", term.id)
    back = (f"themes/{term.id}/", hub_words(hub)("lessons.about-theme"))
    for sheet in _sheets(by_stage(hub, found), f"lessons/theme/{term.id}/"):
        yield _list(hub, sheet, term, found, back=back, is_by_kind=False)


def _sheets(groups: Iterable[Group], base: str) -> Iterator[Sheet[tuple[Term | None, LessonEntry]]]:
    pairs = [(group.term, entry) for group in groups for entry in group.lessons]
    return sheets(pairs, base, _PER_PAGE)


def _list(  # noqa: PLR0913  (a page has this many parts)
    hub: Hub,
    sheet: Sheet[tuple[Term | None, LessonEntry]],
    term: Term,
    lessons: tuple[LessonEntry, ...],
    *,
    back: tuple[str, str],
    is_by_kind: bool,
) -> Page:
    t = hub_words(hub)
    title = t("lessons.titled", label=term.label)
    return page(
        hub,
        "lessons",
        sheet.address,
        title=sheet_title(title, sheet, t),
        description=term.definition,
        template="lessons/list.html",
        **tools(hub),
        term=term,
        number=_number(hub, term) if is_by_kind else None,
        count=len(lessons),
        sheet=sheet,
        groups=tuple(Group(key, entries) for key, entries in by_first(sheet.entries)),
        pairs=pairs_among(hub, lessons)[:_MOST_PAIRS] if sheet.number == 1 else (),
        sides=sides_of(entry for _, entry in sheet.entries),
        back=back,
        is_by_kind=is_by_kind,
    )


def _number(hub: Hub, stage: Term) -> int | None:
    """Return the place of *stage* on the path; none where it is no step of it."""
    steps = [door.id for door in doors(hub)]
    return steps.index(stage.id) + 1 if stage.id in steps else None
