"""What the page of a case says, from the text of its file."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from reading import Reading, faults
from small_hubs import TODAY, case, hub

from hubtool.hub.hub import Hub
from hubtool.pages.case_study import case_page
from hubtool.pages.view import View

FULL = """
    dates: 2019-09/2023-03
    themes: [trust]
    methods: [hanging-around]
    topics: [housing]
    partners:
      - {id: tenants, name: Exampleton Tenants, kind: community-group, role: Chose the question}
      - {id: uni, name: University of Example, kind: university}
    initiated_by: tenants
    story: |
      It began with lunch. [@policy]
    timeline:
      - {when: 2018-06, kind: meet, what: Lunch., sources: [policy]}
      - {when: 2019-09, kind: question, what: Damp.}
      - {when: 2021, kind: rupture, what: A headline.}
    power:
      said_by: together
      stages:
        question: {level: shared, note: A no held.}
        inquiry: {note: Tenants did the interviews.}
        design: not-applicable
        action: {level: disputed, readings: {community: involved, researcher: shared}}
    investment:
      said_by: together
      basis: estimate
      months_before_question: 15
      money: {low: 55000, high: 65000, currency: GBP, held_by: uni}
      hours: [{who: tenants, paid: 420, unpaid: 0}, {who: uni, paid: 900}]
      payment: {offered: true, rate: 25, currency: GBP, per: hour}
    outcomes:
      - {what: Faster inspections., kind: practice-policy, seen: 2022-10, said_by: community,
         evidence: recorded, sources: [policy], also_because: A court ruling.}
      - {what: Two moved away., kind: lives-places, direction: harm, said_by: community}
      - {what: Every council., kind: institutions, hoped_for: true, said_by: together}
    lessons:
      - {id: at-theirs, lesson: Meet at theirs., kind: worked, said_by: community,
         stage: relationship, because: Nineteen came., sources: [policy], film: {id: talk, at: 83}}
    tensions:
      - {about: payment, what: Benefits., open: true, said_by: community}
      - {about: trust, what: Lawyers., what_moved_it: Tea., open: false, said_by: community}
      - {about: access, what: Stairs., said_by: community}
    films:
      - {id: talk, title: Nineteen, url: "https://vimeo.com/1", kind: talk, made_by: tenants,
         duration: "6:40", content_note: A child is ill.}
    sources:
      - {id: policy, title: The policy, publisher: Council, year: 2022, url: "https://a.example/p"}
      - {id: copy, title: A letter, note: Read in a copy}
    record: {checked: 2025-03}
"""


HOSTILE = "</h1></div></svg><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} `x`"

CASES = {
    "full": FULL,
    "snapshot": "",
    "told": "power: {said_by: outside, stages: {inquiry: {note: They walked.}}}",
    "public": """
        consent: {status: public-record, change_contact: "https://a.example/change"}
        lessons: [{id: a, lesson: Walk., kind: worked, said_by: outside, sources: [s]}]
        story: They walked. [@s]
        sources: [{id: s, title: S, url: "https://a.example/s"}]
    """,
    "old": "record: {checked: 2022-01}",
    "draft": """
        consent: {status: pending}
        lessons:
          - {lesson: Walk., kind: worked, said_by: community}
          - {lesson: Talk., kind: worked, said_by: community}
        films: [{title: One, url: "https://a.example/1"}, {title: Two, url: "https://a.example/2"}]
    """,
    "offer": 'connect: {open_to: [visits], contact_url: "https://a.example", until: 2026-05}',
    "arabic": 'language: ar\ntitle: "سؤال"',
    "hostile": f"""
        title: '{HOSTILE}'
        summary: '{HOSTILE}'
        story: '{HOSTILE}'
        places: [{{name: '{HOSTILE}', country: GB}}]
        partners: [{{name: '{HOSTILE}', kind: other, role: '{HOSTILE}'}}]
        timeline: [{{when: 2020, kind: meet, what: '{HOSTILE}'}}]
        power: {{said_by: outside, stages: {{inquiry: {{note: '{HOSTILE}'}}}}}}
        outcomes: [{{what: '{HOSTILE}', kind: research, said_by: outside}}]
        lessons: [{{id: a, lesson: '{HOSTILE}', kind: worked, said_by: outside}}]
        tensions: [{{about: trust, what: '{HOSTILE}', said_by: outside}}]
        films: [{{id: f, title: '{HOSTILE}', url: "https://a.example"}}]
        sources: [{{id: s, title: '{HOSTILE}'}}]
        consent: {{status: agreed, agreed_by: '{HOSTILE}', agreed_on: 2026}}
        record: {{doubts: '{HOSTILE}'}}
    """,
}


@cache
def whole_hub() -> Hub:
    return hub({f"cases/{id_}.yml": case(more) for id_, more in CASES.items()}, drafts=True)


def page(id_: str, *, today: date = TODAY) -> Reading:
    made = replace(whole_hub(), today=today)
    return Reading(case_page(View(made), made.cases[id_]).body)


@pytest.fixture(scope="module")
def full() -> Reading:
    return page("full")


def section(reading: Reading, id_: str) -> str:
    return " ".join(reading.at(id_).text.split())


def test_a_full_page_is_well_made(full: Reading) -> None:
    assert faults(full.source) == []


def test_a_snapshot_is_well_made_and_leaves_out_what_it_has_not() -> None:
    snapshot = page("snapshot")
    assert faults(snapshot.source) == []
    assert snapshot.texts("h2") == [
        "At a glance",
        "Lessons",
        "Cases like this one",
        "About this page",
        "For the partners of this story",
    ]


def test_the_parts_stand_in_reading_order(full: Reading) -> None:
    assert full.texts("h2") == [
        "The story",
        "At a glance",
        "Film",
        "Before the question",
        "Who decided",
        "What it took",
        "What changed",
        "Lessons",
        "Tensions, and what moved them",
        "Sources",
        "Cases like this one",
        "About this page",
        "For the partners of this story",
    ]


def test_a_snapshot_says_once_what_is_still_wanted() -> None:
    (wanted,) = page("snapshot").texts("div", "wanted")
    assert wanted.startswith("Still wanted This page would be richer with a story, who decided,")


def test_a_claim_links_to_its_source_by_number(full: Reading) -> None:
    refs = [one.attributes["href"] for one in full.all("a", "source-ref")]
    assert set(refs) == {"#source-policy"}
    assert section(full, "source-policy").startswith("The policy. Council, 2022.")


def test_a_source_known_from_a_copy_has_no_link(full: Reading) -> None:
    assert "A source without a link is known to us only from a copy." in section(full, "sources")


def test_the_time_before_the_question_is_said_in_words(full: Reading) -> None:
    assert "known one another for 15 months" in section(full, "before")


def test_moments_stand_by_date_and_a_setback_is_marked(full: Reading) -> None:
    moments = [
        [name for name in one.classes if not name.startswith("gap-")]
        for one in full.all("li")
        if one.attributes.get("class", "").startswith("moment-")
    ]
    assert moments == [["moment-meet", "moment-early"], ["moment-question"], ["moment-rupture"]]


def test_each_stage_has_its_reading_in_words(full: Reading) -> None:
    decided = section(full, "decided")
    assert "Choosing the question Decided together. A no held." in decided
    assert "Finding out Tenants did the interviews." in decided
    assert "Designing how This stage did not happen" in decided
    assert re.search(r"Nothing is recorded on [\w ,]*making sense", decided)


def test_partners_who_see_it_differently_stand_side_by_side(full: Reading) -> None:
    decided = section(full, "decided")
    assert "In the room Community partner" in decided
    assert "Decided together University or institute researcher" in decided
    assert "Partners see it differently" in decided


def test_seven_cells_have_the_pattern_of_what_is_recorded(full: Reading) -> None:
    for case_, is_read in ((full, True), (page("told"), False)):
        cells = [" ".join(one.classes) for one in case_.all("span", "stage-cell")]
        assert len(cells) == 7
        assert ("stage-cell reading-shared" in cells) is is_read
        assert "stage-cell reading-described" in cells
    assert "nobody has said whose no would have held" in section(page("told"), "decided")


def test_nought_and_not_recorded_are_told_apart(full: Reading) -> None:
    took = section(full, "took")
    assert "Exampleton Tenants 420 0" in took
    assert "University of Example 900 Not recorded" in took
    assert "£55,000 to £65,000" in took
    assert "£25 an hour" in took


def test_outcomes_say_their_direction_and_hopes_stand_apart(full: Reading) -> None:
    assert full.texts("p", "direction") == [
        "Gain October 2022",
        "Harm or loss undated",
        "Hoped for, not seen yet",
    ]
    assert len(full.all("ul", "outcomes")) == 2


def test_a_lesson_has_its_address_and_leads_to_the_second_in_the_film(full: Reading) -> None:
    lesson = full.at("lesson-at-theirs")
    assert "wash-community" in lesson.classes
    assert [one.attributes["href"] for one in full.all("a", "moment")] == ["?t=83#film-talk"]


def test_tensions_are_open_moved_or_not_recorded(full: Reading) -> None:
    assert [one.classes for one in full.all("article", "tension")] == [
        ["tension"],
        ["tension"],
        ["tension", "nothing-moved"],
    ]
    assert full.texts("div", "still-open") == [
        "Still open Nobody has recorded anything that moved it."
    ]
    assert full.texts("div", "moved") == ["What moved it Tea."]


def test_a_film_names_the_host_it_leads_to_after_its_content_note(full: Reading) -> None:
    film = section(full, "film-talk")
    assert film.index("A child is ill.") < film.index("Watch on vimeo.com")
    assert "made by Exampleton Tenants, 6 minutes 40 seconds" in film


def test_nothing_on_the_page_comes_from_another_host(full: Reading) -> None:
    assert [one for one in full.elements if one.attributes.get("src", "").startswith("http")] == []


def test_consent_says_who_agreed_and_when() -> None:
    assert "Exampleton Anglers committee saw this page and agreed to it in January 2026." in (
        section(page("snapshot"), "about")
    )


def test_a_case_from_the_public_record_says_who_was_not_asked() -> None:
    about = section(page("public"), "about")
    assert "This page restates published sources. Exampleton Anglers have not been asked." in about
    assert "ask us to change it or take it down, and we will." in about


def test_a_page_nobody_checked_for_three_years_says_so() -> None:
    assert page("old", today=date(2025, 1, 31)).texts("p", "notice") == []
    assert page("old", today=date(2025, 2, 1)).texts("p", "notice") == [
        "Nobody has checked this page since January 2022. What it says may have changed."
    ]


def test_a_draft_says_that_only_its_author_sees_it() -> None:
    drafted = case_page(View(whole_hub()), whole_hub().cases["draft"])
    assert drafted.noindex
    assert faults(drafted.body) == []
    assert Reading(drafted.body).texts("p", "notice")[0].startswith("This is a draft.")


def test_an_offer_that_is_over_is_not_shown() -> None:
    assert "They offer to talk" in section(page("offer", today=date(2026, 5, 31)), "about")
    assert "They offer to talk" not in section(page("offer", today=date(2026, 6, 1)), "about")


def test_text_in_another_language_says_so() -> None:
    title = page("arabic").all("h1")[0]
    assert (title.attributes["lang"], title.attributes["dir"]) == ("ar", "rtl")


def test_hostile_words_stay_words() -> None:
    hostile = page("hostile")
    assert faults(hostile.source) == []
    assert hostile.texts("h1") == [HOSTILE]
    assert "49" not in hostile.texts("h1")[0]


def test_a_case_opens_with_its_project_and_one_lesson(full: Reading) -> None:
    head = full.source[: full.source.index("</header>")]
    assert full.source.index('id="story"') < full.source.index('id="glance"')
    assert head.count("<blockquote") == 1
    assert 'href="#lesson-' in head


def test_every_step_of_the_breadcrumb_is_a_link(full: Reading) -> None:
    (crumbs,) = full.texts("p", "crumb")
    links = full.all("a", "")[:0] or [
        link for link in full.all("a") if link.text in crumbs.split(" / ")
    ]
    assert len(links) >= len(crumbs.split(" / "))
