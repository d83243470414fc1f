"""Escaping: one function for each format that text is written into."""

from __future__ import annotations

import json
import re
from typing import Any

from wcwidth import width

_LINE_END = re.compile("\r\n?")
# Characters that XML 1.0 forbids, even as references, and the control that calendars forbid too.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# Signs that end a `<script>` or begin a comment in it, and what old scripts read as line ends.
_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
# BibTeX counts braces even after a backslash.
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$%&#_"},
    }
)
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
# What a spreadsheet takes for the beginning of a formula, in full width too.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")
_CALLS = re.compile(r"[@#]|(?<=\w):(?=\\/)|(?<=\bwww)\\\.")
# Controls, direction marks, separators, and characters without width that no word needs.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0001-\U000e007f]"
)


def spreadsheet(text: str) -> str:
    """Return *text* for a cell of a table: a spreadsheet computes none of it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def xml_text(text: str) -> str:
    """Return *text* without the characters that no XML document and no calendar may hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", _LINE_END.sub("\n", text))


def bibtex(text: str) -> str:
    """Return *text* for a field of a BibTeX entry that stands in braces."""
    return _one_line(text).translate(_BIBTEX)


def ris(text: str) -> str:
    """Return *text* for a field of a RIS record."""
    return _one_line(text)


def json_in_html(value: Any) -> str:
    """Return *value* as JSON on one line for the content of a `<script>` that holds data."""
    # Half of a surrogate pair cannot be written in UTF-8.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_SCRIPT)
    return text.encode("utf-8", "replace").decode()


def terminal(text: str) -> str:
    """Return *text* for a terminal, with control characters and direction marks made visible."""
    return _UNSEEN.sub(lambda match: _visible(match.group()), text)


def markdown_line(text: str) -> str:
    """Return *text* for one line of Markdown that nobody reads anything else into.

    A sign without width after `@` and `#` keeps GitHub from calling people and citing issues.
    """
    escaped = _MARKDOWN.sub(r"\\\g<0>", terminal(_one_line(text)))
    return _CALLS.sub("\\g<0>\N{WORD JOINER}", escaped)


def github_data(text: str) -> str:
    """Return *text* for the message of a GitHub workflow command."""
    return text.translate(_DATA)


def github_property(text: str) -> str:
    """Return *text* for a property of a GitHub workflow command."""
    return text.translate(_PROPERTY)


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    return width(text, control_codes="ignore")


def _one_line(text: str) -> str:
    # Every line end that `str.splitlines` knows counts as white space.
    return " ".join(_NOT_XML.sub(_unless_space, text).split())


def _unless_space(match: re.Match[str]) -> str:
    return " " if match.group().isspace() else "\N{REPLACEMENT CHARACTER}"


def _visible(character: str) -> str:
    return "→" if character == "\t" else f"<U+{ord(character):04X}>"
