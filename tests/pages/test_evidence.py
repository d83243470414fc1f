"""The charts: what they draw, what they list, and what they must not do."""

import re
from functools import cache

from reading import Reading, faults
from small_hubs import case, hub

from hubtool.hub.hub import Hub
from hubtool.hub.measures import (
    by_years,
    dated_outcomes,
    decision_rows,
    lesson_counts,
    party_hours,
    waits,
)
from hubtool.pages.charts.rows import OutcomeMark, outcome_marks, outcomes_per_mark, row_sample
from hubtool.pages.evidence import evidence_pages
from hubtool.pages.view import View

FULL = """
    title: Case {n}
    dates: 2010/2019
    partners: [{{id: us, name: Us, kind: community-group}}, {{id: uni, name: U, kind: university}}]
    investment:
      said_by: together
      basis: {basis}
      months_before_question: {months}
      money: {{low: 1, high: 2, currency: GBP, community_share_percent: {n}}}
      hours: [{{who: us, unpaid: {n}0}}, {{who: uni, paid: 5, unpaid: 0}}]
    power:
      said_by: together
      stages:
        question: shared
        design: {{level: disputed, readings: {{community: involved, researcher: shared}}}}
        inquiry: {{note: Told only.}}
        action: not-applicable
    outcomes:
      - {{what: Early., kind: practice-policy, said_by: community, seen: 2011-05, evidence: told}}
      - {{what: Late., kind: practice-policy, said_by: community, seen: 2023, direction: harm}}
      - {{what: Hoped., kind: practice-policy, said_by: community, hoped_for: true}}
      - {{what: Undated., kind: practice-policy, said_by: community}}
"""


@cache
def full(count: int) -> Hub:
    texts = {
        f"cases/c{n}.yml": case(
            FULL.format(n=n, months=max(20 - n, 0), basis="estimate" if n % 2 else "actual")
        )
        for n in range(1, count + 1)
    }
    return hub(texts)


def body(built: Hub) -> str:
    page = next(evidence_pages(View(built)))
    assert faults(page.body) == []
    return page.body


def part(built: Hub, id_: str) -> str:
    """Return the part of the page under the heading *id_*."""
    found = re.search(
        rf'<section class="chart-part">\n<h3 id="{id_}".*?</section>', body(built), re.DOTALL
    )
    assert found
    return found[0]


def words(html: str) -> str:
    return " ".join(Reading(f"<div>{html}</div>").elements[0].text.split())


def test_every_chart_is_drawn_from_eight_cases_on() -> None:
    eight = body(full(8))
    assert "Too few to draw" not in eight
    assert eight.count("<figure") == eight.count("volunteered or drawn from the public record") - 1
    for id_ in ("before", "decided", "share", "hours", "outcomes"):
        drawing = part(full(8), id_)
        assert "<svg" in drawing
        assert "<details>" in drawing
        assert "<table" in drawing


def test_below_eight_cases_they_are_listed_and_not_drawn() -> None:
    seven = body(full(7))
    assert "Too few to draw" in seven
    for id_ in ("before", "decided", "share", "hours", "outcomes"):
        assert "<svg" not in part(full(7), id_)
        assert "<details" not in part(full(7), id_)
        assert "Case 7" in part(full(7), id_)


def test_a_chart_says_how_many_cases_say() -> None:
    both = hub(
        {"cases/a.yml": case(FULL.format(n=1, months=3, basis="actual")), "cases/b.yml": case()}
    )
    assert "1 of 2 cases says." in words(part(both, "before"))
    assert "1 of 2 cases says." in words(part(both, "share"))
    assert "In 1 of 2 cases somebody has read at least one stage." in words(part(both, "decided"))


def test_a_chart_of_which_nothing_is_known_says_so() -> None:
    alone = hub({"cases/a.yml": case()})
    for id_ in ("before", "decided", "share", "hours", "outcomes"):
        assert "No case says." in words(part(alone, id_))
    assert body(hub({}))


def test_the_time_before_the_question_is_sorted_by_length() -> None:
    assert [one.before.least for one in waits(full(3))] == [17, 18, 19]


def test_nought_months_are_an_answer() -> None:
    built = hub({"cases/a.yml": case("investment: {said_by: together, months_before_question: 0}")})
    assert [one.before.most for one in waits(built)] == [0]
    assert "No time" in words(part(built, "before"))


def test_who_decided_shows_both_readings_of_a_dispute_and_what_is_not_recorded() -> None:
    built = full(1)
    [one] = decision_rows(built, built.decision_stages)
    assert one.cells == (
        ("not-recorded",),
        ("shared",),
        ("not-recorded",),
        ("involved", "shared"),
        ("described",),
        ("not-recorded",),
        ("not-applicable",),
    )


def test_nobody_adds_up_power() -> None:
    table = Reading(f"<div>{part(full(8), 'decided')}</div>").texts("td")
    assert not [text for text in table if re.search(r"\d", text)]


def test_a_case_that_only_tells_is_counted_and_not_drawn() -> None:
    told = case("power: {said_by: outside, stages: {question: {note: They chose.}}}")
    built = hub({"cases/told.yml": told})
    assert decision_rows(built, built.decision_stages) == ()
    assert "1 more tells in words who decided" in words(part(built, "decided"))


def test_hours_stand_by_kind_of_partner_and_none_are_valued() -> None:
    rows = [
        (one.case.id, one.kind, one.paid, one.unpaid, one.is_estimate)
        for one in party_hours(full(2))
    ]
    assert rows == [
        ("c1", "university", 5, 0, True),
        ("c2", "university", 5, 0, False),
        ("c1", "community-group", None, 10, True),
        ("c2", "community-group", None, 20, False),
    ]
    assert "£" not in part(full(8), "hours")
    assert "estimate" in part(full(8), "hours")


def test_outcomes_stand_in_the_year_after_the_start_in_which_they_showed() -> None:
    rows = by_years(dated_outcomes(full(1)), ["told"])
    held = {(row.first, row.last): [one.outcome.what for one in row.outcomes] for row in rows}
    assert {years: whats for years, whats in held.items() if whats} == {
        (1, 1): ["Early."],
        (11, 15): ["Late."],
    }


def test_what_was_seen_before_the_start_and_long_after_has_a_row() -> None:
    texts = [
        f"- {{what: W{year}., kind: practice-policy, said_by: community, seen: {year}}}"
        for year in (1990, 2000, 2060)
    ]
    outcomes = "dates: 2000/2001\noutcomes:\n" + "\n".join(f"  {text}" for text in texts)
    built = hub({"cases/a.yml": case(outcomes)})
    rows = {(row.first, row.last) for row in by_years(dated_outcomes(built), []) if row.outcomes}
    assert rows == {(-1, -1), (0, 0), (31, None)}


def test_harms_are_hollow_and_named_and_hopes_stand_apart() -> None:
    drawing = part(full(8), "outcomes")
    assert drawing.count('href="#unknown-harm"') == 8
    assert words(drawing).count("Hoped.") == 8
    assert "The 8 changes that were a harm or mixed" in words(drawing)


def test_each_count_of_lessons_opens_its_list() -> None:
    built = hub(
        {
            "cases/a.yml": case(
                """
                lessons:
                  - {id: a, lesson: A., kind: worked, said_by: community, stage: question}
                  - {id: b, lesson: B., kind: worked, said_by: community, stage: question}
                  - {id: c, lesson: C., kind: risk, said_by: community}
                """
            )
        }
    )
    assert lesson_counts(built) == {("question", "worked"): 2, (None, "risk"): 1}
    links = [one for one in Reading(body(built)).all("a") if "/#" in one.attributes["href"]]
    assert [(" ".join(one.text.split()), one.attributes["href"]) for one in links] == [
        ("2 This worked", "../lessons/question/#worked")
    ]
    assert "Lessons that name a stage: 2 of 3." in words(part(built, "lessons"))


def test_long_lists_are_shown_evenly_and_in_full_one_link_away() -> None:
    pages = {one.address: one for one in evidence_pages(View(full(100)))}
    assert [address for address in pages if address != "evidence/"] == [
        "evidence/before/",
        "evidence/decided/",
        "evidence/share/",
        "evidence/hours/",
        "evidence/harms/",
        "evidence/hopes/",
    ]
    main = words(pages["evidence/"].body)
    assert "96 of 100 are here, taken evenly from the whole list. All 100: who decided" in main
    assert (
        "32 of 100 are here, taken evenly from the whole list. All 100: before the question" in main
    )
    assert "100 of 100 cases say." in main
    for address, one in pages.items():
        assert faults(one.body) == [], address
    for address in ("evidence/before/", "evidence/decided/", "evidence/share/"):
        assert len(Reading(pages[address].body).all("tr")) == 101
    assert len(Reading(pages["evidence/hours/"].body).all("tr")) == 201
    assert len(Reading(pages["evidence/hopes/"].body).all("li")) == 100


def test_a_table_beyond_a_screenful_has_pages_of_its_own() -> None:
    few = {page.address: page.body for page in evidence_pages(View(full(24)))}
    more = {page.address: page.body for page in evidence_pages(View(full(25)))}
    assert "evidence/decided/" not in few
    assert len(Reading(more["evidence/decided/"]).all("tr")) == 26
    assert "The same as a table" in words(part(full(24), "decided"))
    assert "All 25: who decided" in words(part(full(25), "decided"))


def test_some_of_many_are_from_the_first_to_the_last() -> None:
    assert row_sample([1, 2, 3], 3).rows == (1, 2, 3)
    assert row_sample(list(range(101)), 5).rows == (0, 25, 50, 75, 100)


def test_a_mark_stands_for_several_and_no_harm_is_lost() -> None:
    assert (outcomes_per_mark(400), outcomes_per_mark(401), outcomes_per_mark(4000)) == (1, 2, 10)
    [row] = [one for one in by_years(dated_outcomes(full(30)), ["told"]) if one.first == 1]
    late = [one for one in by_years(dated_outcomes(full(3)), ["told"]) if one.first == 11]
    assert outcome_marks(row, ["told"], 1) == (OutcomeMark("told", "gain"),) * 30
    assert outcome_marks(row, ["told"], 8) == (OutcomeMark("told", "gain"),) * 4
    assert outcome_marks(late[0], ["told"], 10) == (OutcomeMark(None, "harm"),)
