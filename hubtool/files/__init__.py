"""Reads the files of a hub, and writes the files that are made from them."""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from hubtool.diagnostics.wording import Wording
from hubtool.documents import SourceFile
from hubtool.documents.decoding import MOST_BYTES as MOST_OF_A_RECORD
from hubtool.documents.pictures import (
    ENOUGH,
    MOST_BYTES,
    Picture,
    is_meant_as_picture,
    looks_like_picture,
    picture,
)
from hubtool.files.configuration import SETTINGS as SETTINGS
from hubtool.files.configuration import Configuration, configuration
from hubtool.files.writing import TreeChanges as TreeChanges
from hubtool.files.writing import add as add
from hubtool.files.writing import everything as everything
from hubtool.files.writing import own_folder as own_folder
from hubtool.files.writing import put as put
from hubtool.files.writing import remove as remove
from hubtool.files.writing import write as write

_PACKAGE = Path(__file__).parent.parent
DOCS_FOLDER = "docs"
RECORD_FOLDERS = ("cases", "collections", "opportunities")
VOCABULARY_FOLDER = "vocabulary"
PARTS_OF_HUB = (SETTINGS, *RECORD_FOLDERS, VOCABULARY_FOLDER, DOCS_FOLDER)
WORK_FOLDER = ".hubtool"
CACHE_FOLDER = f"{WORK_FOLDER}/cache"
_LIKE_FOLDER = re.compile(r"(?:cases?|case[-_ ]?stud|collections?$|opportunit)", re.IGNORECASE)
_YAML_ENDINGS = (".yml", ".yaml")
CAPTION_ENDINGS = (".vtt", ".srt", ".sbv", ".ass", ".ssa", ".ttml", ".dfxp", ".lrc", ".txt")


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that make a hub's records; paths are relative to its root, posix, and sorted."""

    settings: SourceFile | None
    records: tuple[SourceFile, ...]
    vocabularies: tuple[SourceFile, ...]
    captions: tuple[SourceFile, ...]  # those of `media` whose names end as captions do
    media: tuple[str, ...]  # what lies in cases/<id>/
    strays: tuple[str, ...]  # links, wrong endings, wrong folders
    starters: tuple[SourceFile, ...] = ()  # hubtool's own vocabularies, for those the hub lacks
    pages: tuple[SourceFile, ...] = ()  # written by hand, in docs/
    pictures: Mapping[str, Picture | Wording] = field(default_factory=dict)  # of both folders
    elsewhere: tuple[SourceFile, ...] = ()  # YAML where no record belongs: one may be lost there
    configuration: Configuration = field(default_factory=Configuration)


def sources(root: Path) -> Sources:
    """Read everything the records of the hub in *root* are made from.

    A link is never followed, so that a hub cannot publish what lies outside it: it is a stray.
    Hidden files and editors' copies are passed over.
    """
    paths = [
        path for folder in (*RECORD_FOLDERS, VOCABULARY_FOLDER) for path in below(root, folder)
    ]
    plain = [path for path in paths if not (root / path).is_symlink()]
    records = [path for path in plain if _is_in(path, RECORD_FOLDERS)]
    vocabularies = [path for path in plain if _is_in(path, (VOCABULARY_FOLDER,))]
    media = [path for path in plain if path.startswith("cases/") and path.count("/") > 1]
    settings = root / SETTINGS
    captions = (*_files_at(root, [path for path in media if path.endswith(CAPTION_ENDINGS)]),)
    pictures = _pictures(root, media)
    read = {*pictures, *(file.path for file in captions)}
    return Sources(
        settings=next(_files_at(root, [SETTINGS]), None) if settings.is_file() else None,
        records=tuple(_files_at(root, sorted(records))),
        vocabularies=tuple(_files_at(root, vocabularies)),
        captions=captions,
        # What is gone since it was listed is not there.
        media=tuple(
            path for path in map(_printable, media) if path in read or path.endswith(_YAML_ENDINGS)
        ),
        strays=tuple(map(_printable, sorted(set(paths) - {*records, *vocabularies, *media}))),
        starters=starters(),
        pages=tuple(_files_at(root, [path for path in _docs(root) if path.endswith(".md")])),
        pictures=pictures,
        elsewhere=tuple(_files_at(root, _elsewhere(root))),
        configuration=configuration(root),
    )


def _elsewhere(root: Path) -> Iterator[str]:
    """Yield the YAML files beside the settings, in docs/ and in folders named like those of records."""
    entries = sorted(root.iterdir())
    names = [DOCS_FOLDER, *(path.name for path in entries if _LIKE_FOLDER.match(path.name))]
    folders = [name for name in names if name not in RECORD_FOLDERS]
    paths = [path.name for path in entries if path.is_file() and path.name != SETTINGS]
    for path in (*paths, *(path for folder in folders for path in below(root, folder))):
        is_worth_reading = path.endswith(_YAML_ENDINGS) and _is_worth_a_look(root / path)
        with _may_vanish():
            if is_worth_reading and (root / path).lstat().st_size <= MOST_OF_A_RECORD:
                yield path


@cache
def starters() -> tuple[SourceFile, ...]:
    """Return the vocabularies that come with hubtool. Organisations are each hub's own.

    The wheel holds a copy of them; in a checkout they are those of the hub beside the package.
    """
    package = _PACKAGE
    folders = (package / VOCABULARY_FOLDER, package.parent / VOCABULARY_FOLDER)
    folder = next((folder for folder in folders if folder.is_dir()), package)
    return tuple(
        SourceFile(f"{VOCABULARY_FOLDER}/{path.name}", path.read_bytes())
        for path in sorted(folder.glob("*.yml"))
        if path.name != "organisations.yml"
    )


def docs(root: Path) -> dict[str, bytes]:
    """Return the hand-written pages and what lies beside them, by their paths below docs/."""
    contents = {}
    for path in _docs(root):
        with _may_vanish():
            contents[path.removeprefix(f"{DOCS_FOLDER}/")] = (root / path).read_bytes()
    return contents


def _pictures(root: Path, media: Iterable[str]) -> dict[str, Picture | Wording]:
    """Return what lies beside cases and is no captions, and the pictures beside pages by hand."""
    beside_cases = [path for path in media if not path.endswith((*CAPTION_ENDINGS, *_YAML_ENDINGS))]
    beside_pages = [path for path in _docs(root) if is_meant_as_picture(path, _start(root / path))]
    paths = [*beside_cases, *beside_pages]
    pictures = {}
    for path in paths:
        with _may_vanish():
            pictures[_printable(path)] = _picture(root / path, path, _version(root / path))
    return pictures


@lru_cache(maxsize=4096)
def _picture(file: Path, path: str, _version: tuple[int, int]) -> Picture | Wording:
    """Return what *file* is; *_version* tells whether it has changed since it was last opened."""
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1 if looks_like_picture(_start(file)) else ENOUGH)
    return picture(_printable(path), content)


def _version(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_mtime_ns, status.st_size


def _start(file: Path) -> bytes:
    with _may_vanish(), file.open("rb") as opened:
        return opened.read(ENOUGH)
    return b""


def _docs(root: Path) -> list[str]:
    return [path for path in below(root, DOCS_FOLDER) if not (root / path).is_symlink()]


def package_files(folder: str) -> dict[str, bytes]:
    """Return the files of *folder* in this package, by their paths below it."""
    return {
        path.removeprefix(f"{folder}/"): (_PACKAGE / path).read_bytes()
        for path in below(_PACKAGE, folder)
    }


def below(root: Path, folder: str) -> list[str]:
    """Return the paths, relative to *root*, of all files and links in *folder*, sorted."""
    if (root / folder).is_symlink():
        return [folder]
    paths: list[str] = []
    for folder_path, folders, names in os.walk(root / folder, onerror=_unless_gone):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        relative = Path(folder_path).relative_to(root)
        links = [name for name in folders if (root / relative / name).is_symlink()]
        paths += [
            (relative / name).as_posix()
            for name in (*names, *links)
            if _is_worth_a_look(root / relative / name)
        ]
    return sorted(paths)


# What Windows makes by itself in a folder that somebody has looked at.
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


def _is_hidden(name: str) -> bool:
    return name.lower() in _OF_THE_SYSTEM or (
        name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#"))
    )


def _is_worth_a_look(path: Path) -> bool:
    if not _is_hidden(path.name):
        with _may_vanish():
            mode = path.lstat().st_mode
            return stat.S_ISLNK(mode) or stat.S_ISREG(mode)
    return False


def _is_in(path: str, folders: Iterable[str]) -> bool:
    folder, _, name = path.partition("/")
    return folder in folders and "/" not in name and name.endswith(".yml")


def _files_at(root: Path, paths: Iterable[str]) -> Iterator[SourceFile]:
    """Yield the files at *paths*, but for those that are gone since they were listed."""
    for path in paths:
        content = None
        with _may_vanish():
            content = (root / path).read_bytes()
        if content is not None:
            yield SourceFile(_printable(path), content)


def _may_vanish() -> suppress:
    """Pass over a file that somebody removes, or puts a folder in place of, while it is read."""
    return suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError)


def _unless_gone(error: OSError) -> None:
    """Let a folder that cannot be read be an error, and one that is gone be none."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        raise error


def _printable(path: str) -> str:
    # A name that is not UTF-8 could not be printed: each such byte becomes the sign for a character
    # that cannot be shown.
    return os.fsencode(path).decode("utf-8", errors="replace")
