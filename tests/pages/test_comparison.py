"""A case among the others: what its page draws small, and what it must not."""

import re
from functools import cache

from reading import Reading, faults
from small_hubs import case, hub

from hubtool.hub.hub import Hub
from hubtool.pages.case_study import case_page, case_pages
from hubtool.pages.charts.comparison import all_cases
from hubtool.pages.view import View

FULL = """
    title: Case {n}
    dates: 2010/2019
    partners: [{{id: us, name: Us, kind: community-group}}, {{id: uni, name: U, kind: university}}]
    investment:
      said_by: together
      basis: {basis}
      months_before_question: {months}
      money: {{low: 1, high: 2, currency: GBP, community_share_percent: {share}}}
      hours: [{{who: us, paid: 0, unpaid: {n}}}, {{who: uni, paid: 50}}]
    power: {{said_by: together, stages: {{question: shared}}}}
    outcomes:
      - {{what: Early., kind: practice-policy, said_by: community, seen: 2011-05, evidence: told}}
      - {{what: Too., kind: practice-policy, said_by: community, seen: 2011, evidence: measured}}
      - {{what: Late., kind: practice-policy, said_by: community, seen: 2024, direction: harm}}
      - {{what: Hoped., kind: practice-policy, said_by: community, hoped_for: true}}
      - {{what: Undated., kind: practice-policy, said_by: community}}
    lessons:
      - {{id: a, lesson: A., kind: worked, said_by: community, stage: question}}
      - {{id: b, lesson: B., kind: risk, said_by: community, stage: question}}
      - {{id: c, lesson: C., kind: worked, said_by: community, stage: action}}
"""


@cache
def full(count: int, basis: str = "estimate") -> Hub:
    return hub(
        {
            f"cases/c{n:04}.yml": case(FULL.format(n=n, months=n % 40, share=n % 101, basis=basis))
            for n in range(1, count + 1)
        }
    )


def first(built: Hub) -> Reading:
    return Reading(next(iter(case_pages(View(built)))).body)


def part(built: Hub, id_: str) -> str:
    """Return the part of the first case's page with this id."""
    found = re.search(
        rf'<section class="part" id="{id_}".*?</section>', first(built).source, re.DOTALL
    )
    assert found
    return found[0]


def words(html: str) -> str:
    return " ".join(Reading(f"<div>{html}</div>").elements[0].text.split())


def links(page: Reading) -> list[str]:
    return [one.attributes["href"] for one in page.all("a") if "href" in one.attributes]


def alone(more: str) -> Reading:
    built = hub({"cases/a.yml": case(more)})
    return Reading(case_page(View(built), built.cases["a"]).body)


def test_each_part_says_how_many_cases_say_and_leads_to_its_chart() -> None:
    page = first(full(8))
    assert faults(page.source) == []
    says = {
        "before": "8 of 8 cases say how long.",
        "decided": "In 8 of 8 cases somebody has read at least one stage.",
        "took": "8 of 8 cases say how many hours people gave.",
        "changed": "8 of 8 cases give such dates.",
        "lessons": "Lessons that name a stage: 24 of 24.",
    }
    assert {id_: said for id_, said in says.items() if said not in words(part(full(8), id_))} == {}
    charts = [link for link in links(page) if "evidence/#" in link]
    assert charts == [
        f"../../evidence/#{chart}"
        for chart in ("before", "decided", "share", "hours", "outcomes", "lessons")
    ]


def test_what_a_case_does_not_record_is_not_drawn() -> None:
    page = alone("")
    assert page.all("figure", "among-others") == []
    assert not [link for link in links(page) if "evidence/" in link]
    assert "what is possible, not what is typical" not in page.elements[0].text


def test_the_caution_stands_once_beside_the_first_that_is_drawn() -> None:
    caution = "they show what is possible, not what is typical"
    assert first(full(8)).elements[0].text.count(caution) == 1
    assert caution in words(part(full(8), "before"))
    dated = "dates: 2010/2019\noutcomes: [{what: W., kind: research, said_by: outside, seen: 2012}]"
    assert caution in " ".join(alone(dated).at("changed").text.split())


def test_nobody_is_better_than_anybody() -> None:
    drawn = " ".join(first(full(9)).texts("figure", "among-others")).lower()
    assert not re.search(r"average|median|better|worse|rank|\btop\b|above|below", drawn)


def test_an_estimate_has_a_broken_outline_and_nought_is_no_bar() -> None:
    assert "Broken outlines are estimates." in words(part(full(8), "took"))
    took = part(full(8, "actual"), "took")
    assert "estimate" not in took
    assert took.count('class="nought"') == 1
    assert took.count('class="fill-ink"') == 1
    assert took.count('class="hollow"') == 1


def test_a_page_is_no_heavier_for_more_cases() -> None:
    few, many = all_cases(View(full(100))), all_cases(View(full(200)))
    # A line has a hundred places, and a tick of each is some ten letters long.
    assert all(len(path) < 101 * 14 for path in many.ticks.values())
    assert len(many.ticks["paid"]) <= len(few.ticks["paid"]) + 100
    sizes = [len(first(built).source) for built in (full(100), full(200))]
    assert sizes[1] < sizes[0] * 1.1


def test_the_others_are_lines_without_a_name() -> None:
    page = first(full(9))
    assert len(page.all("path", "others")) == 4  # the share, and the hours
    assert "Case 2" not in part(full(9), "took")
    assert "A pale line is the share in one case" in words(part(full(9), "took"))


def test_below_eight_cases_nothing_stands_behind_what_a_case_says() -> None:
    assert 'class="others"' not in part(full(7), "took")
    assert "With fewer than 8 cases there is nothing to draw it among." in words(
        part(full(7), "took")
    )


def test_a_reader_of_a_story_meets_a_sentence_and_not_a_chart() -> None:
    for id_ in ("before", "decided", "changed", "lessons"):
        assert "<figure" not in part(full(9), id_), id_
        assert "of all cases" in words(part(full(9), id_)) or "in all cases" in words(
            part(full(9), id_)
        )
