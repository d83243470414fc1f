"""Codes and identifiers that others issue: countries, languages, licences, DOIs, people, bodies."""

import re
from typing import Annotated

import langcodes
import pycountry
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from pydantic import AfterValidator
from stdnum.iso7064 import mod_11_2, mod_97_10

from hubtool.diagnostics.wording import did_you_mean, phrase
from hubtool.models.declare import CountryCode
from hubtool.models.types import fault

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"

COUNTRIES = frozenset({country.alpha_2 for country in pycountry.countries} | {"XK"})
"""The codes of ISO 3166-1, and the one in general use for Kosovo."""


def _country(text: str) -> str:
    if text in COUNTRIES:
        return text
    raise fault("H214.country", _country_hint(text), text=text)


def _country_hint(text: str) -> str | None:
    try:
        country = pycountry.countries.lookup(text)
    except LookupError:
        special = {
            "kosovo": "XK",
            "uk": "GB",
            "england": "GB",
            "scotland": "GB",
            "wales": "GB",
            "northern ireland": "GB",
        }
        code = special.get(text.lower())
        if code == "XK":
            return phrase("any.write", text=code)
        return phrase("H214.nation", code=code) if code else None
    return phrase("any.write", text=country.alpha_2)


def _region(text: str) -> str:
    if pycountry.subdivisions.get(code=text):  # type: ignore[no-untyped-call]  # has no types
        return text
    raise fault("H214.region", text=text)


def _language(text: str) -> str:
    if langcodes.tag_is_valid(text):
        return text
    raise fault("H215.language", text=text)


def is_licence(text: str) -> bool:
    """Say whether *text* is the name of a licence, or several joined as SPDX has it."""
    try:
        canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return False
    return True


def _licence(text: str) -> str:
    try:
        return str(canonicalize_license_expression(text))
    except InvalidLicenseExpression:
        raise fault("H216.licence", text=text) from None


def _doi(text: str) -> str:
    bare = re.sub(r"^(https?://)?((dx|www)\.)?doi\.org/|^doi[:\s]+", "", text, flags=re.IGNORECASE)
    bare = re.sub(r"^doi[:\s]+", "", bare, flags=re.IGNORECASE).rstrip(".,;/ ")
    if bare == text and _DOI.fullmatch(text):
        return text
    inside = re.search(r"/(10\.\d{4,9}/[^\s?#]+)", bare)
    hint = did_you_mean(inside[1] if inside else None)
    if _DOI.fullmatch(bare):
        hint = phrase("any.write", text=bare)
    raise fault("H217.doi", hint, text=text)


def _orcid(text: str) -> str:
    if _ORCID.fullmatch(text) and mod_11_2.is_valid(text.replace("-", "")):
        return text
    digits = re.sub(r"^.*orcid(\.org/|:)|[\s-]", "", text.strip(" /"), flags=re.IGNORECASE).upper()
    hint = None
    if re.fullmatch(r"\d{15}[\dX]", digits):
        bare = "-".join(digits[start : start + 4] for start in range(0, 16, 4))
        is_valid = mod_11_2.is_valid(digits)
        hint = phrase("any.write", text=bare) if is_valid else phrase("H217.digits")
    raise fault("H217.orcid", hint, text=text)


def _ror(text: str) -> str:
    # The last two digits are ISO 7064 mod 97-10 over the base-32 number (Crockford) before them.
    if _ROR.fullmatch(text):
        number = 0
        for character in text[:7]:
            number = number * 32 + _CROCKFORD.index(character)
        if mod_97_10.is_valid(f"{number}{text[7:]}"):
            return text
    bare = text.strip(" /").rpartition("/")[2]
    is_address = bare != text and _ROR.fullmatch(bare)
    raise fault("H217.ror", phrase("any.write", text=bare) if is_address else None, text=text)


def _currency(text: str) -> str:
    if pycountry.currencies.get(alpha_3=text):
        return text
    code = {"£": "GBP", "€": "EUR"}.get(text.strip())
    raise fault("H229.currency", phrase("any.write", text=code) if code else None, text=text)


Country = Annotated[str, CountryCode(), AfterValidator(_country)]
Region = Annotated[str, AfterValidator(_region)]
Language = Annotated[str, AfterValidator(_language)]
Licence = Annotated[str, AfterValidator(_licence)]
Doi = Annotated[str, AfterValidator(_doi)]
Orcid = Annotated[str, AfterValidator(_orcid)]
Ror = Annotated[str, AfterValidator(_ror)]
Currency = Annotated[str, AfterValidator(_currency)]
