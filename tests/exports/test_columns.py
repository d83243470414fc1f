import json
import re
from collections import Counter

from small_hubs import TODAY, case, hub

from hubtool.exports.cards import card_files
from hubtool.exports.columns import columns
from hubtool.exports.word_list import WORD_LIST, word_list
from hubtool.hub.hub import Hub
from hubtool.hub.lists import by_newness, case_table, film_table, lesson_table, newest, sort_key
from hubtool.pages.parts.facet_choices import facet_choices
from hubtool.pages.parts.finder import finder_of_all, finder_of_rows
from hubtool.pages.parts.paging import by_first, sheet_address, sheets
from hubtool.pages.parts.script_words import script_words
from hubtool.pages.view import View

FILMS = """
films:
  - {id: short, title: Zebras, url: "https://example.org/1", duration: 100, made_by: anglers}
  - {id: long, title: Apples, url: "https://example.org/2", duration: "1:10:00", made_by: community,
     kind: talk, language: en-GB, access: {captions: false, sign_language: bfi}}
consent: {status: agreed, agreed_by: Us, agreed_on: 2026-01, scope: [text, film]}
"""


def several(**more: str) -> Hub:
    return hub({f"cases/{id_}.yml": case(text) for id_, text in more.items()})


def values(made: Hub, facet: str) -> dict[str, tuple[str, ...]]:
    return {row.id: row.values[facet] for row in case_table(made).rows}


def test_cases_stand_by_title_without_accents_and_leading_marks() -> None:
    made = several(one='title: "“Zebras”"', two="title: Éclairs", three="title: elders")
    assert [row.id for row in case_table(made).rows] == ["two", "three", "one"]
    assert sort_key("Élan") == "elan"


def test_years_are_told_by_decade() -> None:
    made = several(one="dates: 1998/2011", two="dates: 2024/..")
    assert values(made, "years") == {
        "one": ("1990s", "2000s", "2010s"),
        "two": (f"{TODAY.year // 10}0s",),
    }


def test_the_newest_work_is_what_goes_on_then_what_ended_last() -> None:
    made = several(
        one="title: A\ndates: 2001/2003",
        two="title: B\ndates: 2001/..",
        three="title: C\ndates: 2004/2005",
        four="title: D",
    )
    table = case_table(made)
    order = [table.rows[place].id for place in table.orders["work"]]
    assert order == ["two", "three", "one", "four"]


def test_the_newest_on_the_hub_was_written_last() -> None:
    made = several(
        one="record: {created: 2026-01-01}",
        two="record: {created: 2026-03-01}",
        three="record: {created: 2026-02-01}",
    )
    assert [one.id for one in newest(made)] == ["two", "three", "one"]
    assert by_newness(case_table(made), ["one", "three"]) == ["three", "one"]


def test_lessons_and_films_have_facets_of_their_own() -> None:
    made = several(one=FILMS)
    (lesson,) = lesson_table(made).rows
    assert lesson.id == "one#walk-first"
    assert lesson.values == {
        "stage": (),
        "kind": ("worked",),
        "voice": ("community",),
        "theme": (),
        "evidence": (),
    }
    films = {row.id: row.values for row in film_table(made).rows}
    assert list(films) == ["one#long", "one#short"]
    assert films["one#short"] == {
        "kind": (),
        "maker": ("community-group",),
        "length": ("under-5",),
        "captions": ("unknown",),
        "signed": (),
        "language": (),
    }
    assert films["one#long"] == {
        "kind": ("talk",),
        "maker": ("community",),
        "length": ("over-60",),
        "captions": ("none",),
        "signed": ("bfi",),
        "language": ("en",),
    }


def test_each_value_has_its_words_its_count_and_its_page() -> None:
    made = several(one="topics: [water, housing]", two="topics: [water]")
    facets = {facet.name: facet for facet in facet_choices(View(made), case_table(made))}
    assert [(one.value, one.words, one.count, one.address) for one in facets["topic"].choices] == [
        ("housing", "Housing", 1, "topics/housing/"),
        ("water", "Water", 2, "topics/water/"),
    ]
    (country,) = facets["country"].choices
    assert (country.words, country.count, country.address) == ("United Kingdom", 2, "places/gb/")
    assert "friction" not in facets


def test_a_small_vocabulary_shows_what_nothing_has() -> None:
    made = several(one="power: {said_by: outside, stages: {question: shared}}")
    facets = {facet.name: facet for facet in facet_choices(View(made), case_table(made))}
    counts = {one.value: one.count for one in facets["decided"].choices}
    assert counts["question"] == 1
    assert counts["action"] == 0
    assert "throughout" not in counts


def test_within_a_term_only_its_cases_are_counted_and_its_facet_is_left_out() -> None:
    made = several(
        one="topics: [water]\nthemes: [trust]", two="topics: [water]", three="themes: [trust]"
    )
    finder = finder_of_rows(
        View(made), case_table(made), ["one", "two"], {"topic": ["water"]}, None
    )
    facets = {facet.name: facet for facet in finder.facets}
    assert "topic" not in facets
    assert [(one.value, one.count) for one in facets["theme"].choices] == [("trust", 1)]
    assert finder.heading == "2 cases"
    assert finder_of_all(View(made), case_table(made)).within is None


def decoded(content: bytes) -> tuple[list[str], dict[str, list[list[str]]], dict[str, list[int]]]:
    """Read columns as the browser does: ids, values of each row by facet, orders."""
    told = json.loads(content)
    ids = []
    for text in told["ids"]:
        owner, _, own = text.partition("#")
        ids += [f"{owner}#{name}" for name in own.split(" ")] if own else [owner]
    facets = {}
    for name, column in told["facets"].items():
        rows = column["rows"].split(" ") if ids else []
        places = [
            [ord(s) - 0x5D - (0xA1 - 0x7F if ord(s) > 0x7E else 0) for s in row] for row in rows
        ]
        facets[name] = [[column["values"][place] for place in row] for row in places]
    orders = {}
    for name, steps in told["orders"].items():
        place, orders[name] = 0, []
        for step in steps:
            place += step
            orders[name].append(place)
    return ids, facets, orders


def test_columns_come_back_as_they_went_in() -> None:
    places = ", ".join(f"{{name: P{n}, country: US, region: US-{code}}}" for n, code in CODES)
    made = several(
        one=f"places: [{places}]\nthemes: [trust, fair-pay]",
        two="topics: [water]\n" + FILMS,
        three="title: Another",
    )
    for table in (case_table(made), lesson_table(made), film_table(made)):
        ids, facets, orders = decoded(columns(table))
        assert ids == [row.id for row in table.rows]
        assert orders == {name: list(order) for name, order in table.orders.items()}
        for name in (facet.name for facet in table.facets):
            assert list(map(set, facets[name])) == [set(row.values[name]) for row in table.rows]


CODES = list(
    enumerate(
        [
            "AL",
            "AK",
            "AZ",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NJ",
            "NM",
            "NY",
            "NC",
            "ND",
            "OH",
            "OK",
            "OR",
            "PA",
            "RI",
            "SC",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "VA",
            "WA",
            "WV",
            "WI",
            "WY",
        ]
    )
)


def test_an_empty_list_has_columns_too() -> None:
    made = several(one="")
    assert decoded(columns(film_table(made)))[0] == []


def test_the_cards_of_a_list_stand_in_its_order_some_in_each_file() -> None:
    made = several(one=FILMS, **{f"case-{n:02}": f"title: Walk {n:02}" for n in range(30)})
    files = card_files(View(made))
    rows = case_table(made).rows
    first = json.loads(files["assets/find/cards/cases-0.json"])
    second = json.loads(files["assets/find/cards/cases-1.json"])
    assert len(first) == json.loads(files["assets/find/cases.json"])["together"]
    for row, text in zip(rows, [*first, *second], strict=True):
        assert f'href="cases/{row.id}/"' in text
    (film, _) = json.loads(files["assets/find/cards/films-0.json"])
    assert 'href="cases/one/#film-long"' in film
    lessons = json.loads(files["assets/find/cards/lessons-0.json"])
    assert any('href="cases/one/#lesson-walk-first"' in text for text in lessons)


def lengthened(text: str) -> list[str]:
    words = [""]
    for shared, rest in re.findall("([0-X])([^0-X]*)", text):
        words.append(words[-1][: ord(shared) - ord("0")] + rest)
    return words[1:]


def test_words_of_titles_terms_partners_and_places_can_be_meant() -> None:
    made = several(one='title: Grangetown’s café\nplaces: [{name: "Plaça del Sol", country: ES}]')
    told = json.loads(word_list(View(made))[WORD_LIST])
    often, seldom = lengthened(told["often"]), lengthened(told["seldom"])
    words = [*often, *seldom]
    assert {"grangetown", "café", "plaça", "spain", "anglers", "honoraria"} <= set(words)
    assert "del" not in words
    assert max(Counter(words).values()) == 1
    assert "community" in often
    assert often == sorted(often, key=sort_key)


def test_words_for_scripts_end_no_element_and_open_no_template() -> None:
    made = several(one="language: cy")
    block = script_words(View(made))
    assert len(re.findall("</script>", block)) == 1
    told = json.loads(block.partition(">")[2].rpartition("</")[0])
    assert told["bundles"] == {"pages": ["en", "cy"], "lessons": ["cy"], "films": []}
    assert told["words"]["clear"] == "Clear all"
    assert told["words"]["cases"] == {"one": "{n} case", "other": "{n} cases"}


def test_a_long_list_is_cut_into_pages() -> None:
    pages = list(sheets(list(range(25)), "cases/", 10))
    assert [len(page.entries) for page in pages] == [10, 10, 5]
    assert [page.address for page in pages] == ["cases/", "cases/page/2/", "cases/page/3/"]
    assert len(list(sheets([], "cases/", 10))) == 1


def test_a_page_of_many_leads_to_the_first_the_last_and_those_around_it() -> None:
    page = list(sheets(list(range(200)), "x/", 10))[9]
    assert [(one.number, one.gap) for one in page.links] == [
        (1, False),
        (8, True),
        (9, False),
        (10, False),
        (11, False),
        (12, False),
        (20, True),
    ]
    assert sheet_address("x/", 20) == "x/page/20/"


def test_what_follows_one_another_under_a_heading_stays_together() -> None:
    assert by_first([("a", 1), ("a", 2), ("b", 3)]) == (("a", (1, 2)), ("b", (3,)))
