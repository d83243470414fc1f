"""The table of fields and rules that the contribution form is made from, derived from the models."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pydantic.fields import FieldInfo

from hubtool.models.annotations import FieldShape, Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.declare import InScheme, Model, Prose, Refers
from hubtool.models.rules import rule_of


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand under a key, and what limits it: its parts are named as the script reads them."""

    type: str
    of: "Kind | None" = None
    key: "Kind | None" = None
    model: str | None = None
    short: str | None = None
    choices: tuple[str, ...] | None = None
    ge: float | None = None
    le: float | None = None
    max_length: int | None = None
    min_length: int | None = None
    scheme: str | None = None
    refers: str | None = None
    prose: str | None = None
    rule: str | None = None
    is_one_or_many: bool | None = None


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One key of a model: what may stand there, and what is said of it.

    *missing* is the code of its absence, where that is not the usual one.
    """

    kind: Kind
    label: str
    help: str
    is_required: bool | None
    missing: str | None
    example: object


_PLAIN = {str: "text", int: "integer", float: "number", bool: "truth"}
_LIMITS = ("ge", "le", "max_length", "min_length")
_MISSING = "H201"  # the code of a missing key where its field names no other


@cache
def models() -> Mapping[str, Mapping[str, FieldRule]]:
    """Return each model that a case is made of, by its name, with its fields in their order."""
    table: dict[str, Mapping[str, FieldRule]] = {}
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


def _field(field: FieldShape) -> FieldRule:
    missing = field.extra.get("missing")
    return FieldRule(
        _kind(field.shape),
        label=field.info.title or "",
        help=field.info.description or "",
        is_required=field.info.is_required() or None,
        missing=None if missing == _MISSING else missing,
        example=field.extra.get("example"),
    )


def _kind(shape: Shape) -> Kind:
    if shape.item:
        kind = Kind("list", of=_kind(shape.item), is_one_or_many=shape.is_one_or_many or None)
        return _limited(kind, shape)
    if shape.key and shape.value:
        return Kind("mapping", key=_kind(shape.key), of=_kind(shape.value))
    if shape.model:
        return Kind("model", model=shape.model.__name__, short=shape.short)
    if shape.choices:
        return Kind("choice", choices=tuple(shape.choices))
    return _limited(_plain(shape), shape)


def _limited(kind: Kind, shape: Shape) -> Kind:
    limits = {
        name: getattr(mark, name)
        for mark in _unpacked(shape.marks)
        for name in _LIMITS
        if hasattr(mark, name)
    }
    return replace(kind, **limits)


def _unpacked(marks: tuple[object, ...]) -> Iterator[object]:
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _plain(shape: Shape) -> Kind:
    kind = Kind(_PLAIN[shape.annotation], rule=rule_of(shape.marks))
    match shape.mark:
        case InScheme(scheme):
            return replace(kind, scheme=scheme)
        case Refers(to):
            return replace(kind, refers=to)
        case Prose(is_markdown):
            return replace(kind, prose="markdown" if is_markdown else "plain")
    return kind
