"""A site drawn the fast way against the same site drawn wholly by an engine."""

import subprocess
import sys
from pathlib import Path

import pytest
from browsing import TODAY
from sites import HUBS, copied
from small_hubs import files_of, write_file

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.files import sources, write
from hubtool.load import load
from hubtool.site.build import SOURCE, source, write_source
from hubtool.site.draw import Drawing, draw
from hubtool.site.engine import EngineName, Job, render

pytestmark = pytest.mark.engine


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


# Python runs it before anything else: no theme can be imported, and none is listed.
WITHOUT_THEMES = """\
import sys
from importlib import metadata

installed = metadata.distributions


def distributions(**given):
    for one in installed(**given):
        if not one.metadata["Name"].startswith("mkdocs-material"):
            yield one


class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "material":
            raise ModuleNotFoundError(name)


metadata.distributions = distributions
sys.meta_path.insert(0, Absent())
"""


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_site_needs_no_theme_and_holds_nothing_of_one(
    tmp_path: Path, engine: EngineName, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(HUBS / "rich", tmp_path / "hub")
    settings = (root / "mkdocs.yml").read_text()
    write_file(root, "mkdocs.yml", f"{settings}theme: {{name: material, language: en}}\n")
    write_file(tmp_path, "first/sitecustomize.py", WITHOUT_THEMES)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "first"))
    hub, _ = load(sources(root), today=TODAY)
    assert hub
    made = source(root, hub)
    drawn = draw(Drawing(root, "fast", TODAY), engine, made.compiled, made.media)
    assert drawn.diagnostics == ()
    tree = {path for path in (*made.compiled.tree(), *made.media) if path.startswith("docs/")}
    own = {path.removeprefix("docs/").replace("index.md", "index.html") for path in tree}
    assert files_of(root / "fast").keys() == own | {"404.html", "sitemap.xml"}


def test_by_hand_the_theme_in_the_settings_changes_no_page(hub_folder: Path) -> None:
    hub, _ = load(sources(hub_folder), today=TODAY)
    assert hub
    made = source(hub_folder, hub, with_previews=False)
    write_source(hub_folder, made)
    by_hand = [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(by_hand, cwd=hub_folder, check=True)
    draw(Drawing(hub_folder, "fast", TODAY), "mkdocs", made.compiled, made.media)
    plain, fast = files_of(hub_folder / "site"), files_of(hub_folder / "fast")
    assert [path for path in fast if plain[path] != fast[path]] == []


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
