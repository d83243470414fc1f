"""A parsed document: its data, and the location of every part in its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from hubtool.diagnostics.spans import Route, Span, value_at
from hubtool.documents.lines import line_starts, span_between

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read; *path* is relative to the hub's root, with forward slashes."""

    path: str
    content: bytes


class Location(NamedTuple):
    """The offsets of a part in the text, and of its key; *parts* are the locations inside it."""

    start: int
    end: int
    key_start: int
    key_end: int
    parts: Mapping[str | int, Location]


@dataclass(frozen=True)
class Document:
    """Plain data (dict, list, str, int, float, bool, None) and where in *text* each part is.

    *unread* are words that begin a line of what could not be read: there a key may stand.
    """

    path: str
    text: str
    data: dict[str, Any]
    root: Location = field(repr=False)
    unread: frozenset[str] = frozenset()

    def span(self, route: Route, *, key: bool = False) -> Span:
        """Return the span of the deepest part of *route* that the text really has.

        With *key* the span is the key's rather than the value's, where the part has one.
        """
        location = self.location(route)
        wants_key = key and location.key_end > location.key_start
        is_empty = location.start == location.end and location.key_end > location.key_start
        if wants_key or is_empty:
            return self.between(location.key_start, location.key_end)
        return self.between(location.start, location.end)

    def location(self, route: Route) -> Location:
        """Return the location of the deepest part of *route* that the text really has."""
        location = self.root
        for step in route:
            if step not in location.parts:
                break
            location = location.parts[step]
        return location

    def route_at(self, offset: int) -> Route:
        """Return the route to the smallest part of the text around *offset*."""
        route: Route = ()
        location = self.root
        while True:
            starts, steps = self._in_order(route, location)
            index = bisect_right(starts, offset) - 1
            if index < 0 or not _covers(location.parts[step := steps[index]], offset):
                return route
            route, location = (*route, step), location.parts[step]

    def _in_order(
        self, route: Route, location: Location
    ) -> tuple[Sequence[int], Sequence[str | int]]:
        """Return where the parts at *route* begin in the text, and which they are."""
        if route not in self._orders:
            order = sorted(
                (_start(part), index) for index, part in enumerate(location.parts.values())
            )
            steps = [*location.parts]
            self._orders[route] = (
                [start for start, _ in order],
                [steps[index] for _, index in order],
            )
        return self._orders[route]

    @cached_property
    def _orders(self) -> dict[Route, tuple[Sequence[int], Sequence[str | int]]]:
        return {}

    def has(self, route: Route) -> bool:
        """Say whether the text has every step of *route*."""
        location = self.root
        for step in route:
            if step not in location.parts:
                return False
            location = location.parts[step]
        return True

    def source_text(self, route: Route) -> str:
        """Return the text of the part at *route* just as it is written."""
        location = self.location(route)
        return self.text[location.start : location.end]

    def inside(self, route: Route, start: int, end: int) -> Span:
        """Return the span of the characters *start* to *end* of the text value at *route*.

        If they can't be matched one for one (escapes, folded lines), this is the whole value.
        """
        location = self.location(route)
        value = value_at(self.data, route)
        pattern = _pattern(value[start:end]) if isinstance(value, str) else None
        if pattern is None or not isinstance(value, str):
            return self.span(route)
        earlier = sum(1 for _ in pattern.finditer(value, 0, start))
        matches = [*pattern.finditer(self.text, location.start, location.end)]
        if earlier >= len(matches):
            return self.span(route)
        return self.between(*matches[earlier].span())

    def between(self, start: int, end: int) -> Span:
        """Return the span from offset *start* to offset *end* of the text."""
        return span_between(self._starts, start, end)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return line_starts(self.text)


def _start(location: Location) -> int:
    has_key = location.key_end > location.key_start
    return location.key_start if has_key else location.start


def _covers(location: Location, offset: int) -> bool:
    start = _start(location)
    return start <= offset < max(location.end, location.key_end, start + 1)


def _pattern(words: str) -> re.Pattern[str] | None:
    """Return a pattern that finds *words* however their lines are broken, None for no words."""
    parts = [re.escape(word) for word in _SPACE.split(words)]
    return re.compile(r"\s+".join(parts)) if any(parts) else None
