"""`hubtool fmt`: files in the canonical layout."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from hubtool.cli._shared import CLEAN, ERRORS, Start, inside, is_in_scope, show
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.files import Sources
    from hubtool.records.formatting import FormattedFile


@click.command("fmt")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.pass_obj
def command(start: Start, paths: tuple[Path, ...], *, check: bool, diff: bool) -> None:
    """Write the files of the hub, or those in PATHS, in the canonical layout.

    Keys stand in the order of the field reference; an entry stands on one line where it fits; a
    long text is folded. Comments stay. Nothing that a file says changes, but in a published case a
    lesson, film or source without an id gets one, made of its words.

    A file that cannot be read is left alone and its faults are shown.
    """
    from hubtool.files import put, sources  # noqa: PLC0415  # slow: pydantic

    root = start.root()
    files = _format(sources(root), tuple(inside(path, root) for path in paths))
    if not files:
        raise click.UsageError("there is no record or vocabulary of the hub in what you named")
    changed = [file for file in files if file.changes]
    for file in changed:
        if diff:
            click.echo("\n".join(map(terminal, file.diff())))
        if not (check or diff) and file.formatted.content is not None:
            put(root / file.path, file.formatted.content)
        verb = "would change" if check or diff else "formatted"
        click.echo(f"{verb}: {terminal(file.path)}", err=diff)
    diagnostics = [item for file in files for item in file.formatted.diagnostics]
    if diagnostics:
        show(diagnostics, {file.path: file.content for file in files})
    click.echo(f"{len(changed)} of {len(files)} files {_SUMMARY[check or diff]}", err=diff)
    raise SystemExit(ERRORS if diagnostics or (check and changed) else CLEAN)


_SUMMARY = {False: "formatted", True: "would change"}


@dataclass(frozen=True)
class _File:
    """A file before and after."""

    path: str
    content: bytes
    formatted: FormattedFile

    @property
    def changes(self) -> bool:
        return self.formatted.content not in (None, self.content)

    def diff(self) -> Iterator[str]:
        before, after = self.content, self.formatted.content or b""
        return difflib.unified_diff(
            before.decode("utf-8", "replace").splitlines(),
            after.decode().splitlines(),
            self.path,
            self.path,
            lineterm="",
        )


def _format(sources: Sources, scope: tuple[PurePosixPath, ...]) -> list[_File]:
    """Return every file in *scope* as it would be written."""
    from hubtool.load import read  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.records.formatting import format_file  # noqa: PLC0415

    # Whether a case is published is for its consent and the vocabularies to say.
    records, _ = read(sources, today=date.min)
    with_ids = {
        entry.path
        for entry in records.entries
        if entry.folder == "cases" and records.is_published(entry)
    }
    return [
        _File(source.path, source.content, format_file(source, adds_ids=source.path in with_ids))
        for source in (*sources.records, *sources.vocabularies)
        if is_in_scope(source.path, scope)
    ]
