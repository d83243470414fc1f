"""What is left of withdrawn cases: their files, and hand-written texts that still name them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.spans import Route, Span
from hubtool.diagnostics.wording import wording
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
            yield diagnostic(wording("H506.left", id=id_), path=path)


def mentions_of(
    records: Records, ids: Iterable[str], phrases: Iterable[str] = ()
) -> Iterator[tuple[str, int]]:
    """Yield the paths and lines of texts that name a case, by one of its *ids* or other *phrases*."""
    patterns = [_pattern(ids).pattern]
    patterns += [rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases]
    names = re.compile("|".join(patterns), re.IGNORECASE)
    for mention in _mentions_in(records, names):
        yield mention.path, mention.span.line
    for entry in records.entries:
        for number, line in enumerate(entry.document.text.splitlines(), 1):
            if names.search(line, line.find("#") if "#" in line else len(line)):
                yield entry.path, number


def _mentions(records: Records, id_: str, name: re.Pattern[str]) -> Iterator[Diagnostic]:
    for mention in _mentions_in(records, name):
        yield diagnostic(
            wording("H311.mention", id=id_),
            path=mention.path,
            span=mention.span,
            route=mention.route,
        )


@dataclass(frozen=True, slots=True)
class _Mention:
    path: str
    span: Span
    route: Route = ()


def _mentions_in(records: Records, name: re.Pattern[str]) -> Iterator[_Mention]:
    for entry in records.entries:
        for leaf in entry.leaves:
            if isinstance(leaf.mark, Prose) and entry.status != "withdrawn":
                for match in name.finditer(leaf.value):
                    span = entry.document.inside(leaf.route, *match.span())
                    yield _Mention(entry.path, span, leaf.route)
    for source in records.texts:
        text = source.content.decode(errors="replace")
        starts = line_starts(text)
        for match in name.finditer(text):
            yield _Mention(source.path, span_between(starts, *match.span()))


def _pattern(ids: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a case by its address, or by the words of its id where it has several."""
    names = [rf"cases/{re.escape(id_)}(?![\w-])" for id_ in ids]
    for words in (id_.split("-") for id_ in ids):
        if len(words) > 1:
            phrase = r"[\s-]+".join(map(re.escape, words))
            names.append(rf"(?<![\w/-]){phrase}(?![\w-])")
    return re.compile("|".join(names), re.IGNORECASE)
