"""Whole sites of hubs, built for tests and served as readers get them."""

import re
import runpy
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from browsing import TODAY, Site, served
from filelock import FileLock
from hostile_hub import write_hostile_hub
from small_hubs import REPOSITORY, write_file

from hubtool.files import DOCS_FOLDER, RECORD_FOLDERS, SETTINGS, VOCABULARY_FOLDER, sources
from hubtool.load import load
from hubtool.site.build import build
from hubtool.site.last_build import Options

HUBS = REPOSITORY / "tests" / "hubs"
_GENERATED_CASES = 205  # enough for every page that only a large hub has


@dataclass(frozen=True)
class Sites:
    """The sites of a run, in *folder*: each is built once, by the worker that asks first."""

    folder: Path

    def of(self, name: str, engine: str = "mkdocs") -> Path:
        """Return the folder of the hub *name*, its site built by *engine*."""
        return self.once(f"{name}-{engine}", lambda root: built(_MAKERS[name](root), engine))

    def once(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the folder *name*, filled by *make* unless another test has done so."""
        root, done = self.folder / name, self.folder / f"{name}.done"
        with FileLock(self.folder / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(root, ignore_errors=True)
                make(root)
                done.touch()
        return root


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
    result = build(root, Options(today=TODAY, engine_name=engine))  # type: ignore[arg-type]
    diagnostics = [(item.code, item.message, item.path) for item in result.diagnostics]
    assert result.is_new, diagnostics
    assert [item for item in diagnostics if item[0].startswith("H6")] == []
    return root


def opened_site(root: Path) -> Iterator[Site]:
    """Give the site in *root*, served below the path it is made for."""
    hub, diagnostics = load(sources(root), today=TODAY)
    assert hub, diagnostics
    with served(root / "site", urlsplit(hub.settings.url or "/").path) as address:
        yield Site(root, hub, address)


def _generated(root: Path) -> Path:
    make: Callable[[Path, int, Path], Path] = runpy.run_path(
        str(REPOSITORY / "benchmarks/hubs.py")
    )["make"]
    return make(root, _GENERATED_CASES, HUBS / "frozen")


_MAKERS: dict[str, Callable[[Path], Path]] = {
    "real": lambda root: copied(REPOSITORY, root),
    "frozen": lambda root: copied(HUBS / "frozen", root),
    "rich": lambda root: copied(HUBS / "rich", root, below="hub/"),
    "awkward": lambda root: copied(HUBS / "awkward", root),
    "hostile": write_hostile_hub,
    "generated": _generated,
}
