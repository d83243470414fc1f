"""Serves a folder of finished pages to a browser here, which loads them again when they change."""

import json
import threading
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"

_CHANGES = "/.hubtool/changes"
_SCRIPT = "/.hubtool/reload.js"
_OUR_NAMES = frozenset({HOST, "localhost"})
_LONGEST_WAIT = 20.0
_RELOAD = f"""\
const told = async (since) => (await (await fetch(`{_CHANGES}?since=${{since}}`)).json()).version;
const pause = () => new Promise((go) => setTimeout(go, 1000));
let seen = null;
for (;;) {{
  try {{
    const version = await told(seen ?? -1);
    if (seen !== null && version !== seen) location.reload();
    seen = version;
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


class Version:
    """The number of the pages being served; whoever waits for the next one is woken by it."""

    def __init__(self) -> None:
        self._number = 0
        self._changed = threading.Condition()

    def next(self) -> None:
        """Say that there are new pages."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, seen: int, *, within: float) -> int:
        """Return the number once it is not *seen* any more, or after *within* seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != seen, within)
            return self._number


def server(folder: Path, version: Version, port: int) -> ThreadingHTTPServer:
    """Return a server of the pages in *folder*; port 0 is any that is free."""
    served = ThreadingHTTPServer(
        (HOST, port), partial(_Handler, version=version, directory=str(folder))
    )
    served.daemon_threads = True
    return served


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, version: Version, directory: str) -> None:
        # The base class answers the request while it is being made.
        self._version = version
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
            since = parse_qs(parts.query).get("since", [""])[0]
            number = self._version.after(
                int(since) if since.isdecimal() else -1, within=_LONGEST_WAIT
            )
            self._send(HTTPStatus.OK, "application/json", json.dumps({"version": number}).encode())
        else:
            self._file(parts.path)

    def do_HEAD(self) -> None:
        """Answer with what stands before a file."""
        if self._is_for_us():
            super().do_HEAD()
        else:
            self.send_error(HTTPStatus.FORBIDDEN)

    def end_headers(self) -> None:
        """Keep nothing in the browser: it will be another page soon."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002  (the base class names it)
        """List nothing: the site has no lists of files either."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the terminal is for what is wrong with the records."""

    def _file(self, path: str) -> None:
        file = Path(self.translate_path(path))
        page = file / "index.html" if path.endswith("/") else file
        if page.is_file() and page.suffix == ".html":
            self._send_page(HTTPStatus.OK, page.read_text(encoding="utf-8"))
        elif file.exists():
            super().do_GET()
        else:
            missing = Path(self.directory) / "404.html"
            text = missing.read_text(encoding="utf-8") if missing.is_file() else _NOTHING_YET
            self._send_page(HTTPStatus.NOT_FOUND, text)

    def _is_for_us(self) -> bool:
        # Another website must not read somebody's drafts through a name that leads to this machine.
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
