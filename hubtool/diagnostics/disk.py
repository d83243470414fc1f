"""What the disk or the system refuses, as a diagnostic: nothing in hubtool or in a text is wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.errors import HubError

_AGAIN = "do it again; if it goes on, look whether another program changes the files meanwhile"
_HINTS = {
    **dict.fromkeys(
        (errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "make room on the disk, and do it again"
    ),
    errno.EROFS: "this disk can only be read: work in a folder that you may write into",
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM),
        "give yourself the right to read and write it, or ask whoever owns it",
    ),
    **dict.fromkeys(
        (errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY),
        "a file stands where a folder should be, or a folder where a file should: remove it, or "
        "give it another name",
    ),
    **dict.fromkeys((errno.ENOENT, errno.ESTALE), _AGAIN),
    errno.ELOOP: "a link leads to itself: remove it",
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), "too many files are open: end other programs"),
}


def refusal(error: OSError | HubError, root: Path | None = None) -> Diagnostic:
    """Return what *error* says; paths in *root* are told as they stand in the hub."""
    if isinstance(error, HubError):
        return diagnostic("H902", str(error), path=".", hint=error.hint)
    reason = error.strerror or str(error) or type(error).__name__
    path = _path(error, root)
    hint = _HINTS.get(error.errno or 0, "look whether the disk is there and whole, and do it again")
    about = f" (`{path}`)" if path else ""
    return diagnostic("H902", f"the system refuses: {reason}{about}", path=path or ".", hint=hint)


def _path(error: OSError, root: Path | None) -> str:
    name = error.filename2 or error.filename
    if not isinstance(name, str | bytes | os.PathLike):  # it may be the number of an open file
        return ""
    path = Path(os.fsdecode(name))
    if root is not None and path.is_relative_to(root):
        path = path.relative_to(root)
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")
