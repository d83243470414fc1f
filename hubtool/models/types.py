"""The kinds of value a record is made of, each with the rule that makes it valid."""

import re
import unicodedata
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from hubtool.models.declare import Dated, InScheme, OneOrMany, Prose, Refers
from hubtool.text.dates import DateError, days
from hubtool.text.written_dates import edtf_from

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):([0-5]\d)")
_DASH = "[-\N{EN DASH}\N{EM DASH}]"
_MAILBOX = re.compile(
    r"[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}", re.IGNORECASE | re.ASCII
)


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
