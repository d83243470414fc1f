"""Shows the hub as it would be published, with drafts, and follows every edit."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

import watchfiles

from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.files import (
    DOCS_FOLDER,
    RECORD_FOLDERS,
    SETTINGS,
    VOCABULARY_FOLDER,
    WORK_FOLDER,
    sources,
)
from hubtool.load import Memory, load
from hubtool.preview.server import HOST, Watch, server
from hubtool.preview.session import SITE, Session
from hubtool.site.engine import EngineName
from hubtool.site.swap import single_writer

_FOLDERS = (*RECORD_FOLDERS, VOCABULARY_FOLDER, DOCS_FOLDER)
_SURELY_WATCHED = 500  # milliseconds after the start of a watch
_QUIET = 1.0  # seconds without a change, after which the word index is made


@dataclass(frozen=True, slots=True)
class Update:
    """The result of one reading of the files; *is_new* if its pages are on show."""

    address: str
    diagnostics: tuple[Diagnostic, ...]
    is_new: bool
    seconds: float


class _Signal(Enum):
    CHANGED = auto()
    QUIET = auto()


def serve(  # noqa: PLR0913  (what, how, and the two ends of the wire)
    root: Path,
    *,
    today: date,
    tell: Callable[[Update], None],
    port: int = 8000,
    engine_name: EngineName | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Serve the hub in *root* until *stop* is set; *tell* the update at the start and at each change.

    If a change brings an error, the last good pages stay. The published site is never touched.
    """
    root = root.resolve()  # changes come with their true paths
    ended = stop or threading.Event()
    with single_writer(root / WORK_FOLDER / "serve.lock", doing="showing a preview"):
        watch = Watch()
        with _served(root / SITE, watch, port) as address:
            session, memory = Session(root, address), Memory()
            for signal in _signals(root, ended):
                start = time.monotonic()
                if signal is _Signal.QUIET:
                    diagnostics, is_new = session.index(), False
                else:
                    hub, diagnostics = load(sources(root), today=today, drafts=True, memory=memory)
                    if hub is not None and session.show_first(hub, watch.pages):
                        watch.notify()
                    if hub is not None:
                        diagnostics += session.renew(
                            hub, engine_name or hub.settings.hub.engine, today=today
                        )
                    is_new = hub is not None and not failures(diagnostics)
                if is_new:
                    watch.notify()
                if signal is _Signal.CHANGED or diagnostics:
                    tell(
                        Update(
                            address, tuple(sorted(diagnostics)), is_new, time.monotonic() - start
                        )
                    )


@contextmanager
def _served(folder: Path, watch: Watch, port: int) -> Iterator[str]:
    served = server(folder, watch, port)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{served.server_port}/"
    finally:
        served.shutdown()
        served.server_close()


def _signals(root: Path, ended: threading.Event) -> Iterator[_Signal]:
    """Yield at once, whenever the hub's files have changed, and when nothing has for a while.

    What changes while the caller works counts as one change.
    """
    changed: queue.Queue[None] = queue.Queue()
    # The root holds environments and caches with thousands of folders: only what lies directly
    # in it is watched.
    _start_watching(root, root, changed, ended)
    first = {root / name for name in _FOLDERS if (root / name).is_dir()}
    watched: set[Path] = set()
    changed.put(None)
    last = time.monotonic()
    try:
        while not ended.is_set():
            for folder in (root / name for name in _FOLDERS):
                if folder.is_dir() and folder not in watched:
                    watched.add(folder)
                    _start_watching(folder, root, changed, ended, is_late=folder not in first)
            try:
                changed.get(timeout=0.2)
            except queue.Empty:
                if time.monotonic() - last > _QUIET:
                    yield _Signal.QUIET
                continue
            while not changed.empty():
                changed.get_nowait()
            yield _Signal.CHANGED
            last = time.monotonic()
    finally:
        ended.set()


def _start_watching(
    folder: Path,
    root: Path,
    changed: "queue.Queue[None]",
    ended: threading.Event,
    *,
    is_late: bool = False,
) -> None:
    """Put an entry into *changed* for each change in *folder*.

    A folder that *is_late* was made while the others were watched: files that came into it before
    it was watched are a change too.
    """

    def matters(_: object, path: str) -> bool:
        name = Path(path).relative_to(root).parts[:1]
        return name == (SETTINGS,) or (bool(name) and name[0] in _FOLDERS)

    def wait() -> None:
        is_unseen = is_late
        for changes in watchfiles.watch(
            folder,
            watch_filter=matters,
            recursive=folder != root,
            stop_event=ended,
            debounce=200,
            step=20,
            rust_timeout=_SURELY_WATCHED,
            yield_on_timeout=is_late,
        ):
            if changes or is_unseen:
                changed.put(None)
            is_unseen = False

    threading.Thread(target=wait, daemon=True).start()
