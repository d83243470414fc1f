"""Speaks with Pagefind's indexer: one question, one answer, over its standard input and output."""

import base64
import json
import os
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from typing import Any, Self

from pagefind.service import get_executable

_CHUNK_SIZE = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"
_SECONDS = 600


class PagefindError(Exception):
    """The reason why the indexer made no index."""


class Indexer:
    """An index under construction; nothing of it is on the disk.

    Pagefind's own Python client waits 0.1 s before it reads each answer, which is two minutes for a
    thousand lessons: so this speaks the protocol of its `--service` directly.
    """

    def __init__(self, language: str, *, chunk_size: int = 5000) -> None:
        """Begin an index of pages in *language*, whatever dialect of it their own tags name.

        It is loaded in chunks; the words of each have about *chunk_size* places in the texts. An
        index that takes longer than ten minutes is given up.
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
                env=os.environ | {_CHUNK_SIZE: str(chunk_size)},
            )
        except OSError as error:
            raise PagefindError(f"Pagefind does not start: {error}") from error
        self._timer = Timer(_SECONDS, self._process.kill)
        self._timer.daemon = True
        self._timer.start()
        self._questions = 0
        self._config = {"force_language": language}
        self._index = 0

    def __enter__(self) -> Self:
        try:
            self._index = self._ask(type="NewIndex", config=self._config)["index_id"]
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        self._timer.cancel()
        self._process.kill()
        with suppress(BrokenPipeError):  # the rest of a question is not sent
            self._process.communicate()

    def add_page(self, address: str, content: str) -> None:
        """Add the HTML page *content* at *address* in the site."""
        self._ask(
            type="AddFile", index_id=self._index, file_path=None, url=address, file_contents=content
        )

    def add_record(
        self, address: str, content: str, *, language: str, meta: Mapping[str, str]
    ) -> None:
        """Add a part of a page that is a search result of its own."""
        fields = {"language": language, "meta": dict(meta), "filters": None, "sort": None}
        self._ask(type="AddRecord", index_id=self._index, url=address, content=content, **fields)

    def files(self) -> dict[str, bytes]:
        """Return the files of the finished index by their paths.

        Pagefind could write them itself, but answers before they are all on the disk.
        """
        files = self._ask(type="GetFiles", index_id=self._index)["files"]
        return {file["path"]: base64.b64decode(file["content"]) for file in files}

    def _ask(self, **payload: Any) -> dict[str, Any]:
        self._questions += 1
        question = json.dumps({"message_id": self._questions, "payload": payload})
        try:
            encoded = self._exchange(base64.b64encode(question.encode()) + b",")
        except (OSError, EOFError) as error:
            raise PagefindError(self._reason()) from error
        answer: dict[str, Any] = json.loads(base64.b64decode(encoded))["payload"]
        if answer["type"] == "Error":
            raise PagefindError(str(answer["message"]))
        return answer

    def _exchange(self, question: bytes) -> bytes:
        """Return the answer to *question*, or raise EOFError where the program has ended."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise EOFError
        stdin.write(question)
        stdin.flush()
        answer = bytearray()
        while not answer.endswith(b","):  # nothing follows it: a question has one answer
            if not (part := os.read(stdout.fileno(), 65536)):
                raise EOFError
            answer += part
        return bytes(answer[:-1])

    def _reason(self) -> str:
        """Say why there is no answer."""
        # The timer has only run to its end if it was not cancelled first.
        if self._timer.finished.is_set():
            return f"Pagefind was stopped after {_SECONDS} seconds"
        return "Pagefind ended before the index was finished"
