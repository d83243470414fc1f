"""The pages of lessons: all of them by stage, those of one stage, those of one theme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub.lists import lesson_table
from hubtool.hub.references import LessonReference
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.finder import Finder, finder_of_all
from hubtool.pages.parts.lesson_groups import (
    PER_PAGE,
    LessonGroup,
    Pair,
    by_kind,
    by_stage,
    first_pair,
    pairs_with,
    sample,
    sides_of,
)
from hubtool.pages.parts.paging import BackLink, Sheet, by_first, sheet_title, sheets
from hubtool.pages.parts.stages import StageLink, stage_links
from hubtool.pages.view import View

_MOST_PAIRS = 8

LessonSheet = Sheet[tuple[Term | None, LessonReference]]


@dataclass(frozen=True, slots=True)
class StageSample:
    """The lessons of one stage: those to begin with, and how many there are."""

    stage: Term | None
    lessons: tuple[LessonReference, ...]
    count: int


@dataclass(frozen=True, slots=True)
class CountedTheme:
    """A theme with the number of its lessons."""

    term: Term
    count: int


@dataclass(frozen=True)
class LessonsContent(Content):
    """All lessons: a sample of each stage, and pairs that contradict each other."""

    template = "lessons/index.html"

    stages: tuple[StageLink, ...]
    finder: Finder
    first_pair: Pair | None
    pairs: tuple[Pair, ...]
    samples: tuple[StageSample, ...]
    themes: tuple[CountedTheme, ...]


@dataclass(frozen=True)
class LessonListContent(Content):
    """One page of the lessons under *term*; *number* is that of a stage on the path."""

    template = "lessons/list.html"

    term: Term
    number: int | None
    count: int
    sheet: LessonSheet
    groups: tuple[LessonGroup, ...]
    pairs: tuple[Pair, ...]
    sides: tuple[str, ...]
    back: BackLink
    is_by_kind: bool


@dataclass(frozen=True, slots=True)
class _TermLessons:
    """The lessons under a term in their groups, and the page that leads to them."""

    term: Term
    groups: tuple[LessonGroup, ...]
    back: BackLink

    @property
    def lessons(self) -> tuple[LessonReference, ...]:
        return tuple(entry for group in self.groups for entry in group.lessons)


def lesson_pages(view: View) -> Iterator[Page]:
    """Yield every page of lessons."""
    yield _index(view)
    for stage in view.hub.terms("stages"):
        groups = by_kind(view, view.hub.lessons_with("stages", stage.id))
        back = BackLink("lessons/", view.words("lessons.title"))
        listed = _TermLessons(stage, groups, back)
        yield from _lists(view, listed, f"lessons/{stage.id}/", is_by_kind=True)
    for theme in view.hub.terms("themes"):
        groups = by_stage(view, view.hub.lessons_with("themes", theme.id))
        back = BackLink(f"themes/{theme.id}/", view.words("lessons.about-theme"))
        listed = _TermLessons(theme, groups, back)
        yield from _lists(view, listed, f"lessons/theme/{theme.id}/", is_by_kind=False)


def _index(view: View) -> Page:
    lessons = view.hub.lessons
    first = first_pair(view.hub.ties.contradictions)
    further = tuple(pair for pair in view.hub.ties.contradictions if pair != first)
    return page(
        view,
        "lessons",
        "lessons/",
        title=view.words("lessons.title"),
        description=view.words("lessons.lede", n=len(lessons)),
        content=LessonsContent(
            stages=stage_links(view),
            finder=finder_of_all(view, lesson_table(view.hub)),
            first_pair=first,
            pairs=further[:_MOST_PAIRS],
            samples=tuple(_sample(view, group) for group in by_stage(view, lessons)),
            themes=tuple(_counted_themes(view)),
        ),
    )


def _sample(view: View, group: LessonGroup) -> StageSample:
    # Those of no stage have no page of their own.
    lessons = sample(view, group.lessons) if group.term else group.lessons[:PER_PAGE]
    return StageSample(group.term, lessons, len(group.lessons))


def _counted_themes(view: View) -> Iterator[CountedTheme]:
    for term in view.hub.terms("themes"):
        if count := len(view.hub.lessons_with("themes", term.id)):
            yield CountedTheme(term, count)


def _lists(view: View, listed: _TermLessons, base: str, *, is_by_kind: bool) -> Iterator[Page]:
    pairs = [(group.term, entry) for group in listed.groups for entry in group.lessons]
    for sheet in sheets(pairs, base, PER_PAGE):
        yield _list(view, sheet, listed, is_by_kind=is_by_kind)


def _list(view: View, sheet: LessonSheet, listed: _TermLessons, *, is_by_kind: bool) -> Page:
    term, lessons = listed.term, listed.lessons
    label = view.words("lessons.titled", label=term.label)
    title = sheet_title(label, sheet, view.words)
    return page(
        view,
        "lessons",
        sheet.address,
        title=title,
        tab=title if is_by_kind else f"{title} - {view.words('frame.themes')}",
        description=term.definition,
        content=LessonListContent(
            term=term,
            number=_number(view.hub.decision_stages, term) if is_by_kind else None,
            count=len(lessons),
            sheet=sheet,
            groups=tuple(LessonGroup(key, entries) for key, entries in by_first(sheet.entries)),
            pairs=pairs_with(view, lessons)[:_MOST_PAIRS] if sheet.number == 1 else (),
            sides=sides_of(entry for _, entry in sheet.entries),
            back=listed.back,
            is_by_kind=is_by_kind,
        ),
    )


def _number(stages: Iterable[Term], stage: Term) -> int | None:
    """Return the number of *stage* on the path of *stages*; none where it is not on it."""
    return next((number for number, term in enumerate(stages, 1) if term.id == stage.id), None)
