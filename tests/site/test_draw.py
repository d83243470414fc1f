"""A site drawn the fast way against the same site drawn wholly by an engine."""

from pathlib import Path

import pytest
from browsing import TODAY
from sites import HUBS, copied
from small_hubs import write_file

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.files import sources, write
from hubtool.load import load
from hubtool.site.build import SOURCE, source, write_source
from hubtool.site.draw import Drawing, draw
from hubtool.site.engine import EngineName, Job, render

pytestmark = pytest.mark.engine


def files_of(folder: Path) -> dict[str, bytes]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("name", ["minimal", "rich", "awkward"])
def test_both_ways_make_the_same_site_byte_for_byte(
    tmp_path: Path, name: str, engine: EngineName
) -> None:
    assert_same_both_ways(copied(HUBS / name, tmp_path / "hub"), engine)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_navigation_that_names_pages_of_records_makes_the_same_site(
    hub_folder: Path, engine: EngineName
) -> None:
    settings = (hub_folder / "mkdocs.yml").read_text()
    named = "nav: [index.md, about.md, cases/index.md, cases/river-walks/index.md]"
    write_file(hub_folder, "mkdocs.yml", settings.replace("nav: [index.md]", named))
    assert_same_both_ways(hub_folder, engine)


def assert_same_both_ways(root: Path, engine: EngineName) -> None:
    hub, told = load(sources(root), today=TODAY)
    assert hub, told
    made = source(root, hub)
    write_source(root, made)
    assert render(Job(root, SOURCE, "plain", ".mkdocs.plain.yml"), engine, today=TODAY) == []
    drawn = draw(Drawing(root, "fast", TODAY), engine, made.compiled, made.media)
    assert drawn.diagnostics == ()
    plain, fast = files_of(root / "plain"), files_of(root / "fast")
    assert sorted(plain) == sorted(fast)
    assert [path for path in plain if plain[path] != fast[path]] == []


def told_of(root: Path, engine: EngineName) -> list[Diagnostic]:
    hub, _ = load(sources(root), today=TODAY)
    assert hub
    made = source(root, hub, with_previews=False)
    return list(draw(Drawing(root, "fast", TODAY), engine, made.compiled, made.media).diagnostics)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_link_by_hand_to_a_page_of_a_record_is_followed(
    hub_folder: Path, engine: EngineName
) -> None:
    good = (
        b"# Guide\n\nSee [walks](cases/river-walks/index.md#lessons) and [all](cases/index.md).\n"
    )
    write(hub_folder / "docs", {"guide.md": good})
    assert told_of(hub_folder, engine) == []
    bad = good.replace(b"river-walks", b"river-wolks")
    write(hub_folder / "docs", {"guide.md": bad})
    assert [(one.code, one.path) for one in told_of(hub_folder, engine)] == [
        ("H603", "docs/guide.md")
    ]


def test_no_stand_in_stays_behind(hub_folder: Path) -> None:
    assert told_of(hub_folder, "mkdocs") == []
    for path, content in files_of(hub_folder / "fast").items():
        assert "hubtool-" not in path
        assert b"hubtool-shell" not in content, path
        assert b"hubtool-body" not in content, path
