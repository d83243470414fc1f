"""A small GitHub: one repository's issues, comments, branches, files and pull requests, over HTTP."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


class Repository:
    """What is there, and every change that was asked for, in order."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.branches: dict[str, dict[str, bytes]] = {"main": {}}
        self.messages: list[str] = []
        self.pulls: list[dict[str, Any]] = []
        self.changes: list[str] = []
        self.opens_pulls = True

    def answer(
        self, verb: str, path: str, query: dict[str, list[str]], body: Any
    ) -> tuple[int, Any]:
        if verb != "GET":
            self.changes.append(f"{verb} {path}")
        if match := re.fullmatch(r"/issues/(\d+)/comments", path):
            return self._comments(verb, body)
        if match := re.fullmatch(r"/issues/comments/(\d+)", path):
            self.comments[int(match[1])] |= body
            return 200, self.comments[int(match[1])]
        if match := re.fullmatch(r"/git/ref/heads/(.+)", path):
            known = match[1] in self.branches
            return (
                (200, {"object": {"sha": "5" * 40}}) if known else (404, {"message": "Not Found"})
            )
        if path == "/git/refs":
            self.branches[body["ref"].removeprefix("refs/heads/")] = dict(self.branches["main"])
            return 201, {}
        if match := re.fullmatch(r"/contents/(.+)", path):
            return self._contents(verb, unquote(match[1]), query, body)
        return (
            self._pulls(verb, query, body)
            if path == "/pulls"
            else (200, {"default_branch": "main"})
        )

    def _comments(self, verb: str, body: Any) -> tuple[int, Any]:
        if verb == "GET":
            return 200, self.comments
        number = len(self.comments)
        self.comments.append(
            {"id": number, "user": {"type": "Bot"}, "html_url": f"#{number}", **body}
        )
        return 201, self.comments[number]

    def _contents(self, verb: str, path: str, query: Any, body: Any) -> tuple[int, Any]:
        if verb == "GET":
            content = self.branches[query["ref"][0]].get(path)
            return (404, {}) if content is None else (200, {"sha": blob(content)})
        files = self.branches[body["branch"]]
        if path in files and body.get("sha") != blob(files[path]):
            return 409, {"message": "does not match"}
        files[path] = base64.b64decode(body["content"])
        self.messages.append(body["message"])
        return 200, {}

    def _pulls(self, verb: str, query: Any, body: Any) -> tuple[int, Any]:
        if verb == "GET":
            head = query["head"][0].partition(":")[2]
            return 200, [pull for pull in self.pulls if pull["head"]["ref"] == head]
        if not self.opens_pulls:
            return 403, {"message": "GitHub Actions is not permitted to create pull requests"}
        pull = {
            "number": 40 + len(self.pulls),
            **body,
            "head": {"ref": body["head"], "sha": "5" * 40},
        }
        self.pulls.append(pull)
        return 201, pull


def blob(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324  # Git's own


@contextmanager
def serving(repository: Repository) -> Iterator[str]:
    """Serve *repository*, and yield the address of the interface."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            path = parts.path.removeprefix("/repos/hub/hub")
            status, answer = repository.answer(self.command, path, parse_qs(parts.query), body)
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815  # the base's names

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
