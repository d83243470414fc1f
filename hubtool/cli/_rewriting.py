"""What `withdraw` and `rename` share: a plan is shown, then carried out after a yes."""

from __future__ import annotations

import difflib
import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hubtool.errors import HubError
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.documents import SourceFile
    from hubtool.files import Sources
    from hubtool.records.plans import Plan

dry_run = click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
yes = click.option("--yes", is_flag=True, help="Do it without asking.")


def after(sources: Sources, plan: Plan) -> Sources:
    """Return *sources* as they will be when *plan* has been carried out."""
    from hubtool.documents import SourceFile  # noqa: PLC0415  # --help goes without
    from hubtool.files import RECORD_FOLDERS  # noqa: PLC0415

    gone = {*plan.removals, *plan.moves}
    known = {file.path for file in sources.records}
    fresh = [
        SourceFile(path, text.encode())
        for path, text in plan.texts.items()
        if path.startswith(RECORD_FOLDERS) and path not in known
    ]
    records = [file for file in sources.records if file.path not in gone]
    media = [plan.moves.get(path, path) for path in sources.media if path not in plan.removals]

    def changed(files: tuple[SourceFile, ...] | list[SourceFile]) -> tuple[SourceFile, ...]:
        return tuple(
            SourceFile(file.path, plan.texts[file.path].encode("utf-8", "surrogateescape"))
            if file.path in plan.texts
            else file
            for file in files
        )

    return replace(
        sources,
        settings=changed((sources.settings,))[0] if sources.settings else None,
        records=tuple(sorted((*changed(records), *fresh), key=lambda file: file.path)),
        vocabularies=changed(sources.vocabularies),
        pages=changed(sources.pages),
        media=tuple(sorted(media)),
        captions=tuple(
            SourceFile(plan.moves.get(file.path, file.path), file.content)
            for file in sources.captions
            if file.path not in plan.removals
        ),
        pictures={plan.moves.get(path, path): value for path, value in sources.pictures.items()},
    )


def show(root: Path, plan: Plan) -> None:
    """Print what *plan* does, line by line."""
    for path, text in plan.texts.items():
        for line in _diff(root, path, text):
            click.echo(terminal(line))
    for path in plan.removals:
        click.echo(f"remove {terminal(path)}")
    for old, new in plan.moves.items():
        click.echo(f"move {terminal(old)} to {terminal(new)}")


def carry_out(root: Path, plan: Plan, *, is_sure: bool) -> bool:
    """Carry *plan* out after a yes; say whether it was done, and how it is undone."""
    from hubtool.cli._git import unsaved  # noqa: PLC0415  # --help goes without
    from hubtool.files.replacing import replace_all  # noqa: PLC0415

    contents = _contents(root, plan)
    present = [path for path in contents if (root / path).exists()]
    uncommitted = unsaved(root, present)
    if uncommitted:
        raise HubError(
            f"nothing was changed: Git cannot bring these back as they are now: {_list(root, uncommitted)}",
            hint="commit these files first",
        )
    if uncommitted is None:
        click.echo("Git does not keep this hub: nothing of this can be undone. Copy the hub first.")
    if not is_sure and not click.confirm("Do this?", default=False):
        click.echo("nothing was changed")
        return False
    replace_all(root, contents)
    click.echo("done")
    if uncommitted is not None:
        fresh = [path for path in contents if path not in present]
        click.echo("These commands undo it, before you commit:")
        click.echo(f"  git restore -- {_list(root, present)}")
        if fresh:
            click.echo(f"  rm -- {_list(root, fresh)}")
    return True


def _list(root: Path, paths: Iterable[str]) -> str:
    """Return *paths* of the hub as a shell in the present folder reads them."""
    return terminal(shlex.join(os.path.relpath(root / path) for path in paths))


def _contents(root: Path, plan: Plan) -> Mapping[str, bytes | None]:
    contents: dict[str, bytes | None] = {
        new: (root / old).read_bytes() for old, new in plan.moves.items()
    }
    contents |= {path: text.encode("utf-8", "surrogateescape") for path, text in plan.texts.items()}
    return contents | dict.fromkeys((*plan.removals, *plan.moves))


def _diff(root: Path, path: str, text: str) -> Iterator[str]:
    file = root / path
    before = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
    return difflib.unified_diff(
        before.splitlines(), text.splitlines(), path, path, n=1, lineterm=""
    )
