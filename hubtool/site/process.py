"""Runs another program within a time limit, and leaves none of its processes behind."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile


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
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            status = None
        finally:
            _kill(process)
        file.seek(0)
        return Result(status, file.read().decode("utf-8", errors="replace"))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End *process* with the processes that it has started."""
    if os.name == "posix":
        with suppress(ProcessLookupError):  # all of them have ended
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
