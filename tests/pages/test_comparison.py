"""A case among the others: what its page draws small, and what it must not."""

import re
from functools import cache

from reading import Reading, faults
from small_hubs import case, hub

from hubtool.hub.hub import Hub
from hubtool.pages.case_study import case_page, case_pages
from hubtool.pages.charts.comparison import all_cases, lessons_by_stage, year_line
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


def test_the_others_are_lines_without_a_name() -> None:
    page = first(full(9))
    assert len(page.all("path", "others")) == 6  # before, the share, four figures of hours
    drawn = part(full(9), "before")
    assert "Case 2" not in drawn
    assert "A pale line is where a case begins or ends" in words(drawn)


def test_below_eight_cases_a_case_is_drawn_alone_and_the_page_says_why() -> None:
    drawn = part(full(7), "before")
    assert 'class="time"' in drawn
    assert 'class="others"' not in part(full(7), "before") + part(full(7), "took")
    assert "With fewer than 8 cases there is nothing to draw it among." in words(drawn)


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


def test_the_bar_before_the_question_has_the_scale_of_the_big_chart() -> None:
    built = full(8)  # 1 to 8 months
    assert all_cases(View(built)).scale.before == 8
    assert f'x1="{all_cases(View(built)).scale.at(-1)}%"' in part(built, "before")
    assert "8 months before" in words(part(built, "before"))


def test_an_estimate_has_a_broken_outline_and_nought_is_no_bar() -> None:
    assert "Broken outlines are estimates." in words(part(full(8), "took"))
    took = part(full(8, "actual"), "took")
    assert "estimate" not in took
    assert took.count('class="nought"') == 1
    assert took.count('class="fill-ink"') == 1
    assert took.count('class="hollow"') == 1


def test_outcomes_stand_over_their_year_one_above_the_other() -> None:
    built = full(8)
    line = year_line(built.cases["c0001"], all_cases(View(built)))
    assert line
    assert (line.first, line.last) == (0, 14)
    assert [(mark.outcome.what, mark.x, mark.up) for mark in line.marks] == [
        ("Early.", 10.6, 0),
        ("Too.", 10.6, 18),
        ("Late.", 96.0, 0),
    ]
    said = words(part(built, "changed"))
    assert "the year the work began: 1 year on (2) and 14 years on." in said
    assert "1 more has no date that can be counted from the start." in said


def test_what_was_seen_before_the_start_is_said_once() -> None:
    seen = ", ".join(
        f"{{what: W., kind: research, said_by: outside, seen: {year}}}" for year in (1990, 1995)
    )
    page = alone(f"dates: 2000/2001\noutcomes: [{seen}]")
    assert "the year the work began: before it began (2)." in page.elements[0].text
    built = hub({"cases/a.yml": case(f"dates: 2000/2001\noutcomes: [{seen}]")})
    line = year_line(built.cases["a"], all_cases(View(built)))
    assert line
    assert (line.first, line.last, line.ticks) == (-10, 10, "")


def test_lessons_stand_at_their_stages_and_lead_down_the_page() -> None:
    built = full(2)
    held = {
        step.stage.id: [lesson.id for lesson in step.lessons]
        for step in lessons_by_stage(View(built), built.cases["c0001"], all_cases(View(built)))
    }
    assert {stage: ids for stage, ids in held.items() if ids} == {
        "question": ["a", "b"],
        "action": ["c"],
    }
    assert len(held) == 8
    assert re.findall(r'<a href="(#lesson-\w)"', part(built, "lessons"))[:3] == [
        "#lesson-a",
        "#lesson-b",
        "#lesson-c",
    ]


def test_one_lesson_makes_no_picture() -> None:
    page = alone("lessons: [{id: a, lesson: A., kind: worked, said_by: community, stage: action}]")
    assert page.all("ol", "at-stages") == []
    assert "Lessons that name a stage: 1 of 1." in " ".join(page.at("lessons").text.split())


def test_a_page_is_no_heavier_for_more_cases() -> None:
    few, many = all_cases(View(full(100))), all_cases(View(full(200)))
    # A line has a hundred places, and a tick of each is some ten letters long.
    assert all(len(path) < 101 * 14 for path in many.ticks.values())
    assert len(many.ticks["before"]) <= len(few.ticks["before"]) + 100
    sizes = [len(first(built).source) for built in (full(100), full(200))]
    assert sizes[1] < sizes[0] * 1.1
