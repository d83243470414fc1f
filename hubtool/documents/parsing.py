"""Bytes to a document and its faults; no content of a file makes this raise."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, Related, diagnostic
from hubtool.diagnostics.spans import Route, Span
from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.documents.building import Build, Node, TooDeepError
from hubtool.documents.cut_texts import cut_texts
from hubtool.documents.decoding import decode
from hubtool.documents.document import Document, Location, SourceFile
from hubtool.documents.faults import Fault, second_record, unseen
from hubtool.documents.front_matter import first_document
from hubtool.documents.hidden import hidden, with_stand_ins
from hubtool.documents.layout import odd_indentation
from hubtool.documents.lines import line_above, line_at
from hubtool.documents.stopping_point import StoppingPoint
from hubtool.documents.syntax import conflict, explain

# Without libyaml PyYAML's own parser does the same, about 25 times slower.
IS_FAST = hasattr(yaml, "CLoader")

_MOST_ROUNDS = 8
_MOST_FOR_ROUNDS = 100_000
_ODD_INDENTATION = re.compile(r"^ *[^\S\r\n ]", re.MULTILINE)
_TOP_KEY = re.compile(r"^[\w\"'][^:\r\n]*:", re.MULTILINE)
_FIRST_WORD = re.compile(r"^\W*([\w-]+)", re.MULTILINE)
_NOT_BREAK = re.compile(r"[^\r\n]")
_NOWHERE = Location(0, 0, 0, 0, {})


def parse(
    source: SourceFile, *, inside: Route = (), fast: bool = IS_FAST
) -> tuple[Document | None, list[Diagnostic]]:
    """Return the document in *source*, None if its data can't be relied on, and its faults.

    With *inside*, only the part at that route must follow our rules: the rest is another program's
    YAML, in which tags, anchors and aliases are allowed.
    """
    text = decode(source)
    if isinstance(text, Diagnostic):
        return None, [text]
    runs = [*hidden(text)]
    readable, second = first_document(with_stand_ins(text, runs) if runs else text)
    reading = _read(readable, has_stand_ins=bool(runs), fast=fast)
    node, faults = reading.node, [*reading.faults, *unseen(runs, text)]
    if second:
        faults.append(second)
    if not faults and (node is None or node.value is None):
        return None, [_empty(source.path)]
    document = Document(source.path, text, {}, _NOWHERE)
    if node is not None:
        document = Document(source.path, text, node.value, node.location)
        faults += cut_texts(document)
        if inside:
            stops = reading.stops
            faults = [item for item in faults if item in stops or _lies_at(document, item, inside)]
        if not isinstance(node.value, dict) and not any(fault.breaks for fault in faults):
            faults.append(_no_mapping(node))
    faults = second_record(faults, document.root)
    diagnostics = sorted(_diagnostic(document, fault) for fault in faults)
    if node is None or not isinstance(node.value, dict):
        return None, diagnostics
    unread = reading.unread | _first_words(text[len(readable) :])
    return _sound(document, faults, unread), diagnostics


class _Parsing(NamedTuple):
    """What a text holds and its faults.

    *stops* are those at which the reading stopped, *unread* the first words of the lines that could
    not be read.
    """

    node: Node | None
    faults: list[Fault]
    stops: tuple[Fault, ...] = ()
    unread: frozenset[str] = frozenset()


def _read(text: str, *, has_stand_ins: bool, fast: bool) -> _Parsing:
    """Return what *text* holds and its faults.

    A syntax error ends YAML's reading. To read what stands after it too, the top-level key with the
    error is blanked out and the rest is read again.
    """
    if fault := conflict(text):
        return _Parsing(None, [fault])
    faults: list[Fault] = []
    unread: frozenset[str] = frozenset()
    for _ in range(_MOST_ROUNDS if len(text) < _MOST_FOR_ROUNDS else 1):
        build = Build(text, _events(text, fast=fast), has_stand_ins)
        try:
            node = build.document()
        except TooDeepError:
            return _Parsing(None, faults + build.faults)
        except yaml.YAMLError as error:
            fault = explain(_stopping_point(error, text, build))
            faults.append(fault)
            top = _top_key(text, fault.start)
            if fault.ends or top is None:
                return _Parsing(None, faults)
            unread |= _first_words(text[slice(*top)])
            text = text[: top[0]] + _NOT_BREAK.sub(" ", text[slice(*top)]) + text[top[1] :]
            continue
        others = [*build.faults, *_odd_lines(text, build)]
        return _Parsing(node, [*faults, *others], tuple(faults), unread)
    return _Parsing(None, faults)


def _sound(document: Document, faults: list[Fault], unread: frozenset[str]) -> Document | None:
    """Return *document* without the top-level keys whose data can't be relied on, None if all."""
    broken = [fault for fault in faults if fault.breaks]
    if any(fault.ends for fault in broken):
        return None
    keys = {route[0] for fault in broken if (route := document.route_at(fault.start))}
    data = {key: value for key, value in document.data.items() if key not in keys}
    root = document.root
    parts = {key: part for key, part in root.parts.items() if key not in keys}
    for key in keys:
        unread |= _first_words(document.text[root.parts[key].key_start : root.parts[key].end])
    if keys and not data:
        return None
    return replace(document, data=data, root=root._replace(parts=parts), unread=unread)


def _first_words(text: str) -> frozenset[str]:
    """Return the words that begin the lines of *text*: keys, if they could be read."""
    words = {match[1] for match in _FIRST_WORD.finditer(text)}
    return frozenset(words | {word.lower() for word in words})


def _events(text: str, *, fast: bool) -> Iterator[yaml.Event]:
    loader: Any = yaml.CLoader if fast else yaml.Loader
    return iter(loader(text).get_event, None)


def _stopping_point(error: yaml.YAMLError, text: str, build: Build) -> StoppingPoint:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    return StoppingPoint(
        text=text,
        problem=getattr(error, "problem", None) or str(error),
        at=min(mark.index, len(text)) if mark else 0,
        opened=context.index if context else None,
        open_flow=build.open_flows[-1] if build.open_flows else None,
        last_quoted=build.last_quoted,
    )


def _top_key(text: str, offset: int) -> tuple[int, int] | None:
    """Return the offsets of the top-level key around *offset* with its value, None if none is."""
    start = None
    for match in _TOP_KEY.finditer(text):
        if match.start() > offset:
            return None if start is None else (start, match.start())
        start = match.start()
    return None if start is None else (start, len(text))


def _odd_lines(text: str, build: Build) -> Iterator[Fault]:
    """Yield the fault of the first line whose indentation YAML reads otherwise than it looks."""
    free = sorted(build.free)
    for match in _ODD_INDENTATION.finditer(text):
        at = match.end()
        index = bisect_left(free, (at,)) - 1
        if index >= 0 and at <= free[index][1]:
            continue
        line = line_at(text, at - 1)
        if line.text.lstrip().startswith("#"):
            continue
        if fault := odd_indentation(line, line_above(text, line)):
            yield fault
            return


def _lies_at(document: Document, fault: Fault, route: Route) -> bool:
    if not document.has(route):
        return False
    location = document.location(route)
    return location.key_start <= fault.start <= location.end


def _empty(path: str) -> Diagnostic:
    return diagnostic(wording("H102.empty"), path=path, span=Span(1, 1, 1, 1))


def _no_mapping(node: Node) -> Fault:
    key = "H205.file-of-list" if isinstance(node.value, list) else "H205.file-of-text"
    starts = {"<": "H205.web-page", "+++": "H205.toml"}
    key = next((starts[start] for start in starts if str(node.value).startswith(start)), key)
    return Fault(*wording(key), node.location.start, node.location.end)


def _diagnostic(document: Document, fault: Fault) -> Diagnostic:
    start, end = fault.start, min(fault.end, len(document.text))
    related: tuple[Related, ...] = ()
    if fault.first:
        span = document.between(*fault.first)
        related = (Related(document.path, span, phrase("H103.first")),)
    fix = None
    if fault.replacement:
        first, last, words = fault.replacement
        fix = Fix(document.between(first, last), words)
    return diagnostic(
        Wording(*fault[:3]),
        path=document.path,
        span=document.between(min(start, end), end),
        route=document.route_at(fault.first[0] if fault.first else start),
        related=related,
        fix=fix,
    )
