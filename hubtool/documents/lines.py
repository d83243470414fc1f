"""Character offsets as lines and columns, counted the way editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hubtool.diagnostics.spans import Span

# YAML 1.1 also breaks lines at U+0085, U+2028 and U+2029; editors don't, and positions must agree
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its break: *first* is the offset of its first word."""

    number: int
    start: int
    end: int
    first: int
    text: str


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line of *text* starts."""
    return (0, *(match.end() for match in _BREAK.finditer(text)))


def span_between(starts: Sequence[int], start: int, end: int) -> Span:
    """Return the span from offset *start* to offset *end*."""
    line = bisect_right(starts, start)
    end_line = bisect_right(starts, end)
    return Span(line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)


def line_at(text: str, offset: int) -> Line:
    """Return the line of *text* in which *offset* lies."""
    return _line(text, bisect_right(_starts(text), offset))


def line_above(text: str, line: Line) -> Line | None:
    """Return the nearest line above *line* that is neither blank nor a comment."""
    for number in range(line.number - 1, 0, -1):
        above = _line(text, number)
        if above.text.strip() and not above.text.lstrip().startswith("#"):
            return above
    return None


@lru_cache(maxsize=1)
def _starts(text: str) -> tuple[int, ...]:
    return line_starts(text)


def _line(text: str, number: int) -> Line:
    starts = _starts(text)
    start = starts[number - 1]
    stop = starts[number] if number < len(starts) else len(text)
    words = text[start:stop].rstrip("\r\n")
    return Line(number, start, start + len(words), start + len(words) - len(words.lstrip()), words)
