"""What the last build was made from: where nothing has changed since, its site stays."""

import json
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, from_fields
from hubtool.documents import SourceFile, parse
from hubtool.files import (
    CACHE_FOLDER,
    Sources,
    docs,
    own_folder,
    package_files,
    put,
    remove,
    sources,
)
from hubtool.site.engine import EngineName, program
from hubtool.site.swap import SITE, building

PREVIEWS = f"{CACHE_FOLDER}/previews"
PICTURES = f"{CACHE_FOLDER}/pictures"
_NOTE = "last-build.json"


@dataclass(frozen=True, slots=True)
class Options:
    """What the site is to be.

    *with_report* adds the page for convenors. *offline* lets links name pages, so that they lead on
    without a server. *strict* lets a warning keep the site from being published, as errors do.
    """

    today: date
    engine_name: EngineName | None = None
    strict: bool = False
    with_report: bool = False
    offline: bool = False


def tool() -> str:
    """Return a digest of hubtool, and of all that it runs with."""
    return _digest((installation(), os.environ.get("PAGEFIND_BINARY_PATH")))


@cache
def installation() -> str:
    """Return a digest of the files of hubtool and of what is installed with it."""
    files = {path: text for path, text in package_files("").items() if "__pycache__" not in path}
    engine = program("mkdocs")  # it may have been installed by itself
    age = Path(engine[0]).stat().st_mtime_ns
    return _digest((sys.version, files, sorted(_packages()), engine, age))


def _packages() -> Iterator[str]:
    """Yield what is installed for this Python, with the versions."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (path.name for path in folder.iterdir() if path.suffix == ".dist-info")


def _digest(value: object) -> str:
    return sha256(repr(value).encode("utf-8", "surrogateescape")).hexdigest()


@dataclass(frozen=True, slots=True)
class LastBuild:
    """Digests of everything that the site was made from, and the diagnostics.

    *tool* is one of hubtool, *indexes* are those of the word indexes.
    """

    key: str
    diagnostics: tuple[Diagnostic, ...]
    tool: str = field(default_factory=tool)
    indexes: Mapping[str, str] = field(default_factory=dict)


def last_build(root: Path) -> LastBuild | None:
    """Return the build that made the site of the hub in *root*, if nothing has touched it since.

    No file that a hub brings passes for the work of a build: the disk itself says when a file was
    last changed.
    """
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
        note = json.loads((own_folder(root, CACHE_FOLDER) / _NOTE).read_bytes())
        if note["site"] == _state(root / SITE):
            diagnostics = tuple(map(from_fields, note["diagnostics"]))
            return LastBuild(note["key"], diagnostics, note["tool"], dict(note["indexes"]))
    return None


def unchanged(root: Path, options: Options) -> LastBuild | None:
    """Return the build that made the site as it is, if another with *options* would make the same."""
    with building(root):
        last = last_build(root)
        return last if last and last.key == key(root, sources(root), options) else None


def remember(root: Path, build: LastBuild) -> None:
    """Note that *build* made the site of the hub in *root*."""
    note = asdict(build) | {"site": _state(root / SITE)}
    put(own_folder(root, CACHE_FOLDER) / _NOTE, json.dumps(note).encode())


def forget(root: Path) -> None:
    """Remove what builds of the hub in *root* have kept for the next."""
    remove(own_folder(root, CACHE_FOLDER) / _NOTE)
    for folder in (PREVIEWS, PICTURES):
        remove(own_folder(root, folder))


def key(root: Path, sources: Sources, options: Options) -> str:
    """Return a digest of everything that the site of the hub in *root* is made from."""
    return _digest((tool(), sources, docs(root), options))


def is_closed(sources: Sources) -> bool:
    """Say whether an engine reads only files that are known here.

    Plugins may read whatever they like, and so may extensions that do not come with Markdown.
    """
    files = (sources.settings, *sources.configuration.inherited)
    return all(_is_closed(file) for file in files if file)


def _is_closed(file: SourceFile) -> bool:
    document, _ = parse(file, inside=("extra", "hub"))
    data = document.data if document else None
    if not isinstance(data, Mapping):
        return False
    extensions = {entry.name for entry in distribution("Markdown").entry_points}
    return _names(data.get("plugins")) <= {"search"} and (
        _names(data.get("markdown_extensions")) <= extensions
    )


def _names(setting: Any) -> set[str]:
    """Return the names in *setting*, each of which may have options of its own."""
    parts = (entry if isinstance(entry, Mapping) else (str(entry),) for entry in setting or ())
    return {name for part in parts for name in part}


def _state(folder: Path) -> str:
    """Return a digest of the files in *folder* as the disk lists them."""
    rows = []
    for path, folders, names in os.walk(folder):
        for name in (*names, *folders):
            item = os.lstat(f"{path}/{name}")
            if not stat.S_ISDIR(item.st_mode):
                times = item.st_mtime_ns, item.st_ctime_ns
                rows.append((f"{path}/{name}", item.st_mode, item.st_size, *times))
    return _digest(sorted(rows))
