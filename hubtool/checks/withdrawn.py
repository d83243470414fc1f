"""What is left of withdrawn cases: their files, and hand-written texts that still name them."""

import re
from collections.abc import Iterable, Iterator

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.documents.lines import line_starts, span_between
from hubtool.models.declare import Prose
from hubtool.records.records import Records


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield the files and the mentions of withdrawn cases."""
    for entry in records.entries:
        if entry.status == "withdrawn" and entry.folder == "cases":
            yield from _files(records, entry.id)
            formerly = [id_ for id_ in entry.parts("formerly") if isinstance(id_, str)]
            yield from _mentions(records, entry.id, _pattern((entry.id, *formerly)))


def _files(records: Records, id_: str) -> Iterator[Diagnostic]:
    for path in sorted(records.media):
        if path.startswith(f"cases/{id_}/"):
            yield diagnostic(
                "H506",
                f"this file belongs to `{id_}`, which was withdrawn",
                path=path,
                hint="delete it; it is not on the site, but everybody can see it in the repository",
            )


def _mentions(records: Records, id_: str, name: re.Pattern[str]) -> Iterator[Diagnostic]:
    message = f"this names `{id_}`, which was withdrawn"
    hint = "take it out: the site still tells of the case here"
    for entry in records.entries:
        for leaf in entry.leaves:
            if isinstance(leaf.mark, Prose) and entry.status != "withdrawn":
                for match in name.finditer(leaf.value):
                    span = entry.document.inside(leaf.route, *match.span())
                    yield entry.fault("H311", message, route=leaf.route, span=span, hint=hint)
    for source in records.texts:
        text = source.content.decode(errors="replace")
        starts = line_starts(text)
        for match in name.finditer(text):
            span = span_between(starts, *match.span())
            yield diagnostic("H311", message, path=source.path, span=span, hint=hint)


def _pattern(ids: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a case by its address, or by the words of its id where it has several."""
    names = [rf"cases/{re.escape(id_)}(?![\w-])" for id_ in ids]
    for words in (id_.split("-") for id_ in ids):
        if len(words) > 1:
            phrase = r"[\s-]+".join(map(re.escape, words))
            names.append(rf"(?<![\w/-]){phrase}(?![\w-])")
    return re.compile("|".join(names), re.IGNORECASE)
