"""The pages of a preview: made anew where they have changed, and only there."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

from hubtool import engine, search
from hubtool.build import fails, write_source
from hubtool.diagnostics import Diagnostic
from hubtool.files import DOCS_FOLDER, SETTINGS, WORK_FOLDER, below, docs, remove, write
from hubtool.hub import Hub
from hubtool.swap import put_in_place, recover

SITE = f"{WORK_FOLDER}/preview-site"

_SOURCE = f"{WORK_FOLDER}/preview"
_NEW = f"{WORK_FOLDER}/preview-new"
_PART = f"{WORK_FOLDER}/preview-part"
_CONFIGURATION = ".mkdocs.hubtool-serve.yml"
# An engine's start costs as much as some fifty pages; past this, all of them are hardly dearer.
_MOST_PAGES = 150


class Show:
    """The pages on show at *address*; it remembers which changes are not on show yet."""

    def __init__(self, root: Path, address: str) -> None:
        self._root = root
        self._address = address
        self._settings = b""
        self._waiting: set[str] = set()
        self._unindexed: Hub | None = None
        recover(root / _NEW, root / SITE)
        remove(root / SITE)  # it may be of another day, or of another hubtool

    def renew(self, hub: Hub, name: engine.EngineName, *, today: date) -> list[Diagnostic]:
        """Put the pages of *hub* on show, unless the engine finds an error among them."""
        told = self._note_changes(hub)
        small = self._is_small()
        told += self._partly(name, today) if small else self._wholly(name, today)
        if not fails(told, strict=False):
            self._waiting.clear()
            self._unindexed = hub
        return told

    def index(self) -> list[Diagnostic]:
        """Bring the words up to date, if any page has changed since they were last."""
        hub, self._unindexed = self._unindexed, None
        return search.index(self._root / SITE, hub) if hub else []

    def _note_changes(self, hub: Hub) -> list[Diagnostic]:
        source = write_source(self._root, _SOURCE, hub, with_previews=False)
        self._waiting |= {*source.written.changed, *source.written.removed}
        settings = (self._root / SETTINGS).read_bytes()
        if settings != self._settings:
            self._waiting.add(SETTINGS)
            self._settings = settings
        return list(source.diagnostics)

    def _is_small(self) -> bool:
        """Say whether each change is to a page of a record, which depends on no other page."""
        made = self._root / _SOURCE
        by_hand = {f"docs/{path}" for path in docs(self._root)}
        return (
            (self._root / SITE).is_dir()
            and len(self._waiting) <= _MOST_PAGES
            and all(
                path.startswith("docs/") and path not in by_hand and (made / path).is_file()
                for path in self._waiting
            )
        )

    def _wholly(self, name: engine.EngineName, today: date) -> list[Diagnostic]:
        new, site = self._root / _NEW, self._root / SITE
        remove(new)
        job = engine.Job(self._root, _SOURCE, _NEW, _CONFIGURATION, url=self._address)
        told = engine.render(job, name, today=today)
        if not fails(told, strict=False):
            if (site / search.FOLDER).is_dir():  # until the new words are there
                shutil.copytree(site / search.FOLDER, new / search.FOLDER)
            put_in_place(new, site)
        return told

    def _partly(self, name: engine.EngineName, today: date) -> list[Diagnostic]:
        """Render what has changed; with it what the navigation may name, or it would be another."""
        source, site = self._root / _SOURCE, self._root / SITE
        pages = {path for path in self._waiting if path.endswith(".md")}
        by_hand = {f"docs/{path}" for path in docs(self._root) if path.endswith(".md")}
        theme = {path.removeprefix(f"{_SOURCE}/") for path in below(self._root, f"{_SOURCE}/theme")}
        needed = pages | by_hand | theme | {"docs/index.md"}
        write(self._root / _PART / "source", {path: source / path for path in sorted(needed)})
        job = engine.Job(
            self._root, f"{_PART}/source", f"{_PART}/site", _CONFIGURATION, url=self._address
        )
        told = [
            item
            for item in engine.render(job, name, today=today)
            # Links to pages that are not in this part only seem to lead nowhere.
            if fails([item], strict=False) and not item.path.startswith(f"{DOCS_FOLDER}/")
        ]
        if not told:
            _copy(self._root / _PART / "site", site, map(_page_of, pages))
            _copy(source / "docs", site, (p.removeprefix("docs/") for p in self._waiting - pages))
        return told


def _page_of(path: str) -> str:
    """Return the file of the site that the page at *path* of the source becomes."""
    page = PurePosixPath(path.removeprefix("docs/"))
    folder = page.parent if page.stem == "index" else page.with_suffix("")
    return (folder / "index.html").as_posix()


def _copy(source: Path, target: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, target / path)
