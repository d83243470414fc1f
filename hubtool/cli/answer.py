"""`hubtool answer`: sends a reply to GitHub, for a workflow."""

from __future__ import annotations

import os
from pathlib import Path

import click

from hubtool.text.escape import github_data


@click.command("answer")
@click.argument("reply", type=click.Path(dir_okay=False, path_type=Path))
def command(reply: Path) -> None:
    """Send REPLY, which `hubtool issue` or `hubtool review` has written, to GitHub.

    One comment is written and kept up to date; a case that is complete is proposed in a pull request.
    The repository and the token come from GITHUB_REPOSITORY and GITHUB_TOKEN.
    """
    from hubtool.github.api import GitHub, send  # noqa: PLC0415
    from hubtool.github.reply import read_reply  # noqa: PLC0415

    if not reply.exists():
        click.echo("there is nothing to answer")
        return
    token = os.environ.get("GITHUB_TOKEN", "")
    if not token:
        raise click.UsageError("GITHUB_TOKEN is not set")
    address = os.environ.get("GITHUB_API_URL", "https://api.github.com")
    github = GitHub(address, os.environ.get("GITHUB_REPOSITORY", ""), token)
    outcome = send(github, read_reply(reply))
    if outcome is None:
        click.echo("the pull request has moved on: nothing is said")
        return
    click.echo(f"answered: {outcome.comment}")
    if outcome.is_refused:
        click.echo(f"::warning title=No pull request::{github_data(_SWITCH)}")


_SWITCH = (
    "GitHub did not let this workflow open a pull request. In the repository's settings, under Actions, General, "
    "switch on “Allow GitHub Actions to create and approve pull requests”."
)
