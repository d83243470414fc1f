"""A disk that refuses what a test names, through the hooks by which Python lets its calls be watched."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

READ, WRITE, LIST = "read", "write", "list"

_WRITES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.copyfile"}


@dataclass(frozen=True)
class Refusal:
    """What is refused: reading, writing or listing whatever has *part* in its path, and with what."""

    act: str
    part: str
    number: int

    def concerns(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if not arguments or not isinstance(arguments[0], str | bytes | os.PathLike):
            return False
        return _act(event, arguments) == self.act and self.part in os.fsdecode(arguments[0])


_refusals: list[Refusal] = []


def _act(event: str, arguments: tuple[Any, ...]) -> str | None:
    if event == "open":
        is_writing = bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        return WRITE if is_writing else READ
    if event == "os.scandir":
        return LIST
    return WRITE if event in _WRITES else None


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    for refusal in _refusals:
        if refusal.concerns(event, arguments):
            raise OSError(refusal.number, os.strerror(refusal.number), os.fsdecode(arguments[0]))


_installed: list[bool] = []


@contextmanager
def refusing(act: str, part: str, number: int = errno.EACCES) -> Iterator[None]:
    """Refuse *act* on what has *part* in its path while the body runs."""
    if not _installed:
        _installed.append(True)
        sys.addaudithook(_hook)
    refusal = Refusal(act, part, number)
    _refusals.append(refusal)
    try:
        yield
    finally:
        _refusals.remove(refusal)
