"""Shows the hub as it would be published, with drafts, and follows every edit."""

import queue
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

import watchfiles

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic, failures
from hubtool.diagnostics.disk import refusal
from hubtool.diagnostics.reporters import REPORTERS, Report
from hubtool.errors import HubError
from hubtool.files import (
    DOCS_FOLDER,
    RECORD_FOLDERS,
    SETTINGS,
    VOCABULARY_FOLDER,
    WORK_FOLDER,
    own_folder,
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
    with single_writer(own_folder(root, WORK_FOLDER) / "serve.lock", doing="showing a preview"):
        watch = Watch()
        with _served(root / SITE, watch, port) as address:
            preview = _LivePages(root, today, engine_name, watch, Session(root, address))
            for signal in _signals(root, ended):
                start = time.monotonic()
                turn = preview.turn(signal)
                if turn is not None:
                    tell(Update(address, turn.diagnostics, turn.is_new, time.monotonic() - start))


class _Turn(NamedTuple):
    """What one reading of the files, or one making of the index, came to."""

    diagnostics: tuple[Diagnostic, ...]
    is_new: bool


@dataclass
class _LivePages:
    """The pages on show, and whether the disk has kept the last reading from its end."""

    root: Path
    today: date
    engine: EngineName | None
    watch: Watch
    session: Session
    refused: tuple[Diagnostic, ...] = ()
    memory: Memory = field(default_factory=Memory)

    def turn(self, signal: _Signal) -> _Turn | None:
        """Follow *signal*, and return what is to be told. Whatever happens, the preview goes on."""
        is_again = signal is _Signal.QUIET and bool(self.refused)
        try:
            if signal is _Signal.QUIET and not is_again:
                diagnostics = self.session.index()
                return _Turn(tuple(diagnostics), is_new=False) if diagnostics else None
            turn = self._read()
            refused: tuple[Diagnostic, ...] = ()
        except (OSError, HubError) as error:
            refused = (refusal(error, self.root),)
            turn = _Turn(refused, is_new=False)
        except Exception as error:  # noqa: BLE001  # an edit that we did not think of must not end it
            refused = (_fault_inside(error),)
            turn = _Turn(refused, is_new=False)
        is_known = is_again and refused == self.refused
        self.refused = refused
        if refused:
            self.session.forget()
        if not is_known:
            self.watch.show(_report(self.root, turn.diagnostics))
        return None if is_known else turn

    def _read(self) -> _Turn:
        hub, diagnostics = load(
            sources(self.root), today=self.today, drafts=True, memory=self.memory
        )
        if hub is None:
            return _Turn(tuple(sorted(diagnostics)), is_new=False)
        if self.session.show_first(hub, self.watch.pages):
            self.watch.notify()
        engine = self.engine or hub.settings.hub.engine
        diagnostics += self.session.renew(hub, engine, today=self.today)
        return _Turn(tuple(sorted(diagnostics)), is_new=not failures(diagnostics))


def _fault_inside(error: Exception) -> Diagnostic:
    last = traceback.extract_tb(error.__traceback__)[-1]
    message = f"this is a fault inside hubtool, not in your files: {type(error).__name__}: {error}"
    hint = f"please report it, with this place: {Path(last.filename).name}, line {last.lineno}"
    return diagnostic("H901", message, path=".", hint=hint)


def _report(root: Path, diagnostics: Sequence[Diagnostic]) -> str:
    """Return the errors among *diagnostics* as they are read at a terminal."""
    errors = tuple(failures(diagnostics))
    texts = {}
    for path in {item.path for item in errors}:
        with suppress(OSError):
            texts[path] = (root / path).read_text(encoding="utf-8", errors="replace")
    return REPORTERS["text"](Report(errors, texts)) if errors else ""


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
    watched: dict[Path, tuple[int, threading.Event]] = {}
    changed.put(None)
    last = time.monotonic()
    try:
        while not ended.is_set():
            for folder in (root / name for name in _FOLDERS):
                # A folder that was removed and made again is another one, and is watched anew.
                number = _number(folder)
                if folder in watched and watched[folder][0] != number:
                    watched.pop(folder)[1].set()
                    first.discard(folder)
                if number is not None and folder not in watched:
                    watched[folder] = number, (stop := threading.Event())
                    _start_watching(folder, root, changed, stop, is_late=folder not in first)
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
        for _, stop in watched.values():
            stop.set()


def _number(folder: Path) -> int | None:
    """Return by which number the disk knows *folder*, None if there is no such folder."""
    try:
        return folder.stat().st_ino if folder.is_dir() else None
    except OSError:
        return None


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
        with suppress(OSError):  # the folder may go at any time
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
