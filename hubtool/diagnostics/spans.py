"""Spans of a text, and routes through a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Route = tuple[str | int, ...]


def value_at(data: Any, route: Route, default: Any = None) -> Any:
    """Return what stands at *route* in *data*, or *default* where there is nothing."""
    for step in route:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return default
    return data


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of text: lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
