"""A build that is killed at any step leaves a whole site, whole sources, and nothing behind."""

import shutil
from pathlib import Path

import pytest
from kills import SIGNALS, kill_a_build, steps_of_a_build
from small_hubs import SITE_CASE, files_of, make_hub, write_file

KILLS, MANY_KILLS, PARTS = 10, 100, 4

TITLES = ("Estuary walks", "Night walks")


def edit(root: Path, turn: int) -> dict[str, bytes]:
    """Change the case of the hub in *root* as never before, and return all its sources."""
    case = SITE_CASE.replace(TITLES[0], TITLES[turn % 2])
    write_file(root, "cases/river-walks.yml", f"{case}# edit {turn}\n")
    return sources_of(root)


def sources_of(root: Path) -> dict[str, bytes]:
    made = ("site/", ".hubtool/", ".mkdocs")
    return {path: content for path, content in files_of(root).items() if not path.startswith(made)}


def kill(root: Path, turns: range) -> None:
    """Kill a build of the hub in *root* once for each of *turns*, which are parts of its whole."""
    whole = []
    for turn in (-1, 0):
        edit(root, turn)
        steps = steps_of_a_build(root)
        whole.append(files_of(root / "site"))
    assert whole[0] != whole[1]
    late = 0
    for number_of_edit, turn in enumerate(turns, 1):
        sources = edit(root, number_of_edit)
        step = 1 + turn * (steps - 1) // turns.stop
        number = SIGNALS[turn % len(SIGNALS)]
        process = kill_a_build(root, step, number)
        about = f"{number.name} at step {step} of {steps}: {process.stderr}"
        assert files_of(root / "site") in whole, about
        assert sources_of(root) == sources, about
        assert "Traceback" not in process.stderr, about
        # How many steps a build takes depends a little on what the one before has left.
        was_late = process.returncode == 0
        late += was_late
        assert not was_late or files_of(root / "site") == whole[(number_of_edit + 1) % 2], about
        if number is not SIGNALS[0]:
            assert not list(root.glob(".mkdocs*")), about
    assert late <= len(turns) // 10
    steps_of_a_build(root)
    assert files_of(root / "site") in whole
    assert {path.name for path in root.iterdir()} == {
        *(".hubtool", "cases", "docs", "mkdocs.yml", "site", "vocabulary")
    }
    assert {path.name for path in (root / ".hubtool").iterdir()} == {"build.lock", "cache"}


@pytest.mark.engine
def test_a_build_that_is_killed_leaves_a_whole_site(tmp_path: Path) -> None:
    kill(make_hub(tmp_path / "hub"), range(KILLS))


@pytest.mark.engine
@pytest.mark.faults
@pytest.mark.parametrize("part", range(PARTS))
def test_a_build_that_is_killed_a_hundred_times_leaves_a_whole_site(
    tmp_path: Path, part: int
) -> None:
    root = make_hub(tmp_path / "hub", {"docs/a/index.md": "# A\n"})
    kill(root, range(part, MANY_KILLS, PARTS))
    shutil.rmtree(root)
