"""Explains a syntax error in plain words, with an act that mends it."""

from __future__ import annotations

import re
from collections.abc import Callable

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
    hint = "look at this line and the one above: a colon, a quote, a bracket or the indentation"
    return not_yaml("YAML can't be read from here on", hint, stop.at)


def conflict(text: str) -> Fault | None:
    """Return the fault of a merge that was left unfinished."""
    start = _CONFLICT.search(text)
    end = _OTHER_SIDE.search(text, start.end()) if start else None
    if start is None or end is None:
        return None
    hint = "keep one of the two versions, and remove the lines with `<<<<<<<`, `=======`, `>>>>>>>`"
    message = "a merge conflict is left in the file"
    return not_yaml(message, hint, start.start(), end.end())._replace(ends=True)


def _fence(stop: StoppingPoint) -> Fault | None:
    """Explain the fence that a chat window or a page puts around a file."""
    line = stop.line
    if not line.text.startswith(("```", "~~~")):
        return None
    sign = "backticks" if line.text[0] == "`" else "waves"
    hint = f"remove the lines that begin with three {sign}"
    message = "this line is not part of the record"
    return not_yaml(message, hint, line.start, line.end)._replace(ends=True)


def _indentation(stop: StoppingPoint) -> Fault | None:
    return layout.odd_indentation(stop.line)


def _after_end(stop: StoppingPoint) -> Fault:
    message = "the record has ended before this line"
    hint = "remove what follows, or the brackets, `...` or `%` line that ended the record too early"
    end = max(stop.line.end, stop.at + 1)
    return not_yaml(message, hint, stop.at, end)._replace(ends=True)


def _directive(stop: StoppingPoint) -> Fault:
    hint = "remove this line, or put the text in quotes"
    return not_yaml("a line can't begin with `%`", hint, stop.line.start, stop.line.end)


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
