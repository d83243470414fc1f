"""`hubtool report`: what each case holds, and what the hub still lacks."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

import click

from hubtool.cli._shared import ERRORS, Start

if TYPE_CHECKING:
    from hubtool.hub.report import Report, Share


@click.command("report")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date to report on, in place of today's.",
)
@click.pass_obj
def command(start: Start, *, form: str, today: datetime | None) -> None:
    """Say what each case holds, and what the hub still lacks."""
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.hub.report import report  # noqa: PLC0415
    from hubtool.load import load  # noqa: PLC0415

    day = today.date() if today else date.today()  # noqa: DTZ011  # the reader's own day
    hub, _ = load(sources(start.root()), today=day)
    if hub is None:
        click.echo("error: the hub has errors: `hubtool validate` tells them", err=True)
        raise SystemExit(ERRORS)
    made = report(hub)
    if form == "json":
        click.echo(json.dumps({"version": 1, **asdict(made)}, ensure_ascii=False, indent=1))
        return
    click.echo("\n".join(_lines(made)))


def _lines(made: Report) -> list[str]:
    head = (
        f"{'case':<42} {'words':>5} {'lessons':>7} {'hard':>4} {'sourced':>8} {'films':>5}  voices"
    )
    rows = [
        f"{one.id:<42} {one.words:>5} {one.lessons:>7} {one.unwelcome:>4}"
        f" {f'{one.sourced}/{one.claims}':>8} {one.films:>5}  {', '.join(one.voices)}"
        for one in made.cases
    ]
    gaps = [
        f"  {facet}: {', '.join(f'{gap.value} ({gap.count})' for gap in found)}"
        for facet, found in groupby(made.gaps, key=lambda gap: gap.facet)
    ]
    lessons = sum(one.lessons for one in made.cases)
    return [
        head,
        *rows,
        "",
        (
            f"{len(made.cases)} cases, {lessons} lessons, {made.ties} ties between lessons,"
            f" {made.contradictions} pairs that contradict each other"
        ),
        "kinds of lesson: " + _shares(made.lesson_kinds),
        "voices of lessons: " + _shares(made.lesson_voices),
        "values that fewer than three cases or lessons have:",
        *gaps,
    ]


def _shares(shares: tuple[Share, ...]) -> str:
    return ", ".join(f"{one.name} {one.count} ({one.percent:.0f} %)" for one in shares)
