"""`hubtool index`: indexes the words of a site that an engine built."""

from datetime import date
from pathlib import Path

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start, exit_code


@click.command("index")
@click.argument("site", required=False, type=click.Path(file_okay=False, path_type=Path))
@_site.today
@click.pass_obj
def command(start: Start, *, site: Path | None, today: date) -> None:
    """Index the words of the finished pages in SITE (else site/) for the search."""
    from hubtool.search import index as search  # noqa: PLC0415  # slow: pydantic
    from hubtool.site.swap import SITE  # noqa: PLC0415

    hub = _site.hub_or_exit(start, today=today)
    folder = site or start.root() / SITE
    if not (folder / "index.html").is_file():
        raise click.UsageError(
            f"there is no site in {folder}: build it first, with `hubtool build`"
        )
    diagnostics = search.index(folder, hub)
    _site.report(start.root(), diagnostics)
    raise SystemExit(exit_code(diagnostics))
