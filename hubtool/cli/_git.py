"""What commands ask of Git: the files of a hub as they were at a revision."""

import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from hubtool.files import DOCS_FOLDER, RECORD_FOLDERS, SETTINGS, VOCABULARY_FOLDER
from hubtool.site.process import run
from hubtool.text.escape import terminal

_SECONDS = 60
_PARTS = (*RECORD_FOLDERS, VOCABULARY_FOLDER, DOCS_FOLDER, SETTINGS)


@contextmanager
def hub_at(root: Path, revision: str) -> Iterator[Path]:
    """Give a folder with the hub of *root* as it was at *revision*, or raise UsageError."""
    commit = _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    with TemporaryDirectory(prefix="hubtool-") as folder:
        archive = Path(folder) / "hub.tar"
        _git(root, "archive", "--format=tar", f"--output={archive}", commit)
        target = Path(folder) / "hub"
        with tarfile.open(archive) as tar:
            members = [part for part in tar if part.isfile() and _is_of_hub(part.name)]
            tar.extractall(target, members, filter="data")
        yield target


def _is_of_hub(path: str) -> bool:
    return path.partition("/")[0] in _PARTS


def _git(root: Path, *words: str) -> str:
    try:
        result = run(("git", *words), folder=root, environment=os.environ, seconds=_SECONDS)
    except OSError as error:
        raise click.UsageError("Git is not installed here") from error
    if result.status != 0:
        raise click.UsageError(f"Git says: {terminal(result.output.strip())}")
    return result.output.strip().rpartition("\n")[2]
