"""Shows the hub as it would be published, with drafts, and follows every edit."""

import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic, failures
from hubtool.diagnostics.disk import refusal
from hubtool.diagnostics.reporters import REPORTERS, Report
from hubtool.diagnostics.wording import wording
from hubtool.errors import HubError
from hubtool.files import WORK_FOLDER, own_folder, sources
from hubtool.load import Memory, load
from hubtool.preview.changes import Signal, signals
from hubtool.preview.server import HOST, Watch, server
from hubtool.preview.session import SITE, Session
from hubtool.site.engine import EngineName
from hubtool.site.swap import single_writer


@dataclass(frozen=True, slots=True)
class Update:
    """The result of one reading of the files; *is_new* if its pages are on show."""

    address: str
    diagnostics: tuple[Diagnostic, ...]
    is_new: bool
    seconds: float


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
    ended = stop or threading.Event()
    with single_writer(own_folder(root, WORK_FOLDER) / "serve.lock", doing="showing a preview"):
        watch = Watch()
        with _served(root / SITE, watch, port) as address:
            preview = _LivePages(root, today, engine_name, watch, Session(root, address))
            for signal in signals(root, ended):
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

    def turn(self, signal: Signal) -> _Turn | None:
        """Follow *signal*, and return what is to be told. Whatever happens, the preview goes on."""
        is_again = signal is Signal.QUIET and bool(self.refused)
        try:
            if signal is Signal.QUIET and not is_again:
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
    return diagnostic(
        wording(
            "H901.fault",
            name=type(error).__name__,
            error=error,
            file=Path(last.filename).name,
            line=last.lineno,
        ),
        path=".",
    )


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
