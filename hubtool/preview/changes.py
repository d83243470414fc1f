"""Notices that a hub's files have changed: by listing them, and comparing with the list before.

Nothing is asked of the system's own notices. They are lost with a folder that is removed and made
again, and never come from many shared and network disks.
"""

import os
import stat
import threading
import time
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from hubtool.files import PARTS_OF_HUB

_PAUSE = 0.15  # seconds between two looks
_REST = 10  # times as long as a look: what is large or slow is asked less often
_STEP = 0.03  # longer than the grain of the times that a disk keeps
_STEPS = 8
_QUIET = 1.0  # seconds without a change, after which there is time for slow work

_State = tuple[int, ...]


class Signal(Enum):
    """What a look at the files came to."""

    CHANGED = auto()
    QUIET = auto()


def signals(root: Path, ended: threading.Event) -> Iterator[Signal]:
    """Yield at once, whenever the files of the hub in *root* have changed, and when all is quiet.

    What changes while the caller works counts as one change.
    """
    known: dict[str, _State] | None = None
    last = time.monotonic()
    while not ended.is_set():
        began = time.monotonic()
        listing = _listing(root)
        pause = max(_PAUSE, _REST * (time.monotonic() - began))
        if listing != known:
            known = _settled(root)
            yield Signal.CHANGED
            last = time.monotonic()
        elif time.monotonic() - last > _QUIET:
            yield Signal.QUIET
        ended.wait(pause)


def _settled(root: Path) -> dict[str, _State] | None:
    """Wait a little until nothing changes, and return the files; None if they go on changing."""
    before = _listing(root)
    for _ in range(_STEPS):
        time.sleep(_STEP)
        after = _listing(root)
        if after == before:
            return after
        before = after
    return None


def _listing(root: Path) -> dict[str, _State]:
    """Return what the disk knows of each file and folder of a hub, without reading any."""
    states: dict[str, _State] = {}
    waiting = [str(root / name) for name in PARTS_OF_HUB]
    while waiting:
        path = waiting.pop()
        try:
            status = os.lstat(path)
            states[path] = (status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns)
            if stat.S_ISDIR(status.st_mode):
                with os.scandir(path) as entries:
                    waiting += [entry.path for entry in entries]
        except OSError:  # it has gone, or may not be looked into
            continue
    return states
