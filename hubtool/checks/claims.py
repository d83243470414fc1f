"""Claims: whose view they are, and their evidence."""

from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import wording
from hubtool.hub.facet_values import COMMUNITY_VOICES, WELCOME_LESSONS, voices
from hubtool.models.case import CaseStudy
from hubtool.records.records import Entry, Records


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield claims without a source, and one-sided records."""
    for entry, case in records.cases():
        if case.is_public_record:
            yield from _without_source(entry, case)
        yield from _measured(entry, case)
        yield from _one_sided(records, entry, case)


def _claims(case: CaseStudy) -> Iterator[tuple[Route, str, bool]]:
    """Yield the route of each claim, what to say if it lacks a source, and whether it names one."""
    for key, words in (
        ("timeline", "H232.moment"),
        ("outcomes", "H232.outcome"),
        ("lessons", "H232.lesson"),
        ("tensions", "H232.tension"),
    ):
        for index, claim in enumerate(getattr(case, key)):
            yield (key, index), words, bool(claim.sources)
    if case.power:
        yield ("power",), "H232.power", bool(case.power.sources)
    if case.investment:
        yield ("investment",), "H232.investment", bool(case.investment.sources)


def _without_source(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    for route, words, has_source in _claims(case):
        if not has_source:
            head = _head(entry, route)
            yield entry.fault(wording(words), at=head, route=route)


def _head(entry: Entry, route: Route) -> Route:
    for key in ("lesson", "what", "said_by"):
        if entry.document.has((*route, key)):
            return (*route, key)
    return route


def _measured(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    if case.is_public_record:
        return
    for index, outcome in enumerate(case.outcomes):
        if outcome.evidence == "measured" and not outcome.sources:
            route = ("outcomes", index, "evidence")
            yield entry.fault(wording("H404.unsupported"), route=route)


def _one_sided(records: Records, entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    # Nobody can make the public record more balanced: there the two prompts are only notes.
    severity = Severity.NOTE if case.is_public_record else None
    speakers = voices(case)
    # An unknown voice has its own diagnostic, and may be meant as the community's.
    if speakers <= set(records.vocabularies["voices"].terms) and not speakers & COMMUNITY_VOICES:
        yield entry.fault(
            wording("H402.no-community"), key=True, route=("lessons",), severity=severity
        )
    if len(case.lessons) > 1 and all(lesson.kind in WELCOME_LESSONS for lesson in case.lessons):
        yield entry.fault(
            wording("H403.all-happy"), key=True, route=("lessons",), severity=severity
        )
