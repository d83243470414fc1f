"""What commands ask of Git: a hub as it was at a revision, and what is not committed."""

import os
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from hubtool.files import PARTS_OF_HUB
from hubtool.site.process import Result, run
from hubtool.text.escape import terminal

_SECONDS = 60


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


def unsaved(root: Path, paths: Sequence[str]) -> list[str] | None:
    """Return those of *paths* of which Git does not hold what the disk holds; None: no Git."""
    words = ("--literal-pathspecs", "status", "--porcelain", "-z", "-uall", "--ignored")
    try:
        result = _run(root, *words, "--", *paths)
    except OSError:
        return None
    if result.status != 0:
        return None
    names = result.output.split("\0")
    return [path for path in paths if any(name[3:].endswith(path) for name in names if name)]


def _is_of_hub(path: str) -> bool:
    return path.partition("/")[0] in PARTS_OF_HUB


def _git(root: Path, *words: str) -> str:
    try:
        result = _run(root, *words)
    except OSError as error:
        raise click.UsageError("Git is not installed here") from error
    if result.status != 0:
        raise click.UsageError(f"Git says: {terminal(result.output.strip())}")
    return result.output.strip().rpartition("\n")[2]


def _run(root: Path, *words: str) -> Result:
    return run(("git", *words), folder=root, environment=os.environ, seconds=_SECONDS)
