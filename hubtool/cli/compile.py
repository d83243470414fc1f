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
    made = source(start.root(), hub)
    _site.report(start.root(), list(made.diagnostics))
    written = write_source(start.root(), made)
    click.echo(f"{SOURCE}/: {len(written.changed)} files written, {len(written.removed)} removed")
