"""The faults that one pass over YAML's events can find, in the reader's words."""

from __future__ import annotations

import re
from itertools import compress
from typing import NamedTuple

from hubtool.documents.document import Location
from hubtool.documents.hidden import Hidden

_KEYS_OF_A_RECORD = 3  # written twice: no slip, but another record
_LONG = 20
_LONGEST_SHOWN = 100
_LONGEST_TITLE = 60
# Whoever writes a comment puts a space after the sign; whoever writes `Walk #3` does not.
CUTTING_SIGN = re.compile(r"(?<=\S)[ \t]+(?P<sign>#)(?=[^\s#!])")
_NAME = re.compile(r"\S[^\s,\[\]{}]*")


class Fault(NamedTuple):
    """A fault as offsets in the text; *first* is where the same key was first written.

    If it *breaks* the document, the data can't be relied on; if it *ends* the reading, there is no
    point in looking further. The *replacement* of a stretch of text mends it beyond doubt.
    """

    code: str
    message: str
    hint: str
    start: int
    end: int
    first: tuple[int, int] | None = None
    breaks: bool = True
    ends: bool = False
    replacement: tuple[int, int, str] | None = None


def twice(key: str, start: int, end: int, first: Location) -> Fault:
    """Return the fault of a key that the same mapping already has."""
    hint = "keep one of the two; if they belong to two entries, begin each entry with `- `"
    origin = (first.key_start, first.key_end)
    message = f"`{key}` is written twice"
    return Fault("H103", message, hint, start, end, first=origin, breaks=False)


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
    message = "a second record begins here, in the file of the first"
    hint = "move it, from this line on, to a file of its own"
    fault = first._replace(code="H106", message=message, hint=hint)
    return [fault, *(item for item, is_one in zip(faults, is_key, strict=True) if not is_one)]


def alias(text: str, start: int, end: int) -> Fault:
    """Return the fault of a `*name` that refers to something written elsewhere."""
    message = f"`{text[start:end]}` is read as an alias, not as text"
    hint = "put the text in quotes if it begins with a star, or write out what the alias stands for"
    return Fault("H104", message, hint, start, end)


def anchor(text: str, start: int) -> Fault:
    """Return the fault of an `&name` that others could refer to."""
    at, end = _mark(text, "&", start)
    message = f"`{text[at:end]}` is not read as text, because it begins with `&`"
    hint = f"put the whole text in quotes{_line_in_quotes(text, at)}, or remove the word"
    return Fault("H104", message, hint, at, end, breaks=False)


def merge(start: int, end: int) -> Fault:
    """Return the fault of a `<<` key."""
    hint = "write the keys out here"
    return Fault("H104", "`<<` takes over keys from elsewhere", hint, start, end)


def mended(item: Hidden) -> tuple[int, int, str]:
    """Return what takes the place of invisible characters: a space where they part lines."""
    return item.start, item.end, " " if item.parts_lines else ""


def unseen(item: Hidden) -> Fault:
    """Return the fault of invisible characters."""
    count = item.end - item.start
    message = f"an invisible character: {item.name}"
    if count > 1:
        message = f"{count} invisible characters, the first a {item.name}"
    hint = (
        "delete it: put the cursor after it and press backspace, or type the words around it again"
    )
    return Fault(
        "H105", message, hint, item.start, item.end, breaks=False, replacement=mended(item)
    )


def escaped(item: Hidden, start: int, end: int) -> Fault:
    """Return the fault of an escape in quotes that makes a hidden character."""
    message = f"an escape in this text makes an invisible character: {item.name}"
    return Fault("H105", message, "remove the escape", start, end, breaks=False)


def cut_text(text: str, start: int, sign: int, end: int) -> Fault:
    """Return the fault of a text that a `#` at *sign* cuts before its line ends at *end*."""
    words = text[start:end].strip()
    quoted = '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))
    hint = "put the whole text in quotes, or write a space after the `#` of a comment"
    if len(quoted) <= _LONGEST_SHOWN:
        hint = f"write `{quoted}`; if it is a comment, write a space after the `#`"
    message = f"a space and `#` begin a comment: `{text[sign:end].strip()}` is lost"
    return Fault("H118", message, hint, sign, end, breaks=False, replacement=(start, end, quoted))


def cut_line(line: str, start: int) -> Fault | None:
    """Return the fault of a `#` that cuts *line*, which starts at *start*, and what goes on below."""
    match = CUTTING_SIGN.search(line)
    if match is None or line.lstrip().startswith("#"):
        return None
    sign = match.start("sign")
    message = "a space and `#` begin a comment: the rest of this line is lost"
    hint = "put the whole text in quotes, or write a space after the `#` of a comment"
    return Fault("H101", message, hint, start + sign, start + len(line))


def second(start: int, end: int) -> Fault:
    """Return the fault of a second document in the file."""
    hint = "keep one record in each file: remove this line, or move what follows to a new file"
    return Fault("H106", "a second document starts here", hint, start, end, breaks=False)


def page_body(start: int, end: int) -> Fault:
    """Return the fault of the text of a page, below the keys at its head."""
    message = "this is a page with keys at its head: the text below them has no key"
    hint = "write `story: |` in place of this line, and put two spaces before each line of the text"
    return Fault("H106", message, hint, start, end, breaks=False)


def tag(text: str, start: int) -> Fault:
    """Return the fault of a `!name` before a value."""
    at, end = _mark(text, "!", start)
    message = f"`{text[at:end]}` is not read as text, because it begins with `!`"
    hint = f"put the whole text in quotes{_line_in_quotes(text, at)}, or remove the word"
    return Fault("H107", message, hint, at, end, breaks=False)


def key_without_text(start: int, end: int, *, is_empty: bool) -> Fault:
    """Return the fault of a key that is a list or a mapping, or that is missing."""
    if is_empty:
        message, hint = "there is no key before this colon", "write the key, or remove the colon"
    else:
        message = "a key is one word, not a list or a group of keys"
        hint = "write `key: value`, or put the text in quotes if it begins with a bracket"
    return Fault("H108", message, hint, start, end)


def too_deep(start: int, most: int) -> Fault:
    """Return the fault of nesting that no record needs."""
    message = f"this is nested more than {most} levels deep"
    hint = "remove the brackets or the indentation that nothing needs"
    return Fault("H109", message, hint, start, start + 1)


def too_long(text: str, start: int, end: int) -> Fault:
    """Return the fault of a number that is too large or too long."""
    is_long = len(text) > _LONG
    message = f"this number has {len(text):,} characters" if is_long else "this number is too large"
    hint = "shorten it, or put it in quotes if it is text"
    return Fault("H112", message, hint, start, end)


def unclosed_quote(text: str, start: int) -> Fault:
    """Return the fault of a quoted text that runs on into the next keys."""
    quote = text[start]
    hint = f"add `{quote}` where the text ends"
    return Fault("H101", f"this `{quote}` is never closed", hint, start, start + 1)


def glued_dash(start: int) -> Fault:
    """Return the fault of list items whose dashes have no space after them."""
    message = "this dash does not start a list item"
    return Fault("H101", message, "add a space after each dash", start, start + 1)


def stray_dash(at: int) -> Fault:
    """Return the fault of a list item that YAML reads as part of the text before it."""
    message = "this dash does not start a list item, because it is indented too far"
    hint = "start it right under the dash of the item before"
    return Fault("H101", message, hint, at, at + 1)


def _line_in_quotes(text: str, start: int) -> str:
    words = re.split(r"[\r\n]", text[start : start + 200], maxsplit=1)[0].strip()
    is_plain = 0 < len(words) <= _LONGEST_TITLE and not set(words) & set('`"{}[]#\\')
    return f': `"{words}"`' if is_plain else ""


def _mark(text: str, character: str, start: int) -> tuple[int, int]:
    at = text.index(character, start)
    match = _NAME.match(text, at)
    return at, match.end() if match else at + 1
