"""`hubtool form`: the form to be filled in elsewhere, and the sheet for many cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hubtool.cli import _hub_terms
from hubtool.cli._shared import Start

if TYPE_CHECKING:
    from hubtool.imports.form_fields import FormParts


@click.command("form")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("cases", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
def command(start: Start, file: Path, cases: tuple[Path, ...], *, replace: bool) -> None:
    """Write the form to be filled in elsewhere to FILE; its ending says which.

    .docx for a word processor, .html to be printed, .txt for an e-mail, .csv or .xlsx for a sheet of
    many short cases (filled in with CASES, if any are named), .yml for GitHub's issue form.
    `hubtool import` reads what comes back.
    """
    from hubtool.files import put  # noqa: PLC0415  # slow: yaml

    if file.suffix not in _ENDINGS:
        raise click.UsageError(f"the name must end in one of {', '.join(_ENDINGS)}")
    if cases and file.suffix not in (".csv", ".xlsx"):
        raise click.UsageError("only a sheet (.csv, .xlsx) can be filled in with cases")
    if file.exists() and not replace:
        raise click.UsageError(f"{file} is there already; `--replace` writes over it")
    hub = _hub_terms.terms(start.root())
    content = _content(file.suffix, hub, _hub_terms.records(cases))
    put(file, content)
    click.echo(f"wrote: {click.format_filename(file)}")


_ENDINGS = (".docx", ".html", ".txt", ".csv", ".xlsx", ".yml")


def _content(ending: str, hub: _hub_terms.HubTerms, cases: _hub_terms.CaseData) -> bytes:
    from hubtool.imports import issue_template, paper_form, text_form, word_form  # noqa: PLC0415
    from hubtool.imports.sheet_form import csv_sheet, table_of, xlsx_sheet  # noqa: PLC0415

    form: FormParts = hub.form
    match ending:
        case ".docx":
            return word_form.word_form(form, hub.language)
        case ".html":
            return paper_form.paper_form(form, hub.name, hub.language)
        case ".txt":
            return text_form.text_form(form)
        case ".yml":
            return issue_template.issue_template(form)
    table = table_of(cases, form)
    return csv_sheet(table) if ending == ".csv" else xlsx_sheet(table, form)
