"""Changes several files of a hub at once: all of them, or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from hubtool.files import put


def replace_all(root: Path, contents: Mapping[str, bytes | None]) -> None:
    """Make the files below *root* hold *contents*; None removes one. If one fails, none changes."""
    files = {path: root / path for path in contents}
    before = {path: f.read_bytes() if f.is_file() else None for path, f in files.items()}
    try:
        _put_all(root, contents)
    except OSError:
        _put_all(root, before)
        raise
    for folder in {files[path].parent for path, content in contents.items() if content is None}:
        with suppress(OSError):  # it holds something else
            folder.rmdir()


def _put_all(root: Path, contents: Mapping[str, bytes | None]) -> None:
    for path, content in contents.items():
        if content is None:
            (root / path).unlink(missing_ok=True)
        else:
            put(root / path, content)
