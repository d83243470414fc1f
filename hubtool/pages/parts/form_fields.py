"""The table of fields and rules that the contribution form is made from, derived from the models."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from hubtool.models.annotations import FieldShape, Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.declare import InScheme, Model, Prose, Refers
from hubtool.models.rules import rule_of

Kind = Mapping[str, Any]
"""What may stand under a key, as plain data: `type`, and what limits it."""


_PLAIN = {str: "text", int: "integer", float: "number", bool: "truth"}
_LIMITS = ("ge", "le", "max_length", "min_length")
_MISSING = "H201"  # the code of a missing key where its field names no other


@cache
def models() -> Mapping[str, Mapping[str, Kind]]:
    """Return each model that a case is made of, by its name, with its fields in their order."""
    table: dict[str, Mapping[str, Kind]] = {}
    waiting: list[type[Model]] = [CaseStudy]
    while waiting:
        model = waiting.pop(0)
        if model.__name__ not in table:
            # The id of a case is the name of its file.
            declared = [
                field
                for field in fields(model).values()
                if not (model is CaseStudy and field.key == "id")
            ]
            table[model.__name__] = {field.key: _field(field) for field in declared}
            waiting += [inner for field in declared if (inner := field.shape.inner_model)]
    return table


def _field(field: FieldShape) -> Kind:
    missing = field.extra.get("missing")
    parts = {
        "label": field.info.title,
        "help": field.info.description,
        "is_required": field.info.is_required() or None,
        "missing": None if missing == _MISSING else missing,
        "example": field.extra.get("example"),
        **_kind(field.shape),
    }
    return {key: value for key, value in parts.items() if value is not None}


def _kind(shape: Shape) -> dict[str, Any]:
    limits = {
        name: getattr(mark, name)
        for mark in _unpacked(shape.marks)
        for name in _LIMITS
        if hasattr(mark, name)
    }
    if shape.item:
        alone = {"is_one_or_many": True} if shape.is_one_or_many else {}
        return {"type": "list", "of": _kind(shape.item), **limits, **alone}
    if shape.key and shape.value:
        return {"type": "mapping", "key": _kind(shape.key), "of": _kind(shape.value)}
    if shape.model:
        short = {"short": shape.short} if shape.short else {}
        return {"type": "model", "model": shape.model.__name__, **short}
    if shape.choices:
        return {"type": "choice", "choices": list(shape.choices)}
    return {"type": _PLAIN[shape.annotation], **limits, **_text(shape)}


def _unpacked(marks: tuple[Any, ...]) -> Iterator[Any]:
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _text(shape: Shape) -> dict[str, Any]:
    match shape.mark:
        case InScheme(scheme):
            kind = {"scheme": scheme}
        case Refers(to):
            kind = {"refers": to}
        case Prose(is_markdown):
            kind = {"prose": "markdown" if is_markdown else "plain"}
        case _:
            kind = {}
    rule = rule_of(shape.marks)
    return kind | ({"rule": rule} if rule else {})
