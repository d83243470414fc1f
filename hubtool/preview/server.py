"""Serves a folder of finished pages to a browser here, which loads them again when they change."""

import hashlib
import json
import threading
from collections import Counter
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"

_CHANGES = "/.hubtool/changes"
_SCRIPT = "/.hubtool/reload.js"
_OUR_NAMES = frozenset({HOST, "localhost"})
_LONGEST_WAIT = 20.0
_RELOAD = f"""\
const asked = new URLSearchParams({{ page: location.pathname, seen: "" }});
const pause = () => new Promise((go) => setTimeout(go, 1000));
for (;;) {{
  try {{
    const {{ state }} = await (await fetch(`{_CHANGES}?${{asked}}`)).json();
    if (asked.get("seen") && state !== asked.get("seen")) location.reload();
    asked.set("seen", state);
  }} catch {{
    await pause();
  }}
}}
"""
_TAG = f'<script type="module" src="{_SCRIPT}"></script>'
_NOTHING_YET = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Not built yet</title>
<h1>There are no pages yet</h1>
<p>The terminal says what is wrong. This page comes alive when it is mended.</p>{_TAG}
"""


class Watch:
    """The pages that are open in a browser, whose requests wait for a change."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._changed = threading.Condition()

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the open pages below the site."""
        with self._changed:
            return tuple(sorted(page for page, count in self._open.items() if count))

    def notify(self) -> None:
        """Answer the waiting requests: pages have changed."""
        with self._changed:
            self._changed.notify_all()

    def state(self, page: str, file: Path, known_state: str) -> str:
        """Return the state of *file*, as soon as it is no longer *known_state*.

        Until then, or until a browser would give up, *page* counts as open.
        """
        deadline = monotonic() + _LONGEST_WAIT
        with self._changed:
            self._open[page] += 1
            try:
                while (state := _state(file)) == known_state and (
                    remaining := deadline - monotonic()
                ) > 0:
                    self._changed.wait(remaining)
                return state
            finally:
                self._open[page] -= 1


def _state(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "none"


def server(folder: Path, watch: Watch, port: int) -> ThreadingHTTPServer:
    """Return a server of the pages in *folder*; port 0 is any that is free."""
    served = ThreadingHTTPServer(
        (HOST, port), partial(_Handler, watch=watch, directory=str(folder))
    )
    served.daemon_threads = True
    return served


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, watch: Watch, directory: str) -> None:
        # The base class answers the request while it is being made.
        self._watch = watch
        super().__init__(*args, directory=directory)

    def do_GET(self) -> None:
        """Answer with a page, a file, or the number of the pages."""
        parts = urlsplit(self.path)
        if not self._is_for_us():
            self._send(
                HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers to this machine only."
            )
        elif parts.path == _SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript", _RELOAD.encode())
        elif parts.path == _CHANGES:
            query = parse_qs(parts.query)
            page, known_state = (query.get(name, [""])[0] for name in ("page", "seen"))
            state = self._watch.state(page.removeprefix("/"), self._page(page), known_state)
            self._send(HTTPStatus.OK, "application/json", json.dumps({"state": state}).encode())
        else:
            self._file(parts.path)

    def do_HEAD(self) -> None:
        """Answer with the headers of a file."""
        if self._is_for_us():
            super().do_HEAD()
        else:
            self.send_error(HTTPStatus.FORBIDDEN)

    def end_headers(self) -> None:
        """Let the browser store nothing: the page will change soon."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002  (the base class names it)
        """Refuse lists of files: the site has none either."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: Any) -> None:
        """Write no log: the terminal is for diagnostics."""

    def _file(self, path: str) -> None:
        page = self._page(path)
        if page.is_file() and page.suffix == ".html":
            self._send_page(HTTPStatus.OK, page.read_text(encoding="utf-8"))
        elif Path(self.translate_path(path)).exists():
            super().do_GET()
        else:
            missing = Path(self.directory) / "404.html"
            text = missing.read_text(encoding="utf-8") if missing.is_file() else _NOTHING_YET
            self._send_page(HTTPStatus.NOT_FOUND, text)

    def _page(self, path: str) -> Path:
        file = Path(self.translate_path(path))
        return file / "index.html" if path.endswith("/") else file

    def _is_for_us(self) -> bool:
        # Another website must not read drafts through a name that leads to this machine.
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname in _OUR_NAMES

    def _send_page(self, status: HTTPStatus, text: str) -> None:
        before, end, after = text.rpartition("</body>")
        page = f"{before}{_TAG}{end}{after}" if end else text
        self._send(status, "text/html; charset=utf-8", page.encode())

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
