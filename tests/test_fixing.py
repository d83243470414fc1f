"""What is beyond doubt is mended, and every word and comment beside it stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from photographs import photograph
from small_hubs import CASE, TODAY, make_hub, sources

from hubtool.cli import hubtool
from hubtool.documents import SourceFile, parse
from hubtool.fixing import Change, changes
from hubtool.load import Memory, load

MESSY = """\
# Written in a word processor. This comment stays.
Title: River walks: a year on the bank
description: Anglers and ecologists walked the river for a year. # so does this one
places: [{name: Dolphin House, Rialto, country: IE}]
partners:
  - {id: anglers, name: Exampleton Anglers, kind: Community group}
  - {id: uni, name: University of Example, kind: university}
lessons:
  \u2022 id: walk-first
    lesson: "Walk first." The question came from the third walk.
    kind: worked
    said_by: community
dates: May 2019
films:
  - id: damp
    title: Walk #3 by the river
    url: https://youtu.be/SCtFTslwgR0?si=abc
    access: {captions: true}
consent: {status: agreed, agreed_by: Exampleton Anglers committee, agreed_on: 2026-01}
"""
CLEAN = """\
# Written in a word processor. This comment stays.
title: "River walks: a year on the bank"
summary: Anglers and ecologists walked the river for a year. # so does this one
places: [{name: "Dolphin House, Rialto", country: IE}]
partners:
  - {id: anglers, name: Exampleton Anglers, kind: community-group}
  - {id: uni, name: University of Example, kind: university}
lessons:
  - id: walk-first
    lesson: '"Walk first." The question came from the third walk.'
    kind: worked
    said_by: community
dates: 2019-05
films:
  - id: damp
    title: "Walk #3 by the river"
    url: https://youtu.be/SCtFTslwgR0
    access: {captions: true}
consent: {status: agreed, agreed_by: Exampleton Anglers committee, agreed_on: 2026-01}
"""

_MEMORY = Memory()


def mended(text: str | bytes) -> str:
    """Return the case *text* as it is after every fix."""
    content = text.encode() if isinstance(text, str) else text
    hub_sources = sources({"cases/one.yml": content})
    changed = changes(
        hub_sources,
        today=TODAY,
        is_wanted=lambda path: path == "cases/one.yml",
        content=lambda _: b"",
        memory=_MEMORY,
    )
    after = {change.path: change.after for change in changed}
    return after.get("cases/one.yml", content).decode()


def test_a_messy_case_becomes_clean_and_keeps_its_comments() -> None:
    assert mended(MESSY) == CLEAN
    assert load(sources({"cases/one.yml": CLEAN}), today=TODAY, memory=_MEMORY)[1] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title:River walks", "title: River walks"),
        ("title: \u201cRiver: walks\u201d", 'title: "River: walks"'),
        ("title: *River* walks", 'title: "*River* walks"'),
        ("title: @river", 'title: "@river"'),
        ("title: %100 river", 'title: "%100 river"'),
        ("title\uff1aRiver walks", "title: River walks"),
        ("title: River\u200b walks", "title: River walks"),
        ("topics: water, energy", "topics: [water, climate-and-energy]"),
        ("topics: [Water]", "topics: [water]"),
        ("dates: 2019 - 2021", "dates: 2019/2021"),
        ("dates: 3 April 2019", "dates: 2019-04-03"),
        ("places: [{name: Oslo, country: Norway}]", "places: [{name: Oslo, country: NO}]"),
        ("resources: [{title: A, url: www.example.org/a}]",
         "resources: [{title: A, url: https://www.example.org/a}]"),
    ],
)  # fmt: skip
def test_slips_of_each_kind_are_mended(before: str, after: str) -> None:
    key = after.partition(":")[0]
    kept = "".join(line for line in CASE.splitlines(keepends=True) if not line.startswith(key))
    assert mended(f"{before}\n{kept}") == f"{after}\n{kept}"


@pytest.mark.parametrize(
    "line",
    [
        "dates: 03/04/2019",  # the day or the month
        "themes: [paying people]",  # a guess
        "consent: yes",
        "title: [Draft] River walks",
        "title: River walks\ntitle: Others",
        "tags: [unheard-of]",
    ],
)
def test_what_is_in_doubt_is_left_to_people(line: str) -> None:
    key = line.partition(":")[0]
    kept = "".join(row for row in CASE.splitlines(keepends=True) if not row.startswith(key))
    after = mended(f"{line}\n{kept}")
    assert all(word in after for word in line.replace("tags", "").split())
    assert load(sources({"cases/one.yml": after}), today=TODAY, memory=_MEMORY)[1] != []


def test_line_ends_and_the_mark_at_the_start_stay() -> None:
    text = MESSY.replace("\n", "\r\n").encode()
    assert mended(b"\xef\xbb\xbf" + text).encode() == (
        b"\xef\xbb\xbf" + CLEAN.replace("\n", "\r\n").encode()
    )


_PARTS = st.sampled_from(
    [*MESSY.splitlines(), "- ", "  ", "# x", "title: a: b", "x: [a, b", "\t- y: z", "'", '"', "story: |", "  \u00a0q: r"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PARTS, max_size=12))
def test_no_word_that_could_be_read_is_ever_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    before, _ = parse(SourceFile("cases/one.yml", text.encode()))
    after = mended(text)
    comments = [line for line in lines if line.startswith("#")]
    assert all(comment in after for comment in comments)
    if before is not None:
        assert parse(SourceFile("cases/one.yml", after.encode()))[0] is not None
    assert mended(after) == after


def run(root: Path, *words: str) -> str:
    result = CliRunner().invoke(hubtool, ["--hub", str(root), "validate", *words])
    return result.output


def test_the_command_writes_and_reports_the_rest(tmp_path: Path) -> None:
    make_hub(tmp_path, {"cases/messy.yml": MESSY, "cases/other.yml": MESSY})
    output = run(tmp_path, "--diff", str(tmp_path / "cases/messy.yml"))
    assert "-description: Anglers" in output
    assert "+summary: Anglers" in output
    file = tmp_path / "cases/messy.yml"
    assert file.read_text("utf-8") == MESSY
    output = run(tmp_path, "--fix", str(tmp_path / "cases/messy.yml"))
    assert "mended: cases/messy.yml (" in output
    assert "1 case: all clear" in output
    assert file.read_text("utf-8") == CLEAN
    assert (tmp_path / "cases/other.yml").read_text("utf-8") == MESSY
    assert [path.name for path in (tmp_path / "cases").iterdir() if "half" in path.name] == []


def test_a_photograph_loses_the_place_where_it_was_taken(tmp_path: Path) -> None:
    line = "images: [{file: cases/river/a.jpg, alt: A, credit: B, licence: CC-BY-4.0}]\n"
    place = photograph(place=True)
    make_hub(tmp_path, {"cases/river.yml": CASE + line, "cases/river/a.jpg": place})
    assert "H509" in run(tmp_path)
    assert "the metadata are taken out" in run(tmp_path, "--diff")
    assert (tmp_path / "cases/river/a.jpg").read_bytes() == place
    assert "H509" not in run(tmp_path, "--fix").replace("(H509)", "")


def test_a_change_names_what_it_mends() -> None:
    hub_sources = sources({"cases/one.yml": MESSY})
    (change,) = changes(hub_sources, today=TODAY, is_wanted=lambda _: True, content=lambda _: b"")
    assert isinstance(change, Change)
    assert {"H101", "H118", "H202", "H204", "H207", "H411"} <= {d.code for d in change.mended}
