"""`hubtool explain`: what a diagnostic means, with a bad and a good example."""

from __future__ import annotations

import os
import sys
from textwrap import wrap

import click

from hubtool.cli._shared import CLEAN
from hubtool.diagnostics.codes import CodePage, code_page, codes

_WIDTH = 80


@click.command("explain")
@click.argument("codes_", metavar="[CODE]...", nargs=-1)
def command(codes_: tuple[str, ...]) -> None:
    """Say what CODE means and what to do about it; without a code, list them all."""
    selection = tuple(code.strip().upper() for code in codes_)
    for code in selection:
        if code not in codes():
            raise click.UsageError(
                f"there is no diagnostic {code}; `hubtool explain` lists them all"
            )
    pages = [code_page(code) for code in selection or codes()]
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    blocks = [_page(page) for page in pages] if selection else [_list(pages)]
    click.echo("\n".join(blocks), nl=False, color=colour)
    raise SystemExit(CLEAN)


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
