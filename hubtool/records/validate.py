"""Validates one document against its model: the record, or the diagnostics."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, diagnostic
from hubtool.diagnostics.spans import Route, Span, value_at
from hubtool.diagnostics.wording import Phrase, Wording, phrase, to_write, wording
from hubtool.documents import Document
from hubtool.models.annotations import FieldShape, fields, shape_at
from hubtool.models.declare import InScheme, Model
from hubtool.models.keeping import Consent
from hubtool.records.insertions import pairs_to_add, source_in_braces
from hubtool.records.pictures import pair, picture
from hubtool.records.type_words import WORDS, model_at
from hubtool.records.unknown_keys import UnknownKeys

_Record = TypeVar("_Record", bound=Model)

_MISSING = {"H201": "H201.missing", "H218": "H218.missing", "H503": "H503.missing"}
_SAFE = ("H207", "H213", "H214", "H217")  # what was meant is beyond doubt where it is written out


def validate(
    document: Document, data: Mapping[str, Any], model: type[_Record]
) -> tuple[_Record | None, list[Diagnostic]]:
    """Return the record made from *data*, which is the document's or derived from it."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
    return None, sorted(_diagnostics(faults, document, model))


def _diagnostics(
    faults: list[ErrorDetails], document: Document, model: type[Model]
) -> Iterator[Diagnostic]:
    routes = [tuple(fault["loc"]) for fault in faults]
    missing = [
        route for route, fault in zip(routes, faults, strict=True) if fault["type"] == "missing"
    ]
    unknown = [
        route
        for route, fault in zip(routes, faults, strict=True)
        if fault["type"] == "extra_forbidden"
    ]
    keys = UnknownKeys(document, model)
    yield from keys.diagnostics(unknown, missing)
    absent: dict[Route, list[Route]] = {}
    for route, fault in zip(routes, faults, strict=True):
        match fault["type"]:
            case "extra_forbidden":
                continue
            case "missing":
                is_unread = len(route) == 1 and route[0] in document.unread
                if route not in keys.explained and not is_unread:
                    absent.setdefault(route[:-1], []).append(route)
            case "too_short" if fault["input"]:
                continue  # its entries have faults of their own, and were not counted
            case _:
                yield _diagnostic(fault, document, model)
    for group in absent.values():
        yield from _missing(group, document, model)


def _diagnostic(fault: ErrorDetails, document: Document, model: type[Model]) -> Diagnostic:
    # A fault in the key of a mapping ends in the key and the marker `[key]`.
    is_key = fault["loc"][-1:] == ("[key]",)
    route = tuple(fault["loc"][:-1] if is_key else fault["loc"])
    kind = fault["type"]
    if kind.startswith("H"):
        context = fault.get("ctx", {})
        words = Wording(kind, context["said"], context["hint"])
    else:
        words = WORDS[kind](fault, model)
    words = words._replace(hint=_in_layout(words, document, route) or words.hint)
    span = document.span(route, key=is_key)
    fix = _fix(span, to_write(words.hint)) if words.code in _SAFE else None
    if kind == "tuple_type" and (terms := _as_list(fault, model)):
        fix = Fix(span, terms)
    return diagnostic(words, path=document.path, span=span, route=route, fix=fix)


def _in_layout(words: Wording, document: Document, route: Route) -> str | None:
    """Return the hint of *words* in the layout of the file, None where it is the same in each."""
    if not isinstance(words.hint, Phrase):
        return None
    match words.hint.key:
        case "H225.who-agreed.hint":
            consent = value_at(document.data, route)
            absent = [key for key in ("agreed_by", "agreed_on") if not consent.get(key)]
            hint = pairs_to_add(document, route, [pair(Consent, key, "…") for key in absent])
            if hint and "agreed_by" in absent:
                hint = phrase("H225.group", hint=hint)
            return phrase("H225.month", hint=hint) if hint and "agreed_on" in absent else hint
        case "H205.captions" if document.has((*route[:-1], "access")):
            truth, value = (words.hint.values[name] for name in ("truth", "value"))
            return phrase("H205.captions-in-access", truth=truth, value=value)
        case "H205.write-once" if source_in_braces(document, route):
            inner = document.source_text((*route, route[-1]))
            return phrase("any.write", text=f"{route[-1]}: {inner}")
        case "H205.write-entries":
            source = source_in_braces(document, route)
            example = f": `{route[-1]}: [{source}]`" if source else ""
            return None if source is None else phrase("H205.write-brackets", example=example)
    return None


def _fix(span: Span, text: str | None) -> Fix | None:
    is_word = text is not None and re.fullmatch(r"[^`\s]+", text)
    return Fix(span, text) if text and is_word and span.line == span.end_line else None


def _missing(routes: list[Route], document: Document, model: type[Model]) -> Iterator[Diagnostic]:
    """Yield the keys that one mapping lacks: several plain ones in one diagnostic."""
    plain = [route for route in routes if _missing_code(route, model) == "H201"]
    if len(plain) > 1:
        yield _all_missing(plain, document, model)
    for route in routes:
        if len(plain) < 2 or route not in plain:
            yield _one_missing(route, document, model)


def _missing_code(route: Route, model: type[Model]) -> str:
    return str(_field_at(model, route).extra.get("missing", "H201"))


def _field_at(model: type[Model], route: Route) -> FieldShape:
    return fields(model_at(model, route[:-1]))[str(route[-1])]


def _all_missing(routes: list[Route], document: Document, model: type[Model]) -> Diagnostic:
    names = [f"`{route[-1]}`" for route in routes]
    lines = [
        f"{route[-1]}: {picture(_field_at(model, route).shape, None)}".replace(": \n", ":\n")
        for route in routes
    ]
    words = wording(
        "H201.several", names=", ".join(names[:-1]), last=names[-1], lines="\n".join(lines)
    )
    span = _start(routes[0], document)
    return diagnostic(words, path=document.path, span=span, route=routes[0])


def _one_missing(route: Route, document: Document, model: type[Model]) -> Diagnostic:
    key = str(route[-1])
    declared = _field_at(model, route)
    help_text = (declared.info.description or "").rstrip(".")
    otherwise = picture(declared.shape, None)
    text = pair(model_at(model, route[:-1]), key, otherwise)
    hint = pairs_to_add(document, route[:-1], [text]) if len(route) > 1 else None
    if hint is None:
        hint = phrase("H201.add", lines=f"{key}: {otherwise}".replace(": \n", ":\n"))
    elif key == "country":
        hint = phrase("any.add-country", hint=hint)
    elif help_text:
        hint = phrase("any.add-key", hint=hint, key=key, help=help_text)
    words = wording(_MISSING[_missing_code(route, model)], hint, key=key)
    return diagnostic(words, path=document.path, span=_start(route, document), route=route)


def _start(route: Route, document: Document) -> Span:
    """Return the span at which a missing part is shown: its key, or the start of what lacks it."""
    holder = value_at(document.data, route[:-1])
    if isinstance(holder, dict) and route[-1] in holder:
        return document.span(route, key=True)
    parent = document.span(route[:-1])
    return Span(parent.line, parent.column, parent.line, parent.column + 1)


def _as_list(fault: ErrorDetails, model: type[Model]) -> str | None:
    """Return the list of terms that a text means, None where its entries want more than terms."""
    shape, value = shape_at(model, fault["loc"]), fault["input"]
    is_of_terms = shape.item is not None and isinstance(shape.item.mark, InScheme)
    return picture(shape, value) if is_of_terms and isinstance(value, str) else None
