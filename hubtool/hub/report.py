"""A report for convenors: what each case holds, and what the hub still lacks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub.facet_values import WELCOME_LESSONS, voices
from hubtool.hub.facets import CASE_FACETS
from hubtool.hub.hub import Hub
from hubtool.hub.quality import Proportion, claim_sources, qualities
from hubtool.models.case import CaseStudy

ENOUGH = 3
"""Fewer cases than this make a facet's value of little use."""


@dataclass(frozen=True)
class CaseLine:
    """One case in figures."""

    id: str
    words: int
    lessons: int
    unwelcome: int
    voices: tuple[str, ...]
    claims: int
    sourced: int
    films: int
    depth: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """A value of a facet, or of the lessons, that few cases or lessons have."""

    facet: str
    value: str
    count: int


@dataclass(frozen=True)
class HubReport:
    """What convenors want to know of a hub."""

    cases: tuple[CaseLine, ...]
    lesson_kinds: tuple[Proportion, ...]
    lesson_voices: tuple[Proportion, ...]
    gaps: tuple[Gap, ...]
    ties: int
    contradictions: int
    qualities: tuple[Proportion, ...]


def report(hub: Hub) -> HubReport:
    """Return the report on *hub*."""
    kind_counts = Counter(entry.lesson.kind for entry in hub.lessons)
    voice_counts = Counter(voice for entry in hub.lessons for voice in entry.lesson.said_by)
    answers = [
        address
        for entry in hub.lessons
        for address in (*entry.lesson.confirms, *entry.lesson.contradicts)
    ]
    return HubReport(
        cases=tuple(_line(hub, case) for case in hub.cases.values()),
        lesson_kinds=_shares(hub, "lesson-kinds", kind_counts, len(hub.lessons)),
        lesson_voices=_shares(hub, "voices", voice_counts, voice_counts.total()),
        gaps=(*_facet_gaps(hub), *_lesson_gaps(hub, "stages"), *_lesson_gaps(hub, "lesson-kinds")),
        ties=len(answers),
        contradictions=len(hub.contradictions),
        qualities=qualities(hub),
    )


def _line(hub: Hub, case: CaseStudy) -> CaseLine:
    claims = list(claim_sources(case))
    return CaseLine(
        id=case.id,
        words=len((case.story or "").split()),
        lessons=len(case.lessons),
        unwelcome=sum(lesson.kind not in WELCOME_LESSONS for lesson in case.lessons),
        voices=tuple(sorted(voices(case))),
        claims=len(claims),
        sourced=sum(map(bool, claims)),
        films=len(case.films),
        depth=hub.depth(case),
        wanted=hub.still_wanted(case),
    )


def _shares(hub: Hub, scheme: str, counts: Counter[str], total: int) -> tuple[Proportion, ...]:
    return tuple(Proportion(term.id, counts[term.id], total) for term in hub.terms(scheme))


def _facet_gaps(hub: Hub) -> Iterator[Gap]:
    for facet in CASE_FACETS:
        if facet.scheme:
            counts = Counter(
                value for values in hub.facets.values() for value in values[facet.name]
            )
            terms = (t.id for t in hub.terms(facet.scheme) if not t.is_for_lessons_only)
            yield from _gaps(facet.name, terms, counts)


def _lesson_gaps(hub: Hub, scheme: str) -> Iterator[Gap]:
    counts = {term.id: len(hub.lessons_with(scheme, term.id)) for term in hub.terms(scheme)}
    yield from _gaps(f"lessons by {scheme}", counts, Counter(counts))


def _gaps(facet: str, values: Iterable[str], counts: Counter[str]) -> Iterator[Gap]:
    yield from (Gap(facet, value, counts[value]) for value in values if counts[value] < ENOUGH)
