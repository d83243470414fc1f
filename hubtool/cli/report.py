"""`hubtool report`: what is due and stale, what each case lacks, and what a branch changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.hub.changes import RecordChange
    from hubtool.hub.hub import Hub
    from hubtool.pages.parts.report_section import ReportSection

_MOST = {"text": 8, "markdown": 50}
_DAYS_IN_MONTH = 30.44


@click.command("report")
@click.argument("sections", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
)
@click.option(
    "--months",
    type=click.IntRange(0, 120),
    default=6,
    show_default=True,
    help="How far ahead to look for what falls due.",
)
@click.option(
    "--since", metavar="REVISION", help="Say what changes for readers since this revision of Git."
)
@_site.today
@click.pass_obj
def command(  # noqa: PLR0913  (one for each option)
    start: Start,
    sections: tuple[str, ...],
    *,
    form: str,
    months: int,
    since: str | None,
    today: date,
) -> None:
    """Say what is due and stale, what each case lacks, and what the hub has little of.

    With SECTIONS only these, and whole: due, stale, links, changes, lacks, silent, uncollected,
    films, reasons, thin, ties, used, gaps, cases, figures.
    """
    from hubtool.cli._writing import WRITERS  # noqa: PLC0415  # slow: pydantic, templates
    from hubtool.hub.report import report  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.links.history import bad_links, history_now  # noqa: PLC0415
    from hubtool.pages.parts.report_outline import changes_outline, outline  # noqa: PLC0415
    from hubtool.pages.view import View  # noqa: PLC0415

    hub = _site.hub_or_exit(start, today=today)
    changes = _changes(start, hub, since) if since else None
    figures = report(hub, within=timedelta(days=round(months * _DAYS_IN_MONTH)))
    history = history_now(start.root())
    if form == "json":
        extra = {} if changes is None else {"changes": [asdict(change) for change in changes]}
        data = {"version": 2, **asdict(figures), "links": bad_links(history), **extra}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1, default=date.isoformat))
        return
    view = View(hub)
    parts = outline(view, figures, history)
    if changes is not None:
        parts = (changes_outline(view, changes), *parts)
    selection = _selection(parts, sections)
    most = None if sections else _MOST[form]
    click.echo("\n".join(WRITERS[form](selection, view.words, most)))


def _changes(start: Start, hub: Hub, revision: str) -> tuple[RecordChange, ...]:
    """Return what *hub* shows otherwise than at *revision*."""
    from hubtool.cli._git import hub_at  # noqa: PLC0415  # only here
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.hub.changes import changes  # noqa: PLC0415
    from hubtool.load import load  # noqa: PLC0415

    with hub_at(start.root(), revision) as folder:
        before, _ = load(sources(folder), today=hub.today)
    if before is None:
        raise click.UsageError(f"the hub at {terminal(revision)} has errors and cannot be compared")
    return changes(before, hub)


def _selection(
    sections: tuple[ReportSection, ...], names: tuple[str, ...]
) -> tuple[ReportSection, ...]:
    by_id = {section.id: section for section in sections}
    for name in names:
        if name == "changes" and name not in by_id:
            raise click.UsageError("the section changes needs `--since REVISION`")
        if name not in by_id:
            raise click.UsageError(f"there is no section {terminal(name)}: {', '.join(by_id)}")
    return tuple(by_id[name] for name in names) or sections
