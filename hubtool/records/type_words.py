"""Says in plain words what a value should be and is: one sentence for each type of error of pydantic."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from math import floor, isfinite
from typing import Any

from pydantic_core import ErrorDetails

from hubtool.diagnostics.spans import Route
from hubtool.models.annotations import shape_at
from hubtool.models.declare import Model
from hubtool.records.pictures import PICTURES, in_flow, model_picture, picture
from hubtool.text.phrases import code_list

_SHORT = 40  # characters that a message can quote


def model_at(model: type[Model], loc: Route) -> type[Model]:
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
            return "keys with values"


def _no_list(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    code, message, _ = _LIST(fault, model)
    shape, value = shape_at(model, fault["loc"]), fault["input"]
    if isinstance(value, dict) and value and shape.item and shape.item.model:
        first = next(iter(value))
        hint = f"begin each entry with a hyphen and a space: `- {first}: {_one_line(value[first])}`"
        if first == fault["loc"][-1]:
            hint = f"remove one of the two `{first}:`; the entries belong right below the other"
        return code, message, hint
    return code, message, f"write `{fault['loc'][-1]}: {picture(shape, value)}`"


def _no_block(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    code, _, hint = _BLOCK(fault, model)
    inner = model_at(model, fault["loc"])
    name, value = fault["loc"][-1] if fault["loc"] else "", fault["input"]
    if isinstance(name, int):
        message = f"an entry of {_name(fault)} should be {_KEYS}, and is {_is(fault)}"
    else:
        message = f"{_name(fault)} should be {_KEYS}, and is {_is(fault)}"
    if inner in PICTURES:
        text = model_picture(inner, value)
        start = "- " if isinstance(name, int) else f"{name}: "
        hint = f"write `{start}{text}`" if "\n" not in text else f"write:\n{name}:{text}"
    return code, message, hint


def _one_line(value: Any) -> str:
    return in_flow(" ".join(str(value).split())) if isinstance(value, str | int | float) else "…"


def _name(fault: ErrorDetails) -> str:
    return next((f"`{step}`" for step in reversed(fault["loc"]) if isinstance(step, str)), "this")


def _wrong(expected: str, hint: str) -> Callable[[ErrorDetails, type[Model]], tuple[str, str, str]]:
    def words(fault: ErrorDetails, _: type[Model]) -> tuple[str, str, str]:
        return "H205", f"{_name(fault)} should be {expected}, and is {_is(fault)}", hint

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
    hint = f"did you mean `{matches[0]}`?" if matches else f"write one of {code_list(choices)}"
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


_TEXT = _wrong("text", "put it in quotes if it is truth as text")
_LIST = _wrong(
    "a list", "start each entry on a line of its own with a hyphen, or write `[one, two]`"
)
_KEYS = "keys with values"
_BLOCK = _wrong(_KEYS, "write `key: value` lines below it, set in by two spaces")
_DIGITS = "write digits only, without quotes or units"
_TRUE = dict.fromkeys(("yes", "y", "on", "true", "1"), "true")
_TRUTHS = {**_TRUE, **dict.fromkeys(("no", "n", "off", "false", "0"), "false")}


def _figure(expected: str) -> Callable[[ErrorDetails, type[Model]], tuple[str, str, str]]:
    def words(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
        code, message, hint = _wrong(expected, _DIGITS)(fault, model)
        return code, message, _figure_to_write(fault["input"]) or hint

    return words


def _figure_to_write(value: Any) -> str | None:
    """Return the hint that names the number that *value* means, where that is plain."""
    if isinstance(value, float) and isfinite(value):
        return f"write `{floor(value)}` or `{floor(value) + 1}`"
    if not isinstance(value, str) or re.search(r"\d\s?[a-zA-Z]", value):
        return None
    figures = re.findall(r"\d[\d,]*(?:\.\d+)?", value)
    return f"write `{figures[0].replace(',', '')}`" if len(figures) == 1 else None


def _truth(fault: ErrorDetails, model: type[Model]) -> tuple[str, str, str]:
    code, message, hint = _wrong("true or false", "write `true` or `false`, without quotes")(
        fault, model
    )
    truth = _TRUTHS.get(str(fault["input"]).strip().lower())
    return code, message, f"write `{truth}`" if truth else hint


_INTEGER = _figure("a whole number")
_NUMBER = _figure("a number")

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
