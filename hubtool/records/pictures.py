"""Pictures: what to write at a key, with the words that stand there now."""

import re
from collections.abc import Mapping
from typing import Any

from hubtool.diagnostics.wording import phrase
from hubtool.models.annotations import Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Checkpoint, FilmMoment, Lesson, Outcome, Tension
from hubtool.models.collection import Collection, Item
from hubtool.models.common import Use
from hubtool.models.declare import InScheme, Model
from hubtool.models.investment import Hours, Investment, Money, Payment
from hubtool.models.keeping import Connect, Consent, RecordNotes
from hubtool.models.media import Access, Captions, Film, Image, Resource, Source
from hubtool.models.opportunity import Opportunity
from hubtool.models.partnership import Credit, FunderEntry, PartnerEntry, Place, TimelineEntry
from hubtool.models.power import Power, StageReading
from hubtool.models.settings import HomeQuestion
from hubtool.models.types import slug_from
from hubtool.text.phrases import code_list
from hubtool.text.written_dates import edtf_from

PICTURES: Mapping[type[Model], str] = {
    Place: "{name: WORDS, country: GB}",
    PartnerEntry: "{name: WORDS, kind: community-group}",
    FunderEntry: "{name: WORDS}",
    Credit: "{name: WORDS}",
    TimelineEntry: "{when: 2019-09, kind: meet, what: WORDS}",
    Outcome: "{what: WORDS, kind: practice-policy, said_by: community}",
    Checkpoint: "{due: WORDS}",
    Lesson: "{id: SLUG, lesson: WORDS, kind: worked, said_by: community}",
    FilmMoment: "{id: WORDS}",
    Tension: "{about: payment, what: WORDS, said_by: community}",
    Film: "{id: film, title: …, url: WORDS}",
    Captions: "{language: en-GB, file: WORDS}",
    Access: "{captions: true}",
    Image: "{file: WORDS, alt: …, credit: …, licence: CC-BY-4.0}",
    Resource: "{title: WORDS}",
    Source: "{id: SLUG, title: WORDS}",
    Connect: "{open_to: [visits], contact_url: WORDS}",
    Consent: "\n  status: agreed\n  agreed_by: …\n  agreed_on: 2026-01",
    RecordNotes: "{checked: WORDS}",
    Power: "{said_by: community, stages: {question: shared}}",
    StageReading: "{level: shared}",
    Investment: "{said_by: community, months_before_question: 15}",
    Money: "{low: 55000, high: 65000, currency: GBP}",
    Hours: "{who: WORDS, unpaid: 10}",
    Payment: "{offered: true}",
    Item: "{case: WORDS, note: …}",
    HomeQuestion: "{words: WORDS, term: themes/trust}",
    Use: "{when: 2027-03, by: WORDS, how: …}",
}
"""The keys that a part of each model needs, in the layout of the guides."""

_SLOTS = ("WORDS", "SLUG")
_GUESSED = re.compile(r"\b(\w+): (?!WORDS|SLUG|film\b|source\b|true\b)\w")

RECORDS = (CaseStudy, Collection, Opportunity)
"""Models of whole files, which have no picture."""

_WITH_ADDRESS = {Resource: "{title: …, url: WORDS}", Source: "{id: source, title: …, url: WORDS}"}
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CURRENCIES = {"€": "EUR", "$": "USD"}
_BETWEEN = re.compile(r"[,;]|(?:^|\s)[•–—*·-]\s")
_OF_DATES = (RecordNotes, Checkpoint)
_MOST_ENTRIES = 3
_MOST_LETTERS = 80
_ADDRESS = re.compile(r"https?://\S+")
_PLAIN = re.compile(r"[^\W_][^\n:#{}\[\],\"'`&*!|>%@\\]*", re.UNICODE)
_PLAIN_ADDRESS = re.compile(r"https?://[^\s,{}\[\]#\"'`]+")
_NOT_TEXT = re.compile(r"[\d.+-][\d_.eE+-]*|true|false|null|yes|no|on|off", re.IGNORECASE)
_ONLINE = frozenset({"online", "virtual", "remote", "worldwide", "zoom", "internet", "everywhere"})


def picture(shape: Shape, value: Any) -> str:
    """Return what to write at a key of this *shape* instead of *value*; `…` is for more words."""
    if shape.item is None:
        return _entry(shape, _words(value))
    entries = _entries(value, is_split=shape.item.model not in (Lesson, TimelineEntry, Outcome))
    pictures = [_entry(shape.item, words) for words in entries[:_MOST_ENTRIES]]
    return f"[{', '.join(pictures)}]"


def model_picture(model: type[Model], value: Any) -> str:
    """Return the keys to write for a part of *model*, around the words of *value*."""
    words = _words(value)
    if model is Place and words.lower() in _ONLINE:
        return "{online: true}"
    template = PICTURES[model]
    if _ADDRESS.fullmatch(words):
        template = _WITH_ADDRESS.get(model, template)
    elif model is Source and _DOI.fullmatch(words):
        template = "{id: source, title: …, doi: WORDS}"
    elif model is Investment and (figures := _FIGURE.findall(words)):
        return _money(words, figures)
    if "WORDS" in template and model in _OF_DATES:
        words = edtf_from(words) or (words if words[:4].isdigit() else "…")
    slug = slug_from(" ".join(words.split()[:3])) or "short-name"
    return template.replace("SLUG", slug).replace("WORDS", in_flow(words))


def pair(model: type[Model], key: str, otherwise: str) -> str:
    """Return *key* with what may stand at it in a part of *model*, or with *otherwise*."""
    value = rf"\b{key}: (\[[^\]]*\]|\{{[^}}]*\}}|[\w-]+)"
    match = re.search(value, PICTURES.get(model, ""))
    return f"{key}: {match[1] if match and match[1] not in _SLOTS else otherwise}"


def with_notes(hint: str, model: type[Model] | None, text: str) -> str:
    """Return *hint*, which shows *text* for a part of *model*, with what a person must say of it."""
    if model is Image:
        return phrase("any.of-picture", hint=hint)
    if model is Consent:
        return phrase("any.of-consent", hint=hint)
    if "…" in text:
        hint = phrase("any.title" if "title: …" in text else "any.own-words", hint=hint)
    template = PICTURES.get(model, "") if model else ""
    keys = [key for key in _GUESSED.findall(template) if f"{key}: " in text]
    if not keys:
        return hint
    guess = "any.guess" if len(keys) == 1 else "any.guesses"
    hint = phrase(guess, hint=hint, keys=code_list(keys))
    if "said_by" in keys:
        hint = phrase("any.whose-view", hint=hint)
    marks = (fields(model)[key].shape.mark for key in keys if model and key in fields(model))
    schemes = [mark.scheme for mark in marks if isinstance(mark, InScheme)]
    commands = code_list(f"hubtool explain {scheme}" for scheme in schemes)
    return phrase("any.terms-of-guesses", hint=hint, commands=commands) if schemes else hint


def _money(words: str, figures: list[str]) -> str:
    low, high = (figures[at].replace(",", "") for at in (0, -1))
    currency = next((code for sign, code in _CURRENCIES.items() if sign in words), "GBP")
    return f"{{said_by: together, money: {{low: {low}, high: {high}, currency: {currency}}}}}"


def in_flow(words: str) -> str:
    """Return *words* as they can stand between braces: in quotes where they need them."""
    if not words:
        return "…"
    if len(words) > _MOST_LETTERS:
        words = "…"
    is_plain = _PLAIN.fullmatch(words) or _PLAIN_ADDRESS.fullmatch(words) or words == "…"
    if is_plain and words == words.strip() and not _NOT_TEXT.fullmatch(words):
        return words
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        return words
    return '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))


def _entry(shape: Shape, words: str) -> str:
    if shape.model is None or shape.model not in PICTURES:
        return in_flow(words)
    return model_picture(shape.model, words)


def _entries(value: Any, *, is_split: bool) -> list[str]:
    if isinstance(value, list | tuple):
        return [_words(entry) for entry in value] or [""]
    words = _words(value)
    if not is_split or _ADDRESS.match(words):
        return [words]
    return [part.strip() for part in _BETWEEN.split(words) if part.strip()] or [""]


def _words(value: Any) -> str:
    """Return the words of *value* on one line: of a mapping its first text."""
    if isinstance(value, dict):
        value = next((part for part in value.values() if isinstance(part, str)), "")
    if isinstance(value, list | tuple):
        value = _words(value[0]) if value else ""
    return "" if value is None or isinstance(value, bool) else " ".join(str(value).split())
