"""Text in, data that knows its place out."""

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from hubtool.diagnostics.spans import Route, Span
from hubtool.documents import Document, SourceFile, parse

FULL = """\
# a comment
title: The Kitchen Table Damp Project   # another
summary: >-
  Tenants and researchers spent fourteen months
  in one another's kitchens.

story: |
  Before anybody spoke of research,
  people had tea.

    - and cake
places: [{name: Café, country: NO, lat: 55.9}]
partners:
  - id: tenants
    name: 'Exampleton''s Tenants'
    role: "Hosted, \\"chose\\" the question"

  # between
  - {id: uni, org: university-of-example}
power:
  stages:
    design: shared
    action: {level: disputed, readings: {community: involved}}
empty:
last: 1
"""


def read(text: str, **options: Any) -> tuple[Document, list[str]]:
    document, told = parse(SourceFile("a.yml", dedent(text).encode()), **options)
    assert document is not None, told
    return document, [item.code for item in told]


def faults(text: str | bytes) -> list[tuple[str, int, int, str]]:
    content = dedent(text).encode() if isinstance(text, str) else text
    _, told = parse(SourceFile("a.yml", content))
    return [
        (item.code, item.span.line, item.span.column, item.message) for item in told if item.span
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("~", None),
        ("null", None),
        ("Null", None),
        ("", None),
        ("nULL", "nULL"),
        ("true", True),
        ("FALSE", False),
        ("yes", "yes"),
        ("NO", "NO"),
        ("on", "on"),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("1:23", "1:23"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1e3", -1000.0),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("1e", "1e"),
        ("2019-09-30", "2019-09-30"),
        ("2019-09", "2019-09"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("=", "="),
    ],
)
def test_a_scalar_is_read_by_the_core_schema(written: str, value: object) -> None:
    document, _ = read(f"key: {written}\n")
    assert document.data["key"] == value
    assert type(document.data["key"]) is type(value)


@pytest.mark.parametrize(
    ("route", "key", "written"),
    [
        (("title",), False, "The Kitchen Table Damp Project"),
        (("title",), True, "title"),
        (("places", 0, "name"), False, "Café"),
        (("places", 0, "lat"), False, "55.9"),
        (("places", 0), False, "{name: Café, country: NO, lat: 55.9}"),
        (("partners", 0, "name"), False, "'Exampleton''s Tenants'"),
        (("partners", 1), False, "{id: uni, org: university-of-example}"),
        (("power", "stages", "action", "readings", "community"), True, "community"),
        (("empty",), False, "empty"),
    ],
)
def test_a_route_leads_to_its_place(route: Route, key: bool, written: str) -> None:
    document, _ = read(FULL)
    assert text_at(document, document.span(route, key=key)) == written


def text_at(document: Document, span: Span) -> str:
    lines = document.text.splitlines(keepends=True)[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "".join(lines)


def test_a_route_that_goes_too_far_ends_at_what_is_there() -> None:
    document, _ = read(FULL)
    there = document.span(("power", "stages"))
    assert document.span(("power", "stages", "question", "level")) == there
    assert document.span(("nothing",)) == document.span(())


def test_a_block_ends_with_its_last_part_and_not_at_the_next_key() -> None:
    document, _ = read(FULL)
    assert document.span(("partners",)) == Span(14, 3, 19, 42)
    assert document.span(("story",)) == Span(7, 8, 11, 15)


def test_lines_and_columns_count_characters_as_editors_do() -> None:
    document, told = read("a: 1\r\nüñ😀: {b: 2}\r\nc: 3\n")
    assert told == []
    assert document.span(("üñ😀", "b")) == Span(2, 10, 2, 11)
    assert document.span(("c",)) == Span(3, 4, 3, 5)


def test_a_byte_order_mark_is_passed_over() -> None:
    document, told = parse(SourceFile("a.yml", b"\xef\xbb\xbfa: 1\n"))
    assert document is not None
    assert (document.data, document.span(("a",), key=True), told) == (
        {"a": 1},
        Span(1, 1, 1, 2),
        [],
    )


def test_has_and_written_tell_what_the_text_has() -> None:
    document, _ = read("a: {b: 007}\n")
    assert document.has(("a", "b"))
    assert not document.has(("a", "c"))
    assert document.source_text(("a", "b")) == "007"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: ask x@y.org now\n", Span(1, 8, 1, 15)),
        ("a: 'ask x@y.org'\n", Span(1, 9, 1, 16)),
        ('a: "ask x@y.org"\n', Span(1, 9, 1, 16)),
        ('a: "\\"ask\\" x@y.org"\n', Span(1, 13, 1, 20)),
        ("a: |\n  ask\n\n    x@y.org\n", Span(4, 5, 4, 12)),
        ("a: >-\n  we\n  ask x@y.org\n", Span(3, 7, 3, 14)),
        ("a: we\n  ask x@y.org\n", Span(2, 7, 2, 14)),
        ('a: "x\\u0040y.org"\n', Span(1, 4, 1, 18)),
    ],
)
def test_characters_inside_a_text_are_found_however_it_is_written(text: str, place: Span) -> None:
    document, _ = read(text)
    at = document.data["a"].index("x@y.org")
    assert document.inside(("a",), at, at + 7) == place


def test_the_second_of_two_equal_words_is_found_as_the_second() -> None:
    document, _ = read("a: >\n  walk and\n  walk on\n")
    assert document.inside(("a",), 9, 13) == Span(3, 3, 3, 7)


def test_words_across_a_folded_line_are_found() -> None:
    document, _ = read("a: >\n  ring 020\n  7946 0018\n")
    assert document.inside(("a",), 5, 18) == Span(2, 8, 3, 12)


def test_a_key_written_twice_points_at_both_and_keeps_the_first() -> None:
    document, told = parse(SourceFile("a.yml", b"a: 1\nb: 2\na: 3\n"))
    assert document is not None
    assert document.data == {"a": 1, "b": 2}
    (fault,) = told
    (first,) = fault.related
    assert (fault.span, first.span) == (Span(3, 1, 3, 2), Span(1, 1, 1, 2))
    assert first.message == "first written here"


def test_several_faults_are_told_in_one_run() -> None:
    assert [code for code, *_ in faults("a: !x 1\nb: 2\nb: 3\nc: &d e\n")] == [
        "H107",
        "H103",
        "H104",
    ]


def test_syntax_errors_in_two_keys_are_told_in_one_run() -> None:
    told = faults("a: b: c\nd: 1\ne: @f\nd: 2\n")
    assert [(code, line) for code, line, *_ in told] == [("H101", 1), ("H101", 3), ("H103", 4)]


@pytest.mark.parametrize(
    "words",
    [
        "می‌خواهم",  # Persian needs the zero-width non-joiner
        "क्‍ष",  # Devanagari needs the zero-width joiner
        "👩‍👩‍👧 and ❤️‍🔥 and 👩🏽‍🔬",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scotland",
        "مرحبا (AB)\u200f!",
        "㐂󠄀",
        "1️⃣",
    ],
)
def test_invisible_characters_that_words_need_are_let_through(words: str) -> None:
    document, told = read(f"a: {words}\n")
    assert (document.data["a"], told) == (words, [])


@pytest.mark.parametrize("character", ["\u200c", "\u200d", "\u200f", "\ufe0f\ufe0f", "\U000e0067"])
def test_the_same_characters_are_told_of_where_nothing_needs_them(character: str) -> None:
    document, told = read(f"a: walk{character}ers\n")
    assert told == ["H105"]
    assert document.data["a"] in {"walkers", "walk\ufe0fers"}


def test_a_hidden_character_does_not_break_what_depends_on_its_text() -> None:
    document, told = read("ki\u200bnd: wor\u0007ked\n")
    assert (document.data, told) == ({"kind": "worked"}, ["H105", "H105"])


def test_positions_after_a_line_separator_are_those_of_editors() -> None:
    assert faults("a: x\u2028y\nb: c\nb: d\n")[1][:3] == ("H103", 3, 1)


def test_a_number_of_five_thousand_digits_is_told_of() -> None:
    assert [code for code, *_ in faults("a: " + "9" * 5000 + "\n")] == ["H112"]


def test_a_file_of_more_than_a_million_bytes_is_not_read() -> None:
    _, told = parse(SourceFile("a.yml", b"a: " + b"x" * 1_000_000))
    assert [item.code for item in told] == ["H110"]


def test_two_hundred_thousand_brackets_are_told_of_once() -> None:
    assert [code for code, *_ in faults("a: " + "[" * 200_000)] == ["H109"]


def test_an_alias_bomb_is_told_of_and_never_grows() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    document, told = parse(SourceFile("a.yml", "\n".join(lines).encode()))
    assert document is not None
    assert document.data == {"a0": ["x", "x"]}
    assert {item.code for item in told} == {"H104"}


MKDOCS = """\
plugins: !ENV [PLUGINS, []]
markdown_extensions:
  - x: {index: !!python/name:a.b ''}
base: &base {a: 1}
other: {<<: *base, b: 2, b: 3}
extra:
  hub:
    schema: 1
"""


def test_outside_the_wanted_part_other_peoples_yaml_passes() -> None:
    document, told = read(MKDOCS, inside=("extra", "hub"))
    assert told == []
    assert document.data["extra"] == {"hub": {"schema": 1}}


def test_inside_the_wanted_part_our_rules_hold() -> None:
    _, told = read(f"{MKDOCS}    schema: 2\n", inside=("extra", "hub"))
    assert told == ["H103"]


def test_without_libyaml_the_same_is_read() -> None:
    fast, slow = read(FULL)[0], read(FULL, fast=False)[0]
    assert (fast.data, fast.root) == (slow.data, slow.root)


_MOST = examples(200)
_YAML_LIKE = st.text(
    st.sampled_from("ab1 \n\t:-[]{},'\"|>*&!#%@`?.~<=\\\r\u2028\u200b\u00a0é😀"), max_size=60
)


@_MOST
@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(content: bytes) -> None:
    parse(SourceFile("a.yml", content))


@_MOST
@given(_YAML_LIKE)
def test_every_span_lies_inside_its_text(text: str) -> None:
    document, told = parse(SourceFile("a.yml", text.encode()))
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spans = [item.span for item in told if item.span]
    spans += [part.span for item in told for part in item.related if part.span]
    if document is not None:
        spans += [
            document.span(route, key=key) for route in routes(document.data) for key in (0, 1)
        ]
    for span in spans:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        assert span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1


def test_a_record_of_empty_brackets_is_read() -> None:
    document, told = parse(SourceFile("a.yml", b"{}"))
    assert document is not None
    assert document.data == {}
    assert told == []


@_MOST
@given(_YAML_LIKE)
def test_a_file_gives_a_document_or_an_error_and_libyaml_is_not_needed(text: str) -> None:
    for fast in (True, False):
        document, told = parse(SourceFile("a.yml", text.encode()), fast=fast)
        assert document is not None or any(item.severity == "error" for item in told)


def routes(data: object, route: Route = ()) -> list[Route]:
    match data:
        case dict():
            inner = [found for key, part in data.items() for found in routes(part, (*route, key))]
        case list():
            inner = [found for at, part in enumerate(data) for found in routes(part, (*route, at))]
        case _:
            inner = []
    return [route, *inner]
