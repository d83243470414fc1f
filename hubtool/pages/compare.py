"""Cases side by side: the page they stand on, and what each says in every row of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from hubtool.hub.lists import sort_key
from hubtool.models.case import CaseStudy
from hubtool.pages.page import Page, page, render
from hubtool.pages.parts import sentences as say
from hubtool.pages.parts.cards import card, where
from hubtool.pages.parts.stages import decision_stages
from hubtool.pages.parts.timelines import before
from hubtool.pages.view import View

ADDRESS = "compare/"
CASE_FILE = "assets/compare/{}.json"
"""Where what a case says in each row is, by its id."""

_MOST_TO_CHOOSE = 500  # titles in one menu; of more the list of cases finds them better
_EXAMPLES = 3


def compare_pages(view: View) -> Iterator[Page]:
    """Yield the page on which a browser sets cases side by side."""
    cases = sorted(view.hub.cases.values(), key=lambda case: (sort_key(case.title), case.id))
    yield page(
        view,
        "compare",
        ADDRESS,
        title=view.words("compare.title"),
        description=view.words("compare.lede"),
        template="compare/page.html",
        stages=decision_stages(view),
        cases=cases if len(cases) <= _MOST_TO_CHOOSE else (),
        examples=[card(view, case) for case in _examples(view)],
    )


def compared(view: View, case: CaseStudy) -> Mapping[str, str]:
    """Return the HTML of each row for *case*, its links as they are on the page for comparing."""
    view = view.at(ADDRESS)
    values = _values(view, case)
    rows = {
        name: render(f"compare/{name}.html", view, **values)
        for name in ("head", "where", "before", "took", "lessons")
    }
    stages = case.power.stages if case.power else {}
    for stage in decision_stages(view):
        rows[f"stage-{stage.id}"] = render(
            "compare/stage.html", view, entry=stages.get(stage.id), **values
        )
    return rows | {"title": case.title, "says": view.words("compare.added", title=case.title)}


def _examples(view: View) -> list[CaseStudy]:
    """Return the cases in which most stages are read; none where there are not two of them."""

    def is_read(case: CaseStudy) -> int:
        stages = case.power.stages.values() if case.power else ()
        return sum(stage.level is not None for stage in stages)

    told = sorted(
        (case for case in view.hub.cases.values() if is_read(case)), key=is_read, reverse=True
    )
    return told[:_EXAMPLES] if len(told) > 1 else []


def _values(view: View, case: CaseStudy) -> dict[str, Any]:
    known = before(case)
    return {
        "case": case,
        "lang": view.lang(case.language),
        "place": where(case, view.words),
        "before_sentence": say.before_sentence(
            case, known.months, view.words, is_recorded=known.is_recorded
        ),
        "reading_voices": say.reading_voices,
        "took_missing": say.missing_investment(case, view.words),
        "money_sum": lambda money: say.money_sum(money, view.words),
        "pay": lambda payment: say.pay(payment, view.words),
    }
