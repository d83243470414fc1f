"""Invisible characters: controls, zero widths, direction overrides, stray separators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Characters that may be harmful or pasted by accident; for some of them the context decides.
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"
_VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0020-\U000e007f"
_SUSPECT = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad{_MARKS}\u180e\u200b{_JOINERS}\u2028-\u202e\u2060-\u206f"
    f"\u3164\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    f"\U0001d173-\U0001d17a\U000e0001{_TAGS}{_VARIANTS}]"
)
# YAML (libyaml) refuses these, or breaks a line where editors do not.
_SEPARATORS = "\x0b\x0c\x85\u2028\u2029"
_REACH = 200
_NAMES = {
    "\x85": "next line",
    "\xad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\ufeff": "zero-width no-break space",
}
# The scripts from Arabic to Tibetan, and of South and South-East Asia, need joiners in words.
_SHAPED = ((0x0600, 0x109F), (0x1780, 0x18AF), (0xA840, 0xABFF), (0x10A00, 0x11FFF))


@dataclass(frozen=True)
class Hidden:
    """A run of hidden characters, from offset *start* to *end*."""

    start: int
    end: int
    name: str
    parts_lines: bool = False


def hidden(text: str) -> Iterator[Hidden]:
    """Yield each run of characters in *text* that is invisible and has no purpose there."""
    end = -1
    run: list[int] = []
    for match in _SUSPECT.finditer(text):
        at = match.start()
        if _is_meant(text, at):
            continue
        if run and at != end:
            yield _run(text, run[0], end)
            run = []
        run.append(at)
        end = at + 1
    if run:
        yield _run(text, run[0], end)


def _run(text: str, start: int, end: int) -> Hidden:
    parts_lines = not set(_SEPARATORS).isdisjoint(text[start:end])
    return Hidden(start, end, _name(text[start]), parts_lines)


def with_stand_ins(text: str, runs: list[Hidden]) -> str:
    """Return *text*, as long as before, with stand-ins that YAML can read in place of *runs*."""
    letters = list(text)
    for item in runs:
        for at in range(item.start, item.end):
            letters[at] = " " if letters[at] in _SEPARATORS else _STAND_IN
    return "".join(letters)


def cleaned(value: str) -> str:
    """Return *value* without the stand-ins that `with_stand_ins` put in."""
    return value.replace(_STAND_IN, "")


def without_hidden(text: str) -> str:
    """Return *text* as people see it."""
    return cleaned(with_stand_ins(text, [*hidden(text)]))


# A zero-width space: YAML reads it as text, and `with_stand_ins` has replaced every other one.
_STAND_IN = "\u200b"


def _is_meant(text: str, at: int) -> bool:
    character = text[at]
    before = text[at - 1] if at else ""
    if character in _JOINERS:
        return _is_shaped(before) or (character == "\u200d" and _is_emoji(before))
    if character in _MARKS:
        return _has_right_to_left(text, at)
    if "\U000e0020" <= character <= "\U000e007f":
        return _ends_flag(text[max(0, at - 8) : at])
    if "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100":
        return bool(before) and not before.isspace() and not _SUSPECT.match(before)
    return False


def _is_shaped(character: str) -> bool:
    if not character or unicodedata.category(character)[0] not in "LM":
        return False
    return any(low <= ord(character) <= high for low, high in _SHAPED)


def _is_emoji(character: str) -> bool:
    return bool(character) and (
        character == "\ufe0f" or unicodedata.category(character) in ("So", "Sk")
    )


def _has_right_to_left(text: str, at: int) -> bool:
    """Say whether the line around *at* has Hebrew or Arabic letters, which need the marks."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    after = text[at : at + _REACH].partition("\n")[0]
    letters = (letter for letter in before + after if letter not in _MARKS)
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters)


def _ends_flag(before: str) -> bool:
    """Say whether *before* ends in the beginning of a flag such as Scotland's (UTS #51)."""
    _, flag, tags = before.rpartition("\U0001f3f4")
    return bool(flag) and all("\U000e0020" <= tag <= "\U000e007f" for tag in tags)


def _name(character: str) -> str:
    name = _NAMES.get(character) or unicodedata.name(character, "").lower()
    number = f"U+{ord(character):04X}"
    return f"{name} ({number})" if name else f"control character ({number})"
