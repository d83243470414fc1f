"""`hubtool build`: validates, compiles, builds and indexes the site, all or nothing."""

from datetime import date

import click

from hubtool.cli import _site
from hubtool.cli._shared import ERRORS, Start, exit_code
from hubtool.site.engine import EngineName


@click.command("build")
@_site.engine
@_site.strict
@_site.form
@_site.today
@click.option(
    "--convene",
    is_flag=True,
    help="With the page for convenors at /convene/; it is not for the public.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Let links name pages, for a site that is opened from a folder and not from a server.",
)
@click.option("--clean", is_flag=True, help="Keep nothing of earlier builds: make all anew.")
@click.option("--profile", is_flag=True, help="Print how long each stage of the build took.")
@click.pass_obj
def command(  # noqa: PLR0913  (one for each option)
    start: Start,
    *,
    engine: EngineName | None,
    strict: bool,
    form: str,
    today: date,
    convene: bool,
    offline: bool,
    clean: bool,
    profile: bool,
) -> None:
    """Build the site into site/; if anything is wrong, the last good site stays.

    Where nothing has changed since the last build, nothing is made or written.
    """
    from hubtool.site.last_build import Options, forget, unchanged  # noqa: PLC0415  # slow: pictures
    from hubtool.site.swap import SITE  # noqa: PLC0415

    root = start.root()
    options = Options(today, engine, strict, convene, offline)
    if clean:
        forget(root)
    if last := unchanged(root, options):
        _site.report(root, list(last.diagnostics), form=form)
        click.echo(f"nothing has changed: the site in {SITE}/ stays as it is", err=True)
        return
    from hubtool.cli._stages import bar, summary, table  # noqa: PLC0415
    from hubtool.site.build import build  # noqa: PLC0415  # slow: pydantic, templates
    from hubtool.site.stages import Stages  # noqa: PLC0415

    with bar() as show:
        stages = Stages(show)
        built = build(root, options, stages)
    _site.report(root, list(built.diagnostics), form=form)
    if profile:
        click.echo(table(stages.past), err=True)
    if built.is_new:
        click.echo(f"the site is in {SITE}/: {summary(built.amounts, stages.past)}", err=True)
        return
    note = "; the last good site stays" if (root / SITE).exists() else ""
    click.echo(f"nothing was built{note}", err=True)
    raise SystemExit(exit_code(built.diagnostics, strict=strict) or ERRORS)
