"""Plain scalars by the core schema of YAML 1.2.2, section 10.3.2."""

from __future__ import annotations

import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None

# More digits than a record needs, and fewer than int() refuses.
_MOST_DIGITS = 40

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST = frozenset("-+.0123456789")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


class TooLongError(ValueError):
    """A number with too many digits."""


def resolve(text: str) -> Scalar:
    """Return what the plain scalar *text* stands for, or raise TooLongError."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if _INT.fullmatch(text):
        return int(_checked(text), 0 if text[1:2] in ("o", "x") else 10)
    if _FLOAT.fullmatch(text):
        return _float(_checked(text))
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    return text


def _checked(text: str) -> str:
    if len(text) > _MOST_DIGITS:
        raise TooLongError(text)
    return text


def _float(text: str) -> float:
    number = float(text)
    if abs(number) == float("inf"):
        raise TooLongError(text)
    return number
