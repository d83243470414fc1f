"""The rows of a list as columns, small enough for a browser to load at once."""

import json
from collections import Counter

from hubtool.tables import Table


def columns(table: Table) -> bytes:
    """Return *table* as JSON.

    `ids` are the rows by title; `orders` say which rows come one after the other. Of each facet
    `values` are its values, the most frequent first, and `rows` which of them each row has, by
    their positions: a number for one, a list for several, 0-based, and -1 for none.
    """
    data = {
        "kind": table.kind,
        "ids": [row.id for row in table.rows],
        "orders": {name: list(places) for name, places in table.orders.items()},
        "facets": {name: _column(table, name) for name in table.facets},
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _column(table: Table, name: str) -> dict[str, object]:
    counts = Counter(value for row in table.rows for value in row.values[name])
    values = sorted(counts, key=lambda value: (-counts[value], value))
    places = {value: place for place, value in enumerate(values)}
    rows: list[int | list[int]] = []
    for row in table.rows:
        held = sorted(places[value] for value in row.values[name])
        rows.append(held if len(held) > 1 else held[0] if held else -1)
    return {"values": values, "rows": rows}
