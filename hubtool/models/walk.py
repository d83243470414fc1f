"""A walk over the texts of a record's data; its model says what each text is."""

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


def leaves(model: type[Model], data: Any) -> list[Leaf]:
    """Return every text of *data* that *model* declares; parts of a wrong shape are skipped."""
    texts: list[Leaf] = []
    _collect(texts, Shape(model, model=model), data, (), None)
    return texts


def _collect(texts: list[Leaf], shape: Shape, data: Any, route: Route, facet: str | None) -> None:
    if isinstance(data, str):
        _collect_text(texts, shape, data, route, facet)
    elif isinstance(data, list) and shape.item:
        for index, item in enumerate(data):
            _collect(texts, shape.item, item, (*route, index), facet)
    elif isinstance(data, dict) and shape.value:
        for key, value in data.items():
            if shape.key and shape.key.mark:
                texts.append(Leaf((*route, key), key, shape.key.mark, facet, is_key=True))
            _collect(texts, shape.value, value, (*route, key), facet)
    elif isinstance(data, dict) and shape.model:
        declared = fields(shape.model)
        for key, value in data.items():
            if inner := declared.get(key):
                _collect(texts, inner.shape, value, (*route, key), inner.extra.get("facet"))


def _collect_text(
    texts: list[Leaf], shape: Shape, text: str, route: Route, facet: str | None
) -> None:
    if not (shape.item or shape.value or shape.model):
        texts.append(Leaf(route, text, shape.mark, facet))
    elif shape.short and shape.model:
        inner = fields(shape.model)[shape.short]
        _collect(texts, inner.shape, text, route, inner.extra.get("facet"))
    elif shape.is_one_or_many and shape.item:
        _collect(texts, shape.item, text, route, facet)
