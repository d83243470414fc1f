"""The rows of a list as columns, small enough for a browser to load at once."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise

from hubtool.hub.lists import Table

_TOGETHER = ((240, 24), (2400, 12))
_IN_LONG_LIST = 6
_FIRST, _GAP, _AFTER = 0x5D, 0x7F, 0xA1  # what JSON writes as one sign each, and no space


def columns(table: Table) -> bytes:
    """Return *table* as JSON.

    `together` is how many cards stand in each of their files. `ids` are the rows by title; rows of one case are joined, as in `case#first second`. `orders`
    are the orders of the rows, each row as the step from the row before. For each facet, `values`
    are its values, the most frequent first, and `rows` the values of each row, with a space between
    two rows: each value is a sign, `]` for the first, `^` for the second and so on.
    """
    data = {
        "kind": table.kind,
        "together": cards_together(len(table.rows)),
        "ids": _ids([row.id for row in table.rows]),
        "orders": {name: _steps(order) for name, order in table.orders.items()},
        "facets": {facet.name: _column(table, facet.name) for facet in table.facets},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def cards_together(count: int) -> int:
    """Return how many cards of a list of *count* rows one file should hold.

    What is found in a short list is then in few files; in a long one, few cards come unasked.
    """
    return next((size for longest, size in _TOGETHER if count <= longest), _IN_LONG_LIST)


def _ids(ids: Iterable[str]) -> list[str]:
    parts = (id_.partition("#") for id_ in ids)
    groups = groupby(parts, key=lambda part: part[0])
    return [case_id + _parts(part[2] for part in group) for case_id, group in groups]


def _parts(names: Iterable[str]) -> str:
    joined = " ".join(names)
    return f"#{joined}" if joined else ""


def _steps(order: Iterable[int]) -> list[int]:
    return [index - before for before, index in pairwise((0, *order))]


def _column(table: Table, name: str) -> dict[str, object]:
    counts = Counter(value for row in table.rows for value in row.values[name])
    values = sorted(counts, key=lambda value: (-counts[value], value))
    signs = {value: _sign(index) for index, value in enumerate(values)}
    rows = ("".join(sorted(signs[value] for value in row.values[name])) for row in table.rows)
    return {"values": values, "rows": " ".join(rows)}


def _sign(index: int) -> str:
    code = _FIRST + index
    return chr(code if code < _GAP else code - _GAP + _AFTER)
