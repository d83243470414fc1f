"""The command line: what it finds, what it says, and how it ends."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_hubs import REPOSITORY, filled, make_hub

from hubtool import __version__
from hubtool.cli import hubtool
from hubtool.cli._shared import exit_code
from hubtool.diagnostics.codes import codes
from hubtool.diagnostics.diagnostic import diagnostic
from hubtool.diagnostics.wording import Wording

CLEAN = filled("cases/example.yml", "")
WRONG = filled("cases/example.yml", "language: Welsh\n")
LONG = filled(
    "cases/example.yml",
    f"lessons: [{{id: a, lesson: {'walk ' * 50}on, kind: worked, said_by: community}}]\n",
)
SLOW = {"babel", "hubtool.models", "jinja2", "mkdocs", "pagefind", "pydantic", "rich", "zensical"}


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "hub"
    make_hub(folder, {"cases/example.yml": CLEAN})
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(hubtool, [*words])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def python(code: str, *, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONIOENCODING": "utf-8",
        **variables,
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.usefixtures("hub")
def test_a_clean_hub_ends_with_0_and_says_what_was_checked() -> None:
    result = run("validate")
    assert (result.exit_code, result.output) == (0, "2 cases: all clear\n")


def test_the_hub_is_found_from_a_folder_below(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hub / "cases")
    assert run("validate").output == "2 cases: all clear\n"


def test_the_hub_can_be_named(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert run("--hub", str(hub), "validate").output == "2 cases: all clear\n"


def test_a_site_of_mkdocs_on_the_way_up_is_no_hub(
    hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(hub / "theme" / "mkdocs.yml", "site_name: Something else\n")
    monkeypatch.chdir(hub / "theme")
    assert run("validate").output == "2 cases: all clear\n"


def test_where_there_is_no_hub_it_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("validate")
    assert result.exit_code == 2
    assert "there is no hub here" in result.output


def test_an_error_ends_with_1(hub: Path) -> None:
    write(hub / "cases" / "example.yml", WRONG)
    result = run("validate")
    assert result.exit_code == 1
    assert result.output.startswith("error[H215]: `Welsh` is not a language\n")
    assert result.output.endswith("1 error in 1 file\n")


def test_a_warning_ends_with_0_and_strictly_with_1(hub: Path) -> None:
    write(hub / "cases" / "example.yml", LONG)
    assert (run("validate").exit_code, run("validate", "--strict").exit_code) == (0, 1)


def test_a_note_does_not_fail_a_strict_run(hub: Path) -> None:
    text = filled("cases/example.yml", CLEAN.replace("kind: worked", "kind: This worked"))
    write(hub / "cases" / "example.yml", text)
    result = run("validate", "--strict")
    last = result.output.splitlines()[-1]
    assert (result.exit_code, last) == (0, "2 cases: all clear; 1 note more with `--notes`")
    result = run("validate", "--strict", "--notes")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "1 note in 1 file")


def test_wrong_settings_end_with_2(hub: Path) -> None:
    write(hub / "mkdocs.yml", "site_name: River hub\nextra: {hub: {schema: 1, engine: hugo}}\n")
    assert run("validate").exit_code == 2


def test_settings_that_cannot_be_read_are_shown_and_end_with_2(hub: Path) -> None:
    write(hub / "mkdocs.yml", "site_name: River: hub\nextra: {hub: {schema: 1}}\n")
    result = run("validate")
    assert result.exit_code == 2
    assert "error[H101]" in result.output


def test_a_failed_engine_ends_with_1_though_it_is_told_at_the_settings() -> None:
    failed = diagnostic(Wording("H601", "the engine failed", None), path="mkdocs.yml")
    assert exit_code([failed]) == 1


@pytest.mark.parametrize("path", ["cases/river-walks.yml", "collections", "mkdocs.yml"])
def test_only_faults_in_the_named_files_are_told(hub: Path, path: str) -> None:
    write(hub / "cases" / "example.yml", WRONG)
    write(hub / "collections" / "walks.yml", filled("collections/walks.yml", ""))
    result = run("validate", path)
    assert (result.exit_code, result.output.partition(": ")[2]) == (0, "all clear\n")


@pytest.mark.parametrize("path", ["cases/example.yml", "cases", ".", "./cases/../cases"])
def test_faults_in_the_named_files_are_told(hub: Path, path: str) -> None:
    write(hub / "cases" / "example.yml", WRONG)
    assert run("validate", path).exit_code == 1


def test_references_out_of_the_named_files_are_still_followed(hub: Path) -> None:
    text = "items: [{case: example, note: Read it.}]\n"
    write(hub / "collections" / "walks.yml", filled("collections/walks.yml", text))
    assert run("validate", "collections/walks.yml").exit_code == 0


def test_wrong_settings_are_told_whatever_is_named(hub: Path) -> None:
    write(hub / "mkdocs.yml", "site_name: River hub\nextra: {hub: {schema: 9}}\n")
    result = run("validate", "cases/example.yml")
    assert result.exit_code == 2
    assert "error[H704]" in result.output


@pytest.mark.usefixtures("hub")
def test_a_path_outside_the_hub_is_a_wrong_use(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere.yml", "title: x\n")
    result = run("validate", "../elsewhere.yml")
    assert result.exit_code == 2
    assert "does not lie in the hub" in result.output


def test_the_date_can_be_given(hub: Path) -> None:
    text = filled("cases/example.yml", "checkpoints: [{due: 2030-06}]\n")
    write(hub / "cases" / "example.yml", text)
    assert "all clear" in run("validate", "--today", "2026-01-01").output
    assert "warning[H405]" in run("validate", "--today", "2031-01-01").output


def test_the_other_formats_are_printed_alone(hub: Path) -> None:
    write(hub / "cases" / "example.yml", WRONG)
    assert json.loads(run("validate", "--format", "json").output)["summary"]["errors"] == 1
    assert json.loads(run("validate", "--format", "sarif").output)["version"] == "2.1.0"
    assert run("validate", "--format", "github").output.startswith("::error file=cases/example.yml")


def test_explain_shows_a_page_however_the_code_is_typed() -> None:
    result = run("explain", " h203 ")
    assert result.exit_code == 0
    assert result.output.startswith("error[H203]: An unknown term\n\nWhat it says\n")
    assert "```" not in result.output


def test_explain_alone_lists_every_code() -> None:
    assert re.findall(r"^H\d{3}", run("explain").output, re.MULTILINE) == list(codes())


def test_explain_of_an_unknown_code_is_a_wrong_use() -> None:
    result = run("explain", "H000")
    assert result.exit_code == 2
    assert "there is no diagnostic and no vocabulary H000" in result.output


def test_version_names_the_version() -> None:
    assert run("--version").output == f"hubtool, version {__version__}\n"


def test_every_file_of_a_command_is_a_command() -> None:
    listed = hubtool.list_commands(None)  # type: ignore[arg-type]  # the list does not depend on it
    files = (REPOSITORY / "hubtool" / "cli").glob("[a-z]*.py")
    assert listed == sorted(file.stem.rstrip("_") for file in files)
    assert all(hubtool.get_command(None, name) for name in listed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["explain", "H203"], ["validate", "-h"]]
)
def test_nothing_slow_is_imported_where_it_is_not_needed(words: list[str], tmp_path: Path) -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('loaded', *sys.modules))\n"
        f"from hubtool.cli import hubtool\nhubtool({words!r})\n"
    )
    done = python(code, folder=tmp_path)
    loaded = set(done.stdout.rpartition("loaded ")[2].split())
    assert "click" in loaded, done.stderr
    assert not loaded & SLOW


def test_a_bug_ends_with_3_and_says_whose_fault_it_is(hub: Path) -> None:
    code = (
        "import sys, hubtool.load\n"
        "hubtool.load.load = lambda *_, **__: 1 / 0\n"
        "from hubtool.cli import main\n"
        "sys.argv = ['hubtool', 'validate']\n"
        "main()\n"
    )
    done = python(code, folder=hub)
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "error[H901]: this is a fault inside hubtool, not in your files" in done.stderr


def test_a_missing_libyaml_is_said_aloud(hub: Path) -> None:
    code = (
        "import sys, yaml\n"
        "del yaml.CLoader\n"
        "from hubtool.cli import main\n"
        "sys.argv = ['hubtool', 'validate']\n"
        "main()\n"
    )
    done = python(code, folder=hub)
    assert (done.returncode, done.stdout) == (0, "2 cases: all clear\n")
    assert "PyYAML has no libyaml" in done.stderr


def test_a_console_that_cannot_show_a_character_is_no_bug(hub: Path) -> None:
    write(hub / "cases" / "example.yml", filled("cases/example.yml", "language: 漢字\n"))
    code = "import sys\nfrom hubtool.cli import main\nsys.argv = ['hubtool', 'validate']\nmain()\n"
    done = python(code, folder=hub, PYTHONIOENCODING="latin-1")
    assert done.returncode == 1
    assert r"`\u6f22\u5b57` is not a language" in done.stdout


@pytest.mark.parametrize(("variables", "is_painted"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_and_can_be_refused(
    hub: Path, variables: dict[str, str], is_painted: bool
) -> None:
    write(hub / "cases" / "example.yml", WRONG)
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **variables}
    if not variables:
        environment.pop("NO_COLOR", None)
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "hubtool", "validate"],
        cwd=hub,
        env=environment,
        stdout=theirs,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert ("\x1b[" in shown) is is_painted


def test_explain_lists_the_terms_of_a_vocabulary(hub: Path) -> None:  # noqa: ARG001  (the folder)
    result = run("explain", "topics")
    assert result.exit_code == 0
    assert "\nwater\n    Water. " in result.output
