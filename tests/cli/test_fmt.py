"""`hubtool fmt`: what it writes, what it leaves alone, and how it ends."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_hubs import filled, make_hub, write_file

from hubtool.cli import hubtool

CASE = "cases/example.yml"
MESSY = filled(CASE, "").replace("title: River walks", "title:  'River walks'  # in June")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_hub(tmp_path, {CASE: MESSY})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(hubtool, ["fmt", *words])


def text(hub: Path) -> str:
    return (hub / CASE).read_bytes().decode()


def test_a_file_is_written_in_the_canonical_layout_once(hub: Path) -> None:
    result = run(CASE)
    assert (result.exit_code, result.stdout) == (
        0,
        "formatted: cases/example.yml\n1 of 1 files formatted\n",
    )
    assert text(hub).startswith("title: River walks  # in June\n")
    modified = (hub / CASE).stat().st_mtime_ns
    assert run(CASE).stdout == "0 of 1 files formatted\n"
    assert (hub / CASE).stat().st_mtime_ns == modified


def test_check_writes_nothing_and_fails_where_a_file_would_change(hub: Path) -> None:
    result = run("--check", "cases/example.yml")
    assert (result.exit_code, result.stdout) == (
        1,
        "would change: cases/example.yml\n1 of 1 files would change\n",
    )
    assert text(hub) == MESSY
    run()
    assert run("--check").exit_code == 0


def test_diff_writes_nothing_and_shows_what_would_change(hub: Path) -> None:
    result = run("--diff")
    assert result.exit_code == 0
    assert "-title:  'River walks'  # in June\n+title: River walks  # in June\n" in result.stdout
    assert text(hub) == MESSY


def test_a_diff_does_not_act_on_the_terminal(hub: Path) -> None:
    (hub / CASE).write_text(MESSY.replace("in June", "\u202ein June"))
    assert "\u202e" not in run("--diff").output


def test_a_file_that_cannot_be_read_is_left_alone_and_its_faults_are_shown(hub: Path) -> None:
    (hub / "cases" / "other.yml").write_text("title: [River\n")
    result = run("cases")
    assert result.exit_code == 1
    assert "error[H101]" in result.stdout
    assert (hub / "cases" / "other.yml").read_text() == "title: [River\n"
    assert text(hub).startswith("title: River walks  # in June\n")


def test_a_published_case_gets_ids_and_a_draft_does_not(hub: Path) -> None:
    published = MESSY.replace("- id: walk-first\n    lesson", "- lesson")
    draft = published.replace("status: agreed", "status: pending")
    write_file(hub, CASE, published)
    write_file(hub, "cases/draft.yml", draft)
    run("cases")
    assert "- id: walk-first-the-question" in text(hub)
    assert "- id: walk" not in (hub / "cases" / "draft.yml").read_text()


def test_vocabularies_are_laid_out_too(hub: Path) -> None:
    vocabulary = hub / "vocabulary" / "topics.yml"
    vocabulary.write_text("concepts: [{label: Water, id: water}]\nscheme: {id: topics}\n")
    run("vocabulary/topics.yml")
    assert vocabulary.read_text() == (
        "scheme:\n  id: topics\nconcepts:\n  - id: water\n    label: Water\n"
    )


def test_the_rights_of_a_file_stay(hub: Path) -> None:
    (hub / CASE).chmod(0o640)
    run("cases")
    assert (hub / CASE).stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_of_the_hub_is_wrong_use(hub: Path) -> None:
    (hub / "notes.txt").write_text("Notes")
    result = run("notes.txt")
    assert result.exit_code == 2
    assert "no record or vocabulary" in result.stderr
