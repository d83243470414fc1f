"""The rules that a text can follow, by the names that pages and scripts know them by."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import AfterValidator, BeforeValidator

from hubtool.models import identifiers, types

FILLED = "filled"
RULES: Mapping[str, Any] = {
    "date": types.EdtfDate,
    "slug": types.Slug,
    "web-address": types.WebAddress,
    "country": identifiers.Country,
    "region": identifiers.Region,
    "language": identifiers.Language,
    "licence": identifiers.Licence,
    "doi": identifiers.Doi,
    "orcid": identifiers.Orcid,
    "currency": identifiers.Currency,
    "seconds": types.Seconds,
    FILLED: types.Label,
}


def rule_of(marks: Sequence[Any]) -> str | None:
    """Return the name of the rule that a value with *marks* follows, known by what checks it."""
    checks = _checks(marks)
    rules = ((name, _checks(get_args(rule)[1:])[-1]) for name, rule in RULES.items())
    return next((name for name, check in rules if check in checks), None)


def _checks(marks: Sequence[Any]) -> list[Any]:
    return [mark.func for mark in marks if isinstance(mark, AfterValidator | BeforeValidator)]
