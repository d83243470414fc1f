"""Ids inside a case: what has an address of its own, and an id for what has none yet."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from hubtool.models.types import slug_from

ADDRESSED: Mapping[str, str] = {"lessons": "lesson", "films": "film", "sources": "source"}
"""The lists of a case whose entries have an address, each with the noun for one of them."""

_SHARED = (("lessons",), ("films", "sources"))
"""Lists that share their ids: `sources` of a claim may name a film."""

_MOST_CHARACTERS = 40


def has_mistyped_id(part: Any) -> bool:
    """Say whether *part* has no id but a mistyped key for it, which has its own diagnostic."""
    if not isinstance(part, dict) or "id" in part:
        return False
    return any(key.startswith("id ") or get_close_matches(key, ["id"], 1, 0.75) for key in part)


def lacks_id(part: Any) -> bool:
    """Say whether *part* has no id, not even a mistyped one."""
    return isinstance(part, dict) and part.get("id") is None and not has_mistyped_id(part)


def with_ids(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the *data* of a case in which every lesson, film and source has an id."""
    changed = dict(data)
    for keys in _SHARED:
        ids = {id_ for key in keys for part in _parts(data, key) for id_ in _ids(part)}
        for key in keys:
            if isinstance(data.get(key), list):
                changed[key] = [_with_id(part, ADDRESSED[key], ids) for part in data[key]]
    return changed


def with_partner_ids(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the *data* of a case in which partners and funders have ids, as the form makes them."""
    keys = ("partners", "funders")
    ids = {id_ for key in keys for part in _parts(data, key) for id_ in _ids(part)}
    changed = dict(data)
    for key in keys:
        if isinstance(data.get(key), list):
            changed[key] = [_with_body_id(part, key.removesuffix("s"), ids) for part in data[key]]
    return changed


def _with_body_id(part: Any, noun: str, ids: set[str]) -> Any:
    if not isinstance(part, dict) or part.get("id") is not None:
        return part
    text = part.get("name", part.get("org"))
    slug = _short(slug_from(text)) if isinstance(text, str) else ""
    id_ = _unique(slug or noun, ids)
    ids.add(id_)
    return {**part, "id": id_}


def _parts(data: Mapping[str, Any], key: str) -> Iterator[Any]:
    parts = data.get(key)
    return iter(parts if isinstance(parts, list) else ())


def _ids(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        formerly = part.get("formerly")
        ids = (part.get("id"), *(formerly if isinstance(formerly, list) else ()))
        yield from (id_ for id_ in ids if isinstance(id_, str))


def _with_id(part: Any, noun: str, ids: set[str]) -> Any:
    if not lacks_id(part):
        return part
    text = part.get("lesson" if noun == "lesson" else "title")
    slug = _short(slug_from(text)) if isinstance(text, str) else ""
    id_ = _unique(slug or noun, ids)
    ids.add(id_)
    return {**part, "id": id_}


def _short(slug: str) -> str:
    """Return the first words of *slug*."""
    if len(slug) <= _MOST_CHARACTERS:
        return slug
    words, _, _ = slug[: _MOST_CHARACTERS + 1].rpartition("-")
    return words or slug[:_MOST_CHARACTERS]


def _unique(slug: str, ids: set[str]) -> str:
    number = 1
    id_ = slug
    while id_ in ids:
        number += 1
        id_ = f"{slug}-{number}"
    return id_
