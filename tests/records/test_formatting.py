"""A file keeps its data and its comments when it is laid out."""

from itertools import islice
from textwrap import dedent

import pytest
import yaml
from properties import tried
from random_files import FOLDERS, RandomFiles, commented, simple
from small_hubs import REPOSITORY

from hubtool.documents import SourceFile, parse
from hubtool.documents.writing import write
from hubtool.records.formatting import format_file
from hubtool.records.ids import with_ids
from hubtool.records.layout import layouts
from hubtool.records.records import MODELS


def formatted(text: str, path: str = "cases/example.yml", *, adds_ids: bool = False) -> str:
    file = format_file(SourceFile(path, dedent(text).encode()), adds_ids=adds_ids)
    assert file.content is not None
    return file.content.decode()


def test_comments_stay_with_what_they_are_about() -> None:
    text = """\
        # yaml-language-server: $schema=../.hubtool/schema/case.json
        # Ask the tenants before a change.

        summary: Short.  # plain words
        # The name that tenants use.
        title:    'River walks'
        themes: [   # what it teaches
          trust,    # most of all
          # and less so
          fair-pay ]
        partners:   # in order
        # the first
        -   id: anglers # local
            name: Exampleton Anglers
            # once a club
        - # a second one
          name: University of Example
          # said so itself
          kind: university
        # no more partners
        story: |   # by the anglers
          # No comment.
          Text.
        # the end
    """
    assert formatted(text) == dedent("""\
        # yaml-language-server: $schema=../.hubtool/schema/case.json
        # Ask the tenants before a change.
        # The name that tenants use.
        title: River walks
        summary: Short.  # plain words
        themes:  # what it teaches
          - trust  # most of all
          # and less so
          - fair-pay

        partners:  # in order
          # the first
          - id: anglers  # local
            name: Exampleton Anglers
            # once a club
          # a second one
          - name: University of Example
            # said so itself
            kind: university

        # no more partners
        story: |  # by the anglers
          # No comment.
          Text.
        # the end
    """)


def test_a_comment_beside_an_entry_stays_beside_it_or_stands_above() -> None:
    long_note = (
        "who carried the nets, the maps and the tea along the river for one year and one day"
    )
    text = f"""\
        partners:
          - {{kind: university, name: Example}}  # short
          - {{name: Example, kind: university, role: "{long_note}"}}  # long
    """
    assert formatted(text) == dedent(f"""\
        partners:
          - {{name: Example, kind: university}}  # short
          # long
          - name: Example
            kind: university
            role: {long_note}
    """)


@pytest.mark.parametrize("style", ["layout", "mixed", "flow", "block"])
def test_no_comment_is_lost_and_the_data_stays(style: str) -> None:
    flow_styles = {"mixed": None, "flow": True, "block": False}
    count = 0
    for number, (name, data) in enumerate(islice(RandomFiles(2), tried(320))):
        text = (
            write(data, name, layouts())
            if style == "layout"
            else yaml.dump(
                data,
                Dumper=yaml.CSafeDumper,
                allow_unicode=True,
                default_flow_style=flow_styles[style],
                sort_keys=False,
                width=(30, 90)[number % 2],
            )
        )
        path = f"{FOLDERS[name]}/example.yml"
        document, faults = parse(SourceFile(path, text.encode()))
        if document is None or faults:
            continue
        text, comments = commented(document, number)
        content = format_file(SourceFile(path, text.encode())).content
        assert content is not None
        result = content.decode()
        assert [comment for comment in comments if result.count(comment) != 1] == []
        again, _ = parse(SourceFile(path, content))
        assert again is not None
        assert simple(again.data) == simple(document.data)
        assert format_file(SourceFile(path, content)).content == content
        count += 1
    assert count > tried(250)


def test_real_files_keep_their_data_and_change_once_only() -> None:
    for path in sorted(path for name in MODELS for path in (REPOSITORY / name).glob("*.yml")):
        name = path.relative_to(REPOSITORY).as_posix()
        before = path.read_bytes()
        content = format_file(SourceFile(name, before)).content
        assert content is not None
        if content != before:  # else it has just been laid out
            assert format_file(SourceFile(name, content)).content == content


def test_a_file_that_cannot_be_read_is_refused_with_its_faults() -> None:
    file = format_file(SourceFile("cases/example.yml", b"title: [River\n"))
    assert file.content is None
    assert [item.code for item in file.diagnostics] == ["H101"]


def test_a_hidden_character_is_not_taken_out_unasked() -> None:
    file = format_file(SourceFile("cases/example.yml", "title: River\u200bwalks\n".encode()))
    assert file.content is None
    assert [item.code for item in file.diagnostics] == ["H105"]


def test_the_file_ends_with_one_line_break_and_has_no_carriage_returns() -> None:
    file = format_file(
        SourceFile("cases/example.yml", b"\xef\xbb\xbftitle: River\r\nsdgs: [3]\r\n\r\n")
    )
    assert file.content == b"title: River\nsdgs: [3]\n"


def test_ids_are_made_of_the_words() -> None:
    text = """\
        lessons:
          - lesson: Don't start at the café. Walk first, and let the question come later.
          - {id: walk, lesson: Walk., formerly: [walk-2]}
          - lesson: Walk.
        films: [{title: 水}, {title: 河}]
        sources: [{title: Film}]
    """
    assert formatted(text, adds_ids=True) == dedent("""\
        lessons:
          - id: dont-start-at-the-cafe-walk-first-and
            lesson: Don't start at the café. Walk first, and let the question come later.
          - id: walk
            formerly: [walk-2]
            lesson: Walk.
          - id: walk-3
            lesson: Walk.

        films:
          - id: film
            title: 水
          - id: film-2
            title: 河

        sources:
          - {id: film-3, title: Film}
    """)


def test_a_mistyped_id_is_left_to_its_author() -> None:
    data = {"sources": [{"idd": "a", "title": "Film"}, "no mapping"], "lessons": "no list"}
    assert with_ids(data) == data
