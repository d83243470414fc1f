import subprocess
import sys
import threading
from pathlib import Path

import pytest
from small_hubs import write_file

from hubtool.errors import HubError
from hubtool.site import swap


def folder_with(path: Path, text: str) -> Path:
    write_file(path, "index.html", text)
    return path


def says(path: Path) -> str:
    return (path / "index.html").read_text()


@pytest.fixture(params=["exchange", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", lambda _one, _other: False)


@pytest.mark.usefixtures("_way")
def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = folder_with(tmp_path / "site", "old")
    swap.put_in_place(folder_with(tmp_path / "work/site", "new"), site)
    assert says(site) == "new"
    assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.usefixtures("_way")
def test_the_first_folder_needs_no_old_one(tmp_path: Path) -> None:
    swap.put_in_place(folder_with(tmp_path / "work/site", "new"), tmp_path / "site")
    assert says(tmp_path / "site") == "new"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
def test_no_reader_finds_the_folder_missing(tmp_path: Path) -> None:
    site, new = folder_with(tmp_path / "site", "0"), tmp_path / "new"
    if not swap.exchange(folder_with(tmp_path / "a", "a"), folder_with(tmp_path / "b", "b")):
        pytest.skip("this disk cannot exchange two folders")
    missing: list[int] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            if not (site / "index.html").exists():
                missing.append(1)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(200):
        swap.put_in_place(folder_with(new, str(turn)), site)
    ended.set()
    reader.join()
    assert missing == []


def test_a_replacement_that_was_cut_short_is_undone(tmp_path: Path) -> None:
    folder_with(tmp_path / "work/site.old", "old")
    folder_with(tmp_path / "work/site", "half made")
    swap.recover(tmp_path / "work/site", tmp_path / "site")
    assert says(tmp_path / "site") == "old"
    assert list((tmp_path / "work").iterdir()) == []


def test_what_was_left_over_is_removed_where_the_site_stands(tmp_path: Path) -> None:
    folder_with(tmp_path / "site", "new")
    folder_with(tmp_path / "work/site.old", "old")
    swap.recover(tmp_path / "work/site", tmp_path / "site")
    assert says(tmp_path / "site") == "new"
    assert list((tmp_path / "work").iterdir()) == []


def test_two_cannot_build_at_once(tmp_path: Path) -> None:
    with (
        swap.single_writer(tmp_path / "lock", doing="building"),
        pytest.raises(HubError, match="somebody else is building"),
        swap.single_writer(tmp_path / "lock", doing="building"),
    ):
        pytest.fail("both were let in")


def test_a_process_that_was_killed_holds_nothing_up(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from hubtool.site.swap import single_writer\n"
        "with single_writer(Path(sys.argv[1]), doing='building'): print('in', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "lock")], stdout=subprocess.PIPE
    )
    assert process.stdout
    assert process.stdout.readline() == b"in\n"
    process.kill()
    process.communicate()
    with swap.single_writer(tmp_path / "lock", doing="building"):
        pass
