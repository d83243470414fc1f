"""`hubtool explain`: what a diagnostic means, with a bad and a good example."""

from __future__ import annotations

import os
import re
import sys
from textwrap import wrap

import click

from hubtool.cli._shared import CLEAN, Start
from hubtool.diagnostics.codes import CodePage, code_page, codes
from hubtool.text.escape import terminal

_WIDTH = 80
_INDENT = "    "
_CODE = re.compile(r"[Hh]\d+")


@click.command("explain")
@click.argument("codes_", metavar="[CODE]...", nargs=-1)
@click.pass_obj
def command(start: Start, codes_: tuple[str, ...]) -> None:
    """Say what CODE means and what to do about it; without a code, list them all.

    In place of a code a vocabulary can be named, such as `themes`: its terms are listed.
    """
    if codes_ and (listings := [_terms(start, name) for name in codes_]) and all(listings):
        click.echo("\n".join(filter(None, listings)), nl=False)
        raise SystemExit(CLEAN)
    selection = tuple(code.strip().upper() for code in codes_)
    for code in selection:
        if code not in codes():
            raise click.UsageError(
                f"there is no diagnostic and no vocabulary {code}; "
                "`hubtool explain` lists the diagnostics"
            )
    pages = [code_page(code) for code in selection or codes()]
    colour = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    blocks = [_page(page) for page in pages] if selection else [_list(pages)]
    click.echo("\n".join(blocks), nl=False, color=colour)
    raise SystemExit(CLEAN)


def _terms(start: Start, name: str) -> str | None:
    """Return the terms of the vocabulary *name*: the hub's, or hubtool's own outside a hub."""
    if _CODE.fullmatch(name.strip()):
        return None
    from hubtool.files import sources, starters  # noqa: PLC0415  # slow: pydantic
    from hubtool.records.terms import terms_in  # noqa: PLC0415

    try:
        files = sources(start.root()).vocabularies
    except click.UsageError:
        files = ()
    lexicon = terms_in(files, starters()).lexicon
    vocabulary = lexicon.vocabularies.get(name.strip().lower())
    if vocabulary is None:
        return None
    lines = [f"{vocabulary.title}: {vocabulary.id}", ""]
    for term in vocabulary.terms.values():
        words = terminal(f"{term.label}. {term.definition or ''}".strip())
        lines += (
            [words, ""]
            if term.group
            else [
                f"{term.id}",
                *wrap(words, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT),
            ]
        )
    return "\n".join(lines) + "\n"


def _list(pages: list[CodePage]) -> str:
    return "".join(f"{page.code}  {page.severity.value:7}  {page.title}\n" for page in pages)


def _page(page: CodePage) -> str:
    """Return *page* for a terminal: headings in bold, lines wrapped, examples indented."""
    lines = [click.style(f"{page.severity.value}[{page.code}]: {page.title}", bold=True), ""]
    is_example = False
    for line in page.text.rstrip().splitlines():
        if line.startswith("```"):
            is_example = not is_example
            path = line.partition(" ")[2].partition(" ")[0]
            lines += [f"    # {path}"] if path else []
        elif is_example:
            lines.append(f"    {line}".rstrip())
        elif line.startswith("## "):
            lines.append(click.style(line.removeprefix("## "), bold=True))
        else:
            lines += wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines) + "\n"
