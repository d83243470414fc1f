"""A new record comes from answers or as a file to fill in, and never takes the place of another."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_hubs import TODAY, make_hub

from hubtool.cli import hubtool
from hubtool.files import sources
from hubtool.load import load
from hubtool.records.blank_record import blank_record
from hubtool.records.records import MODELS

CASE = """\
Damp diary: a year
Tenants measured damp with students.
Exampleton
UK
GB
n
Exampleton Tenants
Community group
University of Example
university
n
Walk first. It pays.
workd
worked
community
n
y
Exampleton Tenants committee
last May
2026-01
"""
COLLECTION = """\
First walks
Partnerships that began outdoors.
river-walks
The question came late.
n
"""
OPPORTUNITY = """\
Walk with us
training
Exampleton Anglers
A day on the river for people who want to begin.
www.example.org
https://anglers.example.org/walk
2026-11
"""


def run(root: Path, *words: str, given: str = "") -> Result:
    return CliRunner().invoke(hubtool, ["--hub", str(root), "new", *words], input=given)


def told(root: Path, path: str) -> list[tuple[str, str]]:
    found = load(sources(root), today=TODAY)[1]
    return [
        (item.code, item.message) for item in found if item.path == path and item.severity != "note"
    ]


@pytest.mark.parametrize(
    ("kind", "given", "path"),
    [
        ("case", CASE, "cases/damp-diary-a-year.yml"),
        ("collection", COLLECTION, "collections/first-walks.yml"),
        ("opportunity", OPPORTUNITY, "opportunities/walk-with-us.yml"),
    ],
)
def test_answers_make_a_record_without_faults(
    kind: str, given: str, path: str, tmp_path: Path
) -> None:
    make_hub(tmp_path)
    result = run(tmp_path, kind, "--ask", given=given)
    assert f"{path} is written" in result.output, result.output
    assert told(tmp_path, path) == []
    assert (
        (tmp_path / path)
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=https://example.org/hub/schema/")
    )


def test_a_wrong_answer_is_told_and_asked_again(tmp_path: Path) -> None:
    make_hub(tmp_path)
    output = run(tmp_path, "case", "--ask", given=CASE).output
    assert "write `GB`; the nation goes in `region`" in output
    assert "That is none of them" in output
    assert "`last May` is not a date" in output


def test_an_end_of_input_writes_nothing(tmp_path: Path) -> None:
    make_hub(tmp_path)
    result = run(tmp_path, "case", "--ask", given="Damp diary\nShort.\n")
    assert result.exit_code == 1
    assert [path.name for path in (tmp_path / "cases").iterdir()] == ["river-walks.yml"]


@pytest.mark.parametrize("kind", ["case", "collection", "opportunity"])
def test_a_file_to_fill_in_wants_only_what_is_needed(kind: str, tmp_path: Path) -> None:
    make_hub(tmp_path)
    assert run(tmp_path, kind, "mine", "--blank").exit_code == 0
    (path,) = (path for path in tmp_path.glob("*/mine.yml"))
    codes = {code for code, _ in told(tmp_path, path.relative_to(tmp_path).as_posix())}
    assert codes <= {"H201", "H205", "H211", "H218", "H225", "H220", "H230", "H231"}
    assert codes


def test_every_key_stands_in_a_file_to_fill_in() -> None:
    for model in MODELS.values():
        text = blank_record(model, "x")
        keys = {info.alias or name for name, info in model.model_fields.items()}
        assert [key for key in keys - {"id", "formerly"} if f"{key}:" not in text] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("case", "river-walks", "--blank"), "is there already"),
        (("case", "My Case", "--blank"), "cannot be an address; `my-case` can"),
        (("case", "../../x", "--blank"), "cannot be an address"),
        (("case", "index", "--blank"), "cannot be an address"),
        (("case", "--blank"), "say what to call it"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(
    words: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    make_hub(tmp_path)
    before = (tmp_path / "cases/river-walks.yml").read_bytes()
    result = run(tmp_path, *words)
    assert result.exit_code == 2
    assert message in result.output
    assert (tmp_path / "cases/river-walks.yml").read_bytes() == before
