"""What people install is the wheel: it must hold everything that a hub needs."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from small_hubs import CASE, REPOSITORY, SETTINGS, write_file

pytestmark = pytest.mark.engine


def run(*words: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this repository, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder))
    run("-m", "pip", "wheel", *options, str(REPOSITORY))
    (built,) = folder.glob("hubtool-*.whl")
    return built


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
    target = tmp_path / "installed"
    options = ("--no-deps", "--quiet", "--target", str(target))
    run("-m", "pip", "install", *options, str(wheel))
    hub = ("-P", "-m", "hubtool", "--hub", str(hub_folder))
    said = run(*hub, "build", "--today", "2026-11-23", PYTHONPATH=str(target))
    assert said == "the site is in site/\n"
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
    target, root = tmp_path / "installed", tmp_path / "hub"
    run("-m", "pip", "install", "--no-deps", "--quiet", "--target", str(target), str(wheel))
    write_file(root, "mkdocs.yml", SETTINGS)
    write_file(root, "cases/river-walks.yml", CASE)
    hub = ("-P", "-m", "hubtool", "--hub", str(root))
    build = run(*hub, "build", "--today", "2026-11-23", PYTHONPATH=str(target))
    assert build.endswith("the site is in site/\n")
    assert (root / "site/cases/river-walks/index.html").is_file()
    assert run(*hub, "validate", "--strict", PYTHONPATH=str(target))


def test_the_installed_wheel_makes_a_hub_that_builds_without_dead_links(
    wheel: Path, tmp_path: Path
) -> None:
    target, root = tmp_path / "installed", tmp_path / "demo"
    run("-m", "pip", "install", "--no-deps", "--quiet", "--target", str(target), str(wheel))
    run("-P", "-m", "hubtool", "init", str(root), "--yes", PYTHONPATH=str(target))
    run("-P", "-m", "hubtool", "--hub", str(root), "build", PYTHONPATH=str(target))
    site = root / "site"
    assert (site / "cases/example-river-walks/index.html").is_file()
    dead = {
        (page.relative_to(site).as_posix(), link)
        for page in site.rglob("*.html")
        for link in re.findall(r'(?:href|src)="([^"#?:]+)[^":]*"', page.read_text("utf-8"))
        if not ((site if link.startswith("/") else page.parent) / link.lstrip("/"))
        .resolve()
        .exists()
    }
    assert {item for item in dead if item[0] != "404.html"} == set()
