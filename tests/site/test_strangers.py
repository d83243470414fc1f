"""What somebody has put into the folder of the site is named before it goes."""

import os
from pathlib import Path

import pytest
from small_hubs import write_file

from hubtool.site.strangers import note_files, strangers


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return the folder of a new site, beside a last one that has a page more."""
    for path in ("index.html", "cases/old/index.html"):
        write_file(tmp_path, f"site/{path}", "a page")
    note_files(tmp_path, tmp_path / "site")
    write_file(tmp_path, "new/index.html", "a page")
    write_file(tmp_path, "new/cases/young/index.html", "a page")
    return tmp_path / "new"


def named(new: Path) -> list[tuple[str, str]]:
    return [(item.code, item.path) for item in strangers(new.parent, "site", new)]


def test_what_a_build_has_put_there_is_no_stranger(new: Path) -> None:
    assert named(new) == []


def test_what_somebody_has_put_there_is_named(new: Path) -> None:
    for path in ("notes.txt", "cases/old/draft.docx", ".htaccess", "CNAME"):
        write_file(new.parent / "site", path, "mine")
    paths = ["site/.htaccess", "site/CNAME", "site/cases/old/draft.docx", "site/notes.txt"]
    assert named(new) == [("H604", path) for path in paths]


def test_without_a_list_of_the_last_site_all_that_goes_is_named(new: Path) -> None:
    (new.parent / ".hubtool/cache/site-files.txt").unlink()
    assert named(new) == [("H604", "site/cases/old/index.html")]


def test_a_link_in_place_of_the_site_has_no_strangers(new: Path, tmp_path: Path) -> None:
    write_file(tmp_path, "elsewhere/mine.txt", "mine")
    (tmp_path / "site").rename(tmp_path / "last")
    assert named(new) == []
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    assert named(new) == []


def test_a_name_that_is_no_utf_8_can_be_printed(new: Path) -> None:
    Path(os.fsdecode(os.fsencode(new.parent) + b"/site/caf\xe9")).write_text("mine", "utf-8")
    ((code, path),) = named(new)
    assert (code, path.encode()) == ("H604", "site/caf\ufffd".encode())
