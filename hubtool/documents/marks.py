"""Explains quotes, brackets and other marks at the point where a parser stopped."""

from __future__ import annotations

import re

from hubtool.diagnostics.wording import phrase, wording
from hubtool.documents import faults
from hubtool.documents.faults import Fault
from hubtool.documents.layout import after_quote, is_entry, marked_key
from hubtool.documents.lines import line_at
from hubtool.documents.stopping_point import (
    StoppingPoint,
    in_quotation_marks,
    in_quotes,
    not_yaml,
    quoted_line,
)

_CLOSING = {"[": "]", "{": "}"}
_LAST_PAIR = re.compile(r"[{,]\s*(?P<key>[\w-]+): +(?P<value>[^,:{}\[\]\"']{1,60})$")
_REMAINDER = re.compile(r":[^,{}\[\]\"'\r\n]{1,60}(?=[,}\]])")
# A line in a quoted text that looks like an item or a key does not belong to the text.
_SWALLOWED = re.compile(r"[\r\n][ ]*(?:- |[\w-]+:[ \r\n])")


def open_quote(stop: StoppingPoint) -> Fault | None:
    """Explain a quote that is never closed, and so swallows what follows."""
    if stop.opened is not None and "unexpected end of stream" in stop.problem:
        return faults.unclosed_quote(stop.text, stop.opened)
    if stop.last_quoted and _SWALLOWED.search(stop.text, *stop.last_quoted):
        return faults.unclosed_quote(stop.text, stop.last_quoted[0])
    return None


def open_bracket(stop: StoppingPoint) -> Fault | None:
    """Explain a bracket that is never closed, and so swallows what follows."""
    opened = stop.open_flow
    if opened is None or opened >= stop.line.start:
        return None
    line = line_at(stop.text, opened)
    if fault := faults.cut_line(line.text, line.start):
        return fault
    is_end = stop.at >= len(stop.text.rstrip())
    return _unclosed(stop, opened) if is_end or is_entry(stop.line) else None


def _unclosed(stop: StoppingPoint, opened: int) -> Fault:
    bracket = stop.text[opened]
    closing = _CLOSING.get(bracket, bracket)
    return not_yaml(wording("H101.unclosed-bracket", mark=bracket, closing=closing), opened)


def bad_start(stop: StoppingPoint) -> Fault | None:
    """Explain a character that unquoted text can't begin with."""
    character = stop.text[stop.begins : stop.begins + 1]
    if not character.strip():
        return None
    if character == ":":
        return faults.key_without_text(stop.begins, stop.begins + 1, is_empty=True)
    if stop.begins == stop.line.first and (fault := marked_key(stop.line)):
        return fault
    text = stop.text[stop.begins : stop.line.end]
    hint = in_quotes(text) if not set(text) & set("[]{}#") else in_quotes("")
    words = wording("H101.bad-start", hint, character=character)
    quoted = quoted_line(stop.line, stop.begins) if stop.open_flow is None else None
    return not_yaml(words, stop.begins, replacement=quoted)


def between_brackets(stop: StoppingPoint) -> Fault:
    """Explain what a list or a mapping between brackets can't take."""
    opened = stop.at if stop.open_flow is None else stop.open_flow
    if not stop.character.strip():
        return _unclosed(stop, min(opened, len(stop.text) - 1))
    if stop.character in "]}":
        bracket = stop.text[opened]
        closing = _CLOSING.get(bracket, bracket)
        before = stop.text[stop.line.start : opened]
        opening = "[" if stop.character == "]" else "{"
        is_of_outer = before.count(opening) > before.count(stop.character)
        key = "H101.write-before" if is_of_outer else "H101.write-in-place"
        hint = phrase(key, text=closing)
        words = wording("H101.wrong-bracket", hint, mark=stop.character, opening=bracket)
        return not_yaml(words, stop.at)
    if stop.character == ":":
        return not_yaml(wording("H101.colon", _colon_between(stop)), stop.at)
    if stop.before.endswith(("'", '"')):
        return after_quote(stop)
    return not_yaml(wording("H101.no-comma"), stop.at)


def _colon_between(stop: StoppingPoint) -> str:
    """Return what to write for a second colon between brackets: quotes, or a comma before a key."""
    word = stop.before.split()[-1].strip("{[\"'") if stop.before.split() else ""
    if stop.before.removesuffix(word).rstrip().endswith(";"):
        return phrase("H101.semicolon", word=word)
    pair = _LAST_PAIR.search(stop.text[stop.line.start : stop.at])
    remainder = _REMAINDER.match(stop.text, stop.at)
    if pair is None or remainder is None:
        return phrase("H101.colon-or-key", word=word)
    text = in_quotation_marks(f"{pair['value']}{remainder[0].rstrip()}")
    likelier = "H101.key-or-text" if word.islower() else "H101.text-or-key"
    return phrase(likelier, key=pair["key"], text=text, word=word)


def block_text(stop: StoppingPoint) -> Fault:
    """Explain text on the line of a `|` or `>`."""
    words = wording("H101.beside-block", sign="|" if "|" in stop.before else ">")
    return not_yaml(words, stop.at, max(stop.line.end, stop.at + 1))


def escape(stop: StoppingPoint) -> Fault:
    """Explain a backslash between double quotes that means nothing."""
    at = stop.text.rfind("\\", 0, stop.at + 1)
    return not_yaml(wording("H101.escape", text=stop.text[at : at + 2]), at, at + 2)


def escape_number(stop: StoppingPoint) -> Fault:
    """Explain an escape with a number that is no character's."""
    at = stop.text.rfind("\\", 0, stop.at + 1)
    return not_yaml(wording("H101.escape-number"), at, at + 2)


def tag(stop: StoppingPoint) -> Fault | None:
    """Explain a tag that is not even well formed."""
    is_tag = stop.text[stop.begins : stop.begins + 1] == "!"
    return faults.tag(stop.text, stop.begins) if is_tag else None
