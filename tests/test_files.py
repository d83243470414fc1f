from pathlib import Path

import pytest
from small_hubs import CASE, TODAY, make_hub, write_file

from hubtool.errors import HubError
from hubtool.files import below, docs, sources, write
from hubtool.load import load


def test_sources_are_sorted_by_path(tmp_path: Path) -> None:
    for name in ("cases/b.yml", "cases/a.yml", "collections/c.yml", "cases/a-b.yml"):
        write_file(tmp_path, name, "title: x")
    found = [file.path for file in sources(tmp_path).records]
    assert found == ["cases/a-b.yml", "cases/a.yml", "cases/b.yml", "collections/c.yml"]


def test_a_record_with_the_wrong_ending_or_in_the_wrong_place_is_a_stray(tmp_path: Path) -> None:
    for name in ("cases/a.yaml", "cases/notes.txt", "collections/x/c.yml", "vocabulary/t.json"):
        write_file(tmp_path, name, "title: x")
    assert sources(tmp_path).strays == (
        "cases/a.yaml",
        "cases/notes.txt",
        "collections/x/c.yml",
        "vocabulary/t.json",
    )


def test_what_lies_in_a_case_folder_is_media(tmp_path: Path) -> None:
    write_file(tmp_path, "cases/a/film.en-GB.vtt", "WEBVTT")
    write_file(tmp_path, "cases/a/kitchen.jpg", "")
    found = sources(tmp_path)
    assert found.media == ("cases/a/film.en-GB.vtt", "cases/a/kitchen.jpg")
    assert [file.content for file in found.captions] == [b"WEBVTT"]


def test_a_record_that_lies_elsewhere_is_led_to_its_folder(tmp_path: Path) -> None:
    make_hub(tmp_path, {"river.yml": CASE, "Case studies/The damp.yaml": CASE, ".travis.yml": CASE,
                        "docker-compose.yml": "services: {}\n", "docs/data.yml": CASE})  # fmt: skip
    _, told = load(sources(tmp_path), today=TODAY)
    assert [(item.path, item.hint) for item in told if item.code == "H117"] == [
        ("Case studies/The damp.yaml", "move it to `cases/the-damp.yml`"),
        ("docs/data.yml", "move it to `cases/data.yml`"),
        ("river.yml", "move it to `cases/river.yml`"),
    ]


def test_hidden_files_and_editors_copies_are_passed_over(tmp_path: Path) -> None:
    for name in ("cases/.a.yml.swp", "cases/a.yml~", "cases/#a.yml#", "cases/.git/x.yml"):
        write_file(tmp_path, name, "title: x")
    assert below(tmp_path, "cases") == []


def test_a_link_out_of_the_hub_is_a_stray_and_never_read(tmp_path: Path) -> None:
    write_file(tmp_path, "secret.yml", "title: secret")
    write_file(tmp_path, "secret/one.yml", "title: secret")
    hub = tmp_path / "hub"
    write_file(hub, "mkdocs.yml", "site_name: x")
    (hub / "cases").mkdir()
    (hub / "cases/a.yml").symlink_to(tmp_path / "secret.yml")
    (hub / "cases/folder").symlink_to(tmp_path / "secret")
    (hub / "collections").symlink_to(tmp_path / "secret")
    (hub / "docs").symlink_to(tmp_path / "secret")
    found = sources(hub)
    assert found.strays == ("cases/a.yml", "cases/folder", "collections")
    assert found.records == ()
    assert docs(hub) == {}


def test_a_name_that_is_not_utf_8_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    try:
        (tmp_path / "cases" / b"\xff.yml".decode("utf-8", "surrogateescape")).touch()
    except OSError:
        pytest.skip("this disk has no such names")
    assert [file.path for file in sources(tmp_path).records] == ["cases/\ufffd.yml"]


def test_writing_twice_writes_nothing(tmp_path: Path) -> None:
    tree = {"docs/a/index.md": b"one", "docs/b.md": b"two"}
    assert write(tmp_path / "build", tree).changed == ("docs/a/index.md", "docs/b.md")
    again = write(tmp_path / "build", tree)
    assert (again.changed, again.removed) == ((), ())


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"one", "b.md": b"two"})
    assert write(tmp_path, {"a.md": b"one", "b.md": b"three"}).changed == ("b.md",)


def test_what_is_gone_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c.md": b"one", "d.md": b"two"})
    assert write(tmp_path, {"d.md": b"two"}).removed == ("a/b/c.md",)
    assert [path.name for path in tmp_path.iterdir()] == ["d.md"]


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(tmp_path: Path) -> None:
    write(tmp_path, {"a": b"file", "b/c": b"in a folder"})
    write(tmp_path, {"a/d": b"in a folder", "b": b"file"})
    assert (tmp_path / "a/d").read_bytes() == b"in a folder"
    assert (tmp_path / "b").read_bytes() == b"file"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write_file(outside, "index.md", "mine")
    write_file(outside, "page.md", "mine")
    target = tmp_path / "build"
    target.mkdir()
    (target / "docs").symlink_to(outside)
    (target / "page.md").symlink_to(outside / "page.md")
    write(target, {"docs/index.md": b"new", "page.md": b"new"})
    assert (outside / "index.md").read_text() == "mine"
    assert (outside / "page.md").read_text() == "mine"
    assert (target / "docs/index.md").read_bytes() == b"new"


def test_a_build_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HubError, match="`build` is a link"):
        write(tmp_path / "build", {"a": b""})


def test_a_picture_is_copied_once(tmp_path: Path) -> None:
    write_file(tmp_path, "picture.jpg", "bytes")
    tree = {"docs/picture.jpg": tmp_path / "picture.jpg"}
    assert write(tmp_path / "build", tree).changed == ("docs/picture.jpg",)
    assert write(tmp_path / "build", tree).changed == ()
    assert (tmp_path / "build/docs/picture.jpg").read_text() == "bytes"


def test_what_windows_puts_into_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    for name in ("Thumbs.db", "desktop.ini", "a.yml"):
        (tmp_path / "cases" / name).write_bytes(b"x")
    assert below(tmp_path, "cases") == ["cases/a.yml"]
