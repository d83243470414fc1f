"""Quality: the length and difficulty of texts, how exact a place may be, and points in sums."""

import re
from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import phrase, wording
from hubtool.models.case import CaseStudy
from hubtool.records.records import Entry, Records

LONGEST_LESSON = 200
HARDEST_TEXT = 62
"""The LIX above which we warn; Björnsson (1968) calls 60 "very difficult"."""
_LEAST_WORDS = 60
_MOST_DECIMALS = 3  # a thousandth of a degree is some hundred metres
_LONG_WORD = 6
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield long lessons, hard texts, places that are too exact, and sums with a point too many."""
    for entry, case in records.cases():
        yield from _lessons(entry, case)
        yield from _reading_level(entry, case)
        yield from _places(entry, case)
        yield from _points(entry, case)


def lix(text: str) -> float:
    """Return the LIX of *text*: words a sentence plus the percentage of words over six letters."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.!?:](?=\s|$)", text)))
    if not words:
        return 0
    long = sum(1 for word in words if len(word) > _LONG_WORD)
    return len(words) / sentences + 100 * long / len(words)


def _lessons(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    for index, lesson in enumerate(case.lessons):
        if (length := len(lesson.lesson)) > LONGEST_LESSON:
            route: Route = ("lessons", index, "lesson")
            yield entry.fault(wording("H401.long", length=length, most=LONGEST_LESSON), route=route)


def _reading_level(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    # LIX has other bounds in other languages.
    if not case.language.startswith("en"):
        return
    for key, text in (("story", case.story), ("summary", case.summary)):
        plain = re.sub(r"\[@[^\[\]]*\]|\]\([^()]*\)", "", text or "")
        if len(plain.split()) >= _LEAST_WORDS and lix(plain) > HARDEST_TEXT:
            yield entry.fault(wording("H407.hard", key=key), key=True, route=(key,))


def _places(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    for index, place in enumerate(case.places):
        for key in ("lat", "lon"):
            route: Route = ("places", index, key)
            text = entry.document.source_text(route) if entry.document.has(route) else ""
            if len(text.partition(".")[2]) > _MOST_DECIMALS:
                yield entry.fault(
                    wording("H408.exact", text=text, rounded=getattr(place, key)), route=route
                )
                break


def _points(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    """Yield sums such as `55.000`: in much of Europe a point parts the thousands."""
    if case.investment and case.investment.money:
        for key in ("low", "high"):
            route: Route = ("investment", "money", key)
            text = entry.document.source_text(route) if entry.document.has(route) else ""
            if _THOUSANDS.fullmatch(text):
                hint = phrase("any.write", text=text.replace(".", ""))
                words = wording("H205.thousands", hint, text=text, value=f"{float(text):g}")
                yield entry.fault(words, route=route, severity=Severity.WARNING)
