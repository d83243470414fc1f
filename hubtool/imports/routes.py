"""Routes into a case as column names, `lessons.1.said_by`, and values put at them."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from hubtool.diagnostics.spans import Route, value_at
from hubtool.models.annotations import Shape, fields
from hubtool.models.case import CaseStudy

MOST_ENTRIES = 100
"""How many entries of one list an answer may name: a number costs no memory by its size."""

_STEP = re.compile(r"[a-z][a-z0-9_-]*|[1-9][0-9]{0,2}")


def column_name(route: Route) -> str:
    """Return the name of *route*; entries are counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in route)


def route_of(name: str) -> Route | None:
    """Return the route that the column *name* names, None where no case has such a part."""
    steps = name.strip().split(".")
    if not all(map(_STEP.fullmatch, steps)):
        return None
    route = tuple(int(step) - 1 if step.isdecimal() else step for step in steps)
    shape = leaf_shape(route)
    return route if shape and not shape.model and not shape.value else None


def leaf_shape(route: Route) -> Shape | None:
    """Return the shape at *route*, None where a case has nothing there."""
    shape: Shape | None = Shape(CaseStudy, model=CaseStudy)
    for step in route:
        if shape is None:
            return None
        if isinstance(step, int):
            shape = shape.item if step < MOST_ENTRIES else None
        elif shape.value:
            shape = shape.value
        else:
            declared = fields(shape.model) if shape.model else {}
            shape = declared[step].shape if step in declared else None
    return shape


def is_needed(route: Route) -> bool:
    """Say whether the key or entry at *route* is one that its model cannot do without."""
    shape = leaf_shape(route[:-1])
    last = route[-1]
    if shape is None or not shape.model or isinstance(last, int):
        return False
    field = fields(shape.model).get(last)
    return field is not None and field.info.is_required()


def put_at(data: dict[str, Any], route: Route, value: Any) -> None:
    """Put *value* at *route*; gaps in lists are left as None."""
    inner: Any = data
    for step, following in pairwise(route):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            inner += [None] * (step + 1 - len(inner))
            inner[step] = empty if inner[step] is None else inner[step]
        else:
            inner.setdefault(step, empty)
        inner = inner[step]
    last = route[-1]
    if isinstance(last, int):
        inner += [None] * (last + 1 - len(inner))
    inner[last] = value


def remove_at(data: dict[str, Any], route: Route) -> None:
    """Remove what stands at *route*."""
    value_at(data, route[:-1]).pop(route[-1])


def without_gaps(value: Any) -> Any:
    """Return *value* without what is empty."""
    match value:
        case dict():
            parts = {key: without_gaps(part) for key, part in value.items()}
            return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
        case list():
            return [part for part in map(without_gaps, value) if part not in (None, "", [], {})]
    return value


def leaf_routes(data: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Yield each value of *data* that is no mapping and no list of mappings, with its route."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from leaf_routes(value, (*route, key))
    elif isinstance(data, list) and any(_needs_columns(item) for item in data):
        for index, item in enumerate(data):
            yield from leaf_routes(item, (*route, index))
    elif data not in (None, [], {}):
        yield route, data


def _needs_columns(item: Any) -> bool:
    return isinstance(item, dict | list) or (isinstance(item, str) and "\n" in item)
