"""The faults that one pass over YAML's events can find, in the reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress
from typing import NamedTuple

from hubtool.diagnostics.wording import Phrase, phrase, wording
from hubtool.documents.document import Location
from hubtool.documents.hidden import Hidden, without_hidden

_KEYS_OF_A_RECORD = 3  # written twice: no slip, but another record
_LONG = 20
_LONGEST_SHOWN = 100
_LONGEST_TITLE = 60
_LONGEST_WORD = 40
_MOST_SHOWN = 50  # invisible characters of a file whose words a hint shows
_BREAK = re.compile(r"[\r\n]")
_GAP = re.compile(r"\s")
# Whoever writes a comment puts a space after the sign; whoever writes `Walk #3` does not.
CUTTING_SIGN = re.compile(r"(?<=\S)[ \t]+(?P<sign>#)(?=[^\s#!])")
_CUT_PAIR = re.compile(
    r"[{,]\s*(?P<key>[\w-]+): +(?P<text>[^,:{}\[\]\"'`#]{1,60}[ \t]#[^,{}\[\]\"'`]{1,60}?)\s*(?=[,}\]])"
)
_NAME = re.compile(r"\S[^\s,\[\]{}]*")


class Fault(NamedTuple):
    """A fault as offsets in the text; *first* is where the same key was first written.

    If it *breaks* the document, the data can't be relied on; if it *ends* the reading, there is no
    point in looking further. The *replacement* of a stretch of text mends it beyond doubt.
    """

    code: str
    message: str
    hint: str | None
    start: int
    end: int
    first: tuple[int, int] | None = None
    breaks: bool = True
    ends: bool = False
    replacement: tuple[int, int, str] | None = None


def twice(key: str, start: int, end: int, first: Location) -> Fault:
    """Return the fault of a key that the same mapping already has."""
    origin = (first.key_start, first.key_end)
    return Fault(*wording("H103.twice", key=key), start, end, first=origin, breaks=False)


def second_record(faults: list[Fault], root: Location) -> list[Fault]:
    """Return *faults*, with one for a second record in place of one for each of its keys."""
    starts = {part.key_start for part in root.parts.values()}
    is_key = [
        item.code == "H103" and item.first is not None and item.first[0] in starts
        for item in faults
    ]
    keys = [*compress(faults, is_key)]
    if len(keys) < _KEYS_OF_A_RECORD:
        return faults
    first = min(keys, key=lambda item: item.start)
    fault = first._replace(**wording("H106.second-record")._asdict())
    return [fault, *(item for item, is_one in zip(faults, is_key, strict=True) if not is_one)]


def alias(text: str, start: int, end: int) -> Fault:
    """Return the fault of a `*name` that refers to something written elsewhere."""
    return Fault(*wording("H104.alias", text=text[start:end]), start, end)


def anchor(text: str, start: int) -> Fault:
    """Return the fault of an `&name` that others could refer to."""
    return _marked("H104.anchor", text, *_mark(text, "&", start))


def merge(start: int, end: int) -> Fault:
    """Return the fault of a `<<` key."""
    return Fault(*wording("H104.merge"), start, end)


def mended(item: Hidden) -> tuple[int, int, str]:
    """Return what takes the place of invisible characters: a space where they part lines."""
    return item.start, item.end, " " if item.parts_lines else ""


def unseen(runs: Iterable[Hidden], text: str) -> Iterator[Fault]:
    """Yield the faults of invisible characters in *text*."""
    for number, item in enumerate(runs):
        count = item.end - item.start
        key = "H105.invisible" if count == 1 else "H105.several-invisible"
        hint = phrase("H105.between-words")
        if number < _MOST_SHOWN:
            hint = _how_to_clean(item, text)
        words = wording(key, hint, name=item.name, count=count)
        yield Fault(*words, item.start, item.end, breaks=False, replacement=mended(item))


def _how_to_clean(item: Hidden, text: str) -> Phrase:
    """Return the hint how to take out what nobody can see."""
    before = _BREAK.split(f"\n{text[max(0, item.start - _LONGEST_SHOWN) : item.start]}")[-1]
    after = _BREAK.split(text[item.end : item.end + _LONGEST_SHOWN], maxsplit=1)[0]
    plain = without_hidden(f"{before}{' ' if item.parts_lines else ''}{after}").strip()
    is_shown = 0 < len(plain) < _LONGEST_SHOWN and "`" not in plain
    example = f": `{plain}`" if is_shown else ""
    if item.parts_lines:
        return phrase("H105.line", example=example)
    word = without_hidden(f"{_GAP.split(before)[-1]}{_GAP.split(after)[0]}")
    is_short = 0 < len(word) <= _LONGEST_WORD and "`" not in word
    key = "H105.word" if is_short else "H105.between-words"
    return phrase(key, word=word, example=example)


def escaped(item: Hidden, start: int, end: int) -> Fault:
    """Return the fault of an escape in quotes that makes a hidden character."""
    return Fault(*wording("H105.escape", name=item.name), start, end, breaks=False)


def cut_text(text: str, start: int, sign: int, end: int) -> Fault:
    """Return the fault of a text that a `#` at *sign* cuts before its line ends at *end*."""
    words = text[start:end].strip()
    quoted = '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))
    hint = phrase("H118.write", text=quoted) if len(quoted) <= _LONGEST_SHOWN else None
    cut = wording("H118.cut", hint, text=text[sign:end].strip())
    return Fault(*cut, sign, end, breaks=False, replacement=(start, end, quoted))


def cut_line(line: str, start: int) -> Fault | None:
    """Return the fault of a `#` that cuts *line*, which starts at *start*, and what goes on below."""
    match = CUTTING_SIGN.search(line)
    if match is None or line.lstrip().startswith("#"):
        return None
    pair = _CUT_PAIR.search(line)
    hint = phrase("H101.cut-pair", key=pair["key"], text=f'"{pair["text"]}"') if pair else None
    return Fault(*wording("H101.cut-line", hint), start + match.start("sign"), start + len(line))


def second(start: int, end: int) -> Fault:
    """Return the fault of a second document in the file."""
    return Fault(*wording("H106.second-document"), start, end, breaks=False)


def page_body(start: int, end: int, *, is_second: bool) -> Fault:
    """Return the fault of the text of a page, below the keys at its head."""
    return Fault(
        *wording("H106.page-below-head" if is_second else "H106.page"), start, end, breaks=False
    )


def tag(text: str, start: int) -> Fault:
    """Return the fault of a `!name` before a value."""
    return _marked("H107.tag", text, *_mark(text, "!", start))


def key_without_text(start: int, end: int, *, is_empty: bool) -> Fault:
    """Return the fault of a key that is a list or a mapping, or that is missing."""
    return Fault(*wording("H108.no-key" if is_empty else "H108.no-word"), start, end)


def too_deep(start: int, most: int) -> Fault:
    """Return the fault of nesting that no record needs."""
    return Fault(*wording("H109.too-deep", most=most), start, start + 1)


def too_long(text: str, start: int, end: int) -> Fault:
    """Return the fault of a number that is too large or too long."""
    key = "H112.too-long" if len(text) > _LONG else "H112.too-large"
    return Fault(*wording(key, length=len(text)), start, end)


def unclosed_quote(text: str, start: int) -> Fault:
    """Return the fault of a quoted text that runs on into the next keys."""
    quote = text[start]
    return Fault(*wording("H101.unclosed", mark=quote, closing=quote), start, start + 1)


def glued_dash(start: int) -> Fault:
    """Return the fault of list items whose dashes have no space after them."""
    return Fault(*wording("H101.glued-dashes"), start, start + 1)


def stray_dash(at: int) -> Fault:
    """Return the fault of a list item that YAML reads as part of the text before it."""
    return Fault(*wording("H101.stray-dash"), at, at + 1)


def _marked(key: str, text: str, start: int, end: int) -> Fault:
    words = wording(key, text=text[start:end], example=_line_in_quotes(text, start))
    return Fault(*words, start, end, breaks=False)


def _line_in_quotes(text: str, start: int) -> str:
    words = re.split(r"[\r\n]", text[start : start + 200], maxsplit=1)[0].strip()
    is_plain = 0 < len(words) <= _LONGEST_TITLE and not set(words) & set('`"{}[]#\\')
    return f': `"{words}"`' if is_plain else ""


def _mark(text: str, character: str, start: int) -> tuple[int, int]:
    at = text.index(character, start)
    match = _NAME.match(text, at)
    return at, match.end() if match else at + 1
