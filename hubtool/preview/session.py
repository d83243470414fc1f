"""The pages of a live preview: only pages that have changed are made again."""

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
from hubtool.site.build import SiteSource, source
from hubtool.site.compile import SITEMAP
from hubtool.site.draw import Drawing, Files, copied, draw, for_the_engine, framed
from hubtool.site.engine import EngineName
from hubtool.site.shells import Form, Shell, form
from hubtool.site.swap import put_in_place, recover

SITE = f"{WORK_FOLDER}/preview-site"

_NEW = f"{WORK_FOLDER}/preview-new"


@dataclass(frozen=True)
class _State:
    """The source of the pages on show, and everything that the engine had a part in."""

    source: SiteSource
    by_hand: Mapping[str, bytes]
    frame: Mapping[str, object]
    shells: Mapping[Form, Shell]


class Session:
    """A live preview at *address*."""

    def __init__(self, root: Path, address: str) -> None:
        self._root = root
        self._address = address
        self._state: _State | None = None
        self._unindexed: Hub | None = None
        self._indexes = search.Indexes(root / SITE / search.FOLDER)
        recover(root / _NEW, root / SITE)
        remove(root / SITE)  # another day or another hubtool may have made it

    def renew(self, hub: Hub, engine: EngineName, *, today: date) -> list[Diagnostic]:
        """Put the pages of *hub* on show, unless the engine reports an error."""
        by_hand = self._by_hand()
        new = source(self._root, hub, with_previews=False, with_report=True)
        diagnostics = list(new.diagnostics)
        frame = self._frame(new)
        if self._state and self._state.frame == frame:
            self._change(self._state, new)
            self._state = replace(self._state, source=new)
        else:
            drawing = Drawing(self._root, _NEW, today, self._address)
            remove(drawing.folder)
            result = draw(drawing, engine, new.compiled, new.media)
            diagnostics += result.diagnostics
            if failures(diagnostics):
                return diagnostics
            self._put(drawing.folder)
            self._state = _State(new, by_hand, frame, result.shells)
        self._unindexed = hub
        return diagnostics

    def show_first(self, hub: Hub, addresses: Iterable[str]) -> bool:
        """Put the pages of *hub* at *addresses* on show before all others; say if there are any.

        They are open in a browser. If more than records has changed, they wait like all others.
        """
        if self._state is None or self._by_hand() != self._state.by_hand:
            return False
        open_pages = [page for address in addresses if (page := page_at(hub, address))]
        shells = self._state.shells
        pages = {page.address: page for page in open_pages if form(page) in shells}
        add(self._root / SITE, framed(pages, shells))
        return bool(pages)

    def forget(self) -> None:
        """Let all pages be made anew the next time: something has stopped in their midst."""
        self._state, self._unindexed = None, None
        self._indexes.digests = {}

    def index(self) -> list[Diagnostic]:
        """Make the word index again, if any page has changed since the last time."""
        hub, self._unindexed = self._unindexed, None
        return search.index(self._root / SITE, hub, self._indexes) if hub else []

    def _frame(self, new: SiteSource) -> Mapping[str, object]:
        """Return the files that shells and hand-written pages depend on.

        Of a page of a record that hand-written pages mention, only its existence matters.
        """
        visible = for_the_engine(self._root, new.compiled, new.media)
        pages = new.compiled.pages
        frame = {
            path: None if path in pages else visible[path] for path in visible if path != SITEMAP
        }
        return {**frame, **self._by_hand()}

    def _by_hand(self) -> Mapping[str, bytes]:
        return {**docs(self._root), SETTINGS: (self._root / SETTINGS).read_bytes()}

    def _put(self, folder: Path) -> None:
        site = self._root / SITE
        if (site / search.FOLDER).is_dir():  # until the new index is there
            shutil.copytree(site / search.FOLDER, folder / search.FOLDER)
        put_in_place(folder, site)

    def _change(self, state: _State, new: SiteSource) -> None:
        """Write the files that differ from *state*, and remove those that are gone."""
        site = self._root / SITE
        pages, before = new.compiled.pages, state.source.compiled.pages
        changed = {path: page for path, page in pages.items() if before.get(path) != page}
        add(site, framed(changed, state.shells))
        files, files_before = _files(new), _files(state.source)
        add(site, copied({p: files[p] for p in files if files_before.get(p) != files[p]}))
        old_paths = [
            f"{page.address}index.html" for path, page in before.items() if path not in pages
        ]
        old_paths += [path for path, _ in copied(files_before) if f"docs/{path}" not in files]
        for path in old_paths:
            (site / path).unlink(missing_ok=True)


def _files(new: SiteSource) -> Files:
    return {**new.compiled.files, **new.media}
