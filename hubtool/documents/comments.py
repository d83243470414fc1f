"""Finds the comments of a document and the part each belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from hubtool.diagnostics.spans import Route
from hubtool.documents.document import Document, Location
from hubtool.documents.lines import line_starts

_COMMENT = re.compile(r"#[^\r\n]*")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*")
_BEFORE_DASH = re.compile(r"[ \t?-]*")


@dataclass(frozen=True)
class Comments:
    """The comments of a document by the part they belong to.

    They stand *before* a part, *beside* it or its key, or *after* the last of its parts. *inside* is
    how many stand below a part.
    """

    before: Mapping[Route, list[str]] = field(default_factory=dict)
    beside: Mapping[Route, str] = field(default_factory=dict)
    after: Mapping[Route, list[str]] = field(default_factory=dict)
    inside: Mapping[Route, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment, and whether it *follows* something on its line."""

    start: int
    column: int
    text: str
    follows: bool


@dataclass(frozen=True, slots=True)
class _LocatedPart:
    """A part of the document; it starts with its key, if it has one."""

    route: Route
    location: Location

    @property
    def start(self) -> int:
        location = self.location
        has_key = location.key_end > location.key_start
        return location.key_start if has_key else location.start

    @property
    def end(self) -> int:
        return max(self.location.end, self.location.key_end)

    def parts(self) -> Iterator[_LocatedPart]:
        return (
            _LocatedPart((*self.route, step), inner) for step, inner in self.location.parts.items()
        )

    def last(self) -> _LocatedPart | None:
        parts = cast(
            "dict[str | int, Location]", self.location.parts
        )  # which can be read backwards
        step = next(reversed(parts), None)
        return None if step is None else _LocatedPart((*self.route, step), parts[step])


def comments(document: Document) -> Comments:
    """Return the comments of *document*."""
    lines = line_starts(document.text)
    search = _Search(document.text, lines, deque(_comments(document, lines)))
    root = _LocatedPart((), document.root)
    while search.next_before(document.root.start):
        search.put(search.before, root.route)
    search.walk(root)
    while search.comments:
        search.attach(root, root.last(), None)
    return search.result()


def comment_texts(document: Document) -> list[str]:
    """Return the comments of *document* in order, each from its `#`."""
    return [comment.text for comment in _comments(document, line_starts(document.text))]


def _comments(document: Document, lines: tuple[int, ...]) -> Iterator[_Comment]:
    text = document.text
    taken = sorted([*_scalars(_LocatedPart((), document.root), text), (len(text), len(text))])
    for (_, start), (end, _) in pairwise([(0, 0), *taken]):
        for match in _COMMENT.finditer(text, start, end):
            line = lines[bisect_right(lines, match.start()) - 1]
            follows = not _BEFORE_DASH.fullmatch(text, line, match.start())
            yield _Comment(match.start(), match.start() - line, match[0].rstrip(), follows)


def _scalars(part: _LocatedPart, text: str) -> Iterator[tuple[int, int]]:
    """Yield where keys and texts stand, in which a `#` begins no comment."""
    location = part.location
    if location.key_end > location.key_start:
        yield location.key_start, location.key_end
    if location.parts:
        for inner in part.parts():
            yield from _scalars(inner, text)
    elif header := _BLOCK_HEADER.match(text, location.start, location.end):
        # A comment may stand beside the header of a block.
        yield location.start, location.start + 1
        yield header.end(), location.end
    elif text[location.start : location.start + 1] not in ("[", "{"):
        yield location.start, location.end


@dataclass
class _Search:
    """The comments not yet attached, in order, and those that are."""

    text: str
    lines: tuple[int, ...]
    comments: deque[_Comment]
    before: dict[Route, list[str]] = field(default_factory=dict)
    beside: dict[Route, list[str]] = field(default_factory=dict)
    after: dict[Route, list[str]] = field(default_factory=dict)

    def next_before(self, end: int) -> _Comment | None:
        """Return the next comment if it starts before *end*."""
        return self.comments[0] if self.comments and self.comments[0].start < end else None

    def put(self, comments: dict[Route, list[str]], route: Route) -> None:
        """Attach the next comment to the part at *route*."""
        comments.setdefault(route, []).append(self.comments.popleft().text)

    def walk(self, part: _LocatedPart) -> None:
        """Attach the comments inside *part*."""
        previous = None
        for inner in part.parts():
            while self.next_before(inner.start):
                self.attach(part, previous, inner)
            self._after_key(inner)
            self.walk(inner)
            previous = inner
        while self._is_flow(part) and self.next_before(part.location.end):
            self.attach(part, previous, None)

    def _after_key(self, part: _LocatedPart) -> None:
        """Attach the comments between the key of *part* and its value, or inside a block's header."""
        first = next(part.parts(), None)
        end = part.location.start if first else part.end
        while comment := self.next_before(end):
            if comment.follows:
                self.put(self.beside, part.route)
            elif first and not self._is_flow(part):
                self.put(self.before, first.route)
            else:
                self.put(self.before, part.route)

    def attach(
        self, around: _LocatedPart, previous: _LocatedPart | None, following: _LocatedPart | None
    ) -> None:
        """Attach the next comment, which stands between two parts of *around*."""
        comment = self.comments[0]
        if previous and comment.follows and self._is_on_line_of(previous, comment):
            self.put(self.beside, self._last_on_line(previous).route)
        elif previous is None and comment.follows and self._is_flow(around):
            self.put(self.beside, around.route)
        elif previous and (owner := self._owner(around, previous, comment)):
            self.put(self.after, owner.route)
        elif following:
            self.put(self.before, following.route)
        else:
            self.put(self.after if around.location.parts else self.before, around.route)

    def result(self) -> Comments:
        """Return all that is attached: only one comment can stand beside a part."""
        for route, texts in self.beside.items():
            while texts[1:]:
                self.before.setdefault(route, []).append(texts.pop(0))
        inside: Counter[Route] = Counter()
        for texts_by_route in (self.before, self.beside, self.after):
            for route, texts in texts_by_route.items():
                inside.update({route[:length]: len(texts) for length in range(len(route))})
        inside.update({route: len(texts) for route, texts in self.after.items()})
        beside = {route: texts[0] for route, texts in self.beside.items()}
        return Comments(self.before, beside, self.after, inside)

    def _is_flow(self, part: _LocatedPart) -> bool:
        return self.text[part.location.start : part.location.start + 1] in ("[", "{")

    def _is_on_line_of(self, part: _LocatedPart, comment: _Comment) -> bool:
        return comment.start - comment.column <= part.end

    def _last_on_line(self, part: _LocatedPart) -> _LocatedPart:
        while not self._is_flow(part) and (last := part.last()):
            part = last
        return part

    def _owner(
        self, around: _LocatedPart, previous: _LocatedPart, comment: _Comment
    ) -> _LocatedPart | None:
        """Return the part inside *previous* at whose end *comment* stands by its indentation."""
        if self._is_flow(around) or comment.column <= self._column(around):
            return None
        owner = None
        part: _LocatedPart | None = previous
        while part and part.location.parts and not self._is_flow(part):
            if self._column(part) > comment.column:
                break
            owner, part = part, part.last()
        return owner

    def _column(self, part: _LocatedPart) -> int:
        start = part.location.start
        return start - self.lines[bisect_right(self.lines, start) - 1]
