"""The questions of the contribution form: one for each field of the models, in words for people."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hubtool.pages.parts.form_fields import FieldRule, Kind, models
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
    kinds = (models()[name][key].kind for name, keys in SHORT_ENTRIES.items() for key in keys)
    return frozenset(scheme for kind in kinds if (scheme := (kind.of or kind).scheme))


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


def listed_models() -> frozenset[str]:
    """Return the models of which there are lists; of others a case, or an entry of it, has one."""
    kinds = (rule.kind for fields in models().values() for rule in fields.values())
    entries = (kind.of for kind in kinds if kind.type == "list")
    return frozenset(entry.model for entry in entries if entry and entry.model)


def _question(view: View, model: str, key: str, field: FieldRule) -> Question:
    name = f"{model}-{key}"
    t = view.words
    label_key, hint_key = f"form.ask.{name}", f"form.hint.{name}"
    question = Question(
        key,
        control="line",
        label=t(label_key) if t.has(label_key) else field.label,
        hint=t(hint_key) if t.has(hint_key) else field.help,
        is_needed=bool(field.is_required) or name in _NEEDED,
        suggests="organisation" if name in _SUGGESTED else "",
        example=_example(field.example),
    )
    return _with_control(question, view, field.kind)


def _example(example: object) -> str:
    if isinstance(example, list):
        return ", ".join(map(str, example))
    return "" if example is None else str(example)


def _with_control(question: Question, view: View, kind: Kind) -> Question:
    match kind.type:
        case "list":
            return _many(question, view, kind.of or kind)
        case "model" | "mapping":
            return _group(question, kind)
        case "choice":
            return replace(question, control="select", options=_options(view, kind.choices or ()))
        case "text":
            return _text(question, kind)
        case "truth":
            return replace(question, control="truth")
        case _:
            return replace(question, mode="text" if kind.rule == "seconds" else "decimal")


def _group(question: Question, kind: Kind) -> Question:
    if kind.model:
        return replace(question, control="group", model=kind.model)
    return replace(question, control="stages" if question.key == "stages" else "readings")


def _text(question: Question, kind: Kind) -> Question:
    if kind.scheme:
        return replace(question, control="choice", scheme=kind.scheme)
    if kind.refers:
        is_own = kind.refers not in ("organisation", "lesson")
        return replace(question, control="own" if is_own else "line", refers=kind.refers)
    if kind.rule == "country":
        return replace(question, control="country")
    question = replace(question, limit=kind.max_length)
    if kind.prose == "markdown":
        return replace(question, control="area", mode="story")
    if kind.prose and question.key not in _LINES:
        mode = "long" if question.key in _LONG else "short"
        return replace(question, control="area", mode=mode)
    return replace(question, mode="url" if kind.rule == "web-address" else "text")


def _many(question: Question, view: View, entry: Kind) -> Question:
    if entry.type == "model":
        noun = view.words(f"form.noun.{question.key}")
        return replace(question, control="list", model=entry.model or "", noun=noun)
    if entry.type == "choice":
        return replace(question, control="checks", options=_options(view, entry.choices or ()))
    question = replace(question, is_many=True)
    if entry.scheme:
        return replace(question, control="choice", scheme=entry.scheme)
    refers = entry.refers or ""
    if refers and refers != "lesson":
        return replace(question, control="own", refers=refers)
    mode = "integers" if entry.type == "integer" else "text"
    return replace(question, control="lines", mode=mode, refers=refers)


def _options(view: View, choices: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((choice, _choice(view, choice)) for choice in choices)


def _choice(view: View, choice: str) -> str:
    key = f"form.choice.{choice}"
    return view.words(key) if view.words.has(key) else capitalised(choice.replace("-", " "))
