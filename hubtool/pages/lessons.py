"""The pages of lessons: all of them by stage, those of one stage, those of one theme."""

from collections.abc import Iterable, Iterator

from hubtool.hub.hub import Hub
from hubtool.hub.lists import lesson_table
from hubtool.hub.references import LessonEntry
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.claims import tools
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

_PER_PAGE = 80
_MOST_PAIRS = 8


def lesson_pages(hub: Hub) -> Iterator[Page]:
    """Yield every page of lessons."""
    yield _all(hub)
    for term in hub.terms("stages"):
        yield from _stage(hub, term)
    for term in hub.terms("themes"):
        yield from _theme(hub, term)


def _all(hub: Hub) -> Page:
    t = hub_words(hub)
    shown = first_pair(hub.contradictions)
    return page(
        hub,
        "lessons",
        "lessons/",
        title=t("lessons.title"),
        description=t("lessons.lede", n=len(hub.lessons)),
        template="lessons/index.html",
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
