"""What may stand at each key of a record, read from the annotations of its model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from hubtool.models.declare import InScheme, Model, OneOrMany, Prose, Refers, ShortForm

TextMark = InScheme | Refers | Prose


@dataclass(frozen=True)
class Shape:
    """A scalar of the type *annotation*, a list of *item*, a mapping from *key* to *value*, or a *model*.

    *marks* is what the annotation says of it besides.
    """

    annotation: Any
    marks: tuple[Any, ...] = ()
    item: "Shape | None" = None
    key: "Shape | None" = None
    value: "Shape | None" = None
    model: type[Model] | None = None

    @cached_property
    def mark(self) -> TextMark | None:
        """What the text is, where it is one."""
        return next((mark for mark in self.marks if isinstance(mark, TextMark)), None)

    @cached_property
    def short(self) -> str | None:
        """The key whose value alone may stand for the mapping."""
        return next((mark.key for mark in self.marks if isinstance(mark, ShortForm)), None)

    @cached_property
    def is_one_or_many(self) -> bool:
        """Whether the only entry may stand for the list."""
        return any(isinstance(mark, OneOrMany) for mark in self.marks)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which it is one, where there are such."""
        return get_args(self.annotation) if get_origin(self.annotation) is Literal else ()

    @property
    def inner_model(self) -> type[Model] | None:
        """The model of the mapping, of the list's entries or of the mapping's values."""
        inner = self.item or self.value
        return inner.inner_model if inner else self.model


@dataclass(frozen=True)
class FieldShape:
    """A key of a model as files write it: its declaration and what may stand there."""

    key: str
    info: FieldInfo
    shape: Shape

    @cached_property
    def extra(self) -> Mapping[str, Any]:
        """What `field` declares besides pydantic's own: example, facet, names elsewhere."""
        extra = self.info.json_schema_extra
        return extra if isinstance(extra, dict) else {}

    @property
    def max_length(self) -> int | None:
        """The most characters that it takes, where that is limited."""
        lengths = (getattr(limit, "max_length", None) for limit in self.info.metadata)
        return next((length for length in lengths if length), None)


@cache
def fields(model: type[Model]) -> Mapping[str, FieldShape]:
    """Return the fields of *model* by their keys, in the order of their declaration."""
    return {
        info.alias or name: FieldShape(
            info.alias or name, info, _shape(info.annotation, tuple(info.metadata))
        )
        for name, info in model.model_fields.items()
    }


def shape_at(model: type[Model], route: Sequence[str | int]) -> Shape:
    """Return the shape of the deepest part of *route* that a record of *model* can have."""
    shape = Shape(model, model=model)
    for step in route:
        inner = shape.item if isinstance(step, int) else shape.value
        if shape.model and step in fields(shape.model):
            inner = fields(shape.model)[str(step)].shape
        shape = inner or shape
    return shape


def _shape(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *inner_marks = get_args(annotation)
        return _shape(inner, (*marks, *inner_marks))
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(annotation) if part is not NoneType)
        return _shape(inner, marks)
    if origin is tuple:
        return Shape(annotation, marks, item=_shape(get_args(annotation)[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = map(_shape, get_args(annotation))
        return Shape(annotation, marks, key=key, value=value)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Shape(annotation, marks, model=annotation)
    return Shape(annotation, marks)
