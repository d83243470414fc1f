"""What the contribution form's script reads: the table of fields, rules, words and terms."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pycountry
from langcodes import tag_is_valid
from packaging.licenses._spdx import LICENSES

from hubtool.models.types import COUNTRIES
from hubtool.pages.parts.form_fields import models
from hubtool.pages.parts.form_words import check_words
from hubtool.pages.view import View
from hubtool.records.layout import layout_table
from hubtool.records.vocabularies import Vocabulary

TABLE = "assets/form/case.json"


CASE = "assets/form/cases/{}.yml"
LISTS = "assets/form/lists.json"
"""Long lists that the whole form alone needs."""


def form_files(view: View) -> dict[str, bytes]:
    """Return the table, the long lists, and each case that the form can open."""
    cases = {CASE.format(id_): text.encode() for id_, text in view.hub.sources.items()}
    return {TABLE: _json(form_table(view)), LISTS: _json(long_lists()), **cases}


def form_table(view: View) -> dict[str, Any]:
    """Return the table as plain data."""
    return {
        "models": models(),
        "layout": _case_layout(),
        "words": check_words(),
        "schemes": {id_: _terms(scheme) for id_, scheme in sorted(view.hub.vocabularies.items())},
        "lists": {
            "countries": _countries(view),
            "country_names": country_names(),
            "currencies": sorted(currency.alpha_3 for currency in pycountry.currencies),
        },
    }


def _case_layout() -> dict[str, Any]:
    """Return the layout of a case's file, without that of other files."""
    layout = layout_table()
    return layout | {"mappings": {name: layout["mappings"][name] for name in models()}}


def _terms(vocabulary: Vocabulary) -> dict[str, dict[str, Any]]:
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
    """Return the codes of languages, regions and licences that standards list."""
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
        "languages": " ".join(sorted(codes)),
        "regions": {country: " ".join(sorted(parts)) for country, parts in sorted(regions.items())},
        "licences": " ".join(sorted(licence["id"] for licence in LICENSES.values())),
    }


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
