"""Cases side by side: the page, and the cells of each case in its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

from hubtool.hub.lists import sort_key
from hubtool.models.case import CaseStudy
from hubtool.models.power import StageReading
from hubtool.pages.page import Content, Page, page, render
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.cards import Card, card, where
from hubtool.pages.parts.timelines import time_before
from hubtool.pages.view import View

ADDRESS = "compare/"
CELLS_FILE = "assets/compare/{}.json"
"""The path of a file with the cells of some cases, by its number."""

_TOGETHER = 8  # cases in a file, some 3 kB on the way; with more, a reader waits for much unasked
_PRIME = 65_521
_MOST_TO_CHOOSE = 500  # titles in one menu; beyond that, the list of cases is easier to use
_EXAMPLES = 3


@dataclass(frozen=True)
class CompareContent(Content):
    """The page before a case is chosen; *cases* is empty where they are too many for a menu.

    *files* is how many files the cells of all cases are in.
    """

    template = "compare/page.html"

    files: int
    cases: tuple[CaseStudy, ...]
    examples: tuple[Card, ...]


@dataclass(frozen=True)
class TitleCell(Content):
    """The title of a case."""

    template = "compare/head.html"

    case: CaseStudy


@dataclass(frozen=True)
class WhereCell(Content):
    """Where and when a case happened, and who the partners were."""

    template = "compare/where.html"

    case: CaseStudy
    place: str


@dataclass(frozen=True)
class BeforeCell(Content):
    """The time before the question."""

    template = "compare/before.html"

    sentence: str


@dataclass(frozen=True)
class StageCell(Content):
    """Who decided at one stage."""

    template = "compare/stage.html"

    case: CaseStudy
    entry: StageReading | None


@dataclass(frozen=True)
class TookCell(Content):
    """What a case took, with its sums in words."""

    template = "compare/took.html"

    case: CaseStudy
    money: str
    payment: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class LessonsCell(Content):
    """The lessons of a case."""

    template = "compare/lessons.html"

    case: CaseStudy


def compare_pages(view: View) -> Iterator[Page]:
    """Yield the page on which a browser sets cases side by side."""
    cases = sorted(view.hub.cases.values(), key=lambda case: (sort_key(case.title), case.id))
    yield page(
        view,
        "compare",
        ADDRESS,
        title=view.words("compare.title"),
        description=view.words("compare.lede"),
        content=CompareContent(
            files=file_count(len(cases)),
            cases=tuple(cases) if len(cases) <= _MOST_TO_CHOOSE else (),
            examples=tuple(card(view, case) for case in _examples(view)),
        ),
    )


def file_count(cases: int) -> int:
    """Return in how many files the cells of as many *cases* are."""
    return max(1, -(-cases // _TOGETHER))


def file_number(id_: str, files: int) -> int:
    """Return in which of as many *files* the cells of the case *id_* are.

    `compare.js` reckons the same, so that it need not ask for a list of them first.
    """
    return reduce(lambda total, sign: (31 * total + ord(sign)) % _PRIME, id_, 0) % files


def compared(view: View, case: CaseStudy) -> Mapping[str, str]:
    """Return the HTML of each row for *case*, with links that start from the page."""
    view = view.at(ADDRESS)
    cells = {name: render(view, cell) for name, cell in _cells(view, case).items()}
    return cells | {"title": case.title, "says": view.words("compare.added", title=case.title)}


def _cells(view: View, case: CaseStudy) -> dict[str, Content]:
    before = time_before(case)
    took = case.investment
    stages = case.power.stages if case.power else {}
    return {
        "head": TitleCell(case),
        "where": WhereCell(case, where(case, view.words)),
        "before": BeforeCell(
            say.before_sentence(case, before.months, view.words, is_recorded=before.is_recorded)
        ),
        "took": TookCell(
            case,
            money=say.money_sum(took.money, view.words) if took and took.money else "",
            payment=say.pay(took.payment, view.words) if took and took.payment else "",
            missing=say.missing_investment(case, view.words),
        ),
        "lessons": LessonsCell(case),
    } | {
        f"stage-{stage.id}": StageCell(case, stages.get(stage.id))
        for stage in view.hub.decision_stages
    }


def _examples(view: View) -> list[CaseStudy]:
    """Return the cases in which most stages are read; none where there are not two of them."""

    def stages_read(case: CaseStudy) -> int:
        stages = case.power.stages.values() if case.power else ()
        return sum(stage.level is not None for stage in stages)

    with_reading = (case for case in view.hub.cases.values() if stages_read(case))
    cases = sorted(with_reading, key=stages_read, reverse=True)
    return cases[:_EXAMPLES] if len(cases) > 1 else []
