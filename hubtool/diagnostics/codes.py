"""The page of each diagnostic code: what it says, why it matters, a bad and a good example."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from hubtool.text.own_yaml import read_yaml

_FOLDER = Path(__file__).parent.parent / "messages" / "codes"
_FENCE = "---\n"


class Severity(StrEnum):
    """How serious a diagnostic is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class CodePage:
    """The page about one code; *text* is Markdown."""

    code: str
    title: str
    severity: Severity
    text: str


def codes() -> tuple[str, ...]:
    """Return every code that has a page, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("H*.md")))


@cache
def code_page(code: str) -> CodePage:
    """Return the page of *code*, or raise LookupError."""
    if code not in codes():
        raise LookupError(code)
    text = (_FOLDER / f"{code}.md").read_text(encoding="utf-8")
    _, head, body = text.split(_FENCE, 2)
    fields = read_yaml(head)
    return CodePage(code, fields["title"], Severity(fields["severity"]), body.lstrip())
