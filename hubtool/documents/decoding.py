"""Bytes to text: UTF-8, or a diagnostic that names what the bytes look like."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.documents.document import SourceFile
from hubtool.documents.lines import line_starts, span_between

MOST_BYTES = 1_000_000

_SAVE_AS = "open it in your editor and save it again with the encoding UTF-8"
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "a Word file, a spreadsheet or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file or spreadsheet"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "a rich text file"),
)


@dataclass(frozen=True)
class _Guess:
    looks_like: str
    hint: str
    span: Span | None = None


def decode(source: SourceFile) -> str | Diagnostic:
    """Return the text of *source*, without a byte order mark, or the reason why there is none."""
    content = source.content
    if len(content) > MOST_BYTES:
        return diagnostic(
            "H110",
            f"the file has {len(content):,} bytes; {MOST_BYTES:,} are the most",
            path=source.path,
            hint="keep films, pictures and long documents out of the file and link to them",
        )
    guess = _other_file(content) or _wide(content)
    if guess is None:
        try:
            return content.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            guess = _narrow(content, error.start)
    return diagnostic(
        "H111", f"{guess.looks_like}", path=source.path, span=guess.span, hint=guess.hint
    )


def _other_file(content: bytes) -> _Guess | None:
    for start, name in _OTHER_FILES:
        if content.startswith(start):
            return _Guess(
                f"this is {name}, not a text file",
                "copy its text into a new file in a plain text editor and save that as UTF-8",
            )
    return None


def _wide(content: bytes) -> _Guess | None:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _Guess(f"the file is not UTF-8: it is {name}", _SAVE_AS)
    # In UTF-16 every second byte of Latin text is zero, which never happens in UTF-8.
    sample = content[:200]
    if len(sample) > 3 and max(sample[0::2].count(0), sample[1::2].count(0)) * 3 > len(sample):
        return _Guess("the file is not UTF-8: it looks like UTF-16", _SAVE_AS)
    return None


def _narrow(content: bytes, start: int) -> _Guess:
    before = content[:start].decode("utf-8").removeprefix("\ufeff")
    text = before + "?"
    span = span_between(line_starts(text), len(before), len(text))
    byte = content[start : start + 1]
    try:
        character = byte.decode("cp1252")
    except UnicodeDecodeError:
        character = ""
    high = sum(1 for value in content if value > 127)
    if character.isprintable() and character and high * 4 < len(content) and b"\0" not in content:
        words = f"the file is not UTF-8: it looks like Windows-1252 (`{character}` stands here)"
        return _Guess(words, _SAVE_AS, span)
    words = f"the file is not UTF-8: it holds the byte {byte.hex().upper()} here"
    return _Guess(words, _SAVE_AS, span)
