"""Serves a folder as a static host does: compressed, on a port of its own."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_AS_THEY_ARE = frozenset({".woff2", ".png"})


@dataclass(frozen=True)
class Sent:
    """A file that a browser was sent, and how many bytes it took on the way."""

    path: str
    size: int


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of browsers that went away."""


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, folder: Path, sent: list[Sent], **more: Any) -> None:
        self.folder = folder
        self.sent = sent
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        file = self.folder / self.path.partition("?")[0].strip("/")
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        content = file.read_bytes() if found else b"not here"
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", _KINDS.get(file.suffix, "application/octet-stream"))
        if file.suffix in _KINDS and file.suffix not in _AS_THEY_ARE:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.sent.append(Sent(self.path.partition("?")[0], len(content)))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[Sent]]]:
    """Give the address at which *folder* is served, and the list of what was sent, as it grows."""
    sent: list[Sent] = []
    server = _Server(("127.0.0.1", 0), partial(_Host, folder=folder, sent=sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()
    server.server_close()
