"""Names the files in the folder of the site that no build has put there, before they go."""

from collections.abc import Iterator
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.wording import wording
from hubtool.files import CACHE_FOLDER, everything, own_folder, put

_LIST = "site-files.txt"


def strangers(root: Path, site: str, new: Path) -> Iterator[Diagnostic]:
    """Yield the files in the folder *site* that are neither of the last site nor of the *new* one."""
    if (root / site).is_symlink() or not (root / site).is_dir():
        return
    for path in sorted(everything(root / site) - everything(new) - _last_files(root)):
        yield diagnostic(
            wording("H604.stranger"),
            path=f"{site}/{path}".encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
        )


def note_files(root: Path, new: Path) -> None:
    """Remember, beside the files of the last site, those of the *new* one that takes its place."""
    names = "\n".join(sorted(everything(new)))
    put(own_folder(root, CACHE_FOLDER) / _LIST, names.encode("utf-8", "surrogateescape"))


def _last_files(root: Path) -> set[str]:
    file = own_folder(root, CACHE_FOLDER) / _LIST
    text = file.read_bytes() if file.is_file() else b""
    return {*text.decode("utf-8", "surrogateescape").split("\n")}
