"""The questions of the contribution form: one for each field of the models, in words for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.pages.parts.form_fields import Kind, models
from hubtool.pages.view import View
from hubtool.text.phrases import capitalised

MADE_BY_THE_FORM = frozenset({"id", "formerly"})
"""Keys that nobody fills in: the form makes ids, and keeps the old ones of a case."""

BY_ANOTHER_WAY = frozenset({"images", "captions"})
"""Keys whose files cannot travel with a case; films keep their `captions` as they are."""

_NEEDED = frozenset(
    {
        *("Place-name", "Place-country", "PartnerEntry-name", "PartnerEntry-kind"),
        *("Consent-agreed_by", "Consent-agreed_on", "Consent-withheld"),
    }
)
"""Questions whose answer the form needs where it asks, though a file may leave it out."""

_SUGGESTED = frozenset({"PartnerEntry-name", "FunderEntry-name"})

_LINES = frozenset(
    {"title", "short_title", "project", "name", "publisher", "agreed_by", "credit", "about"}
)
_LONG = frozenset({"summary", "lesson", "what", "story", "because", "note"})


PARTS = (
    (
        "what",
        ("title", "summary"),
        [
            "project",
            "short_title",
            "dates",
            "ended_early",
            "topics",
            "themes",
            "methods",
            "sdgs",
            "language",
        ],
    ),
    ("where", ("places",), ()),
    ("who", ("partners",), ("initiated_by", "funders", "credits")),
    ("lesson", ("lessons",), ("lead_lesson",)),
    ("story", (), ("story", "timeline")),
    ("decided", (), ("power",)),
    ("took", (), ("investment",)),
    ("changed", (), ("outcomes", "checkpoints", "tensions")),
    ("media", (), ("films", "resources")),
    ("agreed", ("consent", "sources"), ("used", "connect", "licence", "local_contexts", "record")),
)
"""The parts of the form: what the short one asks, and what the whole one adds."""

SHORT_ENTRIES: Mapping[str, tuple[str, ...]] = {
    "Place": ("name", "country"),
    "PartnerEntry": ("name", "kind", "role"),
    "Lesson": ("lesson", "said_by", "kind"),
    "Source": ("title", "url"),
}
"""What the short form asks about an entry of each list."""


def short_schemes() -> frozenset[str]:
    """Return the vocabularies that the short form offers."""
    fields = (models()[name][key] for name, keys in SHORT_ENTRIES.items() for key in keys)
    schemes = (field.get("scheme") or field.get("of", {}).get("scheme") for field in fields)
    return frozenset(scheme for scheme in schemes if scheme)


@dataclass(frozen=True, slots=True)
class Question:
    """One question: *control* is the name of the macro that draws it.

    *options* are values with their words; *model* names the questions about each entry. *suggests*
    is what the hub knows names of.
    """

    key: str
    control: str
    label: str
    hint: str
    is_needed: bool = False
    example: str = ""
    limit: int | None = None
    scheme: str = ""
    is_many: bool = False
    mode: str = "text"
    options: tuple[tuple[str, str], ...] = ()
    refers: str = ""
    suggests: str = ""
    model: str = ""
    noun: str = ""


def questions(view: View, model: str) -> dict[str, Question]:
    """Return the questions about the fields of *model* by their keys, in order."""
    return {
        key: _question(view, model, key, field)
        for key, field in models()[model].items()
        if key not in MADE_BY_THE_FORM | BY_ANOTHER_WAY or (key, model) == ("captions", "Access")
    }


def entry_models() -> tuple[str, ...]:
    """Return the models whose entries are added one by one, or that are asked about at once."""
    return tuple(
        name for name in models() if name not in ("CaseStudy", "Consent", "Image", "Captions")
    )


def _question(view: View, model: str, key: str, field: Kind) -> Question:
    name = f"{model}-{key}"
    t = view.words
    label_key, hint_key = f"form.ask.{name}", f"form.hint.{name}"
    return Question(
        key,
        label=t(label_key) if t.has(label_key) else field["label"],
        hint=t(hint_key) if t.has(hint_key) else field["help"],
        is_needed=field.get("is_required", False) or name in _NEEDED,
        suggests="organisation" if name in _SUGGESTED else "",
        example=_example(field.get("example")),
        **_control(view, key, field),
    )


def _example(example: Any) -> str:
    if isinstance(example, list):
        return ", ".join(map(str, example))
    return "" if example is None else str(example)


def _control(view: View, key: str, field: Kind) -> dict[str, Any]:
    match field["type"]:
        case "list":
            return _many(view, key, field)
        case "mapping":
            return {"control": "stages" if key == "stages" else "readings"}
        case "model":
            return {"control": "group", "model": field["model"]}
        case "choice":
            return {"control": "select", "options": _options(view, field["choices"])}
        case "text":
            return _text(key, field)
        case kind:
            is_number = kind != "truth" and field.get("rule") != "seconds"
            mode = "decimal" if is_number else "text"
            return {"control": "truth" if kind == "truth" else "line", "mode": mode}


def _text(key: str, field: Kind) -> dict[str, Any]:
    limit = field.get("max_length")
    if scheme := field.get("scheme"):
        return {"control": "choice", "scheme": scheme}
    if refers := field.get("refers"):
        is_own = refers not in ("organisation", "lesson")
        return {"control": "own" if is_own else "line", "refers": refers}
    if field.get("rule") == "country":
        return {"control": "country"}
    if field.get("prose") == "markdown":
        return {"control": "area", "limit": limit, "mode": "story"}
    if field.get("prose") and key not in _LINES:
        return {"control": "area", "limit": limit, "mode": "long" if key in _LONG else "short"}
    return {
        "control": "line",
        "limit": limit,
        "mode": "url" if field.get("rule") == "web-address" else "text",
    }


def _many(view: View, key: str, field: Kind) -> dict[str, Any]:
    entry: Mapping[str, Any] = field["of"]
    if entry["type"] == "model":
        noun_key = f"form.noun.{key}"
        return {"control": "list", "model": entry["model"], "noun": view.words(noun_key)}
    if entry["type"] == "choice":
        return {"control": "checks", "options": _options(view, entry["choices"])}
    if scheme := entry.get("scheme"):
        return {"control": "choice", "scheme": scheme, "is_many": True}
    if (refers := entry.get("refers")) and refers != "lesson":
        return {"control": "own", "refers": refers, "is_many": True}
    return {
        "control": "lines",
        "is_many": True,
        "mode": "integers" if entry["type"] == "integer" else "text",
        "refers": entry.get("refers", ""),
    }


def _options(view: View, choices: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((choice, _choice(view, choice)) for choice in choices)


def _choice(view: View, choice: str) -> str:
    key = f"form.choice.{choice}"
    return view.words(key) if view.words.has(key) else capitalised(choice.replace("-", " "))
