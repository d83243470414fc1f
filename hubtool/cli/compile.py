"""`hubtool compile`: the Markdown tree that MkDocs and Zensical build."""

from datetime import date

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start


@click.command("compile")
@click.option(
    "--drafts", is_flag=True, help="With cases that wait for agreement; never publish these."
)
@_site.strict
@_site.today
@click.pass_obj
def command(start: Start, *, drafts: bool, strict: bool, today: date) -> None:
    """Write the pages as ordinary Markdown into build/.

    After that `mkdocs build` or `zensical build` makes the site, and `hubtool index` adds the
    search.
    """
    from hubtool.site.build import SOURCE, source, write_source  # noqa: PLC0415  # slow: pydantic, templates

    hub = _site.hub_or_exit(start, today=today, is_strict=strict, drafts=drafts)
    tree = source(start.root(), hub)
    _site.report(start.root(), list(tree.diagnostics))
    changes = write_source(start.root(), tree)
    click.echo(f"{SOURCE}/: {len(changes.changed)} files written, {len(changes.removed)} removed")
