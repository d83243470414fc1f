"""The pages of a preview: made anew where they have changed, and only there."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.files import SETTINGS, WORK_FOLDER, add, docs, remove
from hubtool.hub.hub import Hub
from hubtool.pages import page_at
from hubtool.search import index as search
from hubtool.site.build import Source, source
from hubtool.site.compile import SITEMAP
from hubtool.site.draw import Drawing, Files, copied, draw, for_the_engine, framed
from hubtool.site.engine import EngineName
from hubtool.site.shells import Form, Shell, form
from hubtool.site.swap import put_in_place, recover

SITE = f"{WORK_FOLDER}/preview-site"

_NEW = f"{WORK_FOLDER}/preview-new"


@dataclass(frozen=True)
class _Shown:
    """What is on show: what it was made from, and all that an engine had a hand in."""

    source: Source
    by_hand: Mapping[str, bytes]
    frame: Mapping[str, object]
    shells: Mapping[Form, Shell]


class Show:
    """The pages on show at *address*."""

    def __init__(self, root: Path, address: str) -> None:
        self._root = root
        self._address = address
        self._shown: _Shown | None = None
        self._unindexed: Hub | None = None
        recover(root / _NEW, root / SITE)
        remove(root / SITE)  # it may be of another day, or of another hubtool

    def renew(self, hub: Hub, engine: EngineName, *, today: date) -> list[Diagnostic]:
        """Put the pages of *hub* on show, unless the engine finds an error among them."""
        by_hand = self._by_hand()
        made = source(self._root, hub, with_previews=False)
        told = list(made.diagnostics)
        frame = self._frame(made)
        if self._shown and self._shown.frame == frame:
            self._change(self._shown, made)
            self._shown = replace(self._shown, source=made)
        else:
            drawing = Drawing(self._root, _NEW, today, self._address)
            remove(drawing.folder)
            drawn = draw(drawing, engine, made.compiled, made.media)
            told += drawn.diagnostics
            if failures(told):
                return told
            self._put(drawing.folder)
            self._shown = _Shown(made, by_hand, frame, drawn.shells)
        self._unindexed = hub
        return told

    def glance(self, hub: Hub, addresses: Iterable[str]) -> bool:
        """Put the pages of *hub* at *addresses* on show before all others; say if any could be.

        Somebody is looking at these. Where more than records has changed, they wait as all do.
        """
        if self._shown is None or self._by_hand() != self._shown.by_hand:
            return False
        found = [page for address in addresses if (page := page_at(hub, address))]
        shells = self._shown.shells
        pages = {page.address: page for page in found if form(page) in shells}
        add(self._root / SITE, framed(pages, shells))
        return bool(pages)

    def index(self) -> list[Diagnostic]:
        """Bring the words up to date, if any page has changed since they were last."""
        hub, self._unindexed = self._unindexed, None
        return search.index(self._root / SITE, hub) if hub else []

    def _frame(self, made: Source) -> Mapping[str, object]:
        """Return what the shells and the hand-written pages depend on.

        Of a page that is made from records and mentioned by hand it is only that it is there.
        """
        seen = for_the_engine(self._root, made.compiled, made.media)
        pages = made.compiled.pages
        frame = {path: None if path in pages else seen[path] for path in seen if path != SITEMAP}
        return {**frame, **self._by_hand()}

    def _by_hand(self) -> Mapping[str, bytes]:
        return {**docs(self._root), SETTINGS: (self._root / SETTINGS).read_bytes()}

    def _put(self, new: Path) -> None:
        site = self._root / SITE
        if (site / search.FOLDER).is_dir():  # until the new words are there
            shutil.copytree(site / search.FOLDER, new / search.FOLDER)
        put_in_place(new, site)

    def _change(self, shown: _Shown, made: Source) -> None:
        """Write what differs from what is *shown*, and remove what is gone."""
        site = self._root / SITE
        pages, before = made.compiled.pages, shown.source.compiled.pages
        changed = {path: page for path, page in pages.items() if before.get(path) != page}
        add(site, framed(changed, shown.shells))
        files, files_before = _files(made), _files(shown.source)
        add(site, copied({p: files[p] for p in files if files_before.get(p) != files[p]}))
        gone = [f"{page.address}index.html" for path, page in before.items() if path not in pages]
        gone += [path for path, _ in copied(files_before) if f"docs/{path}" not in files]
        for path in gone:
            (site / path).unlink(missing_ok=True)


def _files(made: Source) -> Files:
    return {**made.compiled.files, **made.media}
