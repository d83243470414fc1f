"""What the settings of a hub refer to: the files they inherit from, variables, and where Git got it."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from configparser import Error as ConfigError
from dataclasses import dataclass, field
from pathlib import Path

from hubtool.documents import SourceFile
from hubtool.documents.decoding import MOST_BYTES

SETTINGS = "mkdocs.yml"
_MOST_FILES = 5
_INHERIT = re.compile(rb"^INHERIT:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_VARIABLES = re.compile(rb"!ENV[ \t]+\[?([^\]\r\n]*)")
_NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The files from which the settings inherit, nearest first, and the variables that they name.

    *origin* is where the hub was cloned from, if Git knows.
    """

    inherited: tuple[SourceFile, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    origin: str | None = None


def configuration(root: Path) -> Configuration:
    """Return what the settings of the hub in *root* refer to."""
    settings, *inherited = [*_files(root)] or [SourceFile(SETTINGS, b"")]
    texts = b"\n".join(file.content for file in (settings, *inherited))
    names = {
        name
        for match in _VARIABLES.findall(texts)
        for name in _NAME.findall(match.decode(errors="replace"))
    }
    variables = {name: os.environ[name] for name in sorted(names) if name in os.environ}
    return Configuration(tuple(inherited), variables, _origin(root))


def _files(root: Path) -> Iterator[SourceFile]:
    """Yield the settings and the files that they inherit from, as far as these lie in the hub."""
    path = SETTINGS
    for _ in range(_MOST_FILES):
        file = root / path
        is_inside = file.resolve().is_relative_to(root.resolve())
        if not is_inside or not file.is_file() or file.stat().st_size > MOST_BYTES:
            return
        content = file.read_bytes()
        yield SourceFile(path, content)
        match = _INHERIT.search(content)
        if match is None:
            return
        name = match[1].decode(errors="replace")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _origin(root: Path) -> str | None:
    git = root / ".git"
    if not git.is_dir():
        return None
    parser = ConfigParser(strict=False, interpolation=None)
    try:
        parser.read_string((git / "config").read_text(encoding="utf-8", errors="replace"))
    except (OSError, ConfigError):
        return None
    return parser.get('remote "origin"', "url", fallback=None)
