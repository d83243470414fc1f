"""The kinds of value a record is made of, each with the rule that makes it valid."""

import re
import unicodedata
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

import langcodes
import pycountry
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError
from stdnum.iso7064 import mod_11_2, mod_97_10

from hubtool.models.declare import CountryCode, Dated, InScheme, OneOrMany, Prose, Refers
from hubtool.text.dates import DateError, days
from hubtool.text.written_dates import edtf_from

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_ROR = re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}")
_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):([0-5]\d)")
_DASH = "[-\N{EN DASH}\N{EM DASH}]"
_MAILBOX = re.compile(
    r"[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}", re.IGNORECASE | re.ASCII
)
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


COUNTRIES = frozenset({country.alpha_2 for country in pycountry.countries} | {"XK"})
"""The codes of ISO 3166-1, and the one in general use for Kosovo."""


def slug_from(text: str) -> str:
    """Return the slug nearest to *text*; empty if no character of it is allowed."""
    letters = unicodedata.normalize("NFKD", re.sub("['’]", "", text.lower()))
    plain = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-")


def fault(code: str, message: str, hint: str | None = None) -> PydanticCustomError:
    """Return what a validator raises: *code* with its words."""
    # Pydantic reads braces in a template as placeholders, so the message is passed as a value.
    return PydanticCustomError(code, "{said}", {"said": message, "hint": hint})


def _slug(text: str) -> str:
    if SLUG.fullmatch(text):
        return text
    better = slug_from(text)
    hint = f"write `{better}`" if better else "use small letters, digits and single hyphens"
    raise fault("H206", f"`{text}` cannot be an id", hint)


def _filled(text: str) -> str:
    if text.strip():
        return text
    raise fault("H211", "this text is blank", "write it, or remove the line")


def _date_text(value: Any) -> Any:
    if isinstance(value, dict) and value and len(value) <= 2:
        texts = [edtf_from(str(part)) or str(part) for part in value.values()]
        hint = f"write `{'/'.join(texts)}`"
        raise fault("H207", "a date is one text, without keys", hint)
    # YAML reads `2019` as a number; here it is a year.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _edtf(text: str) -> str:
    try:
        span = days(text)
    except DateError:
        raise fault("H207", f"`{text}` is not a date", _date_hint(text)) from None
    if span.first and span.last and span.first > span.last:
        raise fault("H208", f"`{text}` ends before it starts", "swap the two dates")
    return text


def _date_hint(text: str) -> str:
    if re.fullmatch(r"[\dOolI]{4}(-[\dOolI]{2}){0,2}", text) and re.search(r"[OolI]", text):
        return "did you type the letter O for a nought, or l for a one?"
    if better := edtf_from(text):
        return f"write `{better}`"
    if day := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        number, month, year = int(day[1]), int(day[2]), day[3]
        return (
            f"write the year first: `{year}-{month:02}-{number:02}`, "
            f"or `{year}-{number:02}-{month:02}` if the month came first"
        )
    if years := re.fullmatch(rf"(\d{{4}})\s*{_DASH}\s*(\d{{4}}|\d\d)", text):
        first, last = years[1], years[1][: 4 - len(years[2])] + years[2]
        if first < last:
            return f"write a span of time with a stroke: `{first}/{last}`"
    return (
        "write `2019`, `2019-09`, `2019-09-30`, `2019~` (about), "
        "`2019/2023` (from, to) or `2019/..` (still going on)"
    )


def _address(text: str) -> str:
    """Return *text* if it is a web address: nothing a browser could run, nothing on a disk."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = None
    if parts is None or re.search(r"[\s<>\"`\\]", text):
        raise fault("H213", f"`{text}` is not a web address", "copy it from the browser")
    if not parts.scheme and re.match(r"(www\.|[\w-]+\.[a-z]{2,}(/|$))", text):
        raise fault("H213", f"`{text}` is not a whole web address", f"write `https://{text}`")
    if parts.scheme.lower() not in ("http", "https"):
        hint = "write an address that starts with https://"
        raise fault("H213", f"`{text}` is not a web address", hint)
    if not parts.hostname or "." not in parts.hostname:
        hint = "copy the whole address from the browser"
        raise fault("H213", f"`{text}` names no website", hint)
    if parts.username is not None:
        hint = "remove what stands before the @"
        raise fault("H213", f"`{text}` holds a user name", hint)
    return text


def _mailbox(text: str) -> str:
    if _MAILBOX.fullmatch(text):
        return text
    raise fault(
        "H213", f"`{text}` is not an e-mail address", "write one, such as `hub@example.org`"
    )


def _country(text: str) -> str:
    if text in COUNTRIES:
        return text
    raise fault("H214", f"`{text}` is not a country's code", _country_hint(text))


def _country_hint(text: str) -> str:
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
            return "write `XK`"
        if code:
            return f"write `{code}`; the nation goes in `region`: GB-ENG, GB-SCT, GB-WLS or GB-NIR"
        return "write the two letters of ISO 3166, such as `GB`, `IE` or `KE`"
    return f"write `{country.alpha_2}`"


def _region(text: str) -> str:
    if pycountry.subdivisions.get(code=text):  # type: ignore[no-untyped-call]  # has no types
        return text
    hint = "write the code of ISO 3166-2, such as `GB-SCT`, `GB-WLS` or `US-MI`"
    raise fault("H214", f"`{text}` is not a region's code", hint)


def _language(text: str) -> str:
    if langcodes.tag_is_valid(text):
        return text
    hint = "write a language tag, such as `en-GB`, `cy`, `pt-BR` or `bfi` (British Sign Language)"
    raise fault("H215", f"`{text}` is not a language", hint)


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
        hint = (
            "write its short name from spdx.org/licenses, such as `CC-BY-4.0` or `CC0-1.0`; "
            "for another write `LicenseRef-` and a word of your own"
        )
        raise fault("H216", f"`{text}` is not a licence we know", hint) from None


def _doi(text: str) -> str:
    bare = re.sub(r"^(https?://)?((dx|www)\.)?doi\.org/|^doi[:\s]+", "", text, flags=re.IGNORECASE)
    bare = re.sub(r"^doi[:\s]+", "", bare, flags=re.IGNORECASE).rstrip(".,;/ ")
    if bare == text and _DOI.fullmatch(text):
        return text
    hint = f"write `{bare}`" if _DOI.fullmatch(bare) else "a DOI starts with `10.`"
    raise fault("H217", f"`{text}` is not a DOI", hint)


def _orcid(text: str) -> str:
    if _ORCID.fullmatch(text) and mod_11_2.is_valid(text.replace("-", "")):
        return text
    digits = re.sub(r"^.*orcid(\.org/|:)|[\s-]", "", text.strip(" /"), flags=re.IGNORECASE).upper()
    hint = "write its sixteen characters in fours, as at the end of its orcid.org address"
    if re.fullmatch(r"\d{15}[\dX]", digits):
        bare = "-".join(digits[start : start + 4] for start in range(0, 16, 4))
        is_valid = mod_11_2.is_valid(digits)
        hint = f"write `{bare}`" if is_valid else "check the digits: one of them is wrong"
    raise fault("H217", f"`{text}` is not an ORCID iD", hint)


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
    hint = "write the nine characters at the end of its ror.org address, and check them"
    hint = f"write `{bare}`" if is_address else hint
    raise fault("H217", f"`{text}` is not a ROR id", hint)


def _currency(text: str) -> str:
    if pycountry.currencies.get(alpha_3=text):
        return text
    hint = "write the three letters of ISO 4217, such as `GBP` or `EUR`"
    raise fault("H229", f"`{text}` is not a currency's code", hint)


def _seconds(value: Any) -> Any:
    """Seconds from `83`, `1:23`, `1:02:03` or `PT1M23S`."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    text = str(value)
    if (match := _CLOCK.fullmatch(text)) or (
        len(text) > 2 and (match := _ISO_DURATION.fullmatch(text))
    ):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    hint = 'write minutes and seconds, such as "6:40", or `PT6M40S`'
    raise fault("H226", f"`{text}` is not a length of time", hint)


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, Prose(), AfterValidator(_filled)]
"""Plain words for readers, without markup."""

Markdown = Annotated[str, Prose(markdown=True), AfterValidator(_filled)]
"""Words for readers in Markdown: paragraphs, emphasis, lists, links, quotes."""

Label = Annotated[str, AfterValidator(_filled)]
"""A name or a short code that is not prose."""

Slug = Annotated[str, AfterValidator(_slug)]
EdtfDate = Annotated[
    str,
    Dated(),
    BeforeValidator(_date_text, json_schema_input_type=str | int),
    AfterValidator(_edtf),
]
Year = Annotated[int, Field(ge=1000, le=2999)]
WebAddress = Annotated[str, AfterValidator(_address)]
Country = Annotated[str, CountryCode(), AfterValidator(_country)]
Region = Annotated[str, AfterValidator(_region)]
Language = Annotated[str, AfterValidator(_language)]
Licence = Annotated[str, AfterValidator(_licence)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]
Doi = Annotated[str, AfterValidator(_doi)]
Orcid = Annotated[str, AfterValidator(_orcid)]
Ror = Annotated[str, AfterValidator(_ror)]
Currency = Annotated[str, AfterValidator(_currency)]
Seconds = Annotated[int, BeforeValidator(_seconds, json_schema_input_type=str | int)]
FilePath = Annotated[str, AfterValidator(_filled)]

Partner = Annotated[str, Refers("partner")]
Party = Annotated[str, Refers("party")]
Organisation = Annotated[str, Refers("organisation")]
SourceId = Annotated[str, Refers("source")]
EvidenceId = Annotated[str, Refers("evidence")]
OwnLesson = Annotated[str, Refers("own-lesson")]
FilmId = Annotated[str, Refers("film")]
Maker = Annotated[str, Refers("maker")]
FilmAddress = Annotated[str, Refers("film-address")]
CaseId = Annotated[str, Refers("case")]
LessonAddress = Annotated[str, Refers("lesson")]

Theme = Annotated[str, InScheme("themes")]
Topic = Annotated[str, InScheme("topics")]
Method = Annotated[str, InScheme("methods")]
Stage = Annotated[str, InScheme("stages")]
Reading = Annotated[str, InScheme("power")]
Voice = Annotated[str, InScheme("voices")]
Voices = Annotated[
    tuple[Voice, ...], BeforeValidator(_as_tuple), Field(strict=False, min_length=1), OneOrMany()
]
PartnerKind = Annotated[str, InScheme("partner-kinds")]
Role = Annotated[str, InScheme("roles")]
TimelineKind = Annotated[str, InScheme("timeline-kinds")]
OutcomeKind = Annotated[str, InScheme("outcome-kinds")]
EvidenceKind = Annotated[str, InScheme("evidence")]
LessonKind = Annotated[str, InScheme("lesson-kinds")]
Friction = Annotated[str, InScheme("frictions")]
FilmKind = Annotated[str, InScheme("film-kinds")]
ResourceKind = Annotated[str, InScheme("resource-kinds")]
ConsentStatus = Annotated[str, InScheme("consent")]
OpportunityKind = Annotated[str, InScheme("opportunity-kinds")]

_Item = TypeVar("_Item")
Many = Annotated[tuple[_Item, ...], Field(strict=False)]
"""A list in the file, a tuple in the record."""
