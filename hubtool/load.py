"""Makes the hub from its files, with the diagnostics."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from hubtool.checks import check
from hubtool.diagnostics.diagnostic import Diagnostic, failures
from hubtool.documents import SourceFile
from hubtool.files import Sources
from hubtool.hub.facets import schemes_with_pages
from hubtool.hub.hub import Hub
from hubtool.hub.publishing import build_hub
from hubtool.records.file_names import misplaced
from hubtool.records.lost_records import lost_records
from hubtool.records.records import ReadEntry, Records, entries_of, read_entry
from hubtool.records.resolve import Lexicon
from hubtool.records.settings import read_settings
from hubtool.records.terms import Terms, terms_in
from hubtool.text.catalogues import FALLBACK


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
    with _without_collection():
        records, diagnostics = read(sources, today=today, memory=memory)
        settings = records.settings
        language = settings.hub.language if settings else FALLBACK
        diagnostics = sorted({*diagnostics, *check(records)})
        diagnostics = [item.in_language(language) for item in diagnostics]
    if failures(diagnostics) or settings is None:
        return None, diagnostics
    return build_hub(records, settings, drafts=drafts), diagnostics


@contextmanager
def _without_collection() -> Iterator[None]:
    """Let no garbage be collected: what is read stays, and would be searched again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read(
    sources: Sources, *, today: date, memory: Memory | None = None
) -> tuple[Records, list[Diagnostic]]:
    """Return everything that *sources* hold, and what is wrong with each file by itself."""
    memory = memory or Memory()
    configuration = sources.configuration
    reading = read_settings(sources.settings, configuration.inherited, configuration.variables)
    settings, diagnostics = reading.settings, [*reading.diagnostics]
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
        settings_files=reading.files,
        origin=configuration.origin,
        lexicon=terms.lexicon,
        organisations=terms.organisations,
        entries=entries,
        unread=unread,
        media=frozenset(sources.media),
        pictures=sources.pictures,
        captions={source.path: source for source in sources.captions},
        texts=(
            *((sources.settings,) if sources.settings else ()),
            *configuration.inherited,
            *sources.vocabularies,
            *sources.pages,
        ),
        today=today,
    )
    return records, diagnostics
