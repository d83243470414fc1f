"""Settings that name what is not there, or that still belong to another hub."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.wording import did_you_mean, wording
from hubtool.hub.facets import schemes_with_pages
from hubtool.records.records import Records
from hubtool.text.web_addresses import split_address
from hubtool.text.words import languages

_GITHUB = re.compile(
    r"(?:https?://(?:[^@/\s]+@)?|ssh://git@|git@)(?:www\.)?github\.com[/:]"
    r"(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?(?:/.*)?"
)

_QUESTIONS = ("extra", "hub", "questions")


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield the settings that lead nowhere, and those of the hub that this one was copied from."""
    if records.settings is None or records.settings_files is None:
        return
    yield from _featured(records)
    yield from _questions(records)
    yield from _language(records)
    yield from _other_hub(records)


def _featured(records: Records) -> Iterator[Diagnostic]:
    files, settings = records.settings_files, records.settings
    id_ = settings.hub.featured if settings else None
    address = f"collections/{id_}"
    if files and id_ and address not in records.by_address and address not in records.unread:
        ids = [entry.id for entry in records.entries if entry.folder == "collections"]
        match = next(iter(get_close_matches(id_, ids, 1)), None)
        hint = did_you_mean(match)
        route = ("extra", "hub", "featured")
        yield files.fault(wording("H703.no-collection", hint, id=id_), route, replacement=match)


def _questions(records: Records) -> Iterator[Diagnostic]:
    files, settings = records.settings_files, records.settings
    for index, question in enumerate((settings and settings.hub.questions) or ()):
        terms = [
            f"{scheme}/{term.id}"
            for scheme in schemes_with_pages()
            if scheme in records.vocabularies
            for term in records.vocabularies[scheme].terms.values()
        ]
        if files and question.term not in terms:
            match = next(iter(get_close_matches(question.term, terms, 1)), None)
            words = wording("H703.no-term", did_you_mean(match), term=question.term)
            yield files.fault(words, (*_QUESTIONS, index, "term"), replacement=match)


def _language(records: Records) -> Iterator[Diagnostic]:
    files, settings = records.settings_files, records.settings
    if files and settings and settings.hub.language not in languages():
        listed_tags = ", ".join(f"`{tag}`" for tag in languages())
        yield files.fault(
            wording("H703.no-words", language=settings.hub.language, languages=listed_tags),
            ("extra", "hub", "language"),
            severity=Severity.WARNING,
        )


def _other_hub(records: Records) -> Iterator[Diagnostic]:
    """Yield what still names another repository than the one on GitHub that this hub came from."""
    files, settings = records.settings_files, records.settings
    origin = _GITHUB.fullmatch(records.origin or "")
    repository = _GITHUB.fullmatch((settings.hub.repository or "") if settings else "")
    if not (files and settings and origin and repository):
        return
    own_address, other_address = _address(origin), _address(repository)
    if own_address.lower() == other_address.lower():
        return
    names = ["repository"]
    contact = _GITHUB.fullmatch(settings.hub.change_contact or "")
    if contact and _address(contact).lower() == other_address.lower():
        names.append("change_contact")
    owner = repository["owner"].lower()
    is_theirs = owner != origin["owner"].lower()
    if is_theirs and split_address(settings.url or "").hostname == f"{owner}.github.io":
        names.append("site_url")
    if len(names) > 1:
        listed = f"{', '.join(f'`{name}`' for name in names[:-1])} and `{names[-1]}`"
        yield files.fault(
            wording("H712.other-hub", keys=listed, theirs=other_address, ours=own_address),
            ("extra", "hub", "repository"),
        )


def _address(match: re.Match[str]) -> str:
    return f"https://github.com/{match['owner']}/{match['name']}"
