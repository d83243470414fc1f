"""What people write as an answer, as the value that the field of a case holds."""

import re
from typing import Any

from hubtool.diagnostics.spans import Route
from hubtool.exports.form import country_names
from hubtool.imports.routes import leaf_shape
from hubtool.models.annotations import Shape
from hubtool.models.declare import Dated, InScheme
from hubtool.records.resolve import Lexicon
from hubtool.records.vocabularies import Names, folded
from hubtool.text.words import words
from hubtool.text.written_dates import edtf_from

_YES = frozenset({"yes", "y", "true", "ja", "x"})
_NO = frozenset({"no", "n", "false"})
_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_CONSENT = ("agreed", "partial", "pending", "public-record")


def value_of(route: Route, text: str, lexicon: Lexicon) -> Any:
    """Return the value of *text* at *route*: what cannot be one stays text, which a check will name."""
    shape = leaf_shape(route)
    if shape is None:
        return text
    if route == ("consent", "status"):
        return consent_status(text)
    if shape.item and not shape.item.model:
        names = _names(shape.item, lexicon)
        parts = _parts(text, names)
        return (
            parts[0]
            if shape.is_one_or_many and len(parts) == 1
            else [_scalar(shape.item, part) for part in parts]
        )
    if route[-1] == "country":
        return country_names().get(text.casefold(), text)
    return _scalar(shape, text)


def consent_status(text: str) -> str:
    """Return the status that *text*, an answer of the form, stands for."""
    t = words()
    answers = {folded(t(f"form.consent.{status}")): status for status in _CONSENT}
    return answers.get(folded(text), text)


def text_of(value: Any) -> str:
    """Return *value* as somebody would write it into a cell: the opposite of `value_of`."""
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            texts = [text_of(part) for part in value]
            if any(";" in text for text in texts):
                # Lines alone part the entries where one has a semicolon; a single one has its line too.
                return "\n".join([*texts, ""] if len(texts) == 1 else texts)
            return "; ".join(texts)
    return str(value)


def _scalar(shape: Shape, text: str) -> Any:
    word = text.casefold()
    match shape.annotation:
        case type() if shape.annotation is bool and word in _YES | _NO:
            return word in _YES
        case type() if shape.annotation is int and _INTEGER.fullmatch(text):
            return int(text)
        case type() if shape.annotation is float and _NUMBER.fullmatch(text):
            number = float(text)
            return int(number) if "." not in text else number
    if any(isinstance(mark, Dated) for mark in shape.marks):
        return edtf_from(text) or text
    if shape.choices:
        slug = word.replace(" ", "-")
        return slug if slug in shape.choices else text
    return text


def _names(shape: Shape, lexicon: Lexicon) -> Names | None:
    if isinstance(shape.mark, InScheme):
        vocabulary = lexicon.vocabularies.get(shape.mark.scheme)
        return vocabulary.names if vocabulary else None
    return None


def _parts(text: str, names: Names | None) -> list[str]:
    """Return the entries of a list: parted by lines, else by semicolons; terms by commas too."""
    separator = r"\n" if "\n" in text else ";"
    parts = [part.strip() for part in re.split(separator, text)]
    if names:
        parts = [term for part in parts for term in _terms(part, names)]
    return [part for part in parts if part]


def _terms(text: str, names: Names) -> list[str]:
    """Return the names in *text* that commas part; a name may have commas itself."""
    if names.find(text):
        return [text]
    parts = [part.strip() for part in text.split(",")]
    terms: list[str] = []
    while parts:
        lengths = range(len(parts), 0, -1)
        length = next((n for n in lengths if names.find(", ".join(parts[:n]))), 1)
        terms.append(", ".join(parts[:length]))
        parts = parts[length:]
    return terms
