"""Dates: those that must agree, and those that are due."""

from collections.abc import Iterator
from datetime import date

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.wording import wording
from hubtool.models.case import CaseStudy
from hubtool.records.records import Entry, Records
from hubtool.text.dates import DateError, has_passed, months_between

_BEFORE = ("meet", "trust")


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield months that the timeline contradicts, and reviews and return visits that are due."""
    for entry, case in records.cases():
        yield from _months(entry, case)
        yield from _due(entry, case, records.today)


def _months(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    months = case.investment.months_before_question if case.investment else None
    meetings = [moment.when for moment in case.timeline if moment.kind in _BEFORE]
    questions = [moment.when for moment in case.timeline if moment.kind == "question"]
    if months is None or not meetings or not questions:
        return
    try:
        pairs = [months_between(first, question) for first in meetings for question in questions]
    except DateError:
        return
    # Partners may have met several times: the wait from the first meeting is the longest.
    least, most = max(pairs)[0], max(pair[1] for pair in pairs)
    if not least - 1 <= months <= most + 1:
        route = ("investment", "months_before_question")
        key = "H227.range" if most > max(least, 0) else "H227.months"
        words = wording(key, least=max(least, 0), most=most, months=months)
        yield entry.fault(words, route=route)


def _due(entry: Entry, case: CaseStudy, today: date) -> Iterator[Diagnostic]:
    if has_passed(case.consent.review_by, today):
        yield entry.fault(wording("H405.consent"), route=("consent", "review_by"))
    if has_passed(case.record.review_due, today):
        yield entry.fault(wording("H405.check"), route=("record", "review_due"))
    for index, visit in enumerate(case.checkpoints):
        if visit.visited is None and has_passed(visit.due, today):
            yield entry.fault(wording("H405.visit"), route=("checkpoints", index, "due"))
