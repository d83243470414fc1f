"""Explains a syntax error in plain words, with an act that mends it."""

from __future__ import annotations

import re
from collections.abc import Callable

from hubtool.diagnostics.wording import wording
from hubtool.documents import layout, marks
from hubtool.documents.faults import Fault
from hubtool.documents.stopping_point import StoppingPoint, not_yaml

_CONFLICT = re.compile(r"^<{7} [^\r\n]*(?=[\r\n])", re.MULTILINE)
_OTHER_SIDE = re.compile(r"^={7}(?=[\r\n])", re.MULTILINE)


def explain(stop: StoppingPoint) -> Fault:
    """Return the fault that explains best why a parser stopped at *stop*."""
    for rule in (_fence, _indentation, marks.open_quote, marks.open_bracket):
        if fault := rule(stop):
            return fault
    for pattern, reason in _REASONS:
        if re.search(pattern, stop.problem) and (fault := reason(stop)):
            return fault
    return not_yaml(wording("H101.unreadable"), stop.at)


def conflict(text: str) -> Fault | None:
    """Return the fault of a merge that was left unfinished."""
    start = _CONFLICT.search(text)
    end = _OTHER_SIDE.search(text, start.end()) if start else None
    if start is None or end is None:
        return None
    return not_yaml(wording("H101.conflict"), start.start(), end.end())._replace(ends=True)


def _fence(stop: StoppingPoint) -> Fault | None:
    """Explain the fence that a chat window or a page puts around a file."""
    line = stop.line
    if not line.text.startswith(("```", "~~~")):
        return None
    key = "H101.fence" if line.text[0] == "`" else "H101.fence-of-waves"
    return not_yaml(wording(key), line.start, line.end)._replace(ends=True)


def _indentation(stop: StoppingPoint) -> Fault | None:
    return layout.odd_indentation(stop.line, stop.above)


def _after_end(stop: StoppingPoint) -> Fault:
    end = max(stop.line.end, stop.at + 1)
    return not_yaml(wording("H101.ended"), stop.at, end)._replace(ends=True)


def _directive(stop: StoppingPoint) -> Fault:
    return not_yaml(wording("H101.directive"), stop.line.start, stop.line.end)


# The wordings of libyaml and of PyYAML's own parser.
_REASONS: tuple[tuple[str, Callable[[StoppingPoint], Fault | None]], ...] = (
    (r"mapping values are not allowed", layout.second_colon),
    (r"could not find expected ':'", layout.missing_colon),
    (r"did not find expected key|expected '-' indicator|expected <block end>", layout.unexpected),
    (r"sequence entries|mapping keys are not allowed", layout.dash),
    (r"character.* cannot start any token", marks.bad_start),
    (r"expected alphabetic or numeric|expected (the )?node content", marks.bad_start),
    (r"expected ',' or", marks.between_brackets),
    (r"comment or (a )?line break|indentation indicator", marks.block_text),
    (r"unknown escape", marks.escape),
    (r"hexdecimal|hexadecimal|Unicode character escape", marks.escape_number),
    (r"document start>", _after_end),
    (r"directive|%YAML|version", _directive),
    (r"tag|URI", marks.tag),
)
