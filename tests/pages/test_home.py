from functools import cache

from small_hubs import FROZEN, SETTINGS, TODAY, case, hub

from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages import page_at
from hubtool.pages.home import suggested_questions
from hubtool.pages.view import View


@cache
def frozen_hub() -> Hub:
    loaded, diagnostics = load(sources(FROZEN), today=TODAY)
    assert loaded, diagnostics
    return loaded


def body(made: Hub, address: str = "") -> str:
    page = page_at(made, address)
    assert page
    return page.body


def test_home_counts_its_stories_and_their_countries() -> None:
    assert "<b>40 true stories</b> from 21 countries." in body(frozen_hub())
    one = body(hub({"cases/one.yml": case()}))
    assert "<b>1 true story</b>." in one


def test_home_says_that_all_is_from_the_public_record_only_while_it_is() -> None:
    assert "All from the public record so far." in body(frozen_hub())
    assert "public record" not in body(hub({"cases/one.yml": case()}))


def test_home_leads_to_every_list() -> None:
    lists = ("themes", "topics", "methods", "places", "frictions")
    others = ("partners", "funders", "evidence", "compare", "opportunities")
    home = body(frozen_hub())
    assert [name for name in (*lists, *others) if f'href="{name}/"' not in home] == []
    assert 'href="contribute/#guides"' in home


def test_what_to_say_to_a_research_office_is_two_clicks_from_home() -> None:
    assert 'href="frictions/"' in body(frozen_hub())
    assert 'href="contracts/"' in body(frozen_hub(), "frictions/")


def test_home_asks_only_what_three_cases_and_three_lessons_answer() -> None:
    made = frozen_hub()
    addresses = [question.address for question in suggested_questions(View(made))]
    assert addresses == ["themes/trust/", "themes/costs-and-harms/", "themes/staying-and-ending/"]
    assert suggested_questions(View(hub({"cases/one.yml": case()}))) == ()


def test_a_hub_asks_its_own_questions_as_far_as_it_answers_them() -> None:
    settings = SETTINGS.replace(
        "schema: 1",
        "schema: 1, questions: [{words: how did trust grow?, term: themes/trust}, "
        "{words: and the money?, term: themes/fair-pay}]",
    )
    made = hub({"cases/one.yml": case("themes: [trust]")}, settings=settings)
    assert [(item.words, item.address) for item in suggested_questions(View(made))] == [
        ("how did trust grow?", "themes/trust/")
    ]
    none = hub({}, settings=SETTINGS.replace("schema: 1", "schema: 1, questions: []"))
    assert suggested_questions(View(none)) == ()
