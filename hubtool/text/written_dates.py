"""Dates as people write them, in EDTF."""

import re

from hubtool.text.dates import DateError, days

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NAMES = _MONTHS | _SEASONS
_NOW = frozenset({"present", "now", "ongoing", "today", "date", "current", "still"})
_MOST_MONTHS = 12
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR_FIRST = re.compile(r"(\d{4})\s+([a-z]{3,9})")
_IN_ONE_YEAR = re.compile(r"([a-z]{3,9})(?:\s+to\b|\s*[-\N{EN DASH}\N{EM DASH}])")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d[\d:.z+-]*")
_IN_WORDS = re.compile(rf"(?:{_DAY}\s+)?([a-z]{{3,9}})\.?(?:\s+{_DAY})?\s+(\d{{4}})")
_SPAN = re.compile(
    r"(.{4,24}?)(?:\s+(?:to|until|till)\s+|\s*[\N{EN DASH}\N{EM DASH}]\s*|\s+-\s+)(.{3,24})"
)


def edtf_from(text: str) -> str | None:
    """Return the date that *text* writes in English words or in figures; None where it is unclear."""
    words = _TIME.sub(r"\1", text.strip().lower().replace(",", " "))
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        return _real(words)
    return next(filter(None, (rule(words) for rule in (_span, _open, _figures, _in_words))), None)


def _span(words: str) -> str | None:
    """Read `2019 to 2021`, `May to July 2019` and `2019 to present`."""
    if (months := _IN_ONE_YEAR.match(words)) and months[1] in _NAMES and words[-4:].isdigit():
        words = f"{months[1]} {words[-4:]} {words[months.end(1) :]}"
    match = _SPAN.fullmatch(words)
    if match is None:
        return None
    start, end = edtf_from(match[1]), ".." if match[2] in _NOW else edtf_from(match[2])
    return _real(f"{start}/{end}") if start and end else None


def _open(words: str) -> str | None:
    """Read `about 2019`, `the 1990s`, `since 2019` and `2019-`."""
    if decade := re.fullmatch(r"(?:the\s+)?(\d{3})0s", words):
        return _real(f"{decade[1]}X")
    if about := re.fullmatch(r"(?:about|around|circa|c\.?|ca\.?)\s*(\d{4})", words):
        return f"{about[1]}~"
    since = re.fullmatch(r"(?:since|from)\s+(.+)|(\d{4})\s*[-\N{EN DASH}]", words)
    start = edtf_from(since[1] or since[2]) if since else None
    return _real(f"{start}/..") if start else None


def _figures(words: str) -> str | None:
    """Read `2019/4/3`, `2019/20`, and `15/1/2026` where only one of the two can be the month."""
    if years := re.fullmatch(r"(\d\d)(\d\d)/(\d\d)", words):
        is_span = int(years[3]) > max(int(years[2]), _MOST_MONTHS)
        return _real(f"{years[1]}{years[2]}/{years[1]}{years[3]}") if is_span else None
    if match := re.fullmatch(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", words):
        return _written(match[1], int(match[2]), match[3])
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", words)
    if match is None:
        return None
    low, high = sorted((int(match[1]), int(match[2])))
    return _written(match[3], low, str(high)) if high > _MOST_MONTHS else None


def _in_words(words: str) -> str | None:
    """Read `3 April 2019`, `April 3rd 2019`, `Apr 2019`, `2019 April` and `Spring 2019`."""
    match = _IN_WORDS.fullmatch(_YEAR_FIRST.sub(r"\2 \1", words))
    if match is None:
        return None
    day = match[1] or match[3]
    month = (_MONTHS if day else _NAMES).get(match[2])
    return _written(match[4], month, day) if month else None


def _written(year: str, month: int, day: str | None) -> str | None:
    text = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    return _real(text)


def _real(text: str) -> str | None:
    """Return *text* if there is such a date; None for the thirteenth month, or for three spans in one."""
    try:
        days(text)
    except DateError:
        return None
    return text
