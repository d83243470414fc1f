"""First mistakes of newcomers: what they wrote, and what they are told."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from small_hubs import case, diagnostics

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.reporters.report import Report, selection

FOLDER = Path(__file__).parents[1] / "mistakes"


@dataclass(frozen=True)
class Mistake:
    """A mistake of a *kind*: what was written where, and words that the first message must have."""

    kind: str
    it: str
    path: str
    text: str
    shown: str
    says: tuple[str, ...]


@cache
def mistakes() -> tuple[Mistake, ...]:
    """Return every mistake, kind by kind."""
    kinds = yaml.safe_load((FOLDER / "mistakes.yml").read_text("utf-8"))
    return tuple(_mistake(kind, row) for kind, rows in kinds.items() for row in rows)


def _mistake(kind: str, row: dict[str, object]) -> Mistake:
    shown = str(row.get("write") or row.get("file")).replace("{long}", "walked " * 70)
    text = case(shown) if "write" in row else shown
    says = row["says"]
    assert isinstance(says, list)
    path = str(row.get("path", "cases/one.yml"))
    return Mistake(kind, str(row["it"]), path, text, shown, tuple(map(str, says)))


@cache
def first(mistake: Mistake) -> Diagnostic | None:
    """Return what somebody who makes *mistake* reads first, None if nothing."""
    told = diagnostics({mistake.path: mistake.text})
    return next(iter(selection(Report(tuple(told))).diagnostics), None)
