"""`hubtool import`: what others send becomes case files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

import click

from hubtool.cli import _hub_terms, _site
from hubtool.cli._shared import CLEAN, ERRORS, Start, exit_code, show
from hubtool.errors import HubError
from hubtool.text.escape import terminal

if TYPE_CHECKING:
    from hubtool.imports.draft import Draft
    from hubtool.imports.finishing import CaseFile


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.File("rb"))
@click.option("--id", "id_", metavar="ID", help="The name of the file, where it is one case.")
@click.option("--replace", is_flag=True, help="Write over cases that are there.")
@_site.today
@click.pass_obj
def command(
    start: Start,
    files: tuple[BinaryIO, ...],
    *,
    id_: str | None,
    replace: bool,
    today: date,
) -> None:
    """Make case files of what others sent: FILES, or `-` for what comes in.

    It takes the body of an issue, the form filled in as text or with a word processor (DOCX), a
    sheet of many short cases (CSV or XLSX), and a draft that the form in the browser has saved.
    `hubtool form` makes the empty ones.

    No word is lost: what fits no field stands as a comment beside it, and is told.
    """
    root = start.root()
    hub = _hub_terms.terms(root)
    drafts = [draft for file in files for draft in _drafts(file, hub)]
    if id_ and len(drafts) != 1:
        raise click.UsageError("--id needs one case, and this is not one")
    case_files = list(_case_files(drafts, hub, id_))
    paths = _write(root, case_files, replace=replace)
    code = _validate(root, paths, today)
    is_complete = len(paths) == len(drafts)
    raise SystemExit(code if is_complete else code or ERRORS)


def _drafts(file: BinaryIO, hub: _hub_terms.HubTerms) -> Iterator[Draft]:
    """Yield the cases in *file* that can be read, and say why where none can."""
    from hubtool.imports.packages import MOST_BYTES  # noqa: PLC0415  # slow: pydantic
    from hubtool.imports.reading import read_drafts  # noqa: PLC0415

    content = file.read(MOST_BYTES + 1)
    try:
        drafts = read_drafts(content, hub.form, hub.lexicon)
    except HubError as error:
        raise HubError(f"{file.name}: {error}", hint=error.hint) from None
    for draft in drafts:
        if draft.diagnostics:
            show(draft.diagnostics, {draft.diagnostics[0].path: draft.text.encode()})
            raise SystemExit(ERRORS)
        yield draft


def _case_files(
    drafts: Iterable[Draft], hub: _hub_terms.HubTerms, id_: str | None
) -> Iterator[CaseFile]:
    """Yield the file of each draft; two of one name are told apart by a number."""
    from hubtool.imports.finishing import case_file  # noqa: PLC0415  # slow: pydantic
    from hubtool.models.types import slug_from  # noqa: PLC0415

    ids: set[str] = set()
    for draft in drafts:
        file = case_file(draft, hub.lexicon, hub.form, id_)
        base, number = file.id, 1
        while file.id in ids:
            number += 1
            file = case_file(draft, hub.lexicon, hub.form, f"{slug_from(base)}-{number}")
        ids.add(file.id)
        yield file


def _write(root: Path, files: Iterable[CaseFile], *, replace: bool) -> list[PurePosixPath]:
    from hubtool.files import put  # noqa: PLC0415  # slow: yaml

    paths: list[PurePosixPath] = []
    for file in files:
        target = root / file.path
        if (target.exists() and not replace) or target.is_symlink():
            click.echo(f"not written: {file.path} is there already", err=True)
            click.echo("hint: `--replace` writes over it, `--id` gives another name", err=True)
            continue
        dropped = _dropped_comments(target, file)
        put(target, file.content)
        paths.append(PurePosixPath(file.path))
        click.echo(f"wrote: {file.path}")
        for text in dropped:
            click.echo(f"  warning: this comment of the old file is gone: {terminal(text)}")
        for remark in file.remarks:
            click.echo(f"  kept as a comment: {terminal(remark.label)}: {terminal(remark.text)}")
    return paths


def _dropped_comments(target: Path, file: CaseFile) -> list[str]:
    """Return the comments in *target* that *file* does not have; its lines with `#`, if it is no YAML."""
    from hubtool.documents import SourceFile, parse  # noqa: PLC0415  # slow: yaml
    from hubtool.documents.comments import comment_texts  # noqa: PLC0415

    if not target.exists():
        return []
    new, _ = parse(SourceFile(file.path, file.content))
    content = target.read_bytes()
    old, _ = parse(SourceFile(file.path, content))
    lines = content.decode("utf-8", "replace").splitlines()
    texts = comment_texts(old) if old else [line for line in lines if "#" in line]
    dropped = Counter(texts) - Counter(comment_texts(new) if new else ())
    return list(dropped.elements())


def _validate(root: Path, paths: list[PurePosixPath], today: date) -> int:
    from hubtool.cli._shared import is_in_scope  # noqa: PLC0415
    from hubtool.files import sources as read_sources  # noqa: PLC0415  # slow: pydantic
    from hubtool.load import load  # noqa: PLC0415

    if not paths:
        return CLEAN
    sources = read_sources(root)
    _, diagnostics = load(sources, today=today)
    reported = [item for item in diagnostics if is_in_scope(item.path, tuple(paths))]
    contents = {file.path: file.content for file in sources.records}
    show(reported, contents, checked={"case": len(paths)}, has_notes=False)
    return exit_code(reported)
