"""A hub to begin with: it is sound, and nothing in it points at another one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_hubs import TODAY

from hubtool.cli import hubtool
from hubtool.files import sources
from hubtool.load import load
from hubtool.records.formatting import format_file

SAID = (
    "--name",
    'Hub: "North" & East',
    "--contact",
    "hub@example.org",
    "--licence",
    "CC-BY-SA-4.0",
)
ADDRESSES = (
    "--address",
    "https://north.example.org/hub/",
    "--repository",
    "https://github.com/north/hub",
)


def init(folder: Path, *words: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(hubtool, ["init", str(folder), *words], input=answers)


@pytest.mark.parametrize(
    "words", [("--yes",), ("--yes", *SAID, *ADDRESSES)], ids=["nothing said", "all said"]
)
def test_a_new_hub_has_no_fault(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = init(tmp_path / "demo", *words)
    assert result.exit_code == 0, result.output
    files = sources(tmp_path / "demo")
    hub, diagnostics = load(files, today=TODAY)
    assert hub is not None
    assert [item.code for item in diagnostics if item.severity.value == "error"] == []
    assert all(format_file(source).content == source.content for source in files.records)
    assert {case.title.partition(":")[0] for case in hub.cases.values()} == {"Example"}
    texts = [path.read_text("utf-8") for path in (tmp_path / "demo").rglob("*") if path.is_file()]
    assert not [text for text in texts if "coproduction-hub" in text.casefold() or "[[" in text]


def test_it_asks_for_what_was_not_said(tmp_path: Path) -> None:
    result = init(tmp_path / "demo", "--name", "North", answers="\n\n\nhub@example.org\n\n")
    assert result.exit_code == 0, result.output
    assert "What is it, in one sentence?" in result.output
    assert 'contact: "hub@example.org"' in (tmp_path / "demo/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [("--contact", "not a mailbox"), ("--repository", "x"), ("--licence", "mine, all mine")],
)
def test_nothing_is_written_where_a_setting_is_none(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert init(tmp_path / "demo", "--yes", *words).exit_code != 0
    assert not (tmp_path / "demo").exists()


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(json.dumps("mine"), encoding="utf-8")
    assert init(tmp_path, "--yes").exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
