"""Runs a command, and says what it took: time, processor time and memory."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

_PAUSE = 0.1  # seconds between two looks at the memory
_MEGABYTE = 1000  # kB


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds by the clock and of processors, and the most memory in MB.

    *index_memory* is that of Pagefind's own process, which is not part of *memory*. Where the system
    does not tell it of each process, both are of the largest process.
    """

    wall: float
    processor: float
    memory: float
    index_memory: float = 0

    def __add__(self, other: "Cost") -> "Cost":
        """Return the cost of both, one after the other."""
        return Cost(
            self.wall + other.wall,
            self.processor + other.processor,
            max(self.memory, other.memory),
            max(self.index_memory, other.index_memory),
        )


def cost(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run *command* in *folder* to its end and return what it took, all its processes together."""
    with TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        most = [0.0, 0.0]
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            most = [max(pair) for pair in zip(most, _memory(process.pid), strict=True)]
            time.sleep(_PAUSE if time.perf_counter() - start > 2 else _PAUSE / 20)
        wall = time.perf_counter() - start
        _, status, usage = ended
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, output.read()[-2000:])
    memory = most[0] or usage.ru_maxrss / _MEGABYTE
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory, most[1])


def _memory(process: int) -> tuple[float, float]:
    """Return the memory in MB of *process* and those it started, and of Pagefind among them.

    A page of memory that processes share is counted once, by their shares of it.
    """
    ours, index = 0.0, 0.0
    try:
        folder = Path(f"/proc/{process}")
        name = (folder / "comm").read_text(encoding="ascii", errors="replace")
        rollup = (folder / "smaps_rollup").read_text(encoding="ascii")
        own = int(rollup.partition("\nPss:")[2].split()[0]) / _MEGABYTE
        children = [
            int(child)
            for task in (folder / "task").iterdir()
            for child in (task / "children").read_text(encoding="ascii").split()
        ]
    except (OSError, IndexError):  # it has just ended, or this is no Linux
        return 0.0, 0.0
    if name.startswith("pagefind"):
        index = own
    else:
        ours = own
    for child in children:
        more = _memory(child)
        ours, index = ours + more[0], index + more[1]
    return ours, index
