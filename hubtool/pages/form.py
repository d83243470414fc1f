"""The contribution form: a story becomes a case file, without Git, YAML or an account."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.form_questions import Question, entry_models, questions
from hubtool.pages.view import View

ADDRESS = "contribute/case/"

_SAY = "form.say."  # what the catalogue calls the words of the script

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


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form."""

    id: str
    short: tuple[Question, ...]
    more: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary that the form offers, with the terms that can be chosen."""

    id: str
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class FormContent(Content):
    """The form: its parts, the questions about entries of lists, and the words to choose from.

    *words* are what the script says, as JSON; *consent_answers* the statuses to choose from.
    """

    template = "form/page.html"

    words: str
    parts: tuple[Part, ...]
    consent: Mapping[str, Question]
    consent_answers: tuple[str, ...]
    entries: Mapping[str, Mapping[str, Question]]
    schemes: tuple[Scheme, ...]


def form_pages(view: View) -> Iterator[Page]:
    """Yield the page with the form."""
    case = questions(view, "CaseStudy")
    yield page(
        view,
        "form",
        ADDRESS,
        title=view.words("form.title"),
        description=view.words("form.lede"),
        content=FormContent(
            words=_script_words(view),
            parts=tuple(_part(case, *part) for part in PARTS),
            consent=questions(view, "Consent"),
            consent_answers=_consent_answers(view),
            entries={name: questions(view, name) for name in entry_models()},
            schemes=tuple(_schemes(view)),
        ),
    )


def _script_words(view: View) -> str:
    """Return what the script says, as JSON for an attribute."""
    words = {
        key.removeprefix(_SAY): text
        for key, text in view.words.catalogue.items()
        if key.startswith(_SAY)
    }
    return json.dumps(words, ensure_ascii=False)


def _part(
    case: Mapping[str, Question], id_: str, short: tuple[str, ...], more: tuple[str, ...]
) -> Part:
    return Part(id_, tuple(case[key] for key in short), tuple(case[key] for key in more))


def _schemes(view: View) -> Iterator[Scheme]:
    for id_, vocabulary in sorted(view.hub.vocabularies.items()):
        if id_ not in ("consent", "opportunity-kinds"):
            yield Scheme(id_, vocabulary.title, tuple(vocabulary.terms.values()))


def _consent_answers(view: View) -> tuple[str, ...]:
    """Return the statuses of consent that somebody can answer with."""
    statuses = ("agreed", "partial", "pending", "public-record")
    return tuple(status for status in statuses if status in view.hub.vocabularies["consent"].terms)
