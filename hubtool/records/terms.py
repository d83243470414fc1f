"""Reads the vocabularies of a hub: its terms and organisations, with the diagnostics."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Related, diagnostic
from hubtool.diagnostics.spans import Route, Span
from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.documents import Document, SourceFile, parse
from hubtool.models.vocabulary import (
    NEEDED_TERMS,
    NEVER_PUBLISHED,
    VOCABULARY_FILES,
    ConsentTerm,
    Organisation,
    OrganisationsFile,
    VocabularyFile,
)
from hubtool.records.resolve import Lexicon, resolve
from hubtool.records.validate import validate
from hubtool.records.vocabularies import Vocabulary, folded, organisation_names

_ORGANISATIONS = "vocabulary/organisations.yml"
_START = Span(1, 1, 1, 1)


@dataclass(frozen=True)
class Terms:
    """The content of the vocabularies, with their diagnostics."""

    lexicon: Lexicon
    organisations: Mapping[str, Organisation]
    diagnostics: tuple[Diagnostic, ...]


def terms_in(
    files: Iterable[SourceFile],
    starters: Iterable[SourceFile] = (),
    lists: Mapping[str, str] | None = None,
) -> Terms:
    """Return what the vocabularies *files* hold; one of *starters* stands in for one that is not there.

    *lists* are the addresses at which the site lists their terms.
    """
    sources = {source.path: source for source in files}
    missing = {source.path: source for source in starters if source.path not in sources}
    organisations = sources.pop(_ORGANISATIONS, None)
    vocabularies: dict[str, Vocabulary] = {}
    diagnostics: list[Diagnostic] = [*_stand_ins(missing)]
    for source in (*sources.values(), *missing.values()):
        vocabulary, faults = _vocabulary(source)
        diagnostics += faults
        if vocabulary is not None:
            vocabularies[vocabulary.id] = vocabulary
    lexicon = Lexicon(vocabularies, None)
    bodies, faults = _organisations(organisations, lexicon) if organisations else ({}, [])
    names = None if bodies is None else organisation_names(bodies)
    return Terms(Lexicon(vocabularies, names, lists or {}), bodies or {}, (*diagnostics, *faults))


def _stand_ins(missing: Iterable[str]) -> Iterator[Diagnostic]:
    if names := ", ".join(sorted(f"`{PurePosixPath(path).name}`" for path in missing)):
        yield diagnostic(wording("H708.own-terms", names=names), path="vocabulary")


def _vocabulary(source: SourceFile) -> tuple[Vocabulary | None, list[Diagnostic]]:
    document, diagnostics = parse(source)
    if document is None or document.unread:
        return None, diagnostics
    stem = PurePosixPath(source.path).stem
    model = VOCABULARY_FILES.get(stem, VocabularyFile)
    file, faults = validate(document, document.data, model)
    diagnostics += [_as_vocabulary(fault) for fault in faults]
    if file is None:
        return None, diagnostics
    diagnostics += _terms(document, file)
    return Vocabulary(file, source.path), diagnostics


def _organisations(
    source: SourceFile, lexicon: Lexicon
) -> tuple[Mapping[str, Organisation] | None, list[Diagnostic]]:
    """Return the organisations by id, None where the file cannot be read."""
    document, diagnostics = parse(source)
    if document is None or document.unread:
        return None, diagnostics
    data, faults = resolve(document, OrganisationsFile, lexicon)
    diagnostics += faults
    file, faults = validate(document, data, OrganisationsFile)
    diagnostics += [_as_vocabulary(fault) for fault in faults]
    if file is None:
        return None, diagnostics
    diagnostics += _names_twice(document, file.concepts)
    return {body.id: body for body in file.concepts}, diagnostics


def _as_vocabulary(fault: Diagnostic) -> Diagnostic:
    words = Wording("H705", fault.message, fault.hint)
    return diagnostic(words, path=fault.path, span=fault.span, route=fault.route)


def _terms(document: Document, file: VocabularyFile) -> Iterable[Diagnostic]:
    yield from _names_twice(document, file.concepts)
    ids = {term.id for term in file.concepts}
    stem = PurePosixPath(document.path).stem
    yield from _missing_terms(document, stem, ids)
    yield from _made_public(document, file)
    if file.scheme.id != stem:
        at: Route = ("scheme", "id")
        yield diagnostic(
            wording("H705.wrong-file", id=file.scheme.id, name=stem),
            path=document.path,
            span=document.span(at),
            route=at,
        )
    for index, term in enumerate(file.concepts):
        for key, targets in (("broader", (term.broader,)), ("related", term.related)):
            for position, id_ in enumerate(targets):
                if id_ is not None and id_ not in ids:
                    route: Route = ("concepts", index, key, position)
                    yield diagnostic(
                        wording("H707.no-term", id=id_),
                        path=document.path,
                        span=document.span(route),
                        route=route,
                    )


def _missing_terms(document: Document, scheme: str, ids: set[str]) -> Iterator[Diagnostic]:
    for id_ in sorted(NEEDED_TERMS.get(scheme, frozenset()) - ids):
        yield diagnostic(
            wording("H709.no-term", id=id_),
            path=document.path,
            span=document.span(("concepts",), key=True),
            route=("concepts",),
        )


def _made_public(document: Document, file: VocabularyFile) -> Iterator[Diagnostic]:
    for index, term in enumerate(file.concepts):
        if isinstance(term, ConsentTerm) and term.publish and term.id in NEVER_PUBLISHED:
            route: Route = ("concepts", index, "publish")
            yield diagnostic(
                wording("H705.published", id=term.id),
                path=document.path,
                span=document.span(route),
                route=route,
            )


def _names_twice(document: Document, terms: Iterable[Any]) -> Iterable[Diagnostic]:
    """Yield the names of two terms: a synonym must mean one thing."""
    first: dict[str, tuple[int, Route]] = {}
    for index, term in enumerate(terms):
        names: list[tuple[Route, str]] = [
            (("concepts", index, "id"), term.id),
            (("concepts", index, "label"), term.label),
        ]
        names += [
            (("concepts", index, "alt", position), name) for position, name in enumerate(term.alt)
        ]
        for route, name in names:
            owner, earlier = first.setdefault(folded(name), (index, route))
            same_id = route[-1] == "id" and earlier[-1] == "id" and earlier != route
            if owner != index or same_id:
                yield diagnostic(
                    wording("H706.two-terms", name=name),
                    path=document.path,
                    span=document.span(route),
                    route=route,
                    related=(
                        Related(document.path, document.span(earlier), phrase("H706.other-term")),
                    ),
                )
