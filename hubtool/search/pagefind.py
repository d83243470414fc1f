"""Speaks with Pagefind's indexer: one question, one answer, over its standard input and output."""

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, Self

from pagefind.service import get_executable

_PIECE = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"


class PagefindError(Exception):
    """What the indexer could not do."""


class Indexer:
    """An index under construction; nothing of it is on the disk.

    Pagefind's own Python client waits 0.1 s before it reads each answer, which is two minutes for a
    thousand lessons: so this speaks the protocol of its `--service` directly.
    """

    def __init__(self, *, passed_over: Iterable[str] = (), piece: int = 5000) -> None:
        """Begin an index of pages without what the CSS selectors *passed_over* stand for.

        It is loaded in pieces; each holds words that stand at about so many places as *piece*.
        """
        executable = get_executable()
        if executable is None:
            raise PagefindError("Pagefind is not installed")
        try:
            self._process = subprocess.Popen(
                [executable, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {_PIECE: str(piece)},
            )
        except OSError as error:
            raise PagefindError(f"Pagefind does not start: {error}") from error
        self._asked = 0
        self._config = {"exclude_selectors": list(passed_over)}
        self._index = 0

    def __enter__(self) -> Self:
        try:
            self._index = self._ask(type="NewIndex", config=self._config)["index_id"]
        except PagefindError:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        self._process.kill()
        with suppress(BrokenPipeError):  # what was not yet sent goes nowhere
            self._process.communicate()

    def add_page(self, address: str, content: str) -> None:
        """Add the HTML page *content*, which stands at *address* in the site."""
        self._ask(
            type="AddFile", index_id=self._index, file_path=None, url=address, file_contents=content
        )

    def add_record(
        self, address: str, content: str, *, language: str, meta: Mapping[str, str]
    ) -> None:
        """Add a text that is found by itself though it is only a part of a page."""
        about = {"language": language, "meta": dict(meta), "filters": None, "sort": None}
        self._ask(type="AddRecord", index_id=self._index, url=address, content=content, **about)

    def files(self) -> dict[str, bytes]:
        """Return the finished index: its files by their paths.

        Pagefind would write them itself, but answers before they are all on the disk.
        """
        files = self._ask(type="GetFiles", index_id=self._index)["files"]
        return {file["path"]: base64.b64decode(file["content"]) for file in files}

    def _ask(self, **payload: Any) -> dict[str, Any]:
        self._asked += 1
        question = json.dumps({"message_id": self._asked, "payload": payload})
        answer = self._exchanged(base64.b64encode(question.encode()) + b",")
        said: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
        if said["type"] == "Error":
            raise PagefindError(str(said["message"]))
        return said

    def _exchanged(self, question: bytes) -> bytes:
        asking, answering = self._process.stdin, self._process.stdout
        if asking is None or answering is None:
            raise PagefindError("Pagefind has no ears")
        try:
            asking.write(question)
            asking.flush()
        except OSError as error:
            raise PagefindError("Pagefind ended before its time") from error
        answer = bytearray()
        while not answer.endswith(b","):  # nothing follows it: there is one answer to a question
            if not (part := os.read(answering.fileno(), 65536)):
                raise PagefindError("Pagefind ended before its time")
            answer += part
        return bytes(answer[:-1])
