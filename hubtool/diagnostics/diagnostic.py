"""Diagnostics as values: what is wrong, where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.diagnostics.codes import Severity, code_page
from hubtool.diagnostics.spans import Route, Span

__all__ = ["Diagnostic", "Fix", "Related", "Severity", "diagnostic", "failures", "from_fields"]

_QUOTED_IN_MESSAGE = 80
_QUOTED_IN_HINT = 300
_MOST_LETTERS = 1200
_WHOLE_FILE = Span(0, 0, 0, 0)


@dataclass(frozen=True)
class Related:
    """Another place that explains a diagnostic."""

    path: str
    span: Span | None
    message: str


@dataclass(frozen=True)
class Fix:
    """The text that mends the fault when it replaces *span*."""

    span: Span
    replacement: str


@dataclass(frozen=True)
class Diagnostic:
    """One fault; *path* is relative to the hub's root, with forward slashes."""

    code: str
    severity: Severity
    message: str
    path: str
    span: Span | None = None
    route: Route = ()
    hint: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    def __lt__(self, other: Diagnostic) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, Span, str, str]:
        return (self.path, self.span or _WHOLE_FILE, self.code, self.message)


def diagnostic(  # noqa: PLR0913  # the fields of a diagnostic, most of them by name
    code: str,
    message: str,
    *,
    path: str,
    span: Span | None = None,
    route: Route = (),
    hint: str | None = None,
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
    severity: Severity | None = None,
) -> Diagnostic:
    """Return a diagnostic whose severity, unless given, is the one on the page of *code*.

    What it quotes is cut, so that no text makes it long.
    """
    weight = code_page(code).severity if severity is None else severity
    message = _shortened(message, _QUOTED_IN_MESSAGE)
    hint = _shortened(hint, _QUOTED_IN_HINT) if hint else hint
    return Diagnostic(code, weight, message, path, span, route, hint, related, fix)


def from_fields(fields: Mapping[str, Any]) -> Diagnostic:
    """Return the diagnostic whose *fields* `dataclasses.asdict` gave."""
    fix = fields["fix"]
    return Diagnostic(
        fields["code"],
        Severity(fields["severity"]),
        fields["message"],
        fields["path"],
        _span(fields["span"]),
        tuple(fields["route"]),
        fields["hint"],
        tuple(
            Related(part["path"], _span(part["span"]), part["message"])
            for part in fields["related"]
        ),
        Fix(Span(**fix["span"]), fix["replacement"]) if fix else None,
    )


def _span(fields: Mapping[str, int] | None) -> Span | None:
    return Span(**fields) if fields else None


def _shortened(words: str, quoted: int) -> str:
    """Return *words* with quotations cut after so many letters, and not too long as a whole."""
    words = re.sub(rf"`([^`]{{{quoted}}})[^`]+`", r"`\1…`", words)
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…"


def failures(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> list[Diagnostic]:
    """Return which of *diagnostics* keep a site from being published: the errors.

    With *strict* the warnings do so too.
    """
    weights = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return [item for item in diagnostics if item.severity in weights]
