"""The kinds of value a record is made of, each with the rule that makes it valid."""

import re
import unicodedata
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from hubtool.diagnostics.wording import phrase, wording
from hubtool.models.declare import Dated, InScheme, OneOrMany, Prose, Refers
from hubtool.text.dates import DateError, days
from hubtool.text.web_addresses import split_address
from hubtool.text.written_dates import edtf_from

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):([0-5]\d)")
_IN_WORDS = re.compile(
    r"(?:(\d{1,3})\s*h(?:ours?|rs?)?\.?\s*)?(?:(\d{1,3})\s*m(?:in(?:ute)?s?)?\.?\s*)?"
    r"(?:(\d{1,3})\s*s(?:ec(?:ond)?s?)?\.?)?"
)
_ADDRESS_INSIDE = re.compile(r"https?://[^\s<>\"'`\\]+")
_LETTERS_FOR_FIGURES = str.maketrans("OolI", "0011")
_DASH = "[-\N{EN DASH}\N{EM DASH}]"
_MAILBOX = re.compile(
    r"[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}", re.IGNORECASE | re.ASCII
)


def slug_from(text: str) -> str:
    """Return the slug nearest to *text*; empty if no character of it is allowed."""
    letters = unicodedata.normalize("NFKD", re.sub("['’]", "", text.lower()))
    plain = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-")


def fault(key: str, hint: str | None = None, /, **values: Any) -> PydanticCustomError:
    """Return what a validator raises: the words of *key*, with its hint or with *hint*."""
    code, message, hint = wording(key, hint, **values)
    # Pydantic reads braces in a template as placeholders, so the message is passed as a value.
    return PydanticCustomError(code, "{said}", {"said": message, "hint": hint})


def _slug(text: str) -> str:
    if SLUG.fullmatch(text):
        return text
    better = slug_from(re.sub(r"^.*/(?=.)|\.ya?ml$", "", text))
    raise fault("H206.no-id", phrase("any.write", text=better) if better else None, text=text)


def _filled(text: str) -> str:
    if text.strip():
        return text
    raise fault("H211.blank")


def _date_text(value: Any) -> Any:
    if isinstance(value, dict | list) and 0 < len(value) <= 2:
        parts, key = value, "H207.date-as-list"
        if isinstance(value, dict):
            parts, key = [*value.values()], "H207.date-with-keys"
        texts = [edtf_from(str(part)) or str(part) for part in parts]
        raise fault(key, phrase("any.write", text="/".join(texts)))
    # YAML reads `2019` as a number; here it is a year.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _edtf(text: str) -> str:
    try:
        span = days(text)
    except DateError:
        raise fault("H207.no-date", _date_hint(text), text=text) from None
    if span.first and span.last and span.first > span.last:
        raise fault("H208.backwards", text=text)
    return text


def _date_hint(text: str) -> str | None:
    if re.fullmatch(r"[\dOolI]{4}(-[\dOolI]{2}){0,2}", text) and re.search(r"[OolI]", text):
        return phrase("H207.letters", date=text.translate(_LETTERS_FOR_FIGURES))
    if better := edtf_from(text):
        is_season = re.fullmatch(r"\d{4}-2[1-4]", better)
        return phrase("H207.season" if is_season else "any.write", text=better)
    if day := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        first, second = f"{int(day[1]):02}", f"{int(day[2]):02}"
        return phrase("H207.year-first", year=day[3], first=first, second=second)
    if years := re.fullmatch(rf"(\d{{4}})\s*{_DASH}\s*(\d{{4}}|\d\d)", text):
        first, last = years[1], years[1][: 4 - len(years[2])] + years[2]
        if first < last:
            return phrase("H207.stroke", first=first, last=last)
    return None


def _address(text: str) -> str:
    """Return *text* if it is a web address: nothing a browser could run, nothing on a disk."""
    parts = split_address(text)
    if not any(parts) or re.search(r"[\s<>\"`\\]", text):
        inside = {match[0] for match in _ADDRESS_INSIDE.finditer(text)}
        hint = phrase("any.write", text=inside.pop()) if len(inside) == 1 else None
        raise fault("H213.no-address", hint, text=text)
    if not parts.scheme and re.match(r"(www\.|[\w-]+\.[a-z]{2,}(/|$))", text):
        raise fault("H213.part", phrase("any.write", text=f"https://{text}"), text=text)
    if parts.scheme.lower() not in ("http", "https"):
        is_doi = re.fullmatch(r"(?:doi:\s*)?10\.\d{4,9}/\S+", text, re.IGNORECASE)
        address = f"https://doi.org/{text[text.index('10.') :]}" if is_doi else None
        raise fault(
            "H213.scheme", phrase("any.write", text=address) if address else None, text=text
        )
    if not parts.hostname or "." not in parts.hostname:
        raise fault("H213.no-website", text=text)
    if parts.username is not None:
        raise fault("H213.user-name", text=text)
    return text


def _mailbox(text: str) -> str:
    if _MAILBOX.fullmatch(text):
        return text
    raise fault("H213.no-mailbox", text=text)


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
    words = _IN_WORDS.fullmatch(text.strip().lower())
    hours, minutes, seconds = (int(part or 0) for part in words.groups()) if words else (0, 0, 0)
    clock = f'"{hours}:{minutes:02}:{seconds:02}"' if hours else f'"{minutes}:{seconds:02}"'
    is_clear = max(hours, minutes, seconds) > 0 and max(minutes, seconds) < 60
    raise fault("H226.no-length", phrase("any.write", text=clock) if is_clear else None, text=text)


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
Mailbox = Annotated[str, AfterValidator(_mailbox)]
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
