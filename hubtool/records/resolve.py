"""Replaces the names of terms and organisations in a record's data by their ids."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.documents import Document
from hubtool.models.declare import InScheme, Model, Refers
from hubtool.models.walk import Leaf, leaves
from hubtool.records.nearest import nearest_terms
from hubtool.records.vocabularies import Names, Vocabulary

_MOST_COMPARED = 50  # unknown words of a file; each costs a look at all names
_MOST_LISTED = 18
_EXACT = re.compile(r"write `([\w-]+)`")
# Word processors put these around a term: spaces that are not plain ones, and curly quotes.
_MARKS_AROUND = "".join(chr(number) for number in (0xA0, 0x202F, *range(0x2000, 0x200B), 0x3000))
_MARKS_AROUND += " \t\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_MARKS_AROUND += "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"


@dataclass(frozen=True)
class Lexicon:
    """The vocabularies and organisations that records name; those with faults are absent.

    *lists* are the addresses at which the site lists the terms of a vocabulary.
    """

    vocabularies: Mapping[str, Vocabulary]
    organisations: Names | None
    lists: Mapping[str, str] = field(default_factory=dict)

    def every_term(self, scheme: str) -> str:
        """Return where all terms of *scheme* can be read."""
        address = f", and so does {self.lists[scheme]}" if scheme in self.lists else ""
        return f"`hubtool explain {scheme}` lists all{address}"


def resolve(
    document: Document, model: type[Model], lexicon: Lexicon
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return the document's data with ids for terms, and what could not be resolved."""
    data = document.data
    resolved = _copy(data)
    diagnostics = []
    # The deepest and last come first: renaming a key must not move parts still to be replaced.
    looked_up = [
        (leaf, names, vocabulary_id, names.find(leaf.value))
        for leaf in leaves(model, data)
        for names, vocabulary_id in (_names(leaf, lexicon, data),)
        if names is not None
    ]
    unknown = sum(id_ is None for _, _, _, id_ in looked_up)
    for leaf, names, vocabulary_id, id_ in reversed(looked_up):
        unknown -= id_ is None
        if id_ is not None and id_ != leaf.value:
            _replace(resolved, leaf, id_)
        is_one_of_many = id_ is None and unknown >= _MOST_COMPARED
        fault = (
            _one_of_many(leaf, vocabulary_id, lexicon)
            if is_one_of_many
            else _fault(leaf, id_, names, vocabulary_id, lexicon)
        )
        if fault is not None:
            code, message, hint = fault
            span = document.span(leaf.route, key=leaf.is_key)
            fix = _fix(span, hint)
            diagnostics.append(
                diagnostic(
                    code,
                    message,
                    path=document.path,
                    span=span,
                    route=leaf.route,
                    hint=hint,
                    fix=fix,
                )
            )
    return resolved, diagnostics[::-1]


def _copy(data: Any) -> Any:
    """Return a copy of what a YAML file holds."""
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(item) for item in data] if isinstance(data, list) else data


def _names(leaf: Leaf, lexicon: Lexicon, data: Mapping[str, Any]) -> tuple[Names | None, str]:
    match leaf.mark:
        case InScheme(scheme):
            vocabulary = lexicon.vocabularies.get(scheme)
            return (vocabulary.names, scheme) if vocabulary else (None, scheme)
        case Refers("organisation"):
            return lexicon.organisations, "organisations"
        case Refers("maker") if leaf.value not in _partner_ids(data):
            vocabulary = lexicon.vocabularies.get("voices")
            return (vocabulary.names, "voices") if vocabulary else (None, "voices")
    return None, ""


def _partner_ids(data: Mapping[str, Any]) -> Iterator[Any]:
    for partner in data.get("partners") or ():
        if isinstance(partner, dict):
            yield partner.get("id")


def _one_of_many(leaf: Leaf, vocabulary_id: str, lexicon: Lexicon) -> tuple[str, str, str | None]:
    """Return the fault of a word beyond those that people read: no name is looked for."""
    if vocabulary_id == "organisations":
        message = f"`{leaf.value}` is not an organisation the hub knows"
        return "H302", message, "write `name:` instead of `org:`"
    message = f"`{leaf.value}` is not in the vocabulary of {vocabulary_id.replace('-', ' ')}"
    return "H203", message, lexicon.every_term(vocabulary_id)


def _fault(
    leaf: Leaf, id_: str | None, names: Names, vocabulary_id: str, lexicon: Lexicon
) -> tuple[str, str, str | None] | None:
    quoted = f"`{leaf.value}`"
    if vocabulary_id == "organisations":
        if id_ is None:
            match = names.nearest(leaf.value)
            hint = (
                f"did you mean `{match}`?"
                if match
                else "write `name:` instead of `org:`, or add it to vocabulary/organisations.yml"
            )
            return "H302", f"{quoted} is not an organisation the hub knows", hint
    elif id_ is None:
        return _unknown(leaf, lexicon.vocabularies[vocabulary_id], lexicon)
    else:
        term = lexicon.vocabularies[vocabulary_id].terms[id_]
        if term.group:
            under = [
                t.id for t in lexicon.vocabularies[vocabulary_id].terms.values() if t.broader == id_
            ]
            listed = ", ".join(f"`{name}`" for name in under)
            return (
                "H228",
                f"{quoted} is a heading, not a term",
                f"choose one of its terms: {listed}",
            )
        if leaf.is_key and term.is_for_lessons_only:
            return (
                "H203",
                f"{quoted} is for lessons only",
                "name the stage at which it was decided",
            )
    if id_ != leaf.value:
        return "H204", f"{quoted} was taken for `{id_}`", f"write `{id_}`"
    return None


def _unknown(leaf: Leaf, vocabulary: Vocabulary, lexicon: Lexicon) -> tuple[str, str, str]:
    """Return what to say of a word that names no term of *vocabulary*."""
    word = leaf.value.strip(_MARKS_AROUND)
    if exact := vocabulary.names.find(word):
        mark = leaf.value.replace(word, "", 1)[:1]
        name = unicodedata.name(mark, "mark").lower()
        return "H203", f"beside `{word}` stands a {name}", f"write `{exact}`"
    message = f"`{leaf.value}` is not in the vocabulary of {vocabulary.id.replace('-', ' ')}"
    terms = nearest_terms(vocabulary, leaf.value)
    offers = [f"`{term.id}` ({term.label})" for term in terms]
    if not offers:
        is_reading = leaf.is_key or vocabulary.id == "power"
        return "H203", message, _offer(vocabulary, lexicon, is_reading=is_reading)
    if len(offers) == 1:
        return "H203", message, f"did you mean {offers[0]}?"
    listed = f"{', '.join(offers[:-1])} or {offers[-1]}"
    return "H203", message, f"did you mean {listed}? {lexicon.every_term(vocabulary.id)}"


def _fix(span: Span, hint: str | None) -> Fix | None:
    """Return the fix that *hint* says in full: `write …` and nothing else."""
    match = _EXACT.fullmatch(hint or "")
    return Fix(span, match[1]) if match else None


def _offer(vocabulary: Vocabulary, lexicon: Lexicon, *, is_reading: bool) -> str:
    """Return a hint that lists the terms, or names their file if they are many."""
    terms = [
        term.id
        for term in vocabulary.terms.values()
        if not term.group and not (is_reading and term.is_for_lessons_only)
    ]
    if len(terms) > _MOST_LISTED:
        return f"choose a term: {lexicon.every_term(vocabulary.id)}"
    return "write one of " + ", ".join(f"`{term}`" for term in terms)


def _replace(data: Any, leaf: Leaf, id_: str) -> None:
    *way, last = leaf.route
    for step in way:
        data = data[step]
    if leaf.is_key:
        data[id_] = data.pop(last)
    else:
        data[last] = id_
