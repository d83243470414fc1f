"""The whole way from the files of a hub to its site."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_hubs import SITE_CASE, files_of, make_hub, write_file

from hubtool.cli import hubtool
from hubtool.errors import HubError
from hubtool.site.build import build
from hubtool.site.last_build import Options
from hubtool.site.stages import STAGES
from hubtool.site.swap import single_writer

pytestmark = pytest.mark.engine

TODAY = date(2026, 11, 23)


def site_of(root: Path) -> dict[str, bytes]:
    return files_of(root / "site")


@pytest.fixture(scope="module")
def good_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a hub with a good site, not to be changed."""
    root = make_hub(tmp_path_factory.mktemp("good"))
    result = build(root, Options(today=TODAY))
    assert result.is_new, result.diagnostics
    return root


@pytest.fixture
def built(good_hub: Path, tmp_path: Path) -> Path:
    """Return a hub with a good site."""
    return shutil.copytree(good_hub, tmp_path / "hub")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_build_makes_pages_and_a_word_index(hub_folder: Path, engine: str) -> None:
    result = build(hub_folder, Options(today=TODAY, engine_name=engine))  # type: ignore[arg-type]
    assert result.diagnostics == ()
    made = site_of(hub_folder)
    assert {
        "index.html",
        "404.html",
        "about/index.html",
        "pagefind/pages-en/pagefind.js",
    } <= made.keys()
    assert b"Estuary walks" in made["cases/river-walks/index.html"]


def test_a_hub_without_guides_is_given_those_its_pages_lead_to(built: Path) -> None:
    (built / "docs/contribute/index.md").unlink()
    result = build(built, Options(today=TODAY))
    assert result.diagnostics == ()
    made = site_of(built)
    assert b"Add a case" in made["contribute/index.html"]
    assert b"not what is typical" in made["contribute/reading-charts/index.html"]


def test_a_fault_in_a_record_leaves_the_last_good_site(built: Path) -> None:
    before = site_of(built)
    write_file(built, "cases/river-walks.yml", "title: Unfinished\n")
    result = build(built, Options(today=TODAY))
    assert not result.is_new
    assert "H201" in {item.code for item in result.diagnostics}
    assert site_of(built) == before


def test_a_failing_engine_leaves_the_last_good_site(built: Path) -> None:
    before = site_of(built)
    settings = (built / "mkdocs.yml").read_text()
    write_file(built, "mkdocs.yml", settings.replace("footnotes", "no_such_extension"))
    result = build(built, Options(today=TODAY))
    assert not result.is_new
    assert [item.code for item in result.diagnostics] == ["H601"]
    assert site_of(built) == before


def test_a_failing_word_index_leaves_the_last_good_site(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = site_of(built)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    result = build(built, Options(today=TODAY))
    assert not result.is_new
    assert [item.code for item in result.diagnostics] == ["H602"]
    assert site_of(built) == before


def test_with_strict_a_warning_leaves_the_last_good_site(built: Path) -> None:
    before = site_of(built)
    long = SITE_CASE.replace("Walk first. ", "Walk first, and then walk again. " * 8)
    write_file(built, "cases/river-walks.yml", long)
    assert not build(built, Options(today=TODAY, strict=True)).is_new
    assert site_of(built) == before
    assert build(built, Options(today=TODAY)).is_new


def test_a_build_leaves_nothing_beside_the_site(built: Path) -> None:
    names = {path.name for path in built.iterdir()}
    assert names == {".hubtool", "cases", "docs", "mkdocs.yml", "site", "vocabulary"}
    assert {path.name for path in (built / ".hubtool").iterdir()} == {"build.lock", "cache"}


def test_a_withdrawn_case_leaves_the_site(built: Path) -> None:
    consent = "consent: {status: withdrawn}\n"
    write_file(built, "cases/river-walks.yml", consent)
    assert build(built, Options(today=TODAY)).is_new
    for path, content in site_of(built).items():
        assert b"Estuary walks" not in content, path


def test_building_twice_makes_the_same_site(built: Path) -> None:
    before = site_of(built)
    assert build(built, Options(today=TODAY)).is_new
    assert site_of(built) == before


def test_where_nothing_has_changed_nothing_is_made_or_written(built: Path) -> None:
    command = ["--hub", str(built), "build", "--today", "2026-11-23"]

    def times() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in built.rglob("*")}

    first = CliRunner().invoke(hubtool, [*command, "--profile"]).output
    assert re.search(
        r"^the site is in site/: \d+ pages made, 0 pictures drawn, 1 kept, 2 of 2 word indexes made; ",
        first,
        re.MULTILINE,
    )
    assert {line.split()[0] for line in first.splitlines()} == {"stage", *STAGES, "all", "the"}
    before, site = times(), site_of(built)
    again = CliRunner().invoke(hubtool, command)
    assert again.output == "nothing has changed: the site in site/ stays as it is\n"
    lock = built / ".hubtool/build.lock"
    assert times() | {lock: before[lock]} == before
    assert "1 picture drawn, 0 kept" in CliRunner().invoke(hubtool, [*command, "--clean"]).output
    assert site_of(built) == site


def test_a_second_build_is_turned_away(hub_folder: Path) -> None:
    with (
        single_writer(hub_folder / ".hubtool/build.lock", doing="building"),
        pytest.raises(HubError, match="somebody else is building"),
    ):
        build(hub_folder, Options(today=TODAY))


def test_compiling_twice_writes_nothing(hub_folder: Path) -> None:
    compile_ = ["--hub", str(hub_folder), "compile", "--today", "2026-11-23"]
    assert CliRunner().invoke(hubtool, compile_).exit_code == 0
    stamps = {file: file.stat().st_mtime_ns for file in (hub_folder / "build").rglob("*")}
    again = CliRunner().invoke(hubtool, compile_)
    assert again.output == "build/: 0 files written, 0 removed\n"
    assert {file: file.stat().st_mtime_ns for file in (hub_folder / "build").rglob("*")} == stamps


@pytest.mark.parametrize("path", ["docs/cases.md", "docs/cases/index.md"])
def test_a_hand_written_page_that_is_not_shown_is_told(hub_folder: Path, path: str) -> None:
    write_file(hub_folder, path, "# Mine\n")
    result = CliRunner().invoke(hubtool, ["--hub", str(hub_folder), "compile"])
    assert result.exit_code == 0
    assert f"{path}" in result.output
    assert "this page is not shown" in result.output
    assert not (hub_folder / "build/docs/cases.md").exists()
    assert b"# Mine" not in (hub_folder / "build/docs/cases/index.md").read_bytes()


def test_drafts_are_compiled_only_when_asked_for(hub_folder: Path) -> None:
    draft = re.sub(r"consent: .*", "consent: {status: pending}", SITE_CASE).replace(
        "Estuary", "Secret"
    )
    write_file(hub_folder, "cases/secret.yml", draft)
    page = hub_folder / "build/docs/cases/secret/index.md"
    compile_ = ["--hub", str(hub_folder), "compile", "--today", "2026-11-23"]
    CliRunner().invoke(hubtool, compile_)
    assert not page.exists()
    CliRunner().invoke(hubtool, [*compile_, "--drafts"])
    assert r"content=\"noindex\"" in page.read_text()
    CliRunner().invoke(hubtool, compile_)
    assert not page.exists()


def test_faults_are_told_in_the_asked_for_format(hub_folder: Path) -> None:
    write_file(hub_folder, "cases/river-walks.yml", "title: Unfinished\n")
    result = CliRunner().invoke(hubtool, ["--hub", str(hub_folder), "build", "--format", "json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout)
    assert "nothing was built" in result.stderr


def test_indexing_needs_a_site(hub_folder: Path) -> None:
    result = CliRunner().invoke(hubtool, ["--hub", str(hub_folder), "index"])
    assert result.exit_code == 2
    assert "hubtool build" in result.stderr
