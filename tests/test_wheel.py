"""What people install is the wheel: it must hold everything that a hub needs."""

import re
import zipfile
from pathlib import Path

import pytest
from small_hubs import CASE, REPOSITORY, SETTINGS, write_file
from wheels import built_wheel, installed, run

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this repository."""
    return built_wheel(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = REPOSITORY / "hubtool"
    ours = {
        f"hubtool/{file.relative_to(package).as_posix()}"
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert ours <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.split("-")[0] for top in tops} == {"hubtool"}


def test_the_installed_wheel_builds_a_hub(wheel: Path, tmp_path: Path, hub_folder: Path) -> None:
    target = installed(wheel, tmp_path)
    hub = ("-P", "-m", "hubtool", "--hub", str(hub_folder))
    said = run(*hub, "build", "--today", "2026-11-23", PYTHONPATH=str(target))
    assert re.fullmatch(r"the site is in site/: .+\n", said)
    where = run("-P", "-c", "import hubtool; print(hubtool.__file__)", PYTHONPATH=str(target))
    assert Path(where.strip()).is_relative_to(target)
    assert (hub_folder / "site/cases/river-walks/index.html").is_file()


def test_the_wheel_holds_the_vocabularies_but_no_organisations(wheel: Path) -> None:
    folder = REPOSITORY / "vocabulary"
    ours = {f"hubtool/vocabulary/{path.name}" for path in folder.glob("*.yml")}
    there = {name for name in zipfile.ZipFile(wheel).namelist() if "/vocabulary/" in name}
    assert there == ours - {"hubtool/vocabulary/organisations.yml"}


def test_settings_and_one_case_are_a_hub_for_the_installed_wheel(
    wheel: Path, tmp_path: Path
) -> None:
    target, root = installed(wheel, tmp_path), tmp_path / "hub"
    write_file(root, "mkdocs.yml", SETTINGS)
    write_file(root, "cases/river-walks.yml", CASE)
    hub = ("-P", "-m", "hubtool", "--hub", str(root))
    build = run(*hub, "build", "--today", "2026-11-23", PYTHONPATH=str(target))
    assert re.search(r"^the site is in site/: .+\n\Z", build, re.MULTILINE)
    assert (root / "site/cases/river-walks/index.html").is_file()
    assert run(*hub, "validate", "--strict", PYTHONPATH=str(target))
