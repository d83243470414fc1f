"""`hubtool rename`: gives a record another id, and mends whatever names it."""

from __future__ import annotations

from datetime import date

import click

from hubtool.cli import _rewriting
from hubtool.cli._shared import Start, show


@click.command("rename")
@click.argument("old")
@click.argument("new")
@_rewriting.dry_run
@_rewriting.yes
@click.pass_obj
def command(start: Start, old: str, new: str, *, dry_run: bool, yes: bool) -> None:
    """Give the case or collection OLD the id NEW; the old address leads on to the new one.

    References, links in pages by hand, and the paths of its pictures and captions are mended.
    """
    from hubtool.diagnostics.diagnostic import failures  # noqa: PLC0415  # slow: pydantic
    from hubtool.files import sources  # noqa: PLC0415
    from hubtool.load import load, read  # noqa: PLC0415
    from hubtool.records.plans import renaming  # noqa: PLC0415

    root = start.root()
    files = sources(root)
    records, _ = read(files, today=date.min)
    plan = renaming(records, old, new)
    _rewriting.show(root, plan)
    renamed = _rewriting.after(files, plan)
    _, before = load(files, today=date.min)
    _, diagnostics = load(renamed, today=date.min)
    if failures(diagnostics) and not failures(before):
        contents = {file.path: file.content for file in renamed.records}
        show(failures(diagnostics), contents)
        raise click.UsageError("nothing was changed: the hub would have errors")
    if not dry_run:
        _rewriting.carry_out(root, plan, is_sure=yes)
