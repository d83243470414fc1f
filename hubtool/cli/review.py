"""`hubtool review`: says what a pull request changes, for a workflow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("review")
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("reply", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--against", required=True, type=_FOLDER, help="The hub without the change.")
@_site.today
@click.pass_obj
def command(start: Start, event: Path, reply: Path, *, against: Path, today: date) -> None:
    """Write to REPLY what the hub's change means for readers, and what a reviewer looks at.

    EVENT is GitHub's file about the workflow that checked the pull request. Both hubs are read as
    data: nothing in them is run. `hubtool answer` sends the reply.
    """
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.github import review  # noqa: PLC0415
    from hubtool.github.reply import write_reply  # noqa: PLC0415

    head = review.read_head(event)
    result = review.review(head, sources(start.root()), sources(against), today=today)
    if result is None:
        click.echo("no record changes")
        return
    write_reply(result, reply)
    click.echo("a comment")
