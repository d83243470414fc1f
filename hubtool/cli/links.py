"""`hubtool links`: whether the addresses that the hub names are still there."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start

if TYPE_CHECKING:
    from collections.abc import Callable

    from hubtool.links.answers import LinkAnswer

_SAVE_EVERY = 20


@click.command("links")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
)
@click.option("--days", default=6, show_default=True, help="How long a good answer holds.")
@click.option("--offline", is_flag=True, help="Ask nobody; tell what earlier runs learned.")
@_site.today
@click.pass_obj
def command(start: Start, *, form: str, days: int, offline: bool, today: date) -> None:
    """Ask every address that the hub names whether it is still there.

    One host is asked slowly, one address after another. What is learned is kept, so a run that was
    stopped goes on where it was. An address is gone only once it was missing on three days.
    """
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic
    from hubtool.links.addresses import addresses  # noqa: PLC0415
    from hubtool.links.answers import is_fresh  # noqa: PLC0415
    from hubtool.links.history import LinkHistory, read_history, write_history  # noqa: PLC0415
    from hubtool.load import read  # noqa: PLC0415
    from hubtool.pages.parts.link_outline import link_section  # noqa: PLC0415
    from hubtool.text.words import words  # noqa: PLC0415

    root = start.root()
    records, _ = read(sources(root), today=today)
    files = addresses(records)
    answers = {url: answer for url, answer in read_history(root).answers.items() if url in files}
    history = LinkHistory(answers, files)
    due = [url for url in files if not is_fresh(answers.get(url), today, days=days)]
    if due and not offline:
        _ask(due, answers, today, keep=lambda: write_history(root, history))
    elif not offline:
        write_history(root, history)
    if form == "json":
        data = {url: {**asdict(answer), "files": files[url]} for url, answer in answers.items()}
        click.echo(json.dumps({"version": 1, "links": data}, ensure_ascii=False, indent=1))
        return
    from hubtool.cli._writing import WRITERS  # noqa: PLC0415

    t = words(records.settings.hub.language) if records.settings else words()
    click.echo("\n".join(WRITERS[form]((link_section(t, history),), t, None)))


def _ask(
    due: list[str], answers: dict[str, LinkAnswer], today: date, *, keep: Callable[[], None]
) -> None:
    """Ask for the addresses *due*, put what comes into *answers*, and *keep* it as it comes."""
    from hubtool.links.answers import joined  # noqa: PLC0415

    try:
        from hubtool.links.asking import Manners, ask_all  # noqa: PLC0415  # httpx may be missing
    except ModuleNotFoundError as error:
        raise click.UsageError("httpx is not installed: `pip install 'hubtool[links]'`") from error

    bar = click.progressbar(length=len(due), label="addresses", file=sys.stderr, show_pos=True)
    with bar:

        def tell(url: str, answer: LinkAnswer) -> None:
            answers[url] = joined(answers.get(url), answer)
            bar.update(1)
            if bar.pos % _SAVE_EVERY == 0:
                keep()

        try:
            asyncio.run(ask_all(due, Manners(), today=today, tell=tell))
        finally:
            keep()
