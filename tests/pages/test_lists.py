"""The pages that gather: lessons, films, terms, notices and the reference."""

from functools import cache

import pytest
from reading import Reading, faults
from small_hubs import case, hub

from hubtool.art.shapes import families
from hubtool.hub.hub import Hub
from hubtool.pages import Page
from hubtool.pages.codes import code_pages
from hubtool.pages.fields import field_pages
from hubtool.pages.films import film_pages
from hubtool.pages.lessons import lesson_pages
from hubtool.pages.notice import notice_pages
from hubtool.pages.parts.lesson_groups import first_pair, sample
from hubtool.pages.terms import term_pages
from hubtool.pages.view import View

FILES = {
    "river": """
        title: River walks
        themes: [trust]
        methods: [walking]
        lessons:
          - {id: slow, lesson: Go slow., kind: worked, said_by: community, stage: relationship}
          - {id: sign, lesson: Sign early., kind: barrier, said_by: funder, stage: resources}
        tensions:
          - {about: payment, what: Nobody could be paid., open: true, said_by: community}
        films:
          - {id: walk, title: The walk, url: "https://a.example/walk", kind: talk}
          - {id: talk, title: The talk, url: "https://b.example/talk"}
    """,
    "town": """
        title: Town hall
        lessons:
          - {id: fast, lesson: Go fast., kind: surprise, said_by: researcher, stage: question,
             themes: [trust], contradicts: ["river#slow"]}
          - {id: loose, lesson: Keep it loose., kind: worked, said_by: outside}
        tensions:
          - {about: payment, what: Payroll said no., what_moved_it: A float of cash., open: false,
             said_by: practitioner}
    """,
    "withdrawn": None,
    "moved": "formerly: [before-it-moved]",
}


@cache
def made() -> Hub:
    files = {f"cases/{id_}.yml": case(more) for id_, more in FILES.items() if more is not None}
    return hub({**files, "cases/withdrawn.yml": "consent: {status: withdrawn}\n"})


@cache
def pages() -> dict[str, Page]:
    kinds = (lesson_pages, film_pages, term_pages, notice_pages, field_pages, code_pages)
    return {page.address: page for kind in kinds for page in kind(View(made()))}


def reading(address: str) -> Reading:
    return Reading(pages()[address].body)


@pytest.mark.parametrize(
    "address",
    [
        "lessons/",
        "lessons/relationship/",
        "lessons/theme/trust/",
        "films/",
        "themes/",
        "themes/trust/",
        "themes/fair-pay/",
        "methods/walking/",
        "topics/water/",
        "frictions/",
        "frictions/payment/",
        "cases/withdrawn/",
        "cases/before-it-moved/",
        "contribute/fields/",
        "contribute/codes/",
        "contribute/codes/H203/",
    ],
)
def test_a_page_is_well_made(address: str) -> None:
    assert faults(pages()[address].body) == []


def test_every_page_is_well_made() -> None:
    wrong = {address: found for address, page in pages().items() if (found := faults(page.body))}
    assert wrong == {}


def test_lessons_that_contradict_each_other_stand_side_by_side() -> None:
    lessons = reading("lessons/")
    (pair,) = lessons.texts("div", "versus")
    assert pair.startswith("This worked Go slow. Community partner River walks but What surprised")


def test_the_pair_that_comes_first_is_told_by_two_sides() -> None:
    of = made()
    slow, sign, fast = (of.ties.lesson_at[at] for at in ("river#slow", "river#sign", "town#fast"))
    assert first_pair([(sign, fast), (slow, fast), (slow, sign)]) == (slow, fast)
    assert first_pair([(sign, fast)]) == (sign, fast)
    assert first_pair([]) is None


ONE = """
    lessons:
      - {id: a, lesson: Slow., kind: worked, said_by: funder, contradicts: ["two#a"]}
      - {id: b, lesson: Dear., kind: worked, said_by: funder}
"""
TWO = """
    lessons:
      - {id: a, lesson: Fast., kind: worked, said_by: researcher}
      - {id: b, lesson: Cheap., kind: worked, said_by: community, contradicts: ["one#b"]}
"""


def test_the_pair_that_comes_first_does_not_stand_among_the_others() -> None:
    of = hub({"cases/one.yml": case(ONE), "cases/two.yml": case(TWO)})
    page = Reading(next(iter(lesson_pages(View(of)))).body)
    assert ["Cheap." in pair for pair in page.texts("div", "versus")] == [True, False]
    assert "Slow." in page.at("pairs").text
    assert "Cheap." not in page.at("pairs").text


def test_lessons_stand_under_their_stage_and_those_without_come_last() -> None:
    by_stage, of_the_pair = slice(4), slice(4, 6)
    headings = reading("lessons/").texts("h3")
    assert "Go slow." in headings[of_the_pair]
    assert headings[by_stage] == [
        "Before the question",
        "Choosing the question",
        "Money and agreements",
        "No stage recorded",
    ]


def test_a_lesson_in_a_list_leads_to_its_own_address() -> None:
    links = [one.attributes["href"] for one in reading("lessons/resources/").all("a", "from")]
    assert links == ["../../cases/river/#lesson-sign"]


def test_a_theme_gathers_the_lessons_that_name_it_and_those_of_its_cases() -> None:
    assert reading("lessons/theme/trust/").texts(class_="lesson-text")[-3:] == [
        "Go slow.",
        "Go fast.",
        "Sign early.",
    ]


def test_a_choice_of_voices_is_offered_only_where_there_is_one() -> None:
    assert len(reading("lessons/theme/trust/").all("input")) == 3
    assert reading("lessons/resources/").all("input") == []


def test_a_sample_shows_each_kind_before_a_second_of_any() -> None:
    kinds = [entry.lesson.kind for entry in sample(View(made()), made().lessons)]
    assert kinds[:3] == ["worked", "barrier", "surprise"]


def test_films_stand_under_their_kind_and_name_their_host() -> None:
    films = reading("films/")
    assert films.texts("h3") == ["Talk or webinar", "Kind not recorded"]
    assert [text for text in films.texts("a", "button") if text.startswith("Watch")] == [
        "Watch on a.example",
        "Watch on b.example",
    ]


def test_a_term_nobody_uses_has_its_definition_and_says_so() -> None:
    unused = reading("themes/fair-pay/")
    assert "No case is filed here yet." in unused.at("cases").text
    assert unused.texts("p", "lede") == [made().term("themes", "fair-pay").definition]


def test_a_term_leads_to_its_related_terms_and_says_what_to_mind() -> None:
    fair_pay = made().term("themes", "fair-pay")
    page = reading("themes/fair-pay/")
    assert [one.attributes["href"] for one in page.all("a", "chip")] == [
        f"../{other}/" for other in fair_pay.related
    ]
    assert f"What to mind {' '.join((fair_pay.mind or '').split())}" in page.texts("div", "mind")[0]


def test_a_friction_shows_first_what_moved_it_elsewhere() -> None:
    tensions = reading("frictions/payment/").texts("article", "tension")
    assert [text.partition(" ")[0] for text in tensions] == ["Town", "River"]
    assert "What moved it A float of cash." in tensions[0]


def test_an_index_counts_cases() -> None:
    assert "Walking together" in reading("methods/").source
    shown = [text for text in reading("methods/").texts("li") if "Walking" in text]
    assert shown[0].endswith("1 case")


def test_the_head_of_a_term_shows_the_covers_of_its_cases_as_decoration() -> None:
    (quilt,) = reading("methods/walking/").all("div", "quilt")
    assert quilt.attributes["aria-hidden"] == "true"
    assert quilt.text.strip() == ""
    assert reading("themes/fair-pay/").all("div", "quilt") == []


def test_the_index_of_topics_shows_every_shape_that_a_topic_has() -> None:
    shapes = families(tuple(term.id for term in made().terms("topics")))
    source = reading("topics/").source
    assert all(f'd="{family.path}"' in source for family in shapes)


def test_a_stage_shows_its_place_on_the_path_and_one_outside_it_does_not() -> None:
    assert 'class="edge large"' in reading("lessons/relationship/").source
    assert "edge big" not in reading("lessons/throughout/").source


def test_a_withdrawn_case_leaves_a_notice_without_content() -> None:
    notice = pages()["cases/withdrawn/"]
    assert notice.noindex
    assert notice.title == "This case was withdrawn"
    assert "data-pagefind-body" not in notice.body


def test_an_old_address_leads_on() -> None:
    (link,) = reading("cases/before-it-moved/").all("a")
    assert link.attributes["href"] == "../moved/"


def test_the_field_reference_has_every_key_of_a_case() -> None:
    keys = reading("contribute/fields/").texts("dt")
    assert {"title required", "consent required", "local_contexts", "what_moved_it"} <= set(keys)


def test_the_field_reference_says_what_may_stand_there() -> None:
    text = " ".join(reading("contribute/fields/").at("case-lessons").text.split())
    assert "a term of the vocabulary lesson-kinds" in text
    assert "a list, each entry the id of one of this case" in text


def test_a_code_page_keeps_the_lines_of_its_examples() -> None:
    source = pages()["contribute/codes/H203/"].body
    examples = [line for line in source.splitlines() if "<pre>" in line]
    assert len(examples) == 1
    assert Reading(source).all("pre")[0].text.count("\n") >= 1
