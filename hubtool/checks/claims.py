"""Claims: whose view they are, and their evidence."""

from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.spans import Route
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
    """Yield the route of each claim, what it is called and whether it names a source."""
    for key, noun in (
        ("timeline", "moment"),
        ("outcomes", "outcome"),
        ("lessons", "lesson"),
        ("tensions", "tension"),
    ):
        for index, claim in enumerate(getattr(case, key)):
            yield (key, index), noun, bool(claim.sources)
    if case.power:
        yield ("power",), "account of who decided", bool(case.power.sources)
    if case.investment:
        yield ("investment",), "account of what it took", bool(case.investment.sources)


def _without_source(entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    for route, noun, has_source in _claims(case):
        if not has_source:
            head = _head(entry, route)
            yield entry.fault(
                "H232",
                f"this {noun} names no source",
                at=head,
                route=route,
                hint="add `sources: [id]`: a case drawn from the public record names them",
            )


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
            yield entry.fault(
                "H404",
                "this was measured, and nothing shows where",
                route=route,
                hint="add `sources:` with the report or the data",
            )


def _one_sided(records: Records, entry: Entry, case: CaseStudy) -> Iterator[Diagnostic]:
    # Nobody can make the public record more balanced: there the two prompts are only notes.
    severity = Severity.NOTE if case.is_public_record else None
    speakers = voices(case)
    # An unknown voice has its own diagnostic, and may be meant as the community's.
    if speakers <= set(records.vocabularies["voices"].terms) and not speakers & COMMUNITY_VOICES:
        yield entry.fault(
            "H402",
            "no community voice speaks in this case",
            key=True,
            route=("lessons",),
            severity=severity,
            hint="ask the community partner for a lesson or an outcome in their own view",
        )
    if len(case.lessons) > 1 and all(lesson.kind in WELCOME_LESSONS for lesson in case.lessons):
        yield entry.fault(
            "H403",
            "every lesson here is a happy one",
            key=True,
            route=("lessons",),
            severity=severity,
            hint="what would you do differently? what got in the way? others learn most from that",
        )
