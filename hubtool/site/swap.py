"""Replaces a folder by a newer one; only one process may write at a time."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from hubtool.errors import HubError
from hubtool.files import WORK_FOLDER, own_folder, remove

SITE = "site"
NEW = f"{WORK_FOLDER}/{SITE}"
"""Where a site is drawn, until it takes the place of the last one."""

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def put_in_place(new: Path, target: Path) -> None:
    """Move *new* to *target*, and remove the folder that was there.

    If the system can exchange two folders, no reader ever finds *target* missing. Otherwise it
    is missing between two renames; if the machine stops then, `recover` puts the old one
    back.
    """
    if not target.exists():
        new.rename(target)
        return
    if exchange(new, target):
        remove(new)
        return
    old = _set_aside(new, target)
    remove(old)
    target.rename(old)
    new.rename(target)
    remove(old)


def recover(new: Path, target: Path) -> None:
    """Undo an unfinished replacement of *target* by *new*."""
    old = _set_aside(new, target)
    if old.exists() and not target.exists():
        old.rename(target)
    remove(old)
    remove(new)


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; return whether this system can."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    status: int = renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
    )
    return status == 0


@contextmanager
def building(root: Path) -> Iterator[None]:
    """Let nobody else build the site of the hub in *root* while the body runs."""
    with single_writer(own_folder(root, WORK_FOLDER) / "build.lock", doing="building"):
        recover(root / NEW, root / SITE)
        yield


@contextmanager
def single_writer(lock: Path, *, doing: str) -> Iterator[None]:
    """Hold the file *lock* while the body runs; raise `HubError` if somebody else holds it.

    The system releases it when the process ends, in whatever way it ends.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(lock, blocking=False):
            yield
    except Timeout:
        raise HubError(
            f"somebody else is {doing} in this folder",
            hint="wait until that has ended, then try again",
        ) from None


def _set_aside(new: Path, target: Path) -> Path:
    return new.with_name(f"{target.name}.old")
