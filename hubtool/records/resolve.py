"""Replaces the names of terms and organisations in a record's data by their ids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, diagnostic
from hubtool.diagnostics.wording import Wording, did_you_mean, phrase, to_write, wording
from hubtool.documents import Document
from hubtool.models.declare import InScheme, Model, Refers
from hubtool.models.walk import Leaf, leaves
from hubtool.records.nearest import nearest_terms
from hubtool.records.odd_marks import odd_mark
from hubtool.records.vocabularies import Names, Vocabulary
from hubtool.text.phrases import code_list

_MOST_COMPARED = 50  # unknown words of a file; each costs a look at all names
_MOST_LISTED = 40
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
        if scheme in self.lists:
            return phrase("any.every-term-at", address=self.lists[scheme])
        return phrase("any.every-term", scheme=scheme)


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
            span = document.span(leaf.route, key=leaf.is_key)
            term = to_write(fault.hint)
            fix = Fix(span, term) if term else None
            diagnostics.append(
                diagnostic(fault, path=document.path, span=span, route=leaf.route, fix=fix)
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


def _one_of_many(leaf: Leaf, vocabulary_id: str, lexicon: Lexicon) -> Wording:
    """Return the fault of a word beyond those that people read: no name is looked for."""
    if vocabulary_id == "organisations":
        return wording("H302.unknown", phrase("H302.write-name"), word=leaf.value)
    return _unknown_term(leaf, vocabulary_id, lexicon.every_term(vocabulary_id))


def _unknown_term(leaf: Leaf, vocabulary_id: str, hint: str) -> Wording:
    scheme = vocabulary_id.replace("-", " ")
    return wording("H203.unknown", hint, word=leaf.value, scheme=scheme)


def _fault(
    leaf: Leaf, id_: str | None, names: Names, vocabulary_id: str, lexicon: Lexicon
) -> Wording | None:
    if vocabulary_id == "organisations":
        if id_ is None:
            hint = did_you_mean(names.nearest(leaf.value))
            return wording("H302.unknown", hint, word=leaf.value)
    elif id_ is None:
        return _unknown(leaf, lexicon.vocabularies[vocabulary_id], lexicon)
    else:
        term = lexicon.vocabularies[vocabulary_id].terms[id_]
        if term.group:
            under = [
                t.id for t in lexicon.vocabularies[vocabulary_id].terms.values() if t.broader == id_
            ]
            listed = ", ".join(f"`{name}`" for name in under)
            return wording("H228.heading", word=leaf.value, terms=listed)
        if leaf.is_key and term.is_for_lessons_only:
            return wording("H203.for-lessons", word=leaf.value)
    if id_ != leaf.value:
        return wording("H204.taken", phrase("any.write", text=id_), word=leaf.value, term=id_)
    return None


def _unknown(leaf: Leaf, vocabulary: Vocabulary, lexicon: Lexicon) -> Wording:
    """Return what to say of a word that names no term of *vocabulary*."""
    word = leaf.value.strip(_MARKS_AROUND)
    if exact := vocabulary.names.find(word):
        mark = leaf.value.replace(word, "", 1)[:1]
        return Wording("H203", odd_mark(mark, word), phrase("any.write", text=exact))
    terms = nearest_terms(vocabulary, leaf.value)
    offers = [f"`{term.id}` ({term.label})" for term in terms]
    if not offers:
        is_reading = leaf.is_key or vocabulary.id == "power"
        return _unknown_term(
            leaf, vocabulary.id, _offer(vocabulary, lexicon, is_reading=is_reading)
        )
    if len(offers) == 1:
        return _unknown_term(leaf, vocabulary.id, phrase("H203.nearest", term=offers[0]))
    hint = phrase(
        "H203.nearest-terms",
        terms=", ".join(offers[:-1]),
        last=offers[-1],
        others=lexicon.every_term(vocabulary.id),
    )
    return _unknown_term(leaf, vocabulary.id, hint)


def _offer(vocabulary: Vocabulary, lexicon: Lexicon, *, is_reading: bool) -> str:
    """Return a hint that lists the terms, and where all are if they are many."""
    terms = [
        term.id
        for term in vocabulary.terms.values()
        if not term.group and not (is_reading and term.is_for_lessons_only)
    ]
    if len(terms) > _MOST_LISTED or vocabulary.id in lexicon.lists:
        choices = code_list(terms[:_MOST_LISTED])
        return phrase("H203.choose", choices=choices, others=lexicon.every_term(vocabulary.id))
    return phrase("any.write-one", choices=code_list(terms))


def _replace(data: Any, leaf: Leaf, id_: str) -> None:
    *way, last = leaf.route
    for step in way:
        data = data[step]
    if leaf.is_key:
        data[id_] = data.pop(last)
    else:
        data[last] = id_
