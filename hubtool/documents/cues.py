"""Reads one cue of WebVTT captions: its times, and its lines with their voices."""

import html
import re
from dataclasses import dataclass

from hubtool.diagnostics.wording import wording

_TIMES = re.compile(r"\s*(\S*\d)\s*-->\s*(\d\S*)(?:\s.*)?")
_TIME = re.compile(r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"v(?:\.[^\s]*)?\s+(.+)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # the others count as spaces
# How captions without voices say that somebody else speaks.
_ANOTHER = re.compile(r"\s*(?:[-\N{EN DASH}\N{EM DASH}]\s*\S|>>)")


@dataclass(frozen=True, slots=True)
class CueLine:
    """A line of a cue as it is read, and who says it, if that is known."""

    text: str
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """From when to when a cue is shown, in seconds."""

    start: float
    end: float


class TimesError(ValueError):
    """A line of times that cannot be read, and what to say of it."""

    def __init__(self, key: str) -> None:
        self.words = wording(key)
        super().__init__(self.words.message)


def times(text: str) -> Times:
    """Return the times of the line *text*. What it says about the layout does not count."""
    match = _TIMES.fullmatch(text)
    moments = [_TIME.fullmatch(part) for part in match.groups()] if match else [None]
    start, end = (_seconds(moment) if moment else None for moment in (moments[0], moments[-1]))
    if start is None or end is None or len(moments) < 2:
        raise _times_error(text)
    if end < start:
        raise TimesError("H505.backwards")
    return Times(start, end)


def lines(payload: list[str]) -> list[CueLine]:
    """Return the lines of a cue's text; where its voice changes, a line for each voice."""
    parts: dict[tuple[int, int, str | None], str] = {}
    voice: str | None = None
    turn = 0
    for number, line in enumerate(payload):
        if number and _ANOTHER.match(_TAG.sub("", line)):
            voice = None  # somebody else, and nobody says who
        for position, part in enumerate(_TAG.split(line)):
            if position % 2 == 0:
                key = (number, turn, voice)
                parts[key] = parts.get(key, "") + part
            elif match := _VOICE.fullmatch(part.strip()):
                voice, turn = _words(match[1]), turn + 1
            elif part.strip() == "/v":
                voice, turn = None, turn + 1
    cue_lines = (CueLine(_words(text), key[2]) for key, text in parts.items())
    return [line for line in cue_lines if line.text]


def _words(text: str) -> str:
    return " ".join(_CONTROL.sub("", html.unescape(text)).split())


def starts_another(line: CueLine) -> bool:
    """Say whether *line* begins as the words of somebody else do."""
    return _ANOTHER.match(line.text) is not None


def _seconds(moment: re.Match[str]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in moment.groups())
    return ((hours * 3600 + minutes * 60 + seconds) * 1000 + thousandths) / 1000


def _times_error(text: str) -> TimesError:
    if re.search(r"\d,\d{1,3}", text):
        return TimesError("H505.commas")
    if re.search(r"(?:^|[\s>])\d:\d\d(?:\.|\s|$)", text):
        return TimesError("H505.short-minutes")
    if re.search(r"\d\d:\d\d(?:\s|$)", text):
        return TimesError("H505.no-thousandths")
    if re.search(r"\.\d{1,2}(?:\s|$)|\.\d{4,}", text):
        return TimesError("H505.odd-thousandths")
    if re.search(r":[6-9]\d", text):
        return TimesError("H505.over-59")
    return TimesError("H505.unreadable-times")
