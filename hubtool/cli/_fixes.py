"""`hubtool validate --fix`: mends files, or shows what would change in them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from hubtool.cli._shared import is_in_scope
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.files import Sources
    from hubtool.fixing import Change


def mend(
    root: Path,
    sources: Sources,
    scope: tuple[PurePosixPath, ...],
    *,
    today: date,
    writes: bool,
) -> None:
    """Mend the files of the hub in *root* that lie in *scope*; without *writes* show the changes."""
    from hubtool.files import put  # noqa: PLC0415  # slow: pydantic
    from hubtool.fixing import changes  # noqa: PLC0415

    changed = changes(
        sources,
        today=today,
        is_wanted=lambda path: is_in_scope(path, scope),
        content=lambda path: (root / path).read_bytes(),
    )
    for change in changed:
        if not (root / change.path).is_file():
            continue  # its name cannot be written as it is shown
        if writes:
            put(root / change.path, change.after)
            codes = ", ".join(sorted({item.code for item in change.mended}))
            click.echo(f"mended: {terminal(change.path)} ({codes})", err=True)
        else:
            click.echo("\n".join(map(terminal, _diff(change))))


def _diff(change: Change) -> Iterator[str]:
    try:
        before, after = change.before.decode(), change.after.decode()
    except UnicodeDecodeError:
        count = len(change.before) - len(change.after)
        yield f"{change.path}: the metadata are taken out ({count:,} bytes)"
        return
    yield from difflib.unified_diff(
        before.splitlines(), after.splitlines(), change.path, change.path, lineterm=""
    )
