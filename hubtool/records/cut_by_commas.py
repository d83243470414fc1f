"""Finds texts that commas have cut inside braces, and keys that lack their colon."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubtool.diagnostics.spans import Route
from hubtool.documents import Document


@dataclass(frozen=True)
class CutText:
    """A text that commas have cut inside braces: the key it belongs to, and its offsets."""

    key: str
    start: int
    end: int


def text_cut_by_commas(document: Document, route: Route, free: Iterable[str]) -> CutText | None:
    """Return the text of which the key at *route* is the rest, cut off by a comma in `{ }`."""
    around = document.location(route[:-1])
    if document.text[around.start : around.start + 1] != "{" or not document.has(route):
        return None
    keys = [*around.parts]
    position = keys.index(route[-1])
    if not _is_bare(document, (*route[:-1], keys[position])) or key_without_colon(
        str(route[-1]), free
    ):
        return None
    first = last = position
    while first >= 0 and _is_bare(document, (*route[:-1], keys[first])):
        first -= 1
    if first < 0:
        return None
    while last + 1 < len(keys) and _is_bare(document, (*route[:-1], keys[last + 1])):
        last += 1
    start = around.parts[keys[first]].start
    return CutText(str(keys[first]), start, around.parts[keys[last]].key_end)


def _is_bare(document: Document, route: Route) -> bool:
    """Say whether the key at *route* has neither a value nor a colon."""
    end = document.location(route).key_end
    return document.text[end : end + 40].lstrip()[:1] in (",", "}")


def key_without_colon(key: str, keys: Iterable[str]) -> str | None:
    """Return which of *keys* the text *key* begins with, where a colon is missing inside `{ }`."""
    first, space, _ = key.partition(" ")
    return first if space and first in keys else None
