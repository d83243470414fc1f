"""Spans of a text, and routes through a document."""

from __future__ import annotations

from dataclasses import dataclass

Route = tuple[str | int, ...]


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of text: lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
