"""The pages of lessons: all of them by stage, those of one stage, those of one theme."""

from collections.abc import Iterable, Iterator

from hubtool.hub.lists import lesson_table
from hubtool.hub.references import LessonReference
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Page, page
from hubtool.pages.parts.finder import whole
from hubtool.pages.parts.lesson_groups import (
    Group,
    by_kind,
    by_stage,
    first_pair,
    pairs_among,
    sample,
    sides_of,
)
from hubtool.pages.parts.paging import Sheet, by_first, sheet_title, sheets
from hubtool.pages.parts.stages import doors
from hubtool.pages.view import View

_PER_PAGE = 80
_MOST_PAIRS = 8


def lesson_pages(view: View) -> Iterator[Page]:
    """Yield every page of lessons."""
    yield _all(view)
    for term in view.hub.terms("stages"):
        yield from _stage(view, term)
    for term in view.hub.terms("themes"):
        yield from _theme(view, term)


def _all(view: View) -> Page:
    shown = first_pair(view.hub.contradictions)
    return page(
        view,
        "lessons",
        "lessons/",
        title=view.words("lessons.title"),
        description=view.words("lessons.lede", n=len(view.hub.lessons)),
        template="lessons/index.html",
        doors=doors(view),
        finder=whole(view, lesson_table(view.hub)),
        first_pair=shown,
        pairs=tuple(pair for pair in view.hub.contradictions if pair != shown)[:_MOST_PAIRS],
        most=_PER_PAGE,
        groups=tuple(
            (group, sample(view, group.lessons)) for group in by_stage(view, view.hub.lessons)
        ),
        themes=tuple(
            (term, len(view.hub.lessons_with("themes", term.id)))
            for term in view.hub.terms("themes")
        ),
    )


def _stage(view: View, term: Term) -> Iterator[Page]:
    found = view.hub.lessons_with("stages", term.id)
    back = ("lessons/", view.words("lessons.title"))
    for sheet in _sheets(by_kind(view, found), f"lessons/{term.id}/"):
        yield _list(view, sheet, term, found, back=back, is_by_kind=True)


def _theme(view: View, term: Term) -> Iterator[Page]:
    found = view.hub.lessons_with("themes", term.id)
    back = (f"themes/{term.id}/", view.words("lessons.about-theme"))
    for sheet in _sheets(by_stage(view, found), f"lessons/theme/{term.id}/"):
        yield _list(view, sheet, term, found, back=back, is_by_kind=False)


def _sheets(
    groups: Iterable[Group], base: str
) -> Iterator[Sheet[tuple[Term | None, LessonReference]]]:
    pairs = [(group.term, entry) for group in groups for entry in group.lessons]
    return sheets(pairs, base, _PER_PAGE)


def _list(  # noqa: PLR0913  (a page has this many parts)
    view: View,
    sheet: Sheet[tuple[Term | None, LessonReference]],
    term: Term,
    lessons: tuple[LessonReference, ...],
    *,
    back: tuple[str, str],
    is_by_kind: bool,
) -> Page:
    title = view.words("lessons.titled", label=term.label)
    return page(
        view,
        "lessons",
        sheet.address,
        title=sheet_title(title, sheet, view.words),
        description=term.definition,
        template="lessons/list.html",
        term=term,
        number=_number(view, term) if is_by_kind else None,
        count=len(lessons),
        sheet=sheet,
        groups=tuple(Group(key, entries) for key, entries in by_first(sheet.entries)),
        pairs=pairs_among(view, lessons)[:_MOST_PAIRS] if sheet.number == 1 else (),
        sides=sides_of(entry for _, entry in sheet.entries),
        back=back,
        is_by_kind=is_by_kind,
    )


def _number(view: View, stage: Term) -> int | None:
    """Return the place of *stage* on the path; none where it is no step of it."""
    steps = [door.id for door in doors(view)]
    return steps.index(stage.id) + 1 if stage.id in steps else None
