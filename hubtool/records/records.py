"""The records of a hub: each file's document with the record made from it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, Related, Severity, diagnostic
from hubtool.diagnostics.spans import Route, Span
from hubtool.diagnostics.wording import Wording, wording
from hubtool.documents import Document, SourceFile, parse
from hubtool.documents.pictures import Picture
from hubtool.models.case import CaseStudy, Withdrawn
from hubtool.models.collection import Collection
from hubtool.models.declare import Model
from hubtool.models.opportunity import Opportunity
from hubtool.models.settings import Settings
from hubtool.models.types import SLUG
from hubtool.models.vocabulary import Organisation
from hubtool.models.walk import Leaf, leaves
from hubtool.records.file_names import bad_name
from hubtool.records.resolve import Lexicon, resolve
from hubtool.records.settings import SettingsFiles
from hubtool.records.sound_parts import SoundParts, sound_parts
from hubtool.records.validate import validate
from hubtool.records.vocabularies import Vocabulary

MODELS: Mapping[str, type[Model]] = {
    "cases": CaseStudy,
    "collections": Collection,
    "opportunities": Opportunity,
}
"""The folder of each kind of record, and its model."""

_START = Span(1, 1, 1, 1)


@dataclass(frozen=True)
class Entry:
    """One file of a record. *data* has ids for terms; *record* is None if the file has faults.

    *sound* is what rules can speak about in any case: the record, or what its sound parts make.
    """

    folder: str
    id: str
    document: Document
    data: Mapping[str, Any]
    model: type[Model]
    record: Model | None
    sound: SoundParts

    @property
    def path(self) -> str:
        """The file's path, relative to the hub's root."""
        return self.document.path

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every text of the data, with what its model says about it."""
        return tuple(leaves(self.model, self.data))

    @property
    def status(self) -> str:
        """The consent status of a case; `agreed` for what needs no consent."""
        if self.folder != "cases":
            return "agreed"
        consent = self.data.get("consent")
        status = consent.get("status") if isinstance(consent, dict) else None
        return status if isinstance(status, str) else "pending"

    def parts(self, key: str) -> list[Any]:
        """Return the list under *key* of the data; empty where there is none."""
        value = self.data.get(key)
        return value if isinstance(value, list) else []

    def fault(  # noqa: PLR0913  (a diagnostic has as many parts)
        self,
        words: Wording,
        *,
        route: Route,
        at: Route | None = None,
        key: bool = False,
        span: Span | None = None,
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Return a diagnostic about the part at *route*, shown there, or else at *at* or *span*."""
        target = span or self.document.span(route if at is None else at, key=key)
        return diagnostic(
            words,
            path=self.path,
            span=target,
            route=route,
            related=related,
            severity=severity,
            fix=fix,
        )


@dataclass(frozen=True)
class Records:
    """Everything that was read, including the files with faults."""

    settings: Settings | None
    settings_files: SettingsFiles | None
    origin: str | None  # where Git got the hub from
    lexicon: Lexicon
    organisations: Mapping[str, Organisation]
    entries: tuple[Entry, ...]
    unread: frozenset[str]  # `folder/id` of files that could not be parsed
    media: frozenset[str]  # paths of what cases own
    pictures: Mapping[str, Picture | Wording]  # of cases and pages, or why they are none, by paths
    captions: Mapping[str, SourceFile]  # those of them that are named as captions
    texts: tuple[SourceFile, ...]  # what else is published: settings, vocabularies, pages by hand
    today: date

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """The vocabularies by the id of their scheme."""
        return self.lexicon.vocabularies

    @cached_property
    def by_address(self) -> Mapping[str, Entry]:
        """The entries by `folder/id`."""
        return {f"{entry.folder}/{entry.id}": entry for entry in self.entries}

    def cases(self) -> Iterator[tuple[Entry, CaseStudy]]:
        """Yield what is sound of each case; withdrawn ones have nothing left to check."""
        for entry in self.entries:
            if isinstance(entry.sound.record, CaseStudy):
                yield entry, entry.sound.record

    def is_published(self, entry: Entry) -> bool:
        """Say whether consent lets *entry* be published."""
        vocabulary = self.vocabularies.get("consent")
        term = vocabulary.terms.get(entry.status) if vocabulary else None
        is_agreed = term is not None and term.extra.get("publish") is True
        return is_agreed or entry.folder != "cases"


@dataclass(frozen=True)
class ReadEntry:
    """The result of reading a file: no entry if it could not be parsed."""

    entry: Entry | None
    diagnostics: tuple[Diagnostic, ...]


def read_entry(source: SourceFile, lexicon: Lexicon) -> ReadEntry:
    """Return what the file *source* holds, its terms looked up in *lexicon*."""
    document, diagnostics = parse(source)
    if document is None:
        return ReadEntry(None, tuple(diagnostics))
    entry, faults = _entry(document, PurePosixPath(source.path), lexicon)
    return ReadEntry(entry, (*diagnostics, *faults))


def entries_of(
    results: Mapping[str, ReadEntry],
) -> tuple[tuple[Entry, ...], frozenset[str], list[Diagnostic]]:
    """Return the entries in *results*, the addresses of unread files, and the diagnostics."""
    unread: set[str] = set()
    diagnostics: list[Diagnostic] = []
    paths: dict[str, str] = {}
    for name, read in results.items():
        path = PurePosixPath(name)
        diagnostics += [*bad_name(path, paths), *read.diagnostics]
        if read.entry is None:
            unread.add(f"{path.parts[0]}/{path.stem}")
    entries = tuple(read.entry for read in results.values() if read.entry)
    return entries, frozenset(unread), diagnostics


def _entry(
    document: Document, path: PurePosixPath, lexicon: Lexicon
) -> tuple[Entry, list[Diagnostic]]:
    folder, id_ = path.parts[0], path.stem
    model = MODELS[folder]
    data, diagnostics = resolve(document, model, lexicon)
    if "id" in data:
        del data["id"]
        diagnostics.append(
            diagnostic(
                wording("H202.id"),
                path=document.path,
                span=document.span(("id",), key=True),
                route=("id",),
            )
        )
    consent = data.get("consent")
    if model is CaseStudy and isinstance(consent, dict) and consent.get("status") == "withdrawn":
        model = Withdrawn
        diagnostics += _left_over(document)
        data = {key: value for key, value in data.items() if key in Withdrawn.model_fields}
    # An invalid id was already reported at the file's name.
    full = {**data, "id": id_ if SLUG.fullmatch(id_) else "unnamed"}
    unknown_terms = {d.route for d in diagnostics}
    record, faults = validate(document, full, model)
    diagnostics += [fault for fault in faults if fault.route not in unknown_terms]
    sound = SoundParts(record, ())
    if document.unread or record is None:
        record, sound = None, sound_parts(full, model, document.unread)
    return Entry(folder, id_, document, full, model, record, sound), diagnostics


def _left_over(document: Document) -> Iterator[Diagnostic]:
    for key in document.data:
        if key not in Withdrawn.model_fields:
            yield diagnostic(
                wording("H221.key-left", key=key),
                path=document.path,
                span=document.span((key,), key=True),
                route=(key,),
            )


def mentions(text: str) -> Iterator[re.Match[str]]:
    """Yield each source id cited in Markdown as `[@id]` or `[@id; @other]`; group 1 is the id."""
    for bracket in re.finditer(r"\[(?:@[^\]\[]+)\]", text):
        yield from re.compile(r"@([^\s;,\]]+)").finditer(text, *bracket.span())
