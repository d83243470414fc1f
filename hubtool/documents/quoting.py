"""Texts and numbers as YAML: plain where every reader agrees on them, in quotes or a block else."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal

WIDTH = 110

PATTERNS = {
    "quoted": r"^[-?:,\[\]{}#&*!|>'\x22%@`=~ ]|:| #| (?![\s\S])|^\.\.\.|^<<",
    "quoted_in_flow": r"[,\[\]{}]",
    "not_text": r"^(?:[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF"
    r"|[YyNn]|[-+]?0[bB][01_]+|[-+]?0[oO]?[0-7_]+|[-+]?0[xX][0-9a-fA-F_]+"
    r"|[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:[Ii]nf|INF)|\.(?:[Nn]a[Nn]|NAN)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![\s\S])",
    "date": r"^[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?(?![\s\S])",
    "escaped": r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]",
    "not_block": r"^[ \t\n]|\n(?:[ \t]*\n|[ \t]+)(?![\s\S])",
    "not_folded": r"\t| (?![\s\S])",
    "gap": r"(?<! ) (?! )",
}
"""The rules for texts. The writer in the browser uses these very patterns: each must mean the same
in Python and, with the flag `u`, in JavaScript.

- `quoted`: what is no plain text: it begins with an indicator, has a space at an end, a comment
  inside, or a colon anywhere (YAML 1.1 reads 6:40 as a number).
- `not_text`: what YAML 1.1 or 1.2 reads as something else than text.
- `date`: what stands without quotes where the model has a date, though YAML reads no text.
- `escaped`: what can be written with an escape only.
- `not_block`: white space at an end, which a block would not give back.
- `not_folded`: white space that a folded block would not give back.
- `gap`: where a line may be broken.
"""

_PATTERNS = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_IN_QUOTES = re.compile(rf'["\\\n\t]|{PATTERNS["escaped"]}')
_ESCAPES = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text on lines of its own below a header, which stands beside the key."""

    header: str
    lines: tuple[str, ...]


def scalar(value: object, *, is_date: bool = False, in_flow: bool = False) -> str:
    """Return *value*, which is no list or mapping, on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return _number(value)
    text = str(value)
    is_text = not _has("not_text", text) or (is_date and _has("date", text))
    if text and is_text and not _needs_quotes(text, in_flow=in_flow):
        return text
    return f'"{_IN_QUOTES.sub(_escape, text)}"'


def block(text: str, indent: str) -> TextBlock | None:
    """Return *text* as a block, None where it cannot be one or has nowhere to be broken.

    A text with line breaks is a literal block; another is folded at WIDTH.
    """
    if _has("escaped", text) or _has("not_block", text):
        return None
    if "\n" in text:
        header = "|" if text.endswith("\n") else "|-"
        lines = text.removesuffix("\n").split("\n")
        return TextBlock(header, tuple(f"{indent}{line}" if line else "" for line in lines))
    words = _PATTERNS["gap"].split(text)
    if len(words) < 2 or _has("not_folded", text):
        return None
    lines = _folded(words, WIDTH - len(indent))
    return TextBlock(">-", tuple(f"{indent}{line}" for line in lines))


def _has(pattern: str, text: str) -> bool:
    return _PATTERNS[pattern].search(text) is not None


def _needs_quotes(text: str, *, in_flow: bool) -> bool:
    if "\n" in text or "\t" in text or _has("escaped", text) or _has("quoted", text):
        return True
    return in_flow and _has("quoted_in_flow", text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    number = ord(character)
    written = f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}"
    return _ESCAPES.get(character, written)


def _number(number: float) -> str:
    """Return *number* as JavaScript would write it: whole ones without a point."""
    if math.isnan(number):
        return ".nan"
    if math.isinf(number):
        return ".inf" if number > 0 else "-.inf"
    if number.is_integer() and abs(number) < 1e21:
        return str(int(number))
    if abs(number) >= 1e-6 and abs(number) < 1e21:
        return f"{Decimal(repr(number)):f}"
    digits, _, exponent = f"{Decimal(repr(number)):e}".partition("e")
    # YAML 1.1 takes a number with an exponent for text if it has no point.
    return f"{digits if '.' in digits else f'{digits}.0'}e{int(exponent):+d}"


def _folded(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
