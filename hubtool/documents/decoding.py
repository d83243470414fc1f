"""Bytes to text: UTF-8, or a diagnostic that names what the bytes look like."""

from __future__ import annotations

import codecs

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.documents.document import SourceFile
from hubtool.documents.lines import line_starts, span_between

MOST_BYTES = 1_000_000

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "any.word-or-zip"),
    (b"\xd0\xcf\x11\xe0", "H111.old-word"),
    (b"%PDF", "any.pdf"),
    (b"\x89PNG", "H111.picture"),
    (b"\xff\xd8\xff", "H111.picture"),
    (b"{\\rtf", "any.rich-text"),
)


def decode(source: SourceFile) -> str | Diagnostic:
    """Return the text of *source*, without a byte order mark, or the reason why there is none."""
    content = source.content
    if len(content) > MOST_BYTES:
        return diagnostic(
            wording("H110.too-large", bytes=len(content), most=MOST_BYTES), path=source.path
        )
    words, span = _other_file(content) or _wide(content), None
    if words is None:
        try:
            return content.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            words, span = _narrow(content, error.start), _undecoded(content, error.start)
    return diagnostic(words, path=source.path, span=span)


def _other_file(content: bytes) -> Wording | None:
    for start, kind in _OTHER_FILES:
        if content.startswith(start):
            return wording("H111.other-file", kind=phrase(kind))
    return None


def _wide(content: bytes) -> Wording | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return wording("H111.encoding", encoding=name)
    # In UTF-16 every second byte of Latin text is zero, which never happens in UTF-8.
    sample = content[:200]
    if len(sample) > 3 and max(sample[0::2].count(0), sample[1::2].count(0)) * 3 > len(sample):
        return wording("H111.utf-16")
    return None


def _undecoded(content: bytes, start: int) -> Span:
    before = content[:start].decode("utf-8").removeprefix("\ufeff")
    text = before + "?"
    return span_between(line_starts(text), len(before), len(text))


def _narrow(content: bytes, start: int) -> Wording:
    byte = content[start : start + 1]
    try:
        character = byte.decode("cp1252")
    except UnicodeDecodeError:
        character = ""
    high = sum(1 for value in content if value > 127)
    if character.isprintable() and character and high * 4 < len(content) and b"\0" not in content:
        return wording("H111.windows", character=character)
    return wording("H111.byte", byte=byte.hex().upper())
