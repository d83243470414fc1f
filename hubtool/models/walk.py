"""A walk over a record's data, guided by its model, which says of each text what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hubtool.diagnostics.spans import Route
from hubtool.models.declare import InScheme, Model, OneOrMany, Prose, Refers, ShortForm

TextMark = InScheme | Refers | Prose


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text in a record's data with what its model says of it."""

    route: Route
    value: str
    mark: TextMark | None
    facet: str | None
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What may stand somewhere: a text with a mark, a list, a mapping or a model."""

    mark: TextMark | None = None
    item: "_Shape | None" = None
    key: "_Shape | None" = None
    value: "_Shape | None" = None
    model: type[Model] | None = None
    short: str | None = None
    is_one_or_many: bool = False


def leaves(model: type[Model], data: Any, route: Route = ()) -> Iterator[Leaf]:
    """Yield every text of *data* that *model* has a place for, passing over wrong shapes."""
    yield from _leaves(_Shape(model=model), data, route, None)


def _leaves(shape: _Shape, data: Any, route: Route, facet: str | None) -> Iterator[Leaf]:
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
            fields = _fields(shape.model)
            for key in (key for key in data if key in fields):
                named_facet, inner = fields[key]
                yield from _leaves(inner, data[key], (*route, key), named_facet)


def _text(shape: _Shape, text: str, route: Route, facet: str | None) -> Iterator[Leaf]:
    if shape.short and shape.model:
        named_facet, inner = _fields(shape.model)[shape.short]
        yield from _leaves(inner, text, route, named_facet)
    elif shape.is_one_or_many and shape.item:
        yield from _leaves(shape.item, text, route, facet)
    elif not (shape.item or shape.value or shape.model):
        yield Leaf(route, text, shape.mark, facet)


@cache
def _fields(model: type[Model]) -> Mapping[str, tuple[str | None, _Shape]]:
    fields = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        shape = _shape(info.annotation, tuple(info.metadata))
        facet = extra.get("facet")
        fields[info.alias or name] = (facet if isinstance(facet, str) else None, shape)
    return fields


def _shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Shape:
    while get_origin(annotation) is Annotated:
        annotation, *annotations = get_args(annotation)
        metadata = (*metadata, *annotations)
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(annotation) if part is not NoneType)
        return _shape(inner, metadata)
    mark = next((part for part in metadata if isinstance(part, TextMark)), None)
    short = next((part.key for part in metadata if isinstance(part, ShortForm)), None)
    if origin is tuple:
        is_one_or_many = any(isinstance(part, OneOrMany) for part in metadata)
        return _Shape(item=_shape(get_args(annotation)[0]), is_one_or_many=is_one_or_many)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = get_args(annotation)
        return _Shape(key=_shape(key), value=_shape(value))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _Shape(model=annotation, short=short)
    return _Shape(mark=mark)
