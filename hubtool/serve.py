"""Shows the hub as it would be published, with its drafts, and keeps up with every edit."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from watchfiles import watch

from hubtool import engine, search
from hubtool.build import fails, write_source
from hubtool.diagnostics import Diagnostic
from hubtool.files import (
    DOCS_FOLDER,
    RECORD_FOLDERS,
    SETTINGS,
    VOCABULARY_FOLDER,
    WORK_FOLDER,
    sources,
)
from hubtool.load import load
from hubtool.preview import HOST, Version, server
from hubtool.swap import alone, put_in_place, recover

_FOLDERS = (*RECORD_FOLDERS, VOCABULARY_FOLDER, DOCS_FOLDER)
_SOURCE = f"{WORK_FOLDER}/preview"
_NEW = f"{WORK_FOLDER}/preview-new"
_SITE = f"{WORK_FOLDER}/preview-site"


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of one look at the files, and whether its pages are on show."""

    address: str
    diagnostics: tuple[Diagnostic, ...]
    is_new: bool
    seconds: float


def serve(  # noqa: PLR0913  (what, how, and the two ends of the wire)
    root: Path,
    *,
    today: date,
    tell: Callable[[Shown], None],
    port: int = 8000,
    engine_name: engine.EngineName | None = None,
    stop: threading.Event | None = None,
) -> None:
    """Serve the hub in *root* until *stop* is set; *tell* what comes of each change and the start.

    Where a change brings an error, the last good pages stay. The published site is never touched.
    """
    root = root.resolve()  # changes are told with their true paths
    ended = stop or threading.Event()
    with alone(root / WORK_FOLDER / "serve.lock", doing="showing a preview"):
        recover(root / _NEW, root / _SITE)
        version = Version()
        with _served(root / _SITE, version, port) as address:
            for _ in _moments(root, ended):
                tell(_look(root, address, version, today, engine_name))


@contextmanager
def _served(folder: Path, version: Version, port: int) -> Iterator[str]:
    served = server(folder, version, port)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{served.server_port}/"
    finally:
        served.shutdown()
        served.server_close()


def _look(
    root: Path, address: str, version: Version, today: date, engine_name: engine.EngineName | None
) -> Shown:
    """Make the pages anew and put them on show, unless there is an error."""
    start = time.monotonic()
    hub, diagnostics = load(sources(root), today=today, drafts=True)
    if hub is not None:
        write_source(root, _SOURCE, hub)
        job = engine.Job(root, _SOURCE, _NEW, ".mkdocs.hubtool-serve.yml", url=address)
        name = engine_name or hub.settings.hub.engine
        diagnostics += engine.render(job, name, today=today)
    is_new = hub is not None and not fails(diagnostics, strict=False)
    if hub is not None and is_new:
        put_in_place(root / _NEW, root / _SITE)
        version.next()
        diagnostics += search.index(root / _SITE, hub)
    return Shown(address, tuple(sorted(diagnostics)), is_new, time.monotonic() - start)


def _moments(root: Path, ended: threading.Event) -> Iterator[None]:
    """Yield at once and whenever the hub's files have changed; changes meanwhile count as one."""
    changed: queue.Queue[None] = queue.Queue()
    # The root holds environments and caches with thousands of folders: of it, only what lies
    # directly in it.
    _start_watching(root, root, changed, ended)
    watched: set[Path] = set()
    changed.put(None)
    try:
        while not ended.is_set():
            try:
                changed.get(timeout=0.2)
            except queue.Empty:
                continue
            while not changed.empty():
                changed.get_nowait()
            for folder in (root / name for name in _FOLDERS):
                if folder.is_dir() and folder not in watched:
                    watched.add(folder)
                    _start_watching(folder, root, changed, ended)
            yield
    finally:
        ended.set()


def _start_watching(
    place: Path, root: Path, changed: "queue.Queue[None]", ended: threading.Event
) -> None:
    def matters(_: object, path: str) -> bool:
        name = Path(path).relative_to(root).parts[:1]
        return name == (SETTINGS,) or (bool(name) and name[0] in _FOLDERS)

    def wait() -> None:
        for _ in watch(
            place,
            watch_filter=matters,
            recursive=place != root,
            stop_event=ended,
            debounce=200,
            step=20,
        ):
            changed.put(None)

    threading.Thread(target=wait, daemon=True).start()
