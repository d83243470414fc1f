"""Faults in quotes, brackets and other marks, from where a parser stopped."""

from __future__ import annotations

import re

from hubtool.documents import faults
from hubtool.documents.faults import Found
from hubtool.documents.layout import is_entry
from hubtool.documents.stopping_point import Spot, in_quotes, not_yaml

_CLOSING = {"[": "]", "{": "}"}
# a line in a quoted text that looks like an item or a key was not meant to be in it
_SWALLOWED = re.compile(r"[\r\n][ ]*(?:- |[\w-]+:[ \r\n])")
_BACKSLASH = "use single quotes around the text, or write the backslash twice"


def open_quote(spot: Spot) -> Found | None:
    """Explain a quote that is never closed, and so swallows what follows."""
    if spot.opened is not None and "unexpected end of stream" in spot.problem:
        return faults.unclosed_quote(spot.text, spot.opened)
    if spot.last_quoted and _SWALLOWED.search(spot.text, *spot.last_quoted):
        return faults.unclosed_quote(spot.text, spot.last_quoted[0])
    return None


def open_bracket(spot: Spot) -> Found | None:
    """Explain a bracket that is never closed, and so swallows what follows."""
    opened = spot.open_flow
    if opened is None or opened >= spot.line.start:
        return None
    is_end = spot.at >= len(spot.text.rstrip())
    return _unclosed(spot, opened) if is_end or is_entry(spot.line) else None


def _unclosed(spot: Spot, opened: int) -> Found:
    bracket = spot.text[opened]
    message = f"this `{bracket}` is never closed"
    return not_yaml(message, f"add `{_CLOSING.get(bracket, bracket)}` where it ends", opened)


def bad_start(spot: Spot) -> Found | None:
    """Explain a character that unquoted text can't begin with."""
    character = spot.text[spot.begins : spot.begins + 1]
    if not character.strip():
        return None
    if character == ":":
        return faults.key_without_text(spot.begins, spot.begins + 1, is_empty=True)
    rest = spot.text[spot.begins : spot.line.end]
    hint = in_quotes(rest) if not set(rest) & set("[]{}#") else in_quotes("")
    return not_yaml(f"text without quotes can't begin with `{character}`", hint, spot.begins)


def between_brackets(spot: Spot) -> Found:
    """Explain what a list or a mapping between brackets can't take."""
    opened = spot.at if spot.open_flow is None else spot.open_flow
    if not spot.character.strip():
        return _unclosed(spot, min(opened, len(spot.text) - 1))
    if spot.character in "]}":
        bracket = spot.text[opened]
        message = f"`{spot.character}` can't close what `{bracket}` has opened"
        return not_yaml(message, f"write `{_CLOSING.get(bracket, bracket)}`", spot.at)
    if spot.character == ":":
        message = "a colon followed by a space can't stand in text without quotes"
        hint = "put the text in quotes, or add the comma that is missing before the key"
        return not_yaml(message, hint, spot.at)
    return not_yaml("a comma is missing before this", "add a comma", spot.at)


def block_text(spot: Spot) -> Found:
    """Explain text on the line of a `|` or `>`."""
    message = "text can't start on the line of `|` or `>`"
    hint = "start it on the next line, indented; or put it in quotes if it begins with the sign"
    return not_yaml(message, hint, spot.at, max(spot.line.end, spot.at + 1))


def escape(spot: Spot) -> Found:
    """Explain a backslash between double quotes that means nothing."""
    at = spot.text.rfind("\\", 0, spot.at + 1)
    message = f"`{spot.text[at : at + 2]}` means nothing between double quotes"
    return not_yaml(message, _BACKSLASH, at, at + 2)


def escape_number(spot: Spot) -> Found:
    """Explain an escape with a number that is no character's."""
    at = spot.text.rfind("\\", 0, spot.at + 1)
    return not_yaml("this escape does not name a character", _BACKSLASH, at, at + 2)


def tag(spot: Spot) -> Found | None:
    """Explain a tag that is not even well formed."""
    is_tag = spot.text[spot.begins : spot.begins + 1] == "!"
    return faults.tag(spot.text, spot.begins) if is_tag else None
