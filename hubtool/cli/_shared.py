"""What commands share: the hub's root, exit codes, and how diagnostics are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from hubtool import __version__
from hubtool.diagnostics.diagnostic import Diagnostic, Severity, failures

CLEAN, ERRORS, USAGE, BUG, REFUSED = 0, 1, 2, 3, 4


@dataclass(frozen=True)
class Start:
    """Where to look for the hub: in *hub*, or from the working folder upwards."""

    hub: Path | None

    def root(self) -> Path:
        """Return the hub's root, or raise UsageError."""
        _warn_if_slow()
        if self.hub is not None:
            return self.hub.resolve()
        working_folder = Path.cwd().resolve()
        for folder in (working_folder, *working_folder.parents):
            if _holds_hub(folder):
                return folder
        raise click.UsageError(
            "there is no hub here: no mkdocs.yml with `extra: hub:` in this folder or above it.\n"
            "Run this in the hub's folder, or name it with `hubtool --hub DIR`."
        )


def inside(path: Path, root: Path) -> PurePosixPath:
    """Return *path* relative to the hub in *root*, or raise UsageError."""
    # The name itself may be a link, and must stay one.
    absolute = path.parent.resolve() / path.name if path.name else path.resolve()
    if not absolute.is_relative_to(root):
        raise click.UsageError(f"{path} does not lie in the hub {root}")
    return PurePosixPath(absolute.relative_to(root).as_posix())


def is_in_scope(path: str, scope: tuple[PurePosixPath, ...]) -> bool:
    """Say whether *path* is one of *scope* or lies in it; all do where there is no scope."""
    return not scope or any(PurePosixPath(path).is_relative_to(folder) for folder in scope)


def show(
    diagnostics: Iterable[Diagnostic],
    contents: Mapping[str, bytes],
    *,
    form: str = "text",
    checked: Mapping[str, int] | None = None,
    has_notes: bool = True,
) -> None:
    """Print *diagnostics* in the format *form*; *contents* are the files they point into."""
    from hubtool.diagnostics.reporters import REPORTERS, Report  # noqa: PLC0415  # only runs that report need it

    ordered = tuple(sorted(diagnostics))
    paths = {item.path for item in ordered} | {
        part.path for item in ordered for part in item.related
    }
    texts = {
        path: contents[path].decode("utf-8", errors="replace").removeprefix("\ufeff")
        for path in paths
        if path in contents
    }
    colour = (
        form == "text"
        and sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
    )
    report = Report(
        ordered, texts, checked or {}, __version__, has_colour=colour, has_notes=has_notes
    )
    click.echo(REPORTERS[form](report), nl=False, color=colour)


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """Return 0 for clean, 1 for errors (with *strict*: warnings too), 2 for wrong settings."""
    causes = failures(diagnostics, strict=strict)
    if any(_is_about_settings(cause) for cause in causes):
        return USAGE
    return ERRORS if causes else CLEAN


def _is_about_settings(item: Diagnostic) -> bool:
    from hubtool.files import SETTINGS  # noqa: PLC0415  # --help and --version go without

    # A failure of the engine is reported at the settings file too, and is no wrong setting of ours.
    is_engine = item.code.startswith("H6")
    return item.path == SETTINGS and item.severity is Severity.ERROR and not is_engine


def _warn_if_slow() -> None:
    from hubtool.documents import IS_FAST  # noqa: PLC0415  # --help and --version go without

    if not IS_FAST:
        click.echo(
            "warning: PyYAML has no libyaml here: reading takes some 25 times longer", err=True
        )
        click.echo("hint: install a PyYAML wheel, or libyaml before building PyYAML", err=True)


def _holds_hub(folder: Path) -> bool:
    from hubtool.documents import SourceFile, parse  # noqa: PLC0415  # --help and --version go without
    from hubtool.files.configuration import SETTINGS, configuration  # noqa: PLC0415

    settings = folder / SETTINGS
    if not settings.is_file():
        return False
    inherited = configuration(folder).inherited
    for file in (SourceFile(SETTINGS, settings.read_bytes()), *inherited):
        document, _ = parse(file, inside=("extra", "hub"))
        # A file that can't be read may be our hub: its faults are then what the reader must see.
        if document is None or document.unread or document.has(("extra", "hub")):
            return True
    return False
