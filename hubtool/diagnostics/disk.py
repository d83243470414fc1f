"""What the disk or the system refuses, as a diagnostic: nothing in hubtool or in a text is wrong."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.errors import HubError

_HINTS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "H902.full"),
    errno.EROFS: "H902.read-only",
    **dict.fromkeys((errno.EACCES, errno.EPERM), "H902.rights"),
    **dict.fromkeys(
        (errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOTEMPTY), "H902.wrong-kind"
    ),
    **dict.fromkeys((errno.ENOENT, errno.ESTALE), "H902.again"),
    errno.ELOOP: "H902.loop",
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), "H902.many-files"),
}


def refusal(error: OSError | HubError, root: Path | None = None) -> Diagnostic:
    """Return what *error* says; paths in *root* are told as they stand in the hub."""
    if isinstance(error, HubError):
        return diagnostic(Wording("H902", str(error), error.hint), path=".")
    reason = error.strerror or str(error) or type(error).__name__
    path = _path(error, root)
    hint = phrase(_HINTS[error.errno]) if error.errno in _HINTS else None
    key = "H902.refusal-at" if path else "H902.refusal"
    return diagnostic(wording(key, hint, reason=reason, path=path), path=path or ".")


def _path(error: OSError, root: Path | None) -> str:
    name = error.filename2 or error.filename
    if not isinstance(name, str | bytes | os.PathLike):  # it may be the number of an open file
        return ""
    path = Path(os.fsdecode(name))
    if root is not None and path.is_relative_to(root):
        path = path.relative_to(root)
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")
