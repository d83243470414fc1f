"""Finds texts that commas have cut inside braces, and keys that lack their colon."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hubtool.diagnostics.spans import Route
from hubtool.documents import Document

_GLUED = re.compile(r"([a-z_]+)(\s*[:=]\s*|\s+)(\S.*)", re.DOTALL)


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
    if not _is_bare(document, (*route[:-1], keys[position])) or glued_pair(str(route[-1]), free):
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


@dataclass(frozen=True)
class GluedPair:
    """A key and its value inside `{ }` with something else than a colon and a space between them."""

    key: str
    between: str
    value: str


def glued_pair(text: str, keys: Iterable[str]) -> GluedPair | None:
    """Return the pair that *text* is, if it begins with one of *keys*."""
    match = _GLUED.fullmatch(text)
    return GluedPair(*match.groups()) if match and match[1] in keys else None
