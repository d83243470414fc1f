"""One pass over YAML's events: the data, the location of each part, and the faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from hubtool.documents import faults
from hubtool.documents.document import Location
from hubtool.documents.faults import Fault
from hubtool.documents.hidden import cleaned, hidden
from hubtool.documents.scalars import Scalar, TooLongError, resolve

MOST_LEVELS = 24

_NO_PARTS: dict[str | int, Location] = {}
_QUOTED = ("'", '"')
# A quoted text that goes on at the left margin has swallowed the keys after it.
_LEFTMOST = re.compile(r"[\r\n][^\s#\]}]")
_DASH = re.compile(r"[\r\n][ \t]*(-)\s")
_GLUED_DASH = re.compile(r"-[^\s\d].*[\r\n][ \t]*-[^\s\d]")


class TooDeepError(Exception):
    """The nesting is deeper than any record needs."""


class Node(NamedTuple):
    """A value and its location."""

    value: Any
    location: Location


class Key(NamedTuple):
    """A key and its offsets; *text* is None where the key is skipped."""

    text: str | None
    start: int
    end: int


@dataclass
class Build:
    """The state of one pass over the events of *text*."""

    text: str
    events: Iterator[Any]
    has_stand_ins: bool
    faults: list[Fault] = field(default_factory=list)
    # These explain a syntax error: the open brackets, and the last quoted text.
    open_flows: list[int] = field(default_factory=list)
    last_quoted: tuple[int, int] | None = None
    # Stretches in which a tab at the start of a line is content, not indentation.
    free: list[tuple[int, int]] = field(default_factory=list)
    depth: int = 0

    def document(self) -> Node | None:
        """Return the first document of the text, or None if there is none."""
        next(self.events)  # the stream's start
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            return None
        node = self._node(next(self.events))
        next(self.events)  # the document's end
        next(self.events)  # the stream's end, or what makes the reading stop
        return node

    def _node(self, event: Any) -> Node:
        start, end = _offsets(event)
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._properties(event, start)
            if event.style in ("|", ">"):
                end = start + len(self.text[start:end].rstrip())
            return Node(self._scalar(event, start, end), Location(start, end, 0, 0, _NO_PARTS))
        if isinstance(event, yaml.AliasEvent):
            self.faults.append(faults.alias(self.text, start, end))
            return Node(None, Location(start, end, 0, 0, _NO_PARTS))
        if event.anchor is not None or event.tag is not None:
            self._properties(event, start)
        return self._collection(event, start)

    def _collection(self, event: Any, start: int) -> Node:
        if self.depth >= MOST_LEVELS:
            self.faults.append(faults.too_deep(start, MOST_LEVELS))
            raise TooDeepError
        self.depth += 1
        if event.flow_style:
            self.open_flows.append(start)
        parts: dict[str | int, Location] = {}
        value: Any
        if isinstance(event, yaml.MappingStartEvent):
            value, last, end = self._mapping(parts)
        else:
            value, last, end = self._sequence(parts)
        self.depth -= 1
        if event.flow_style:
            self.open_flows.pop()
            self.free.append((start, end))
        else:
            # YAML ends a block collection where the next token starts, after any comments.
            end = max(start, last)
        return Node(value, Location(start, end, 0, 0, parts))

    def _mapping(self, parts: dict[str | int, Location]) -> tuple[dict[str, Any], int, int]:
        """Return a mapping, where its last part ends and where it ends itself."""
        data: dict[str, Any] = {}
        last = 0
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return data, last, _offsets(event)[1]
            key = self._key(event)
            value, location = self._node(next(self.events))
            last = max(location.end, key.end)
            if key.text is None:
                continue
            name = key.text
            if name in data and self._is_bare(key):
                name += " "  # the rest of a text that commas have cut: it may stand there twice
            if name in data:
                self.faults.append(faults.twice(name, key.start, key.end, parts[name]))
                continue
            data[name] = value
            parts[name] = Location(location.start, location.end, key.start, key.end, location.parts)
        raise AssertionError("a mapping without an end")

    def _is_bare(self, key: Key) -> bool:
        """Say whether *key* stands between commas, without a colon."""
        return self.text[key.end : key.end + 1] in (",", "}")

    def _sequence(self, parts: dict[str | int, Location]) -> tuple[list[Any], int, int]:
        """Return a list, where its last part ends and where it ends itself."""
        items: list[Any] = []
        last = 0
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return items, last, _offsets(event)[1]
            value, location = self._node(event)
            last = location.end
            parts[len(items)] = location
            items.append(value)
        raise AssertionError("a sequence without an end")

    def _key(self, event: Any) -> Key:
        start, end = _offsets(event)
        if not isinstance(event, yaml.ScalarEvent):
            location = self._node(event).location
            if not isinstance(event, yaml.AliasEvent):
                at = (location.start, location.end)
                self.faults.append(faults.key_without_text(*at, is_empty=False))
            return Key(None, start, end)
        if event.anchor is not None or event.tag is not None:
            self._properties(event, start)
        if event.value == "<<" and not event.style:
            self.faults.append(faults.merge(start, end))
            return Key(None, start, end)
        text = cleaned(event.value) if self.has_stand_ins else event.value
        if event.style in _QUOTED:
            text = self._quoted(text, start, end)
        if not text.strip():
            self.faults.append(faults.key_without_text(start, end + 1, is_empty=True))
            return Key(None, start, end)
        return Key(text, start, end)

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Scalar:
        text: str = cleaned(event.value) if self.has_stand_ins else event.value
        if not event.style:
            return self._plain(text, start, end)
        self.free.append((start, end))
        return self._quoted(text, start, end) if event.style in _QUOTED else text

    def _plain(self, text: str, start: int, end: int) -> Scalar:
        if end - start != len(text):  # on several lines, or with stand-ins
            self._dashes(start, end)
        try:
            return resolve(text)
        except TooLongError:
            self.faults.append(faults.too_long(text, start, end))
            return None

    def _dashes(self, start: int, end: int) -> None:
        dash = _DASH.search(self.text, start, end)
        if dash is not None:
            self.faults.append(faults.stray_dash(dash.start(1)))
        elif _GLUED_DASH.match(self.text, start, end):
            self.faults.append(faults.glued_dash(start))

    def _quoted(self, text: str, start: int, end: int) -> str:
        self.last_quoted = (start, end)
        if _LEFTMOST.search(self.text, start, end):
            self.faults.append(faults.unclosed_quote(self.text, start))
        elif self.text.find("\\", start, end) >= 0:
            for item in reversed([*hidden(text)]):
                self.faults.append(faults.escaped(item, start, end))
                text = text[: item.start] + text[item.end :]
        return text

    def _properties(self, event: Any, start: int) -> None:
        if event.anchor is not None:
            self.faults.append(faults.anchor(self.text, start))
        if event.tag is not None:
            self.faults.append(faults.tag(self.text, start))


def _offsets(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
