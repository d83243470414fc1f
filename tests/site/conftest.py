"""A small hub on the disk, for tests of what is made from it, and whole sites, built once a run."""

import re
import runpy
import shutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from folders import REPOSITORY, make_hub, write_file
from playwright.sync_api import Browser
from shown import TODAY, Look, Site, look, served

from hubtool.files import DOCS_FOLDER, RECORD_FOLDERS, SETTINGS, VOCABULARY_FOLDER, sources
from hubtool.load import load
from hubtool.site.build import build

HUBS = REPOSITORY / "tests" / "hubs"
_GENERATED = 120  # cases


@pytest.fixture
def hub_folder(tmp_path: Path) -> Path:
    """Return the folder of a hub with one case and one hand-written page."""
    return make_hub(tmp_path / "hub")


def copied(hub: Path, root: Path, *, below: str = "") -> Path:
    """Copy what *hub* is made from to *root*, its address then ending in *below*."""
    for name in (*RECORD_FOLDERS, VOCABULARY_FOLDER, DOCS_FOLDER):
        if (hub / name).is_dir():
            shutil.copytree(hub / name, root / name)
    settings = (hub / SETTINGS).read_text(encoding="utf-8")
    write_file(root, SETTINGS, re.sub(r"(?m)^(site_url: .*/)$", rf"\1{below}", settings))
    return root


def built(root: Path, engine: str = "mkdocs") -> Path:
    """Build the hub in *root*, and return it."""
    result = build(root, today=TODAY, engine_name=engine)  # type: ignore[arg-type]
    told = [(found.code, found.message, found.path) for found in result.diagnostics]
    assert result.is_new, told
    assert [found for found in told if found[0].startswith("H6")] == []
    return root


def shown(root: Path) -> Iterator[Site]:
    """Give the site in *root*, served below the path it is made for."""
    hub, told = load(sources(root), today=TODAY)
    assert hub, told
    with served(root / "site", urlsplit(hub.settings.url or "/").path) as address:
        yield Site(root, hub, address)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the site of this repository's own hub."""
    root = built(copied(REPOSITORY, tmp_path_factory.mktemp("real") / "hub"))
    yield from shown(root)


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the site of a hub whose cases are drawn at random."""
    make = runpy.run_path(str(REPOSITORY / "benchmarks/hubs.py"))["make"]
    yield from shown(built(make(tmp_path_factory.mktemp("generated") / "hub", _GENERATED)))


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the site of a hub that has everything once, published below a path."""
    root = built(copied(HUBS / "rich", tmp_path_factory.mktemp("rich") / "hub", below="hub/"))
    yield from shown(root)


@pytest.fixture(scope="session")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the same site, made by Zensical."""
    root = copied(HUBS / "rich", tmp_path_factory.mktemp("zensical") / "hub", below="hub/")
    yield from shown(built(root, "zensical"))


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the site of a hub with every text that could break a page."""
    root = built(copied(HUBS / "awkward", tmp_path_factory.mktemp("awkward") / "hub"))
    yield from shown(root)


@pytest.fixture(scope="session")
def seen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], Look]]:
    """Return the function that visits a page of a hub, once a run."""
    context = browser.new_context()

    looks = cache(partial(look, context))

    def see(hub: str, address: str) -> Look:
        site: Site = request.getfixturevalue(hub)
        return looks(site.address + site.resolved(address))

    yield see
    context.close()
