"""Makes the hub from its files, with the diagnostics."""

from datetime import date
from typing import Any

from hubtool.checks import check
from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic, failures
from hubtool.diagnostics.spans import Span
from hubtool.documents import Document, SourceFile, parse
from hubtool.files import SETTINGS, Sources
from hubtool.hub.facets import schemes_with_pages
from hubtool.hub.hub import Hub
from hubtool.hub.publishing import build_hub
from hubtool.models.settings import SCHEMA_VERSION, Settings
from hubtool.records.lost_records import lost_records
from hubtool.records.records import ReadEntry, Records, entries_of, misplaced, read_entry
from hubtool.records.resolve import Lexicon
from hubtool.records.terms import Terms, terms_in
from hubtool.records.validate import validate

_FROM_MKDOCS = {"site_name": "name", "site_url": "url", "site_description": "description"}


class Memory:
    """The results of the last reading by file: a file that has not changed is not read again."""

    def __init__(self) -> None:
        self._terms: tuple[tuple[SourceFile, ...], str | None, Terms] | None = None
        self._entries: dict[str, tuple[SourceFile, Lexicon, ReadEntry]] = {}

    def terms(self, sources: Sources, site: str | None) -> Terms:
        """Return what the vocabularies of *sources* hold, for a hub that is at *site*."""
        files = (*sources.vocabularies, *sources.starters)
        if self._terms is None or self._terms[:2] != (files, site):
            lists = (
                {scheme: f"{site.rstrip('/')}/{scheme}/" for scheme in schemes_with_pages()}
                if site
                else {}
            )
            terms = terms_in(sources.vocabularies, sources.starters, lists)
            self._terms = files, site, terms
        return self._terms[2]

    def entry(self, source: SourceFile, lexicon: Lexicon) -> ReadEntry:
        """Return what came of *source*, its terms looked up in *lexicon*."""
        memo = self._entries.get(source.path)
        if memo is None or memo[0] != source or memo[1] is not lexicon:
            memo = source, lexicon, read_entry(source, lexicon)
            self._entries[source.path] = memo
        return memo[2]


def load(
    sources: Sources, *, today: date, drafts: bool = False, memory: Memory | None = None
) -> tuple[Hub | None, list[Diagnostic]]:
    """Return the hub, None where there are errors, and every diagnostic in order of place."""
    records, diagnostics = read(sources, today=today, memory=memory)
    diagnostics = sorted({*diagnostics, *check(records)})
    if failures(diagnostics) or records.settings is None:
        return None, diagnostics
    return build_hub(records, records.settings, drafts=drafts), diagnostics


def read(
    sources: Sources, *, today: date, memory: Memory | None = None
) -> tuple[Records, list[Diagnostic]]:
    """Return everything that *sources* hold, and what is wrong with each file by itself."""
    memory = memory or Memory()
    settings, diagnostics = _settings(sources.settings)
    terms = memory.terms(sources, settings.url if settings else None)
    diagnostics += terms.diagnostics
    results = {source.path: memory.entry(source, terms.lexicon) for source in sources.records}
    entries, unread, faults = entries_of(results)
    diagnostics += faults
    wrong = [path for path in sources.media if path.endswith((".yml", ".yaml"))]
    diagnostics += misplaced((*sources.strays, *wrong))
    diagnostics += lost_records(sources.elsewhere)
    records = Records(
        settings=settings,
        lexicon=terms.lexicon,
        organisations=terms.organisations,
        entries=entries,
        unread=unread,
        media=frozenset(sources.media),
        pictures=sources.pictures,
        captions={source.path: source for source in sources.captions},
        texts=(
            *((sources.settings,) if sources.settings else ()),
            *sources.vocabularies,
            *sources.pages,
        ),
        today=today,
    )
    return records, diagnostics


def _settings(source: SourceFile | None) -> tuple[Settings | None, list[Diagnostic]]:
    if source is None:
        message = f"there is no hub here: `{SETTINGS}` is missing"
        return None, [
            diagnostic(
                "H701",
                message,
                path=SETTINGS,
                hint="run this in the hub's folder, or name it with `--hub`",
            )
        ]
    document, diagnostics = parse(source, inside=("extra", "hub"))
    if document is None or document.unread:
        return None, diagnostics
    extra = document.data.get("extra")
    hub = extra.get("hub") if isinstance(extra, dict) else None
    if not isinstance(hub, dict):
        message = f"`{SETTINGS}` has no settings of a hub"
        hint = "add `extra: {hub: {schema: 1}}`"
        return None, [
            *diagnostics,
            diagnostic("H701", message, path=source.path, span=Span(1, 1, 1, 1), hint=hint),
        ]
    data: dict[str, Any] = {"hub": hub}
    data |= {key: document.data.get(their_key) for their_key, key in _FROM_MKDOCS.items()}
    settings, faults = validate(document, data, Settings)
    diagnostics += [_as_setting(fault, document) for fault in faults]
    if settings is not None and settings.hub.schema_ != SCHEMA_VERSION:
        route = ("extra", "hub", "schema")
        diagnostics.append(
            diagnostic(
                "H704",
                f"version {settings.hub.schema_} of the data model is not known to this hubtool",
                path=source.path,
                span=document.span(route),
                route=route,
                hint=f"write `schema: {SCHEMA_VERSION}`, or install the hubtool that fits",
            )
        )
    return settings, diagnostics


def _as_setting(fault: Diagnostic, document: Document) -> Diagnostic:
    """Return a fault of the settings model as one of mkdocs.yml, where its keys stand elsewhere."""
    keys = {key: their_key for their_key, key in _FROM_MKDOCS.items()}
    first, *steps = fault.route
    route = ("extra", "hub", *steps) if first == "hub" else (keys.get(str(first), first), *steps)
    code = "H702" if fault.code == "H202" else "H703"
    message = fault.message.replace(f"`{first}`", f"`{route[0]}`")
    hint = fault.hint.replace(f"`{first}:`", f"`{route[0]}:`") if fault.hint else None
    span = document.span(route, key=code == "H702")
    return diagnostic(code, message, path=fault.path, span=span, route=route, hint=hint)
