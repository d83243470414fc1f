"""A walk over the texts of a record's data; its model says what each text is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hubtool.diagnostics.spans import Route
from hubtool.models.annotations import Shape, TextMark, fields
from hubtool.models.declare import Model


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in a record's data with what its model says about it."""

    route: Route
    value: str
    mark: TextMark | None
    facet: str | None
    is_key: bool = False


def leaves(model: type[Model], data: Any, route: Route = ()) -> Iterator[Leaf]:
    """Yield every text of *data* that *model* declares; parts of a wrong shape are skipped."""
    yield from _leaves(Shape(model, model=model), data, route, None)


def _leaves(shape: Shape, data: Any, route: Route, facet: str | None) -> Iterator[Leaf]:
    match data:
        case str():
            yield from _text(shape, data, route, facet)
        case list() if shape.item:
            for index, item in enumerate(data):
                yield from _leaves(shape.item, item, (*route, index), facet)
        case dict() if shape.value:
            for key, value in data.items():
                if shape.key and shape.key.mark:
                    yield Leaf((*route, key), key, shape.key.mark, facet, is_key=True)
                yield from _leaves(shape.value, value, (*route, key), facet)
        case dict() if shape.model:
            declared = fields(shape.model)
            for key in (key for key in data if key in declared):
                inner = declared[key]
                yield from _leaves(inner.shape, data[key], (*route, key), inner.extra.get("facet"))


def _text(shape: Shape, text: str, route: Route, facet: str | None) -> Iterator[Leaf]:
    if shape.short and shape.model:
        inner = fields(shape.model)[shape.short]
        yield from _leaves(inner.shape, text, route, inner.extra.get("facet"))
    elif shape.is_one_or_many and shape.item:
        yield from _leaves(shape.item, text, route, facet)
    elif not (shape.item or shape.value or shape.model):
        yield Leaf(route, text, shape.mark, facet)
