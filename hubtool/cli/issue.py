"""`hubtool issue`: reads a case that was told in an issue, for a workflow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start


@click.command("issue")
@click.argument("event", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("reply", type=click.Path(dir_okay=False, path_type=Path))
@_site.today
@click.pass_obj
def command(start: Start, event: Path, reply: Path, *, today: date) -> None:
    """Read the case in EVENT, a file of GitHub's about an issue, and write to REPLY what to answer.

    It asks nobody for anything and changes nothing else: `hubtool answer` sends the reply. An issue
    that tells no case gets none.
    """
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.github.issues import read_event, reply_to_issue  # noqa: PLC0415
    from hubtool.github.reply import write_reply  # noqa: PLC0415

    issue_event = read_event(event)
    files = sources(start.root())
    result = reply_to_issue(issue_event, files, today=today) if issue_event else None
    if result is None:
        click.echo("no case is told here")
        return
    write_reply(result, reply)
    click.echo("a case; it can be proposed" if result.proposal else "a case that is not complete")
