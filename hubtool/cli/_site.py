"""What the commands that read a whole hub share: their options, and the hub."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hubtool.cli._shared import Start, exit_code, show
from hubtool.diagnostics.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from hubtool.hub.hub import Hub

strict = click.option("--strict", is_flag=True, help="Let warnings fail the run too.")
form = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif", "github")),
    default="text",
    show_default=True,
)
engine = click.option(
    "--engine",
    type=click.Choice(("mkdocs", "zensical")),
    help="What renders the pages, in place of the hub's setting.",
)


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date:
    # The day in the time zone of this machine, not in UTC.
    return (value or datetime.now(UTC).astimezone()).date()


today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="YYYY-MM-DD",
    help="The date to go by, in place of today's.",
)


def report(root: Path, diagnostics: list[Diagnostic], *, form: str = "text") -> None:
    """Print *diagnostics* of the hub in *root*, each with the line it is about.

    Notes are for writers of records: in text only `hubtool validate` shows them.
    """
    if form == "text":
        diagnostics = [item for item in diagnostics if item.severity is not Severity.NOTE]
        if not diagnostics:
            return
    paths = {item.path for item in diagnostics}
    paths |= {part.path for item in diagnostics for part in item.related}
    files = {path: root / path for path in paths}
    contents = {}
    for path, file in files.items():
        with suppress(OSError):  # that may be what the diagnostic is about
            contents[path] = file.read_bytes()
    show(diagnostics, contents, form=form)


def hub_or_exit(start: Start, *, today: date, is_strict: bool = False, drafts: bool = False) -> Hub:
    """Return the hub; where it has errors, print them and end the command."""
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.load import load  # noqa: PLC0415

    root = start.root()
    hub, diagnostics = load(sources(root), today=today, drafts=drafts)
    if hub is None or exit_code(diagnostics, strict=is_strict):
        report(root, diagnostics)
        raise SystemExit(exit_code(diagnostics, strict=is_strict))
    return hub
