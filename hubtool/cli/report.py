"""`hubtool report`: what each case holds, and what the hub still lacks."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start

if TYPE_CHECKING:
    from hubtool.hub.quality import Proportion
    from hubtool.hub.report import HubReport


@click.command("report")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@_site.today
@click.pass_obj
def command(start: Start, *, form: str, today: date) -> None:
    """Say what each case holds, and what the hub still lacks."""
    from hubtool.hub.report import report  # noqa: PLC0415  # slow: pydantic, vocabularies

    figures = report(_site.hub_or_exit(start, today=today))
    if form == "json":
        click.echo(json.dumps({"version": 1, **asdict(figures)}, ensure_ascii=False, indent=1))
        return
    click.echo("\n".join(_lines(figures)))


def _lines(figures: HubReport) -> list[str]:
    head = (
        f"{'case':<42} {'words':>5} {'lessons':>7} {'hard':>4} {'sourced':>8} {'films':>5}  voices"
    )
    rows = [
        f"{line.id:<42} {line.words:>5} {line.lessons:>7} {line.unwelcome:>4}"
        f" {f'{line.sourced}/{line.claims}':>8} {line.films:>5}  {', '.join(line.voices)}"
        for line in figures.cases
    ]
    gaps = [
        f"  {facet}: {', '.join(f'{gap.value} ({gap.count})' for gap in facet_gaps)}"
        for facet, facet_gaps in groupby(figures.gaps, key=lambda gap: gap.facet)
    ]
    lessons = sum(line.lessons for line in figures.cases)
    return [
        head,
        *rows,
        "",
        (
            f"{len(figures.cases)} cases, {lessons} lessons, {figures.ties} ties between lessons,"
            f" {figures.contradictions} pairs that contradict each other"
        ),
        "kinds of lesson: " + _shares(figures.lesson_kinds),
        "voices of lessons: " + _shares(figures.lesson_voices),
        "what readers can check:",
        *(
            f"  {share.name:<40} {share.count:>5} of {share.total} ({share.percent:.0f} %)"
            for share in figures.qualities
        ),
        "values that fewer than three cases or lessons have:",
        *gaps,
    ]


def _shares(shares: tuple[Proportion, ...]) -> str:
    return ", ".join(f"{share.name} {share.count} ({share.percent:.0f} %)" for share in shares)
