"""A case goes whole, or gets another id, and nothing else is touched."""

import gzip
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_hubs import SITE_CASE, TODAY, commit_all, files_of, git, make_hub

from hubtool.cli import hubtool
from hubtool.documents import SourceFile, parse
from hubtool.files import sources
from hubtool.load import load
from hubtool.records.rewriting import without_entries
from hubtool.site.build import build
from hubtool.site.last_build import Options

WORD = "Quicksandia"
SECRET = f"""\
formerly: [older-marsh]
title: {WORD} marsh
summary: They of {WORD} drained nothing.
places: [{{name: {WORD}, country: GB}}]
partners:
  - {{id: waders, name: {WORD} Waders, kind: community-group}}
  - {{id: uni, name: University of Example, kind: university}}
lessons:
  - {{id: wade, lesson: Wade in {WORD} at dawn., kind: worked, said_by: community}}
films:
  - id: mud
    title: {WORD} mud
    url: https://vimeo.com/123456
    captions: [{{language: en-GB, file: cases/marsh/mud.vtt}}]
consent: {{status: agreed, agreed_by: {WORD} Waders, agreed_on: 2026-01}}
"""
TIED = """\
# The first walk.
title: Estuary walks
summary: Anglers and ecologists walked the river for a year, then chose what to measure.
places: [{name: Exampleton, country: GB}]
partners:
  - {id: anglers, name: Exampleton Anglers, kind: community-group}   # who began it
  - {id: uni, name: University of Example, kind: university}
lessons:
  - id: walk-first
    lesson: Walk first.
    kind: worked
    said_by: community
    confirms: ["marsh#wade"]
  - {id: talk, lesson: Talk., kind: worked, said_by: community, contradicts: [older-marsh#wade, "bog#stay"]}
consent: {status: agreed, agreed_by: Exampleton Anglers committee, agreed_on: 2026-01}
"""
COLLECTION = f"""\
title: Walks   # a working title
summary: Partnerships that began outdoors.
convenors: [Exampleton Library]
items:
  # the first
  - {{case: river-walks, note: The question came late.}}
  - case: marsh
    note: >-
      What {WORD} did, at length,
      over two lines.

  - {{lesson: "marsh#wade", note: At dawn.}}
  # the last
  - film: older-marsh#mud
    note: Mud.
questions: [What would you do?]
"""
FILES = {
    "cases/river-walks.yml": TIED,
    "cases/bog.yml": SITE_CASE.replace("Estuary", "Bog").replace("id: walk-first", "id: stay"),
    "cases/marsh.yml": SECRET,
    "cases/marsh/mud.vtt": f"WEBVTT\n\n00:00.000 --> 00:01.000\n{WORD} says so\n",
    "collections/walks.yml": COLLECTION,
}
MENTIONS = {
    "docs/about.md": "# About\n\nSee [the marsh](cases/marsh/index.md).\n",
    "opportunities/wade.yml": f"""\
title: Wade with us
kind: training
by: {WORD} Waders
summary: A day in the mud.
url: https://waders.example.org/wade
closes: 2099-12-31
""",
}


def run(root: Path, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(hubtool, ["--hub", str(root), *words], input=answer)


def tree(root: Path) -> dict[str, bytes]:
    return {path: text for path, text in files_of(root).items() if not path.startswith(".git/")}


def test_nothing_is_done_before_a_yes(tmp_path: Path) -> None:
    root = make_hub(tmp_path, FILES)
    before = tree(root)
    assert run(root, "withdraw", "marsh", "--dry-run").exit_code == 0
    assert "nothing was changed" in run(root, "withdraw", "marsh", answer="n\n").output
    assert tree(root) == before


def test_a_case_goes_with_everything_that_refers_to_it_and_all_else_stays(tmp_path: Path) -> None:
    root = make_hub(tmp_path, {**FILES, **MENTIONS})
    result = run(root, "withdraw", "marsh", answer="y\n")
    assert result.exit_code == 0, result.output
    after = tree(root)
    assert after["cases/marsh.yml"].decode() == (
        "formerly: [older-marsh]\nconsent: {status: withdrawn}\n"
    )
    assert "cases/marsh/mud.vtt" not in after
    assert not (root / "cases/marsh").exists()
    collection = after["collections/walks.yml"].decode()
    assert WORD not in collection
    assert "# a working title" in collection
    assert "  # the first\n  - {case: river-walks, note: The question came late.}\n" in collection
    tied = after["cases/river-walks.yml"].decode()
    assert tied == TIED.replace('["marsh#wade"]', "[]").replace('older-marsh#wade, "', '"')
    for mention in ("docs/about.md:3", "opportunities/wade.yml:3"):
        assert mention in result.output
    hub, diagnostics = load(sources(root), today=TODAY)
    assert hub, diagnostics


@pytest.mark.engine
def test_no_file_of_the_site_holds_a_word_of_a_withdrawn_case(tmp_path: Path) -> None:
    root = make_hub(tmp_path, FILES)
    assert run(root, "withdraw", "marsh", "--yes").exit_code == 0
    result = build(root, Options(today=TODAY))
    assert result.is_new, result.diagnostics
    site = tree(root / "site")
    words = {path for path, content in site.items() if WORD.lower() in _plain(content)}
    assert words == set()
    assert {path for path in site if "marsh" in path} == {"cases/marsh/index.html"}
    assert "withdrawn" in site["cases/marsh/index.html"].decode()


def _plain(content: bytes) -> str:
    is_packed = content.startswith(b"\x1f\x8b")
    return (gzip.decompress(content) if is_packed else content).decode("latin-1").lower()


def committed_hub(root: Path) -> Path:
    make_hub(root, {**FILES, "cases/marsh/it's wet.vtt": "WEBVTT\n"})
    commit_all(root)
    return root


@pytest.mark.parametrize("words", [("withdraw", "marsh"), ("rename", "marsh", "bright-marsh")])
def test_the_printed_commands_undo_it_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    root = committed_hub(tmp_path / "in" / "hub")
    (root / "cases/bog.yml").write_text(FILES["cases/bog.yml"] + "# an edit that stays\n")
    (root / "notes.txt").write_text("a new file that stays\n")
    before = tree(root)
    monkeypatch.chdir(root / "cases")
    output = run(root, *words, "--yes").output
    assert tree(root) != before
    commands = [line for line in output.splitlines() if line.startswith(("  git ", "  rm "))]
    subprocess.run(["sh", "-ec", "\n".join(commands)], check=True)  # noqa: S607
    assert tree(root) == before


@pytest.mark.parametrize("words", [("withdraw", "marsh"), ("rename", "marsh", "bright-marsh")])
@pytest.mark.parametrize("path", ["cases/marsh.yml", "collections/walks.yml", "cases/marsh/a.txt"])
@pytest.mark.parametrize("is_staged", [False, True])
def test_what_git_does_not_hold_is_not_touched(
    tmp_path: Path, words: tuple[str, ...], path: str, *, is_staged: bool
) -> None:
    root = committed_hub(tmp_path)
    git(root, "config", "status.showUntrackedFiles", "no")
    with (root / path).open("a") as file:
        file.write("# not committed\n")
    if is_staged:
        git(root, "add", path)
    before = tree(root)
    result = run(root, *words, "--yes")
    assert result.exit_code == 1
    assert path in str(result.exception)
    assert tree(root) == before


def test_an_ignored_file_is_not_touched(tmp_path: Path) -> None:
    root = make_hub(tmp_path, {**FILES, ".gitignore": "*.vtt\n"})
    commit_all(root)
    result = run(root, "withdraw", "marsh", "--yes")
    assert "cases/marsh/mud.vtt" in str(result.exception)
    assert (root / "cases/marsh/mud.vtt").exists()


def test_without_git_no_way_back_is_promised(tmp_path: Path) -> None:
    root = make_hub(tmp_path, FILES)
    result = run(root, "withdraw", "marsh", answer="n\n")
    assert "nothing of this can be undone" in result.output
    assert "git restore" not in run(root, "withdraw", "marsh", "--yes").output


def test_a_failing_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_hub(tmp_path, FILES)
    before = tree(root)
    unlink = Path.unlink

    def fail(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "mud.vtt" and path.exists():
            monkeypatch.undo()
            raise OSError("the disk is away")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", fail)
    assert run(root, "withdraw", "marsh", "--yes").exit_code != 0
    assert tree(root) == before


def test_a_record_gets_another_id_and_the_old_address_leads_on(tmp_path: Path) -> None:
    root = make_hub(tmp_path, {**FILES, **MENTIONS})
    result = run(root, "rename", "marsh", "bright-marsh", answer="y\n")
    assert result.exit_code == 0, result.output
    after = tree(root)
    assert "cases/marsh.yml" not in after
    text = after["cases/bright-marsh.yml"].decode()
    expected = SECRET.replace("[older-marsh]", "[older-marsh, marsh]")
    assert text == expected.replace("cases/marsh/", "cases/bright-marsh/")
    assert "cases/bright-marsh/mud.vtt" in after
    assert 'confirms: ["bright-marsh#wade"]' in after["cases/river-walks.yml"].decode()
    assert "(cases/bright-marsh/index.md)" in after["docs/about.md"].decode()
    collection = after["collections/walks.yml"].decode()
    assert collection == COLLECTION.replace("case: marsh", "case: bright-marsh").replace(
        '"marsh#wade"', '"bright-marsh#wade"'
    )
    hub, diagnostics = load(sources(root), today=TODAY)
    assert hub, diagnostics
    assert hub.moved["cases/marsh/"] == "cases/bright-marsh/"


def test_a_collection_gets_another_id(tmp_path: Path) -> None:
    root = make_hub(tmp_path, FILES)
    assert run(root, "rename", "walks", "long-walks", "--yes").exit_code == 0
    text = (root / "collections/long-walks.yml").read_text()
    assert text == f"formerly: [walks]\n{COLLECTION}"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("nobody", "new", "there is no"),
        ("marsh", "New", "cannot be an id"),
        ("marsh", "index", "cannot be an id"),
        ("marsh", "bog", "is the id of"),
        ("bog", "older-marsh", "is the id of"),
    ],
)
def test_an_id_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    root = make_hub(tmp_path, FILES)
    before = tree(root)
    result = run(root, "rename", old, new, "--yes")
    assert words in str(result.exception)
    assert tree(root) == before


@pytest.mark.parametrize(
    ("text", "index", "rest"),
    [
        ("items: [a, 'b', c]\n", 1, "items: [a, c]\n"),
        ("items:\n- a\n- b # why\n- c\n", 1, "items:\n- a\n- c\n"),
        ("items:\n  - a\n", 0, "items: []\n"),
        ("items:\n  - |\n    a\n\n    b\n  # c\n  - c\n", 0, "items:\n  # c\n  - c\n"),
        ("items:\n  - a\n  - b", 1, "items:\n  - a\n"),
    ],
)
def test_an_entry_goes_with_its_lines_alone(text: str, index: int, rest: str) -> None:
    document, _ = parse(SourceFile("collections/a.yml", text.encode()))
    assert document is not None
    assert without_entries(document, [("items", index)]) == rest
