"""`hubtool withdraw`: takes a case out of everything and leaves the notice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from hubtool.cli import _rewriting
from hubtool.cli._shared import Start
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.records.records import Records


@click.command("withdraw")
@click.argument("id_", metavar="ID")
@_rewriting.dry_run
@_rewriting.yes
@click.pass_obj
def command(start: Start, id_: str, *, dry_run: bool, yes: bool) -> None:
    """Take the case ID out of everything and leave the notice at its address.

    Its text and its files go, and so does every place in a collection and every tie between lessons.
    What people wrote about it elsewhere is listed, for you to rewrite.
    """
    from hubtool.checks.withdrawn import mentions_of  # noqa: PLC0415  # slow: pydantic
    from hubtool.files import sources  # noqa: PLC0415
    from hubtool.load import read  # noqa: PLC0415
    from hubtool.records.plans import withdrawal  # noqa: PLC0415

    root = start.root()
    files = sources(root)
    records, _ = read(files, today=date.min)
    plan = withdrawal(records, id_)
    _rewriting.show(root, plan)
    rest, _ = read(_rewriting.after(files, plan), today=date.min)
    lines = sorted(set(mentions_of(rest, (id_, *_former_ids(records, id_)), _names(records, id_))))
    if lines:
        click.echo("\nThese still tell of it; read each, and rewrite it by hand:")
        for path, line in lines:
            click.echo(f"  {terminal(path)}:{line}")
    if dry_run or not _rewriting.carry_out(root, plan, is_sure=yes):
        return
    click.echo(
        "What was committed before stays in Git, in forks, in pull requests and in copies of the site.\n"
        "How Git's history is cleaned: the guide “Consent and care”, under “Git remembers”."
    )


def _former_ids(records: Records, id_: str) -> Iterator[str]:
    entry = records.by_address[f"cases/{id_}"]
    yield from (old for old in entry.parts("formerly") if isinstance(old, str))


def _names(records: Records, id_: str) -> Iterator[str]:
    """Yield what the case is called, and the names of partners that no other case has."""
    data = records.by_address[f"cases/{id_}"].data
    titles = (data.get(key) for key in ("title", "short_title", "project"))
    yield from (title for title in titles if isinstance(title, str) and title)
    elsewhere = {
        name
        for entry in records.entries
        if entry.folder == "cases" and entry.id != id_
        for name in _partners(entry.data)
    }
    yield from (name for name in _partners(data) if name not in elsewhere)


def _partners(data: object) -> Iterator[str]:
    entries = data.get("partners") if isinstance(data, dict) else None
    for partner in entries if isinstance(entries, list) else ():
        if isinstance(partner, dict) and isinstance(partner.get("name"), str):
            yield partner["name"]
