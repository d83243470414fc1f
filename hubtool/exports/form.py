"""What the contribution form's script reads: the table of fields, rules, words and terms."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pycountry

from hubtool.models.types import COUNTRIES
from hubtool.pages.parts.form_fields import models
from hubtool.pages.parts.form_words import check_words
from hubtool.pages.view import View
from hubtool.records.vocabularies import Vocabulary

TABLE = "assets/form/case.json"


def form_files(view: View) -> dict[str, bytes]:
    """Return the table."""
    return {TABLE: _json(form_table(view))}


def form_table(view: View) -> dict[str, Any]:
    """Return the table as plain data."""
    return {
        "models": models(),
        "words": check_words(),
        "schemes": {id_: _terms(scheme) for id_, scheme in sorted(view.hub.vocabularies.items())},
        "lists": {
            "countries": _countries(view),
            "country_names": country_names(),
            "currencies": sorted(currency.alpha_3 for currency in pycountry.currencies),
        },
    }


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


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
