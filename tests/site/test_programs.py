"""Which program the engine is, and what remains of one that hangs or prints too much."""

import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path
from textwrap import dedent
from time import monotonic, sleep

import pytest
from small_hubs import REPOSITORY, SITE_SETTINGS, make_hub, write_file

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.site import engine
from hubtool.site.engine import Job, render

CONFIGURATION = ".mkdocs.test.yml"
HANGS = """
    #!/bin/sh
    sleep 600 &
    echo $$ > started
    echo "INFO - halfway"
    wait
"""
STARTED_WITH = "import sysconfig; sysconfig.get_path = lambda _: {folder!r}\n"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    write_file(tmp_path, "hub/mkdocs.yml", SITE_SETTINGS)
    return tmp_path / "hub"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder beside the running Python, for engines of this test only."""
    folder = tmp_path / "beside"
    folder.mkdir()
    monkeypatch.setattr(sysconfig, "get_path", {"scripts": str(folder)}.get)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    return folder


def install(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(dedent(script).lstrip())
    file.chmod(0o755)


def diagnostics(hub: Path) -> list[Diagnostic]:
    return render(Job(hub, "build", "out", CONFIGURATION), "mkdocs")


def is_gone(group: int) -> bool:
    """Say whether no process of *group* runs, waiting a moment for the system to end them."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        sleep(0.1)
    return False


def says(name: str) -> str:
    return f"#!/bin/sh\necho 'WARNING -  this is {name}'\n"


@pytest.mark.parametrize(
    ("beside", "elsewhere", "first"),
    [
        (("mkdocs", "properdocs", "mkdocs-ng"), (), "mkdocs"),
        (("mkdocs-ng", "properdocs"), ("mkdocs",), "properdocs"),
        (("mkdocs-ng",), (), "mkdocs-ng"),
        ((), ("mkdocs-ng", "properdocs"), "properdocs"),
    ],
)
def test_the_first_installed_program_is_the_engine(  # noqa: PLR0917  (a table)
    hub: Path,
    programs: Path,
    monkeypatch: pytest.MonkeyPatch,
    beside: tuple[str, ...],
    elsewhere: tuple[str, ...],
    first: str,
) -> None:
    monkeypatch.setenv("PATH", f"{hub.parent / 'elsewhere'}:/usr/bin:/bin")
    for name in beside:
        install(programs, name, says(name))
    for name in elsewhere:
        install(hub.parent / "elsewhere", name, says(name))
    assert [item.message for item in diagnostics(hub)] == [f"mkdocs says: this is {first}"]


def test_a_program_in_the_hub_is_not_the_engine(
    hub: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", ".:/usr/bin:/bin")
    install(hub, "mkdocs", says("the hub's"))
    install(programs, "mkdocs-ng", says("ours"))
    monkeypatch.chdir(hub)
    assert [item.message for item in diagnostics(hub)] == ["mkdocs says: this is ours"]


@pytest.mark.engine
def test_an_engine_that_hangs_is_stopped(
    hub: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(programs, "mkdocs", HANGS)
    monkeypatch.setattr(engine, "_SECONDS", 1)
    start = monotonic()
    (failure,) = diagnostics(hub)
    assert monotonic() - start < 10
    assert failure.code == "H601"
    assert "was stopped after 1 seconds and said:\nINFO - halfway" in failure.message
    assert is_gone(int((hub / "started").read_text()))
    assert not (hub / CONFIGURATION).exists()


@pytest.mark.engine
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_ended_leaves_no_process_and_no_configuration(
    tmp_path: Path, number: signal.Signals
) -> None:
    root = make_hub(tmp_path / "hub")
    install(tmp_path / "beside", "mkdocs", HANGS)
    started = STARTED_WITH.format(folder=str(tmp_path / "beside"))
    process = subprocess.Popen(
        [sys.executable, "-c", f"{started}from hubtool.cli import main; main()", "build"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = monotonic() + 60
    while not (file := root / "started").exists() or not file.read_text():
        assert process.poll() is None
        assert monotonic() < deadline
        sleep(0.05)
    assert list(root.glob(".mkdocs*"))
    process.send_signal(number)
    assert process.wait(60) != 0
    assert is_gone(int(file.read_text()))
    assert not list(root.glob(".mkdocs*"))


def test_of_many_warnings_the_first_are_shown_and_the_others_counted(
    hub: Path, programs: Path
) -> None:
    install(
        programs,
        "mkdocs",
        '#!/bin/sh\nfor n in $(seq 1001 1100); do echo "WARNING -  number $n"; done\n',
    )
    messages = [item.message for item in diagnostics(hub)]
    assert messages[0] == "mkdocs says: number 1001"
    assert messages[49:] == ["mkdocs says: number 1050", "mkdocs gives 50 more warnings"]
