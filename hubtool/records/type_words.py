"""Says in plain words what a value should be and is: one sentence for each type of error of pydantic."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from math import floor, isfinite
from typing import Any

from pydantic_core import ErrorDetails

from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import Wording, did_you_mean, phrase, wording
from hubtool.models.annotations import shape_at
from hubtool.models.declare import Model
from hubtool.records.pictures import PICTURES, in_flow, model_picture, picture, with_notes
from hubtool.text.phrases import code_list

_SHORT = 40  # characters that a message can quote


def model_at(model: type[Model], loc: Route) -> type[Model]:
    """Return the model of the keys at *loc*."""
    return shape_at(model, loc).inner_model or model


def _is(fault: ErrorDetails) -> str:
    value = fault["input"]
    match value:
        case None:
            return phrase("H205.nothing")
        case bool():
            return f"`{str(value).lower()}`"
        case int() | float():
            return phrase("H205.a-number", value=value)
        case str():
            is_long = len(value) > _SHORT or "\n" in value
            return phrase("H205.text") if is_long else f"`{value}`"
        case list() | tuple():
            return phrase("H205.list")
        case _:
            return phrase("H205.keys")


def _no_list(fault: ErrorDetails, model: type[Model]) -> Wording:
    hint: str
    shape, value, key = shape_at(model, fault["loc"]), fault["input"], fault["loc"][-1]
    if key == "captions" and (truth := _TRUTHS.get(str(value).lower())):
        hint = phrase("H205.captions", truth=truth, value=str(value).lower())
    elif isinstance(value, dict) and value and shape.item and shape.item.model:
        first = next(iter(value))
        hint = phrase("H205.write-entries", key=first)
        if first == key and isinstance(value[first], list):
            hint = phrase("H205.write-once", key=first)
    else:
        item, text = shape.item.model if shape.item else None, f"{key}: {picture(shape, value)}"
        hint = with_notes(phrase("any.write", text=text), item, text)
    return _wrong("H205.list", fault, hint)


def _no_block(fault: ErrorDetails, model: type[Model]) -> Wording:
    inner = model_at(model, fault["loc"])
    name, value = fault["loc"][-1] if fault["loc"] else "", fault["input"]
    hint: str = phrase("H205.write-keys")
    if inner in PICTURES:
        text = model_picture(inner, value)
        start = "-" if isinstance(name, int) else f"{name}:"
        hint = phrase("any.write", text=f"{start} {text}")
        if "\n" in text:
            hint = phrase("H205.write-block", text=f"{name}:{text}")
        hint = with_notes(hint, inner, text)
    key = "H205.wrong-entry" if isinstance(name, int) else "H205.wrong"
    return _wrong("H205.keys", fault, hint, key)


def _one_line(value: Any) -> str:
    return in_flow(" ".join(str(value).split())) if isinstance(value, str | int | float) else "…"


def _name(fault: ErrorDetails, otherwise: str) -> str:
    names = (f"`{step}`" for step in reversed(fault["loc"]) if isinstance(step, str))
    return next(names, None) or phrase(otherwise)


def _wrong(expected: str, fault: ErrorDetails, hint: str, key: str = "H205.wrong") -> Wording:
    name = _name(fault, "H205.this")
    return wording(key, hint, name=name, expected=phrase(expected), value=_is(fault))


def _kind(expected: str, hint: str) -> Callable[[ErrorDetails, type[Model]], Wording]:
    return lambda fault, _: _wrong(expected, fault, phrase(hint))


def _limit(fault: ErrorDetails, _: type[Model]) -> Wording:
    context = fault.get("ctx", {})
    low, high = context.get("ge", context.get("gt")), context.get("le", context.get("lt"))
    if low is not None:
        return wording("H210.too-low", value=_is(fault), least=_number(low))
    return wording("H210.too-high", value=_is(fault), most=_number(high))


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _choice(fault: ErrorDetails, model: type[Model]) -> Wording:
    choices = shape_at(model, fault["loc"]).choices
    match = next(iter(get_close_matches(str(fault["input"]), choices, 1, 0.6)), None)
    hint = did_you_mean(match) or phrase("any.write-one", choices=code_list(choices))
    return wording("H203.no-choice", hint, value=_is(fault))


def _too_long(fault: ErrorDetails, _: type[Model]) -> Wording:
    limit, length = fault["ctx"]["max_length"], len(fault["input"])
    return wording("H212.too-long", length=length, most=limit, excess=length - limit)


def _too_few(fault: ErrorDetails, _: type[Model]) -> Wording:
    return wording("H220.empty", name=_name(fault, "H220.this-list"))


def _no_text(fault: ErrorDetails, _: type[Model]) -> Wording:
    hints = {"list": "H205.write-no-list", "dict": "H205.write-no-keys"}
    value = fault["input"]
    hint = phrase(hints.get(type(value).__name__, "H205.write-text"))
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        hint = phrase("any.write", text=f"{fault['loc'][-1]}: {_one_line(value[0])}")
    return _wrong("H205.text", fault, hint)


_BLOCK = _kind("H205.keys", "H205.write-keys")
_TRUE = dict.fromkeys(("yes", "y", "on", "true", "1"), "true")
_TRUTHS = {**_TRUE, **dict.fromkeys(("no", "n", "off", "false", "0"), "false")}


def _figure(expected: str) -> Callable[[ErrorDetails, type[Model]], Wording]:
    return lambda fault, _: _wrong(expected, fault, _figure_to_write(fault["input"]))


def _figure_to_write(value: Any) -> str:
    """Return the hint that names the number that *value* means, where that is plain."""
    if isinstance(value, float) and isfinite(value):
        return phrase("H205.write-either", low=floor(value), high=floor(value) + 1)
    if isinstance(value, str) and not re.search(r"\d\s?[a-zA-Z]", value):
        figures = re.findall(r"\d[\d,]*(?:\.\d+)?", value)
        if len(figures) == 1:
            return phrase("any.write", text=figures[0].replace(",", ""))
    return phrase("H205.write-digits")


def _truth(fault: ErrorDetails, _: type[Model]) -> Wording:
    truth = _TRUTHS.get(str(fault["input"]).strip().lower())
    hint = phrase("any.write", text=truth) if truth else phrase("H205.write-truth")
    return _wrong("H205.truth", fault, hint)


_INTEGER = _figure("H205.whole-number")
_NUMBER = _figure("H205.number")

WORDS: Mapping[str, Callable[[ErrorDetails, type[Model]], Wording]] = {
    "string_type": _no_text,
    "tuple_type": _no_list,
    "model_type": _no_block,
    "dict_type": _BLOCK,
    "mapping_type": _BLOCK,
    "int_type": _INTEGER,
    "int_from_float": _INTEGER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _truth,
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
