"""Applies the fixes that diagnostics bring, and keeps every word and comment beside them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.spans import Span
from hubtool.documents import Document, SourceFile, parse
from hubtool.documents.document import Location
from hubtool.documents.lines import line_starts
from hubtool.documents.pictures import without_metadata
from hubtool.files import Sources
from hubtool.load import Memory, load

_MOST_ROUNDS = 60  # a fault of syntax may hide the next one
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Change:
    """A file before and after, and what is mended in it."""

    path: str
    before: bytes
    after: bytes
    mended: tuple[Diagnostic, ...]


def changes(
    sources: Sources,
    *,
    today: date,
    is_wanted: Callable[[str], bool],
    content: Callable[[str], bytes],
    memory: Memory | None = None,
) -> list[Change]:
    """Return what mends the wanted files of a hub: faults whose remedy is beyond doubt.

    *content* gives the bytes of a picture, which loses its metadata.
    """
    before = {file.path: file for file in _texts(sources)}
    mended: dict[str, list[Diagnostic]] = defaultdict(list)
    refused: set[Diagnostic] = set()
    memory = memory or Memory()
    pictures: list[Change] = []
    for number in range(_MOST_ROUNDS):
        _, diagnostics = load(sources, today=today, memory=memory)
        candidates = [item for item in diagnostics if is_wanted(item.path)]
        if number == 0:
            pictures = [*_pictures(candidates, content)]
        groups: dict[str, list[Diagnostic]] = defaultdict(list)
        for item in candidates:
            if item.fix and item not in refused:
                groups[item.path].append(item)
        files = {file.path: file for file in _texts(sources)}
        steps = [_step(files[path], items) for path, items in groups.items() if path in files]
        if not steps:
            break
        for step in steps:
            refused |= {*step.refused}
            mended[step.file.path] += step.applied
        sources = _with(sources, {step.file.path: step.file for step in steps})
    after = {file.path: file for file in _texts(sources)}
    texts = [
        Change(path, file.content, after[path].content, tuple(mended[path]))
        for path, file in before.items()
        if after[path].content != file.content
    ]
    return sorted([*texts, *pictures], key=lambda change: change.path)


@dataclass(frozen=True)
class _Step:
    """A file after one round, with the diagnostics that it no longer gives and those it keeps."""

    file: SourceFile
    applied: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]


def _step(file: SourceFile, items: list[Diagnostic]) -> _Step:
    """Apply the fixes of *items* that do not overlap, together or, if that loses words, one by one."""
    together = _apart(items)
    if (result := _applied(file, together)) is not None:
        return _Step(result, tuple(together), ())
    applied, refused = [], []
    for item in reversed(together):  # from the end, so that the others keep their places
        result = _applied(file, [item])
        if result is None:
            refused.append(item)
        else:
            file = result
            applied.append(item)
    return _Step(file, tuple(applied), tuple(refused))


def _apart(items: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return *items* in order of place, without those that overlap an earlier one."""
    apart: list[Diagnostic] = []
    for item in sorted(items, key=_place):
        last = apart[-1].fix if apart else None
        if item.fix and (last is None or _end(last.span) <= _start(item.fix.span)):
            apart.append(item)
    return apart


def _place(item: Diagnostic) -> Span:
    return item.fix.span if item.fix else Span(0, 0, 0, 0)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def _applied(file: SourceFile, items: Iterable[Diagnostic]) -> SourceFile | None:
    """Return *file* with the fixes of *items*, None if that loses anything that could be read."""
    mark = _MARK if file.content.startswith(_MARK) else b""
    text = file.content.removeprefix(mark).decode("utf-8")
    starts = line_starts(text)
    spans: list[tuple[int, int]] = []
    after = text
    for item in sorted(items, reverse=True, key=_place):
        if item.fix:
            span = item.fix.span
            start = starts[span.line - 1] + span.column - 1
            end = starts[span.end_line - 1] + span.end_column - 1
            after = after[:start] + item.fix.replacement + after[end:]
            spans.append((start, end))
    result = SourceFile(file.path, mark + after.encode())
    return result if _keeps(file, result, spans) else None


def _keeps(before: SourceFile, after: SourceFile, spans: list[tuple[int, int]]) -> bool:
    """Say whether *after* can be read as far as *before*, and says all that stood beside *spans*."""
    old, old_faults = parse(before)
    new, new_faults = parse(after)
    if len(_errors(new_faults)) > len(_errors(old_faults)):
        return False
    if old is None:
        return True
    if new is None:
        return False
    words = "\n".join(leaf.words for leaf in _leaves(new))
    return all(
        leaf.words in words
        for leaf in _leaves(old)
        if not any(start < leaf.end and leaf.start < end for start, end in spans)
    )


def _errors(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [fault for fault in faults if fault.severity is Severity.ERROR]


@dataclass(frozen=True)
class _StandingText:
    """A key or a value, and where it stands."""

    words: str
    start: int
    end: int


def _leaves(document: Document) -> Iterator[_StandingText]:
    yield from _words(document.data, document.root)


def _words(value: Any, location: Location) -> Iterator[_StandingText]:
    if isinstance(value, Mapping | list):
        steps = value.items() if isinstance(value, Mapping) else enumerate(value)
        for step, part in steps:
            inner = location.parts.get(step)
            if inner is not None:
                if isinstance(step, str):
                    yield _StandingText(step.strip(), inner.key_start, inner.key_end)
                yield from _words(part, inner)
    elif value is not None:
        yield _StandingText(" ".join(str(value).split()), location.start, location.end)


def _pictures(items: Iterable[Diagnostic], content: Callable[[str], bytes]) -> Iterator[Change]:
    for item in items:
        if item.code == "H509":
            before = content(item.path)
            yield Change(item.path, before, without_metadata(before), (item,))


def _texts(sources: Sources) -> tuple[SourceFile, ...]:
    settings = (sources.settings,) if sources.settings else ()
    return (*settings, *sources.records, *sources.vocabularies)


def _with(sources: Sources, files: Mapping[str, SourceFile]) -> Sources:
    def newest(group: tuple[SourceFile, ...]) -> tuple[SourceFile, ...]:
        return tuple(files.get(file.path, file) for file in group)

    settings = sources.settings and files.get(sources.settings.path, sources.settings)
    return replace(
        sources,
        settings=settings,
        records=newest(sources.records),
        vocabularies=newest(sources.vocabularies),
    )
