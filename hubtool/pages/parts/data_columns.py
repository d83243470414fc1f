"""Columns of the hub's data, made from the declarations of the models: names, words and values."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from pydantic import AfterValidator

from hubtool.models import types
from hubtool.models.annotations import FieldShape, Shape, fields
from hubtool.models.declare import InScheme, Model
from hubtool.pages.view import View
from hubtool.text.dates import days

Scalar = str | bool | int | float
Cell = Scalar | tuple[Scalar, ...] | None
Reader = Callable[[Any], Cell]

BETWEEN = "; "
"""What stands between two values of one cell."""

_TYPES: Mapping[Any, str] = {int: "integer", float: "number", bool: "boolean"}
# What was not agreed to stays out, in words too.
_UNSAID = frozenset({"withheld"})
_IS_DATE = next(mark for mark in get_args(types.EdtfDate) if isinstance(mark, AfterValidator)).func


@dataclass(frozen=True, slots=True)
class Column:
    """A column: *label* and *help* explain it, *holds* is a type of Frictionless Data, *read* its cell."""

    name: str
    label: str
    help: str
    holds: str
    read: Reader

    def of(self, outer: Callable[[Any], Any]) -> "Column":
        """Return the same column of rows of which *outer* gives the part that this one reads."""
        return replace(
            self,
            read=lambda row: None if (part := outer(row)) is None else self.read(part),
        )


def model_columns(
    view: View, model: type[Model], *, with_lists: bool = False, is_inner: bool = False
) -> Iterator[Column]:
    """Yield the columns of *model*: one for each field and more for terms and dates.

    A list of mappings is left to a table of its own, or *with_lists* stands in one cell.
    """
    for declared in fields(model).values():
        if declared.key not in _UNSAID and (with_lists or not has_own_table(declared)):
            yield from _columns(view, model, declared, is_inner=is_inner)


def has_own_table(declared: FieldShape) -> bool:
    """Say whether what stands at this key is a list of mappings, or a mapping of them."""
    inner = declared.shape.item or declared.shape.value
    return inner is not None and inner.model is not None


def _columns(
    view: View, model: type[Model], declared: FieldShape, *, is_inner: bool
) -> Iterator[Column]:
    get = _getter(model, declared.key)
    shape = declared.shape
    if shape.model:
        for column in model_columns(view, shape.model, is_inner=True):
            yield _below(declared, column).of(get)
        return
    column = Column(
        declared.key,
        declared.info.title or "",
        declared.info.description or "",
        _type(shape),
        lambda row: _cell(shape, get(row), lambda text: text),
    )
    yield from _with_labels(view, column, shape, get)
    if _is_date(shape) and not is_inner:
        yield from _days(view, column, get)


def _with_labels(
    view: View, column: Column, shape: Shape, get: Callable[[Any], Any]
) -> Iterator[Column]:
    """Yield *column*; where it names terms, their labels, and their ids beside them."""
    mark = (shape.item or shape).mark
    if not isinstance(mark, InScheme):
        yield column
        return
    yield replace(column, read=lambda row: _cell(shape, get(row), _labels(view, mark.scheme)))
    yield replace(
        column,
        name=f"{column.name}_id",
        label=view.words("data.id-of", label=column.label),
        help=view.words("data.id-means", scheme=mark.scheme),
    )


def _days(view: View, column: Column, get: Callable[[Any], Any]) -> Iterator[Column]:
    for end in ("first", "last"):
        yield Column(
            f"{column.name}_{end}_day",
            view.words(f"data.{end}-day", label=column.label),
            view.words(f"data.{end}-day-means"),
            "date",
            lambda row, end=end: _day(get(row), end),  # type: ignore[misc]
        )


def _day(text: str | None, end: str) -> Cell:
    day = getattr(days(text), end) if text else None
    return day.isoformat() if day else None


def _below(declared: FieldShape, column: Column) -> Column:
    return replace(
        column,
        name=f"{declared.key}_{column.name}",
        label=f"{declared.info.title}: {column.label}",
    )


def _labels(view: View, scheme: str) -> Callable[[str], str]:
    vocabulary = view.hub.vocabularies.get(scheme)
    terms = vocabulary.terms if vocabulary else {}
    return lambda id_: terms[id_].label if id_ in terms else id_


def _getter(model: type[Model], key: str) -> Callable[[Any], Any]:
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    return lambda part: getattr(part, names[key])


def _type(shape: Shape) -> str:
    return "list" if shape.item or shape.value else _TYPES.get(shape.annotation, "string")


def _cell(shape: Shape, value: Any, word: Callable[[str], str]) -> Cell:
    if shape.item:
        return tuple(_scalar(entry, word) for entry in value or ())
    if shape.value:
        return tuple(f"{key}: {_scalar(entry, word)}" for key, entry in (value or {}).items())
    return None if value is None or value == "" else _scalar(value, word)


def _scalar(value: Any, word: Callable[[str], str]) -> Scalar:
    """Return *value*; a list or a mapping inside a cell as one text."""
    match value:
        case bool() | int() | float():
            return value
        case Model():
            texts = (getattr(value, name) for name in type(value).model_fields)
            return ", ".join(str(_scalar(text, word)) for text in texts if text not in (None, ()))
        case tuple() | list():
            return ", ".join(str(_scalar(entry, word)) for entry in value)
    return word(str(value))


def _is_date(shape: Shape) -> bool:
    return any(getattr(mark, "func", None) is _IS_DATE for mark in shape.marks)
