"""The contribution form: a story becomes a case file, without Git, YAML or an account."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page, render
from hubtool.pages.parts.form_questions import (
    PARTS,
    SHORT_ENTRIES,
    Question,
    entry_models,
    listed_models,
    questions,
    short_schemes,
)
from hubtool.pages.parts.sending import github_repository, sending_words
from hubtool.pages.view import View

ADDRESS = "contribute/case/"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form."""

    id: str
    short: tuple[Question, ...]
    more: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary that the short form offers, with the terms that can be chosen."""

    id: str
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class FormContent(Content):
    """The form: its parts, the questions about entries of lists, and the words to choose from.

    *words* are what the script says, as JSON; *consent_answers* the statuses to choose from; *short*
    are the questions of the short form about each entry. Entries that it does not ask for come with
    the whole form.
    """

    template = "form/page.html"

    words: str
    parts: tuple[Part, ...]
    consent: Mapping[str, Question]
    consent_answers: tuple[str, ...]
    entries: Mapping[str, Mapping[str, Question]]
    short: Mapping[str, tuple[str, ...]]
    schemes: tuple[Scheme, ...]
    ways: tuple[str, ...]
    contact: str | None
    repository: str | None
    branch: str


@dataclass(frozen=True)
class WholeContent(Content):
    """What the whole form asks about entries besides; of those in *listed* there may be several."""

    template = "form/whole.html"

    entries: Mapping[str, Mapping[str, Question]]
    listed: frozenset[str]


def whole_questions(view: View) -> str:
    """Return the HTML of what the whole form asks about entries besides the short one."""
    names = [name for name in entry_models() if name not in SHORT_ENTRIES]
    entries = {name: questions(view, name) for name in names}
    return render(view.at(ADDRESS), WholeContent(entries, listed_models()))


def form_pages(view: View) -> Iterator[Page]:
    """Yield the form."""
    settings = view.hub.settings.hub
    repository = github_repository(view)
    case = questions(view, "CaseStudy")
    yield page(
        view,
        "form",
        ADDRESS,
        title=view.words("form.title"),
        description=view.words("form.lede"),
        content=FormContent(
            words=sending_words(view),
            parts=tuple(_part(case, *part) for part in PARTS),
            consent=questions(view, "Consent"),
            consent_answers=_consent_answers(view),
            entries={name: questions(view, name) for name in SHORT_ENTRIES},
            short=SHORT_ENTRIES,
            schemes=tuple(_schemes(view)),
            ways=_ways(settings.contact, repository),
            contact=settings.contact,
            repository=repository,
            branch=settings.branch,
        ),
    )


def _ways(contact: str | None, repository: str | None) -> tuple[str, ...]:
    """Return the ways out of the form, those that need no account first."""
    mail = ("mail",) if contact else ()
    return (*mail, "file", "issue", "new") if repository else (*mail, "file")


def _part(
    case: Mapping[str, Question], id_: str, short: tuple[str, ...], more: tuple[str, ...]
) -> Part:
    return Part(id_, tuple(case[key] for key in short), tuple(case[key] for key in more))


def _schemes(view: View) -> Iterator[Scheme]:
    for id_, vocabulary in sorted(view.hub.vocabularies.items()):
        if id_ in short_schemes():
            yield Scheme(id_, vocabulary.title, tuple(vocabulary.terms.values()))


def _consent_answers(view: View) -> tuple[str, ...]:
    """Return the statuses of consent that somebody can answer with."""
    statuses = ("agreed", "partial", "pending", "public-record")
    return tuple(status for status in statuses if status in view.hub.vocabularies["consent"].terms)
