"""Validates one document against its model: the record, or the diagnostics."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.spans import Route, Span
from hubtool.documents import Document
from hubtool.models.annotations import fields, shape_at
from hubtool.models.declare import Model

_Record = TypeVar("_Record", bound=Model)

_SHORT = 40  # characters that a message can quote
_KEY_FAULTS = ("extra_forbidden",)


def validate(
    document: Document, data: Mapping[str, Any], model: type[_Record]
) -> tuple[_Record | None, list[Diagnostic]]:
    """Return the record made from *data*, which is the document's or derived from it."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
    return None, sorted(_diagnostics(faults, document, model))


def key_names(model: type[Model]) -> dict[str, str]:
    """Return the keys of *model* as files write them, with their labels."""
    return {key: declared.info.title or key for key, declared in fields(model).items()}


def _diagnostics(
    faults: list[ErrorDetails], document: Document, model: type[Model]
) -> Iterator[Diagnostic]:
    missing = {
        (*_parent(fault), fault["loc"][-1]) for fault in faults if fault["type"] == "missing"
    }
    explained = set()
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            parent, key = _parent(fault), str(fault["loc"][-1])
            keys = [str(loc[-1]) for loc in missing if loc[:-1] == parent]
            if matches := get_close_matches(key, keys, 1, 0.7) or _without_colon(key, keys):
                explained.add((*parent, matches[0]))
    split = set()
    for fault in faults:
        if fault["type"] == "missing" and tuple(fault["loc"]) in explained:
            continue
        if fault["type"] == "too_short" and fault["input"]:
            continue  # its entries have faults of their own, and were not counted
        if _is_split_text(fault):
            if _parent(fault) in split:
                continue  # the commas of one text: one diagnostic
            split.add(_parent(fault))
        yield _diagnostic(fault, document, model)


def _without_colon(key: str, keys: Iterable[str]) -> list[str]:
    """Return which of *keys* the text *key* begins with, where a colon is missing inside `{ }`."""
    first, space, _ = key.partition(" ")
    return [first] if space and first in keys else []


def _is_split_text(fault: ErrorDetails) -> bool:
    """Say whether an unknown key is the rest of a text that a comma has cut inside `{ }`."""
    return (
        fault["type"] == "extra_forbidden"
        and fault["input"] is None
        and " " in str(fault["loc"][-1])
    )


def _parent(fault: ErrorDetails) -> tuple[int | str, ...]:
    return tuple(fault["loc"][:-1])


def _diagnostic(fault: ErrorDetails, document: Document, model: type[Model]) -> Diagnostic:
    # A fault in the key of a mapping ends in the key and the marker `[key]`.
    is_key = fault["loc"][-1:] == ("[key]",)
    route = tuple(fault["loc"][:-1] if is_key else fault["loc"])
    kind = fault["type"]
    if kind.startswith("H"):
        context = fault.get("ctx", {})
        code, message, hint = kind, str(context["said"]), context["hint"]
    elif kind == "missing":
        return _missing(fault, document, model, route)
    elif kind == "extra_forbidden":
        code, message, hint = _unknown_key(fault, model, _mapping_at(document.data, route[:-1]))
    else:
        code, message, hint = WORDS[kind](fault, model)
    span = document.span(route, key=is_key or kind in _KEY_FAULTS)
    return diagnostic(code, message, path=document.path, span=span, route=route, hint=hint)


def _missing(
    fault: ErrorDetails, document: Document, model: type[Model], route: Route
) -> Diagnostic:
    key = str(route[-1])
    owner = _model_at(model, fault["loc"][:-1])
    declared = fields(owner)[key]
    code = str(declared.extra.get("missing", "H201"))
    parent = document.span(route[:-1])
    first = Span(parent.line, parent.column, parent.line, parent.column + 1)
    if key in _mapping_at(document.data, route[:-1]):
        first = document.span(route, key=True)
    help_text = declared.info.description or ""
    message = {
        "H218": "`said_by` is missing: whose view is this?",
        "H503": f"the image's `{key}` is missing",
    }.get(code, f"`{key}` is missing")
    hint = f"add `{key}:`. {help_text.rstrip('.')}" if help_text else None
    return diagnostic(code, message, path=document.path, span=first, route=route, hint=hint)


def _mapping_at(data: Any, route: Route) -> Mapping[Any, Any]:
    for step in route:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return data if isinstance(data, dict) else {}


def _unknown_key(
    fault: ErrorDetails, model: type[Model], mapping: Mapping[str, Any]
) -> tuple[str, str, str | None]:
    key = str(fault["loc"][-1])
    keys = key_names(_model_at(model, fault["loc"][:-1]))
    keys.pop("id", None) if len(fault["loc"]) == 1 else None
    if first := _without_colon(key, keys.keys() - mapping.keys()):
        remainder = key.partition(" ")[2]
        hint = f"write `{first[0]}: {remainder}`" if len(remainder) <= 60 else "write it"
        return "H202", f"there is no colon after `{first[0]}`", hint
    matches = get_close_matches(key.lower(), keys, 1, 0.6)
    if not matches:
        labels = {label.lower(): name for name, label in keys.items()}
        matches = [
            labels[label]
            for label in get_close_matches(key.lower().replace("_", " "), labels, 1, 0.75)
        ]
    if matches:
        hint = f"did you mean `{matches[0]}`?"
    elif _is_split_text(fault):
        hint = "put the text before it in quotes: inside `{ }` a comma ends a text"
    else:
        hint = f"remove it; known here: {_listed(sorted(keys))}"
    return "H202", f"`{key}` is not a key we know here", hint


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _model_at(model: type[Model], loc: Route) -> type[Model]:
    """Return the model of the keys at *loc*."""
    return shape_at(model, loc).inner_model or model


def _is(fault: ErrorDetails) -> str:
    value = fault["input"]
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return f"the number `{value}`"
        case str():
            return "text" if len(value) > _SHORT or "\n" in value else f"`{value}`"
        case list() | tuple():
            return "a list"
        case _:
            return "a block of keys"


def _no_list(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    code, message, hint = _LIST(fault, model)
    value = fault["input"]
    if isinstance(value, str) and len(value) < _SHORT and not set(value) & set(",[]{}\n"):
        hint = f"write `[{value}]`, or each entry on a line of its own with a hyphen"
    return code, message, hint


def _no_block(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    code, message, hint = _BLOCK(fault, model)
    declared = fields(_model_at(model, fault["loc"]))
    keys = [key for key, part in declared.items() if part.info.is_required() and key != "id"]
    listed = ", ".join(f"`{key}:`" for key in keys)
    return (
        code,
        message,
        f"write {listed} on lines below it, set in by two spaces" if keys else hint,
    )


def _wrong(expected: str, hint: str) -> Callable[[ErrorDetails, type[Model]], tuple[str, str, str]]:
    def words(fault: ErrorDetails, _: type[Model]) -> tuple[str, str, str]:
        name = next(
            (f"`{step}`" for step in reversed(fault["loc"]) if isinstance(step, str)), "this"
        )
        return "H205", f"{name} should be {expected}, and is {_is(fault)}", hint

    return words


def _limit(fault: ErrorDetails, _: type[Model]) -> tuple[str, str, str]:
    context = fault.get("ctx", {})
    low, high = context.get("ge", context.get("gt")), context.get("le", context.get("lt"))
    bound = f"at least {_number(low)}" if low is not None else f"at most {_number(high)}"
    return "H210", f"{_is(fault)} is out of range", f"write a number of {bound}"


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _choice(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    choices = shape_at(model, fault["loc"]).choices
    matches = get_close_matches(str(fault["input"]), choices, 1, 0.6)
    hint = f"did you mean `{matches[0]}`?" if matches else f"write one of {_listed(choices)}"
    return "H203", f"{_is(fault)} is not one of the words for this", hint


def _too_long(fault: ErrorDetails, _: type[Model]) -> tuple[str, str, str]:
    limit, length = fault["ctx"]["max_length"], len(fault["input"])
    return (
        "H212",
        f"this text has {length} characters; {limit} is the most",
        f"shorten it by {length - limit}",
    )


def _too_few(fault: ErrorDetails, _: type[Model]) -> tuple[str, str, str]:
    name = next(
        (f"`{step}`" for step in reversed(fault["loc"]) if isinstance(step, str)), "this list"
    )
    return "H220", f"{name} is empty", "add one or more"


_TEXT = _wrong("text", "put it in quotes if it is meant as text")
_LIST = _wrong(
    "a list", "start each entry on a line of its own with a hyphen, or write `[one, two]`"
)
_BLOCK = _wrong("a block of keys", "write `key: value` lines, set in by two spaces")
_INTEGER = _wrong("a whole number", "write digits only, without quotes or units")
_NUMBER = _wrong("a number", "write digits only, without quotes or units")
_TRUTH = _wrong("true or false", "write `true` or `false`, without quotes")

WORDS: Mapping[str, Callable[[ErrorDetails, type[Model]], tuple[str, str, str]]] = {
    "string_type": _TEXT,
    "tuple_type": _no_list,
    "model_type": _no_block,
    "dict_type": _BLOCK,
    "mapping_type": _BLOCK,
    "int_type": _INTEGER,
    "int_from_float": _INTEGER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _TRUTH,
    "greater_than": _limit,
    "greater_than_equal": _limit,
    "less_than": _limit,
    "less_than_equal": _limit,
    "literal_error": _choice,
    "string_too_long": _too_long,
    "too_long": _too_long,  # of a text that may be left out
    "too_short": _too_few,
}
"""The code, the words and the hint for each type of error that pydantic can raise on our models."""
