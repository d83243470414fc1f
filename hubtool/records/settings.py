"""Reads the settings of a hub as MkDocs reads them: with variables, and files that are inherited."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, Severity, diagnostic
from hubtool.diagnostics.spans import Route, Span, value_at
from hubtool.diagnostics.wording import Wording, phrase, with_values, wording
from hubtool.documents import Document, SourceFile, parse
from hubtool.files.configuration import SETTINGS
from hubtool.models.settings import SCHEMA_VERSION, Settings
from hubtool.records.validate import validate

_FROM_MKDOCS = {"site_name": "name", "site_url": "url", "site_description": "description"}
_HUB: Route = ("extra", "hub")
_VARIABLE = "!ENV"
_SECRET = re.compile(r"TOKEN|SECRET|PASSW|CREDENTIAL|PRIVATE|API_?KEY", re.IGNORECASE)
_PYTHON = re.compile(r"^[^#\n]*?(?P<tag>!!python/(?:object|module)[\w/.:]*)", re.MULTILINE)
_START = Span(1, 1, 1, 1)


@dataclass(frozen=True)
class SettingsFiles:
    """The documents that hold the settings, nearest first."""

    documents: tuple[Document, ...]

    def fault(
        self,
        words: Wording,
        route: Route,
        *,
        key: bool = False,
        replacement: str | None = None,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a diagnostic about the setting at *route*, where it stands."""
        document = self.document(route)
        fix = (
            Fix(document.span(route), replacement) if replacement and document.has(route) else None
        )
        return diagnostic(
            words,
            path=document.path,
            span=document.span(route, key=key) if document.has(route[:1]) else _START,
            route=route,
            fix=fix,
            severity=severity,
        )

    def document(self, route: Route) -> Document:
        """Return the document that holds *route*, the nearest where none does."""
        return next((part for part in self.documents if part.has(route)), self.documents[0])


@dataclass(frozen=True)
class ReadSettings:
    """The settings, None where they have faults, the files they stand in, and the diagnostics."""

    settings: Settings | None
    files: SettingsFiles | None
    diagnostics: tuple[Diagnostic, ...]


def read_settings(
    source: SourceFile | None, inherited: Sequence[SourceFile], variables: Mapping[str, str]
) -> ReadSettings:
    """Return the settings in *source* and the files that it inherits from."""
    if source is None:
        return ReadSettings(None, None, (_no_hub(),))
    documents, diagnostics = _parsed((source, *inherited))
    if documents is None:
        return ReadSettings(None, None, tuple(diagnostics))
    files = SettingsFiles(documents)
    diagnostics += _commands(files)
    hub = _merged(documents, _HUB, variables)
    if not isinstance(hub, dict):
        words = wording("H701.no-settings", file=SETTINGS)
        fault = diagnostic(words, path=source.path, span=_START)
        return ReadSettings(None, files, (*diagnostics, fault, *_not_inherited(files)))
    data: dict[str, Any] = {"hub": hub} | {
        key: _merged(documents, (their_key,), variables) for their_key, key in _FROM_MKDOCS.items()
    }
    settings, faults = validate(documents[0], data, Settings)
    diagnostics += [_as_setting(fault, files) for fault in faults]
    diagnostics += [*_not_inherited(files), *_secrets(files)]
    if settings is not None and settings.hub.schema_ != SCHEMA_VERSION:
        words = wording("H704.version", version=settings.hub.schema_, known=SCHEMA_VERSION)
        diagnostics.append(files.fault(words, (*_HUB, "schema")))
    return ReadSettings(settings, files, tuple(diagnostics))


def _no_hub() -> Diagnostic:
    return diagnostic(wording("H701.no-hub", file=SETTINGS), path=SETTINGS)


def _parsed(
    sources: Sequence[SourceFile],
) -> tuple[tuple[Document, ...] | None, list[Diagnostic]]:
    """Return the documents of *sources*, None if the first cannot be read."""
    documents: list[Document] = []
    diagnostics: list[Diagnostic] = []
    for source in sources:
        document, faults = parse(source, inside=_HUB)
        is_read = document is not None and not document.unread
        diagnostics += [fault for fault in faults if not _is_variable(document, fault)]
        if document is not None and is_read:
            documents.append(document)
        elif not documents:
            return None, diagnostics
    return tuple(documents), diagnostics


def _is_variable(document: Document | None, fault: Diagnostic) -> bool:
    if document is None or fault.code != "H107":
        return False
    return document.source_text(fault.route).startswith(_VARIABLE)


def _merged(documents: Sequence[Document], route: Route, variables: Mapping[str, str]) -> Any:
    """Return what the documents hold at *route*; keys of a nearer one go before those of a farther."""
    values = [
        _resolved(document, route, variables) for document in documents if document.has(route)
    ]
    if values and all(isinstance(value, dict) for value in values):
        return {key: value for mapping in reversed(values) for key, value in mapping.items()}
    return values[0] if values else None


def _resolved(document: Document, route: Route, variables: Mapping[str, str]) -> Any:
    """Return the value at *route* with those of variables in place of their names, as MkDocs does."""
    value = value_at(document.data, route)
    if document.source_text(route).startswith(_VARIABLE):
        names = value if isinstance(value, list) else [value]
        has_default = isinstance(value, list) and len(value) > 1
        names_set = [name for name in (names[:-1] if has_default else names) if name in variables]
        return variables[names_set[0]] if names_set else (names[-1] if has_default else None)
    if isinstance(value, dict):
        return {key: _resolved(document, (*route, key), variables) for key in value}
    return value


def _as_setting(fault: Diagnostic, files: SettingsFiles) -> Diagnostic:
    """Return a fault of the settings model as one of mkdocs.yml, where its keys stand elsewhere."""
    keys = {key: their_key for their_key, key in _FROM_MKDOCS.items()}
    first, *steps = fault.route
    route = (*_HUB, *steps) if first == "hub" else (keys.get(str(first), first), *steps)
    code = "H702" if fault.code == "H202" else "H703"
    names = {f"`{first}`": f"`{route[0]}`", str(first): str(route[0])}
    message, hint = with_values(fault.message, names), fault.hint and with_values(fault.hint, names)
    document = files.document(route)
    if document.source_text(route).startswith(_VARIABLE) and document.has(route):
        hint = phrase("H703.variable")
    span = document.span(route, key=code == "H702")
    words = Wording(code, message, hint)
    return diagnostic(words, path=document.path, span=span, route=route)


def _not_inherited(files: SettingsFiles) -> Iterator[Diagnostic]:
    last = files.documents[-1]
    if "INHERIT" in last.data:
        yield diagnostic(
            wording("H703.inherit", file=last.data["INHERIT"]),
            path=last.path,
            span=last.span(("INHERIT",)),
            route=("INHERIT",),
        )


def _secrets(files: SettingsFiles) -> Iterator[Diagnostic]:
    for document in files.documents:
        routes = [*((key,) for key in _FROM_MKDOCS), *((*_HUB, key) for key in _hub_keys(document))]
        for route in routes:
            source_text = document.source_text(route) if document.has(route) else ""
            if source_text.startswith(_VARIABLE) and _SECRET.search(source_text):
                yield files.fault(wording("H703.secret"), route)


def _hub_keys(document: Document) -> Iterator[str]:
    extra = document.data.get("extra")
    hub = extra.get("hub") if isinstance(extra, dict) else None
    yield from hub if isinstance(hub, dict) else ()


def _commands(files: SettingsFiles) -> Iterator[Diagnostic]:
    """Yield what makes the engine run Python of whoever wrote the settings."""
    for document in files.documents:
        if document.data.get("hooks"):
            yield diagnostic(
                wording("H711.hooks"),
                path=document.path,
                span=document.span(("hooks",), key=True),
                route=("hooks",),
            )
        if tag := _PYTHON.search(document.text):
            yield diagnostic(
                wording("H711.tag", tag=tag["tag"]),
                path=document.path,
                span=document.between(*tag.span("tag")),
            )
