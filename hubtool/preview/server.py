"""Serves a folder of finished pages to a browser here, which loads them again when they change."""

import hashlib
import json
import sys
import threading
from collections import Counter
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import parse_qs

from hubtool.text.web_addresses import split_address

HOST = "127.0.0.1"

_CHANGES = "/.hubtool/changes"
_SCRIPT = "/.hubtool/reload.js"
_OUR_NAMES = frozenset({HOST, "localhost"})
_LONGEST_WAIT = 20.0
_RELOAD = f"""\
const asked = new URLSearchParams({{ page: location.pathname, seen: "", digest: "" }});
const pause = () => new Promise((go) => setTimeout(go, 1000));
for (;;) {{
  try {{
    const {{ state, faults, digest }} = await (await fetch(`{_CHANGES}?${{asked}}`)).json();
    if (asked.get("seen") && state !== asked.get("seen")) location.reload();
    asked.set("seen", state);
    asked.set("digest", digest);
    showFaults(faults);
  }} catch {{
    await pause();
  }}
}}
"""
_OVERLAY = """\
const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 9999; }
section { box-sizing: border-box; max-height: 70vh; overflow: auto; padding: 1rem 1.5rem;
  background: #1d1a16; color: #f6f1e7; border-top: 6px solid #e0583b; }
h2 { margin: 0 0 .5rem; font: 700 1.1rem/1.3 sans-serif; }
pre { margin: 0; font: 1rem/1.5 monospace; white-space: pre-wrap; overflow-wrap: anywhere; }`);
const host = document.createElement("div");
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet];
const box = document.createElement("section");
box.setAttribute("role", "alert");
const head = document.createElement("h2");
head.textContent = "A file has a fault. These are the last good pages.";
const words = document.createElement("pre");
box.append(head, words);
function showFaults(faults) {
  words.textContent = faults;
  root.replaceChildren(...(faults ? [box] : []));
  if (faults) document.body.append(host);
  else host.remove();
}
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
        self._faults = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the open pages below the site."""
        with self._changed:
            return tuple(sorted(page for page, count in self._open.items() if count))

    def notify(self) -> None:
        """Answer the waiting requests: pages have changed."""
        with self._changed:
            self._changed.notify_all()

    def show(self, faults: str) -> None:
        """Show *faults* over the open pages, or nothing, from now on."""
        with self._changed:
            self._faults = faults
            self._changed.notify_all()

    def news(self, page: str, file: Path, seen: str, digest: str) -> dict[str, str]:
        """Return the state of *file* and the faults, as soon as either is no longer *seen* or *digest*.

        Until then, or until a browser would give up, *page* counts as open.
        """
        deadline = monotonic() + _LONGEST_WAIT
        with self._changed:
            self._open[page] += 1
            try:
                while True:
                    state, number = _state(file), _digest(self._faults.encode())
                    remaining = deadline - monotonic()
                    is_news = state != seen or bool(digest and digest != number)
                    if is_news or remaining <= 0:
                        return {"state": state, "faults": self._faults, "digest": number}
                    self._changed.wait(remaining)
            finally:
                self._open[page] -= 1


def _state(file: Path) -> str:
    try:
        return _digest(file.read_bytes())
    except OSError:
        return "none"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class PortError(Exception):
    """The port cannot be used."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *request: Any) -> None:
        """Say nothing of a browser that has left, nor of a file that has gone meanwhile."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(*request)


def server(folder: Path, watch: Watch, port: int) -> ThreadingHTTPServer:
    """Return a server of the pages in *folder*; port 0 is any that is free."""
    try:
        return _Server((HOST, port), partial(_Handler, watch=watch, directory=str(folder)))
    except OSError as error:
        raise PortError(f"port {port} cannot be used: {error.strerror}") from error


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, watch: Watch, directory: str) -> None:
        # The base class answers the request while it is being made.
        self._watch = watch
        super().__init__(*args, directory=directory)

    def do_GET(self) -> None:
        """Answer with a page, a file, or the number of the pages."""
        parts = split_address(self.path)
        if not self._is_for_us():
            self._send(
                HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers to this machine only."
            )
        elif parts.path == _SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript", (_OVERLAY + _RELOAD).encode())
        elif parts.path == _CHANGES:
            query = parse_qs(parts.query)
            page, seen, digest = (query.get(name, [""])[0] for name in ("page", "seen", "digest"))
            news = self._watch.news(page.removeprefix("/"), self._page(page), seen, digest)
            self._send(HTTPStatus.OK, "application/json", json.dumps(news).encode())
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
        return split_address(f"//{self.headers.get('Host', '')}").hostname in _OUR_NAMES

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
