"""`hubtool validate`: reports every fault with its place, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

import click

from hubtool.cli import _site
from hubtool.cli._fixes import mend
from hubtool.cli._shared import Start, exit_code, inside, is_in_scope, show
from hubtool.diagnostics.diagnostic import Diagnostic, Severity

_KINDS = {"cases": "case", "collections": "collection", "opportunities": "opportunity"}


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@_site.form
@_site.strict
@click.option(
    "--notes", "has_notes", is_flag=True, help="List the notes too, not only their number."
)
@click.option(
    "--fix", is_flag=True, help="Mend what can be mended without a doubt, then report the rest."
)
@click.option("--diff", is_flag=True, help="Write nothing; show what `--fix` would change.")
@_site.today
@click.pass_obj
def command(  # noqa: PLR0913  (each option of the command is a parameter)
    start: Start,
    paths: tuple[Path, ...],
    *,
    form: str,
    strict: bool,
    has_notes: bool,
    fix: bool,
    diff: bool,
    today: date,
) -> None:
    """Report every fault in the hub, or in PATHS.

    The whole hub is read in any case: a case may refer to others.

    With `--fix` misspelt keys, names of terms, addresses as they are shared, quotes that are
    missing, dates in other forms, marks of word processors and the metadata of pictures are mended.
    Comments, and every word beside them, stay.
    """
    from hubtool.files import sources as read_sources  # noqa: PLC0415  # slow: pydantic
    from hubtool.load import load  # noqa: PLC0415

    root = start.root()
    scope = tuple(inside(path, root) for path in paths)
    if fix or diff:
        mend(root, read_sources(root), scope, today=today, writes=not diff)
    sources = read_sources(root)
    _, diagnostics = load(sources, today=today)
    files = (*sources.records, *sources.vocabularies, *sources.captions)
    if sources.settings:
        files = (*files, sources.settings)
    reported = [item for item in diagnostics if _is_reported(item, scope)]
    checked = _checked((file.path for file in files), scope)
    contents = {file.path: file.content for file in (*files, *sources.pages, *sources.elsewhere)}
    show(reported, contents, form=form, checked=checked, has_notes=has_notes)
    raise SystemExit(exit_code(reported, strict=strict))


def _is_reported(item: Diagnostic, scope: tuple[PurePosixPath, ...]) -> bool:
    from hubtool.files import SETTINGS  # noqa: PLC0415  # slow: yaml

    # Without settings nothing has been checked, and silence would mean "all clear".
    is_about_hub = item.path == SETTINGS and item.severity is Severity.ERROR
    return is_about_hub or is_in_scope(item.path, scope)


def _checked(paths: Iterable[str], scope: tuple[PurePosixPath, ...]) -> dict[str, int]:
    """Return how many records of each kind are among *paths*; other files where there are none."""
    kinds = Counter(
        _KINDS.get(path.partition("/")[0], "other file") if path.count("/") == 1 else "other file"
        for path in paths
        if is_in_scope(path, scope)
    )
    records = {kind: kinds[kind] for kind in _KINDS.values() if kinds[kind]}
    return records or dict(kinds)
