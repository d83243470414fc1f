"""Reads one cue of WebVTT captions: its times, and its lines with their voices."""

import html
import re
from dataclasses import dataclass

_TIMES = re.compile(r"\s*(\S*\d)\s*-->\s*(\d\S*)(?:\s.*)?")
_TIME = re.compile(r"(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
_TAG = re.compile(r"<([^<>]*)>")
_VOICE = re.compile(r"v(?:\.[^\s]*)?\s+(.+)", re.DOTALL)
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
    """A line of times that cannot be read, with what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def times(text: str) -> Times:
    """Return the times of the line *text*. What it says about the layout does not count."""
    match = _TIMES.fullmatch(text)
    moments = [_TIME.fullmatch(part) for part in match.groups()] if match else [None]
    start, end = (_seconds(moment) if moment else None for moment in (moments[0], moments[-1]))
    if start is None or end is None or len(moments) < 2:
        raise _times_error(text)
    if end < start:
        raise TimesError("this cue ends before it starts", "swap the two times, or mend one")
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
                voice, turn = " ".join(html.unescape(match[1]).split()), turn + 1
            elif part.strip() == "/v":
                voice, turn = None, turn + 1
    cue_lines = (
        CueLine(" ".join(html.unescape(text).split()), key[2]) for key, text in parts.items()
    )
    return [line for line in cue_lines if line.text]


def starts_another(line: CueLine) -> bool:
    """Say whether *line* begins as the words of somebody else do."""
    return _ANOTHER.match(line.text) is not None


def _seconds(moment: re.Match[str]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in moment.groups())
    return ((hours * 3600 + minutes * 60 + seconds) * 1000 + thousandths) / 1000


def _times_error(text: str) -> TimesError:
    if re.search(r"\d,\d{1,3}", text):
        return TimesError("the times have commas", "write points: `00:00:01.000`")
    if re.search(r"(?:^|[\s>])\d:\d\d(?:\.|\s|$)", text):
        return TimesError("the minutes have one digit", "write two: `01:02.000`")
    if re.search(r"\d\d:\d\d(?:\s|$)", text):
        return TimesError("the times have no thousandths", "add them: `00:01.000`")
    if re.search(r"\.\d{1,2}(?:\s|$)|\.\d{4,}", text):
        return TimesError("the times have not three digits after the point", "write `00:01.500`")
    if re.search(r":[6-9]\d", text):
        return TimesError("minutes and seconds end at 59", "write `01:00.000` for a minute")
    return TimesError(
        "this cue's times cannot be read", "write them like `00:01.000 --> 00:04.000`"
    )
