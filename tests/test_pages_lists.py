import re

from small import SETTINGS, TODAY, case, hub, sources

from hubtool.hub import Hub
from hubtool.load import load
from hubtool.pages import pages
from hubtool.pages.cards import opening

COLLECTION = """\
title: First walks
summary: Partnerships that began outdoors.
convenors: [Exampleton Library, The Anglers]
why: They *walked*.
items:
  - {case: one, note: The question came **late**.}
  - {lesson: "two#walk-first", note: One line.}
questions: [Where did you walk?]
wanted: [A case by the sea]
"""


def bodies(made: Hub) -> dict[str, str]:
    return {page.address: page.body for page in pages(made)}


def several(**more: str) -> Hub:
    return hub({f"cases/{id_}.yml": case(text) for id_, text in more.items()})


def ids(body: str) -> list[str]:
    return re.findall(r'data-case="([\w-]+)"', body)


def test_every_case_is_on_the_page_of_cases_once_as_a_card() -> None:
    body = bodies(several(one="", two="", three=""))["cases/"]
    assert sorted(ids(body)) == ["one", "three", "two"]


def test_the_page_of_cases_groups_them_by_theme_and_country() -> None:
    made = several(
        one="themes: [fair-pay, trust]\ntitle: B walks",
        two="themes: [trust]\ntitle: A walks\nplaces: [{name: Kisumu, country: KE}]",
    )
    body = bodies(made)["cases/"]
    by_theme = body.partition('id="by-theme"')[2].partition('id="by-country"')[0]
    assert re.findall(r"<h3>([^<]*)</h3>", by_theme) == [
        "Building and mending trust",
        "Paying people fairly",
    ]
    assert re.findall(r">(\w walks)<", by_theme) == ["A walks", "B walks", "B walks"]
    by_country = body.partition('id="by-country"')[2]
    assert re.findall(r"<h3>([^<]*)</h3>", by_country) == ["Kenya", "United Kingdom"]


def test_a_case_without_themes_is_in_the_grouped_list_too() -> None:
    body = bodies(several(one=""))["cases/"]
    assert "Not filed under a theme yet" in body


def test_the_ways_to_narrow_say_how_many_cases_each_has() -> None:
    made = several(one="topics: [water]", two="topics: [water, housing]")
    body = bodies(made)["cases/"]
    found = re.findall(r'href="\.\./topics/(\w+)/"><span>[^<]*</span><span class="c">(\d)', body)
    assert found == [("housing", "1"), ("water", "2")]


def test_the_case_written_last_comes_first() -> None:
    made = several(
        one="record: {created: 2026-01-01}",
        two="record: {created: 2026-03-01}",
        three="record: {created: 2026-02-01}",
    )
    assert ids(bodies(made)["cases/"]) == ["two", "three", "one"]
    assert ids(bodies(made)[""]) == ["two", "three", "one"]


def test_beyond_a_hundred_and_fifty_cases_the_rest_come_without_covers() -> None:
    made = several(**{f"case-{number:03}": "" for number in range(152)})
    body = bodies(made)["cases/"]
    assert len(ids(body)) == 152
    assert body.count('<svg class="cov') == 150


def test_an_empty_hub_has_a_home_page_and_lists() -> None:
    made, _ = load(sources({}, settings=SETTINGS), today=TODAY)
    assert made is not None
    shown = bodies(made)
    assert "no cases yet" in shown[""]
    assert "No cases yet" in shown["cases/"]
    assert "There are no collections yet." in shown["collections/"]


def test_the_home_page_leads_to_every_stage() -> None:
    body = bodies(several(one=""))[""]
    assert re.findall(r'href="lessons/(\w+)/"', body) == [
        "relationship",
        "question",
        "resources",
        "design",
        "inquiry",
        "sensemaking",
        "action",
    ]


def test_the_home_page_offers_only_questions_that_a_case_answers() -> None:
    assert "Others asked" not in bodies(several(one=""))[""]
    body = bodies(several(one="themes: [fair-pay]"))[""]
    assert '<a href="themes/fair-pay/">how were people paid?</a>' in body


def test_the_home_page_says_a_lesson_in_the_voice_it_came_in() -> None:
    body = bodies(several(one=""))[""]
    assert "<blockquote>Walk first. The question came" in body
    assert 'href="cases/one/#lesson-walk-first"' in body


def test_the_map_shows_places_with_a_point_only() -> None:
    made = several(
        one="places: [{name: A, country: GB, lat: 55.9, lon: -4.2}, {name: B, country: GB}]",
        two="places: [{name: A, country: GB, lat: 55.9, lon: -4.2}]",
    )
    body = bodies(made)[""]
    assert body.count('r="4.6"') == 1
    assert "A map of the world with 1 place." in body


def test_a_hub_without_points_has_no_map() -> None:
    assert "A map of the world" not in bodies(several(one=""))[""]


def collected(more: str = "") -> Hub:
    return hub(
        {
            "cases/one.yml": case("title: One walk"),
            "cases/two.yml": case("title: Two walks\ntopics: [water]"),
            "cases/three.yml": case("title: Three walks\ntopics: [water]"),
            "collections/first-walks.yml": COLLECTION + more,
        }
    )


def test_a_collection_keeps_the_order_and_the_notes_of_its_convenors() -> None:
    body = bodies(collected())["collections/first-walks/"]
    assert re.findall(r'<li class="step is-(\w+)">', body) == ["case", "lesson"]
    assert "Chosen by Exampleton Library and The Anglers" in body
    assert "The question came <strong>late</strong>." in body
    assert 'href="../../cases/two/#lesson-walk-first"' in body
    assert "Where did you walk?" in body
    assert "A case by the sea" in body


def test_what_a_rule_adds_stands_apart_from_what_was_chosen() -> None:
    body = bodies(collected("rule: {topic: [water]}\n"))["collections/first-walks/"]
    assert ids(body) == ["three", "two"]
    assert "Also of this kind" in body


def test_the_home_page_opens_with_the_collection_that_the_settings_name() -> None:
    later = COLLECTION.replace("First walks", "Later walks") + "opened: 2026-11\n"
    files = {
        "cases/one.yml": case(),
        "cases/two.yml": case(),
        "collections/first-walks.yml": COLLECTION,
        "collections/later-walks.yml": later,
    }
    made, _ = load(sources(files), today=TODAY)
    assert made is not None
    assert "<h2>Later walks</h2>" in bodies(made)[""]
    named = "site_name: A\nextra:\n  hub: {schema: 1, featured: first-walks}\n"
    made, _ = load(sources(files, settings=named), today=TODAY)
    assert made is not None
    assert "<h2>First walks</h2>" in bodies(made)[""]


def test_a_card_opens_with_whole_sentences() -> None:
    assert opening("One. Two two. Three three three.", 20) == "One. Two two."
    assert opening("One two three four five six.", 14) == "One two…"
    assert opening("Short.", 20) == "Short."
