"""The canonical layout of texts, numbers, lists and mappings."""

from textwrap import dedent
from typing import Any

import pytest
import yaml

from hubtool.documents.quoting import scalar
from hubtool.documents.writing import FieldLayout, MappingLayout, write

LAYOUTS = {
    "File": MappingLayout(
        {
            "title": FieldLayout(),
            "when": FieldLayout(is_date=True),
            "themes": FieldLayout(),
            "questions": FieldLayout(has_lines=True),
            "places": FieldLayout(mapping="Place"),
            "stages": FieldLayout(values=FieldLayout(mapping="Place"), has_lines=True),
            "lessons": FieldLayout(mapping="Lesson"),
        },
        sections=frozenset({"places", "lessons"}),
    ),
    "Place": MappingLayout(
        {"name": FieldLayout(), "country": FieldLayout(), "note": FieldLayout()}, is_small=True
    ),
    "Lesson": MappingLayout({"lesson": FieldLayout(), "kind": FieldLayout()}),
}


def written(data: dict[str, Any]) -> str:
    return write(data, "File", LAYOUTS)


def expected(text: str) -> str:
    return dedent(text).lstrip("\n")


PLAIN = ["River walks", "it's", "a, b", "a#b", "2019-09~/2023-03", "1.0.0", "052gg0110", "é → 日本"]
QUOTED = [
    *("no", "On", "NULL", "y", "2019", "2019-09-30", "1_000", "0x1F", "1e5", ".5", "03e012345"),
    *("6:40", "a: b", "https://example.org/", "a #b", "#a", "- a", "@a", "%a", " a", "a ", "", "~"),
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_that_every_reader_takes_for_text_is_plain(text: str) -> None:
    assert scalar(text) == text
    assert yaml.safe_load(text) == text


@pytest.mark.parametrize("text", QUOTED)
def test_a_text_that_some_reader_takes_for_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


def test_commas_and_brackets_are_quoted_between_brackets_only() -> None:
    assert scalar("a, b") == "a, b"
    assert scalar("a, b", in_flow=True) == '"a, b"'


def test_what_cannot_be_seen_is_escaped() -> None:
    assert scalar('tab\t, "quote": \\ and \x07\u2028') == (r'"tab\t, \"quote\": \\ and \x07\u2028"')


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (53.50, "53.5"),
        (55.0, "55"),
        (-0.0, "0"),
        (1e20, "100000000000000000000"),
        (1e21, "1.0e+21"),
        (1e-6, "0.000001"),
        (1.5e-7, "1.5e-7"),
        (float("-inf"), "-.inf"),
        (True, "true"),
        (None, "null"),
    ],
)
def test_numbers_are_written_as_a_browser_writes_them(number: float, text: str) -> None:
    assert scalar(number) == text


def test_keys_stand_in_the_order_of_the_layout_and_unknown_ones_last() -> None:
    data = {"other": 1, "themes": ["a", "b"], "title": "River walks", "no": None}
    assert written(data) == expected("""
        title: River walks
        themes: [a, b]
        other: 1
        "no": null
    """)


def test_a_date_needs_no_quotes_where_a_date_stands() -> None:
    assert written({"when": "2019-09-30"}) == "when: 2019-09-30\n"
    assert written({"when": "2019"}) == "when: 2019\n"
    assert written({"when": "-0500"}) == 'when: "-0500"\n'


def test_a_small_entry_stands_on_one_line_if_it_fits() -> None:
    data = {
        "title": "River walks",
        "places": [
            {"country": "GB", "name": "Exampleton"},
            {"name": "Exampleton", "note": "x" * 90},
        ],
    }
    assert written(data) == expected(f"""
        title: River walks

        places:
          - {{name: Exampleton, country: GB}}
          - name: Exampleton
            note: {"x" * 90}
    """)


def test_a_long_text_is_folded_and_one_with_lines_is_literal() -> None:
    data = {
        "title": "word " * 30 + "end",
        "lessons": [{"lesson": "One.\n\nTwo.\n", "kind": "worked"}],
    }
    assert written(data) == expected(f"""
        title: >-
          {"word " * 20}word
          {"word " * 9}end

        lessons:
          - lesson: |
              One.

              Two.
            kind: worked
    """)


def test_a_field_may_always_have_lines_of_its_own() -> None:
    data = {"questions": ["Who pays?"], "stages": {"design": {"note": "Shared."}}}
    assert written(data) == expected("""
        questions:
          - Who pays?
        stages:
          design: {note: Shared.}
    """)


def test_nothing_is_still_a_file() -> None:
    assert written({}) == "{}\n"
    assert written({"themes": [], "places": {}, "lessons": [{}]}) == expected("""
        themes: []

        places: {}

        lessons:
          - {}
    """)
