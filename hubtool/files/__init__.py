"""Reads the files of a hub, and writes the files that are made from them."""

import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from hubtool.documents import SourceFile
from hubtool.documents.pictures import (
    MOST_BYTES,
    Picture,
    PictureFault,
    looks_like_picture,
    picture,
)
from hubtool.errors import HubError
from hubtool.files.configuration import SETTINGS as SETTINGS
from hubtool.files.configuration import Configuration, configuration

_PACKAGE = Path(__file__).parent.parent
DOCS_FOLDER = "docs"
RECORD_FOLDERS = ("cases", "collections", "opportunities")
VOCABULARY_FOLDER = "vocabulary"
WORK_FOLDER = ".hubtool"
_LIKE_FOLDER = re.compile(r"(?:cases?|case[-_ ]?stud|collections?$|opportunit)", re.IGNORECASE)
_MOST_OF_A_RECORD = 1_000_000  # bytes
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
    pictures: Mapping[str, Picture | PictureFault] = field(default_factory=dict)  # of both folders
    elsewhere: tuple[SourceFile, ...] = ()  # YAML where no record belongs: one may be lost there
    configuration: Configuration = field(default_factory=Configuration)


@dataclass(frozen=True, slots=True)
class TreeChanges:
    """What a write changed on the disk."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


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
    return Sources(
        settings=_source(root, SETTINGS) if settings.is_file() else None,
        records=tuple(_source(root, path) for path in sorted(records)),
        vocabularies=tuple(_source(root, path) for path in vocabularies),
        captions=tuple(_source(root, path) for path in media if path.endswith(CAPTION_ENDINGS)),
        media=tuple(map(_printable, media)),
        strays=tuple(map(_printable, sorted(set(paths) - {*records, *vocabularies, *media}))),
        starters=starters(),
        pages=tuple(_source(root, path) for path in _docs(root) if path.endswith(".md")),
        pictures=_pictures(root, media),
        elsewhere=tuple(_source(root, path) for path in _elsewhere(root)),
        configuration=configuration(root),
    )


def _elsewhere(root: Path) -> Iterator[str]:
    """Yield the YAML files beside the settings, in docs/ and in folders named like those of records."""
    entries = sorted(root.iterdir())
    names = [DOCS_FOLDER, *(path.name for path in entries if _LIKE_FOLDER.match(path.name))]
    folders = [name for name in names if name not in RECORD_FOLDERS]
    paths = [path.name for path in entries if path.is_file() and path.name != SETTINGS]
    for path in (*paths, *(path for folder in folders for path in below(root, folder))):
        is_worth_reading = path.endswith((".yml", ".yaml")) and _is_worth_a_look(root / path)
        if is_worth_reading and (root / path).lstat().st_size <= _MOST_OF_A_RECORD:
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
    return {
        path.removeprefix(f"{DOCS_FOLDER}/"): (root / path).read_bytes() for path in _docs(root)
    }


def _pictures(root: Path, media: Iterable[str]) -> dict[str, Picture | PictureFault]:
    """Return what lies beside cases and is no captions, and the pictures beside pages by hand."""
    beside_cases = [
        path for path in media if not path.endswith((*CAPTION_ENDINGS, ".yml", ".yaml"))
    ]
    beside_pages = [path for path in _docs(root) if looks_like_picture(_start(root / path))]
    paths = [*beside_cases, *beside_pages]
    return {_printable(path): _picture(root / path, path, _version(root / path)) for path in paths}


@lru_cache(maxsize=4096)
def _picture(file: Path, path: str, _version: tuple[int, int]) -> Picture | PictureFault:
    """Return what *file* is; *_version* tells whether it has changed since it was last opened."""
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1 if looks_like_picture(_start(file)) else 4096)
    return picture(_printable(path), content)


def _version(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_mtime_ns, status.st_size


def _start(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(16)


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
    for folder_path, folders, names in os.walk(root / folder):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        relative = Path(folder_path).relative_to(root)
        links = [name for name in folders if (root / relative / name).is_symlink()]
        paths += [
            (relative / name).as_posix()
            for name in (*names, *links)
            if _is_worth_a_look(root / relative / name)
        ]
    return sorted(paths)


def write(folder: Path, tree: Mapping[str, bytes | Path]) -> TreeChanges:
    """Make *folder* hold exactly *tree*: write what differs, then remove what is not in it.

    A `Path` in the tree stands for the bytes of that file. Nothing is written that is there
    already, and nothing is removed before the rest is written: a tree that is deleted and written
    again at once is far slower on common disks.
    """
    if folder.is_symlink():
        raise HubError(
            f"`{folder.name}` is a link",
            hint="remove it: what is written there must stay in the hub",
        )
    folder.mkdir(parents=True, exist_ok=True)
    changed = tuple(
        path for path, content in sorted(tree.items()) if _write_one(folder, path, content)
    )
    strays = sorted(set(_everything(folder)) - set(tree))
    for path in strays:
        (folder / path).unlink()
    _remove_empty_folders(folder)
    return TreeChanges(changed, tuple(strays))


def add(folder: Path, files: Iterable[tuple[str, bytes | Path]]) -> None:
    """Write *files* (paths below *folder* and their content), and leave all others as they are."""
    for path, content in files:
        _write_one(folder, path, content)


def put(file: Path, content: bytes) -> None:
    """Write *file* in one step: a reader finds all of it, or what was there before."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.half")
    half.write_bytes(content)
    if file.exists():
        shutil.copymode(file, half)
    half.replace(file)


def remove(folder: Path) -> None:
    """Remove *folder* with its content, if it is there; if it is a link, only the link."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)


# What Windows makes by itself in a folder that somebody has looked at.
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


def _is_hidden(name: str) -> bool:
    return name.lower() in _OF_THE_SYSTEM or (
        name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#"))
    )


def _is_worth_a_look(path: Path) -> bool:
    return not _is_hidden(path.name) and (path.is_symlink() or stat.S_ISREG(path.lstat().st_mode))


def _is_in(path: str, folders: Iterable[str]) -> bool:
    folder, _, name = path.partition("/")
    return folder in folders and "/" not in name and name.endswith(".yml")


def _source(root: Path, path: str) -> SourceFile:
    return SourceFile(_printable(path), (root / path).read_bytes())


def _printable(path: str) -> str:
    # A name that is not UTF-8 could not be printed: each such byte becomes the sign for a character
    # that cannot be shown.
    return os.fsencode(path).decode("utf-8", errors="replace")


def _write_one(folder: Path, path: str, content: bytes | Path) -> bool:
    target = folder / path
    if target.is_file() and not target.is_symlink() and _is_same(target, content):
        return False
    _make_room(folder, path)
    if isinstance(content, Path):
        shutil.copy2(content, target)
    else:
        target.write_bytes(content)
    return True


def _is_same(target: Path, content: bytes | Path) -> bool:
    if isinstance(content, bytes):
        return target.read_bytes() == content
    current, source = target.stat(), content.stat()
    return (current.st_size, current.st_mtime_ns) == (source.st_size, source.st_mtime_ns)


def _make_room(folder: Path, path: str) -> None:
    """Make the folders between *folder* and *path*; remove files that have their names."""
    target = folder / path
    between = [
        parent
        for parent in reversed(target.parents)
        if parent != folder and parent.is_relative_to(folder)
    ]
    for parent in between:
        if parent.is_symlink() or parent.is_file():
            parent.unlink()
        parent.mkdir(exist_ok=True)
    if target.is_dir() or target.is_symlink():
        remove(target)


def _everything(folder: Path) -> Iterator[str]:
    for folder_path, folders, names in os.walk(folder):
        parent = Path(folder_path)
        links = [name for name in folders if (parent / name).is_symlink()]
        yield from ((parent / name).relative_to(folder).as_posix() for name in (*names, *links))


def _remove_empty_folders(folder: Path) -> None:
    for path, _, _ in sorted(os.walk(folder), reverse=True):
        if Path(path) != folder and not next(Path(path).iterdir(), None):
            Path(path).rmdir()
