"""Runs another program within a time limit, and leaves none of its processes behind."""

import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """The exit status of a program, `None` if it was stopped at the time limit, and its output."""

    status: int | None
    output: str


def run(
    command: Sequence[str], *, folder: Path, environment: Mapping[str, str], seconds: float
) -> Result:
    """Run *command* in *folder* and return its result; stop it after *seconds*."""
    # A file and not a pipe: a pipe stays open for as long as any process holds it.
    with TemporaryFile() as file:
        signals = _HeldSignals()
        try:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except BaseException:
            signals.release()
            raise
        try:
            signals.release()
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            status = None
        finally:
            _kill(process)
        file.seek(0)
        return Result(status, file.read().decode("utf-8", errors="replace"))


class _HeldSignals:
    """Signals that end hubtool, put off until the program that it starts can be ended with it."""

    def __init__(self) -> None:
        self._arrived: list[int] = []
        self._handlers: dict[int, Any] = {}
        if threading.current_thread() is threading.main_thread():
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                number = getattr(signal, name, None)  # Windows has no SIGHUP
                if number is not None and callable(signal.getsignal(number)):
                    self._handlers[number] = signal.signal(number, self._hold)

    def release(self) -> None:
        """Let the first that arrived, and all that follow, do what they do otherwise."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        for number in self._arrived[:1]:
            signal.raise_signal(number)

    def _hold(self, number: int, _: object) -> None:
        self._arrived.append(number)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End *process* with the processes that it has started."""
    if os.name == "posix":
        with suppress(ProcessLookupError):  # all of them have ended
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
