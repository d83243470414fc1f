"""Diagnostics as values: what is wrong, where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hubtool.diagnostics.codes import Severity, code_page
from hubtool.diagnostics.spans import Route, Span
from hubtool.diagnostics.wording import Phrase, Wording, in_language

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

    def in_language(self, language: str) -> Diagnostic:
        """Return the same in *language*, as far as its catalogue has the words."""
        message = _shortened(in_language(self.message, language), _QUOTED_IN_MESSAGE)
        hint = self.hint and _shortened(in_language(self.hint, language), _QUOTED_IN_HINT)
        related = tuple(
            replace(item, message=in_language(item.message, language)) for item in self.related
        )
        return replace(self, message=message, hint=hint, related=related)

    def __lt__(self, other: Diagnostic) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, Span, str, str]:
        return (self.path, self.span or _WHOLE_FILE, self.code, self.message)


def diagnostic(  # noqa: PLR0913  # the fields of a diagnostic, most of them by name
    words: Wording,
    *,
    path: str,
    span: Span | None = None,
    route: Route = (),
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
    severity: Severity | None = None,
) -> Diagnostic:
    """Return a diagnostic whose severity, unless given, is the one on the page of its code.

    What it quotes is cut, so that no text makes it long.
    """
    weight = code_page(words.code).severity if severity is None else severity
    message = _shortened(words.message, _QUOTED_IN_MESSAGE)
    hint = _shortened(words.hint, _QUOTED_IN_HINT) if words.hint else None
    return Diagnostic(words.code, weight, message, path, span, route, hint, related, fix)


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
    text = re.sub(rf"`([^`]{{{quoted}}})[^`]+`", r"`\1…`", words)
    text = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
    return Phrase(text, words.key, words.values) if isinstance(words, Phrase) else text


def failures(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> list[Diagnostic]:
    """Return which of *diagnostics* keep a site from being published: the errors.

    With *strict* the warnings do so too.
    """
    weights = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return [item for item in diagnostics if item.severity in weights]
