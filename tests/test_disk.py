"""The disk is not trusted: what it refuses is one line with a hint, and the last good site stays."""

import errno
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from faulty_disk import LIST, READ, WRITE, refusing
from small_hubs import REPOSITORY, SITE_CASE, make_hub, write_file

from hubtool.cli import main
from hubtool.cli._shared import CLEAN, ERRORS, REFUSED

Prepare = Callable[[Path], object]


def a_file(path: str) -> Prepare:
    return lambda root: write_file(root, path, "rubbish")


def a_folder(path: str) -> Prepare:
    return lambda root: (root / path).mkdir(parents=True)


def a_link(path: str) -> Prepare:
    def make(root: Path) -> None:
        (root.parent / "elsewhere").mkdir()
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(root.parent / "elsewhere")

    return make


# What is refused or stands in the way, and with what `validate` ends.
IN_A_CHECK: dict[str, tuple[AbstractContextManager[None] | Prepare, int]] = {
    "a case cannot be read": (refusing(READ, "cases/river-walks.yml"), REFUSED),
    "the settings cannot be read": (refusing(READ, "mkdocs.yml"), REFUSED),
    "a vocabulary cannot be read": (refusing(READ, "vocabulary/topics.yml", errno.EIO), REFUSED),
    "captions cannot be read": (refusing(READ, "film.vtt"), REFUSED),
    "a page cannot be read": (refusing(READ, "docs/about.md"), REFUSED),
    "a folder cannot be listed": (refusing(LIST, "hub/cases"), REFUSED),
    "the disk is gone": (refusing(LIST, "hub/cases", errno.ESTALE), REFUSED),
    "a case vanishes": (refusing(READ, "cases/river-walks.yml", errno.ENOENT), CLEAN),
    "captions vanish": (refusing(READ, "film.vtt", errno.ENOENT), ERRORS),
    "a folder vanishes": (refusing(LIST, "hub/cases", errno.ENOENT), CLEAN),
    "a folder stands in place of a case": (a_folder("cases/walks.yml"), CLEAN),
    "a folder stands in place of the word list": (a_folder("vocabulary/extra.yml"), CLEAN),
    "a case is a link to a folder": (a_link("cases/walks.yml"), ERRORS),
}

IN_A_BUILD: dict[str, tuple[AbstractContextManager[None] | Prepare, int]] = {
    "the disk is full": (refusing(WRITE, ".hubtool/site", errno.ENOSPC), REFUSED),
    "the disk is full at the index": (refusing(WRITE, "/pagefind", errno.ENOSPC), REFUSED),
    "the cache cannot be written": (refusing(WRITE, "cache/previews", errno.ENOSPC), REFUSED),
    "the hub can only be read": (refusing(WRITE, "/hub/", errno.EROFS), REFUSED),
    "the working folder belongs to somebody": (refusing(WRITE, "/hub/.hubtool"), REFUSED),
    "the site cannot be moved": (refusing(WRITE, "/hub/.hubtool/cache/site-files"), REFUSED),
    "too many files are open": (refusing(READ, "docs/about.md", errno.EMFILE), REFUSED),
    "a file stands in place of the working folder": (a_file(".hubtool"), REFUSED),
    "a folder stands in place of the lock": (a_folder(".hubtool/build.lock"), REFUSED),
    "a file stands in place of the cache": (a_file(".hubtool/cache"), REFUSED),
    "the working folder is a link": (a_link(".hubtool"), ERRORS),
    "the cache is a link": (a_link(".hubtool/cache/pictures"), ERRORS),
}


@pytest.fixture(scope="module")
def good_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a hub with captions and a finished site, not to be changed."""
    root = make_hub(tmp_path_factory.mktemp("good") / "hub")
    captions = "[{language: en-GB, file: cases/estuary/film.vtt}]"
    film = (
        f"films: [{{id: film, title: A film, url: 'https://vimeo.com/1', captions: {captions}}}]\n"
    )
    write_file(root, "cases/estuary.yml", f"{SITE_CASE.replace('Estuary', 'Bay')}{film}")
    write_file(root, "cases/estuary/film.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nWe walked.\n")
    write_file(root, "site/index.html", "the last good site")
    return root


def end_of(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["hubtool", *words])
    with pytest.raises(SystemExit) as ending:
        main()
    code = ending.value.code
    return code if isinstance(code, int) else CLEAN


def is_one_line_with_a_hint(text: str) -> bool:
    lines = text.strip().splitlines()
    return len(lines) == 2 and lines[0].startswith("error") and lines[1].startswith("hint: ")


def meet(  # noqa: PLR0917  (a table)
    fault: AbstractContextManager[None] | Prepare,
    wanted: int,
    words: list[str],
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Meet *fault* in the hub in *root*, and hold the command of *words* to what it must say."""
    monkeypatch.chdir(root)
    if not isinstance(fault, AbstractContextManager):
        fault(root)
        fault = nullcontext()
    with fault:
        assert end_of([*words, "--today", "2026-11-23"], monkeypatch) == wanted
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert "fault inside hubtool" not in said.err
    if wanted == REFUSED or words[0] == "build":
        assert is_one_line_with_a_hint(said.err), said.err
        assert said.out == ""
    assert (root / "site/index.html").read_text() == "the last good site"
    if (root.parent / "elsewhere").is_dir():
        assert list((root.parent / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", IN_A_CHECK)
def test_what_the_disk_does_to_a_check_is_one_line(
    name: str,
    good_hub: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = shutil.copytree(good_hub, tmp_path / "hub")
    meet(*IN_A_CHECK[name], ["validate"], root, monkeypatch, capsys)


@pytest.mark.engine
@pytest.mark.faults
@pytest.mark.parametrize("name", IN_A_BUILD)
def test_what_the_disk_does_to_a_build_is_one_line(
    name: str,
    good_hub: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = shutil.copytree(good_hub, tmp_path / "hub")
    meet(*IN_A_BUILD[name], ["build"], root, monkeypatch, capsys)


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="this system has no disk that is always full"
)
def test_output_that_cannot_be_written_is_one_line(good_hub: Path) -> None:
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(
            [sys.executable, "-m", "hubtool", "validate"],
            cwd=good_hub,
            env={"PYTHONPATH": str(REPOSITORY), "PATH": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert process.returncode == REFUSED
    assert is_one_line_with_a_hint(process.stderr), process.stderr


@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_output_changes_no_verdict(closing: str, good_hub: Path) -> None:
    process = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m hubtool validate {closing}', sys.executable],
        cwd=good_hub,
        env={"PYTHONPATH": str(REPOSITORY), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (process.returncode, process.stderr) == (CLEAN, "")
