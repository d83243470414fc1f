"""`hubtool serve`: a live preview with drafts."""

from datetime import date

import click

from hubtool.cli import _site
from hubtool.cli._shared import Start
from hubtool.site.engine import EngineName


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@_site.engine
@_site.today
@click.pass_obj
def command(start: Start, *, port: int, engine: EngineName | None, today: date) -> None:
    """Show the site on this machine, drafts too, and keep up with every edit."""
    from hubtool.preview.server import PortError  # noqa: PLC0415  # slow: http
    from hubtool.preview.watch import Update, serve  # noqa: PLC0415  # slow: pydantic

    root = start.root()

    def tell(update: Update) -> None:
        _site.report(root, list(update.diagnostics))
        if update.is_new:
            click.echo(f"{update.address} shows your files (made in {update.seconds:.1f} s)")
        else:
            click.echo(f"{update.address} still shows the last good pages")

    try:
        serve(root, today=today, tell=tell, port=port, engine_name=engine)
    except KeyboardInterrupt:
        click.echo("")
    except PortError as error:
        raise click.UsageError(str(error)) from error
