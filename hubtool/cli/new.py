"""`hubtool new`: a record from questions and answers, or a file to fill in."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from hubtool.cli._shared import Start
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.records.records import Records

_FOLDERS = {"case": "cases", "collection": "collections", "opportunity": "opportunities"}


@click.command("new")
@click.argument("kind", type=click.Choice(tuple(_FOLDERS)))
@click.argument("name", required=False)
@click.option(
    "--ask/--blank",
    default=None,
    help="Ask for what is needed, or write a file with hints to fill in; else ask at a terminal.",
)
@click.pass_obj
def command(start: Start, kind: str, name: str | None, *, ask: bool | None) -> None:
    """Begin a case, a collection or an opportunity.

    At a terminal it asks for what is needed. Otherwise, or with `--blank`, it writes a file in which
    every key stands with what it is for. NAME is the file's name and the address for ever; without
    it the title makes it. No file is ever overwritten.
    """
    from hubtool import files, load  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.models.types import SLUG, slug_from  # noqa: PLC0415
    from hubtool.records.file_names import RESERVED  # noqa: PLC0415

    root = start.root()
    records, _ = load.read(files.sources(root), today=date.min)
    is_asking = sys.stdin.isatty() if ask is None else ask
    if name is None and not is_asking:
        raise click.UsageError(f"say what to call it: `hubtool new {kind} a-short-name`")
    if name and (not SLUG.fullmatch(name) or name in RESERVED):
        better = slug_from(name)
        hint = f"; `{better}` can" if better and better not in RESERVED else ""
        raise click.UsageError(f"`{terminal(name)}` cannot be an address{hint}")
    text, title = _interview(records, kind) if is_asking else (_blank(records, kind), "")
    id_ = name or slug_from(title) or f"new-{kind}"
    path = f"{_FOLDERS[kind]}/{id_}.yml"
    (root / path).parent.mkdir(exist_ok=True)
    try:
        # Exclusive: what is there already is never touched.
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(f"{path} is there already; choose another name") from None
    click.echo(f"{path} is written; `hubtool validate {path}` says what is still to do")


def _blank(records: Records, kind: str) -> str:
    from hubtool.records.blank_record import blank_record  # noqa: PLC0415  # slow: pydantic
    from hubtool.records.records import MODELS  # noqa: PLC0415

    return blank_record(MODELS[_FOLDERS[kind]], _schema(records, kind))


def _interview(records: Records, kind: str) -> tuple[str, str]:
    """Return the text of a record that was asked for, and its title."""
    from hubtool.cli._questions import Questions  # noqa: PLC0415  # slow: pydantic
    from hubtool.documents.writing import write  # noqa: PLC0415
    from hubtool.records.layout import layouts  # noqa: PLC0415
    from hubtool.records.records import MODELS  # noqa: PLC0415

    model = MODELS[_FOLDERS[kind]]
    click.echo("Answer what you can; Ctrl-C ends, and writes nothing.")
    questions = Questions(records.lexicon, lambda words: str(click.prompt(words)), click.echo)
    data = questions.record(model)
    first = f"# yaml-language-server: $schema={_schema(records, kind)}\n"
    return first + write(data, model.__name__, layouts()), str(data["title"])


def _schema(records: Records, kind: str) -> str:
    """Return where an editor finds the schema: on the site, where the hub has one."""
    url = records.settings.url if records.settings else None
    return f"{url.rstrip('/')}/schema/{kind}.json" if url else f"../.hubtool/schema/{kind}.json"
