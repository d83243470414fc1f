"""Writes the files that are made from a hub, and only into folders of its own."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hubtool.errors import HubError


@dataclass(frozen=True, slots=True)
class TreeChanges:
    """What a write changed on the disk."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]


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


def own_folder(root: Path, path: str) -> Path:
    """Return the folder at *path* in *root*, for hubtool to write into: no part of it is a link."""
    for part in (Path(path), *Path(path).parents[:-1]):
        if (root / part).is_symlink():
            raise HubError(
                f"`{part.as_posix()}` is a link",
                hint="remove it: what is written there must stay in the hub",
            )
    return root / path


def everything(folder: Path) -> set[str]:
    """Return the paths below *folder* of all that lies in it, but folders."""
    return set(_everything(folder))


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
