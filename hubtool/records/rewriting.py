"""Changes to the text of a record that leave its comments and its layout as they are."""

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from hubtool.diagnostics.spans import Route, value_at
from hubtool.documents import Document, SourceFile, parse
from hubtool.errors import HubError


def without_entries(document: Document, routes: Iterable[Route]) -> str:
    """Return the text of *document* without the entries of lists at *routes*.

    A list that loses its last entry stays as `[]`. A reference that stands alone where a list may
    stand is its only entry.
    """
    by_list: dict[Route, set[int]] = defaultdict(set)
    for route in routes:
        *start, last = route
        if isinstance(last, int):
            by_list[tuple(start)].add(last)
        else:
            by_list[route] = set()
    edits = [edit for route, gone in by_list.items() for edit in _shortened(document, route, gone)]
    data = deepcopy(document.data)
    for route, gone in by_list.items():
        _shorten(data, route, gone)
    return _edited(document, edits, data)


def with_texts(document: Document, texts: Iterable[tuple[Route, str]]) -> str:
    """Return the text of *document* with other texts, each a plain word, at some routes."""
    edits, data = [], deepcopy(document.data)
    for route, text in texts:
        location, holder = document.location(route), value_at(data, route[:-1])
        source = document.source_text(route).replace(holder[route[-1]], text)
        edits.append((location.start, location.end, source))
        holder[route[-1]] = text
    return _edited(document, edits, data)


def with_formerly(document: Document, ids: list[str]) -> str:
    """Return the text of *document* with *ids* as its former ids."""
    data = {**document.data, "formerly": ids} if ids else dict(document.data)
    words = f"[{', '.join(ids)}]"
    if "formerly" in document.data:
        location = document.location(("formerly",))
        edit = (location.key_end, location.end, f": {words}")
        return _edited(document, [edit], {**data, "formerly": ids})
    first = min(part.key_start for part in document.root.parts.values())
    return _edited(document, [(first, first, f"formerly: {words}\n")] if ids else [], data)


_Edit = tuple[int, int, str]


def _edited(document: Document, edits: Iterable[_Edit], data: Any) -> str:
    """Return the text of *document* after *edits*, which must mean *data*."""
    text = document.text
    for start, end, words in sorted(edits, reverse=True):
        text = f"{text[:start]}{words}{text[end:]}"
    result, _ = parse(SourceFile(document.path, text.encode()))
    if result is None or result.data != data:
        raise HubError(
            f"{document.path} cannot be changed without touching more than is meant",
            hint="nothing was written; change this file by hand, then begin again",
        )
    return text


def _shortened(document: Document, route: Route, gone: set[int]) -> list[_Edit]:
    """Return the edits that take the entries *gone*, all of them where none is named, out of a list."""
    place = document.location(route)
    entries = {index: part for index, part in place.parts.items() if isinstance(index, int)}
    if gone >= entries.keys():
        return [(place.key_end, place.end, ": []")]
    if document.text[place.start] == "[":
        texts = [
            document.text[part.start : part.end] for i, part in entries.items() if i not in gone
        ]
        parts = list(entries.values())
        return [(parts[0].start, parts[-1].end, ", ".join(texts))]
    return [_lines(document.text, entries[index].start, entries[index].end) for index in gone]


def _lines(text: str, start: int, end: int) -> _Edit:
    """Return the edit that takes an entry of a block list out, with its lines and no others."""
    line = text.rfind("\n", 0, start) + 1
    end = start + len(text[start:end].rstrip())
    after = text.find("\n", end)
    return (line, len(text) if after < 0 else after + 1, "")


def _shorten(data: Any, route: Route, gone: set[int]) -> None:
    holder, key = value_at(data, route[:-1]), route[-1]
    entries = holder[key]
    if not gone or not isinstance(entries, list):
        holder[key] = []
    else:
        holder[key] = [entry for index, entry in enumerate(entries) if index not in gone]
