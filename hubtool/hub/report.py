"""A report for convenors: what is due and stale, what each case holds, and what the hub lacks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hubtool.hub.duties import SOON, Duty, StaleCase, duties, stale_cases
from hubtool.hub.facet_values import COMMUNITY_VOICES, WELCOME_LESSONS
from hubtool.hub.facets import CASE_FACETS, Facet
from hubtool.hub.hub import Hub
from hubtool.hub.lacks import CaseLacks, cases_lacks
from hubtool.hub.quality import ClaimText, Proportion, claims_in, qualities, readings
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.text.film_urls import film_address

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


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A record, or a part of it: its file, its address within the hub, and what it is called."""

    path: str
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class FilmLacks:
    """A film that has no captions, that does not play on the page, or both."""

    film: Named
    has_captions: bool
    plays: bool


@dataclass(frozen=True, slots=True)
class ThinCase:
    """A case with the claims that rest on one source: the part, the claim and the source of each."""

    case: Named
    total: int
    claims: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class LessonTie:
    """Two lessons of which the first confirms or contradicts the second, with what both say."""

    relation: str
    first: Named
    second: Named


@dataclass(frozen=True, slots=True, order=True)
class UseStory:
    """How somebody used a record, with when it was."""

    when: str
    record: Named
    by: str
    how: str
    what_came_of_it: str | None


@dataclass(frozen=True)
class HubReport:
    """What convenors want to know of a hub on a day."""

    today: date
    due: tuple[Duty, ...]
    stale: tuple[StaleCase, ...]
    lacks: tuple[CaseLacks, ...]
    silent: tuple[Named, ...]
    uncollected: tuple[Named, ...]
    films: tuple[FilmLacks, ...]
    reasons: tuple[Named, ...]
    thin: tuple[ThinCase, ...]
    ties: tuple[LessonTie, ...]
    used: tuple[UseStory, ...]
    gaps: tuple[Gap, ...]
    cases: tuple[CaseLine, ...]
    lesson_kinds: tuple[Proportion, ...]
    lesson_voices: tuple[Proportion, ...]
    contradictions: int
    qualities: tuple[Proportion, ...]
    readings: tuple[Proportion, ...]


def report(hub: Hub, *, within: timedelta = SOON) -> HubReport:
    """Return the report on *hub*, with what falls due *within* a time."""
    kind_counts = Counter(entry.lesson.kind for entry in hub.lessons)
    voice_counts = Counter(voice for entry in hub.lessons for voice in entry.lesson.said_by)
    cases = tuple(hub.cases.values())
    claims = claims_in(hub)
    return HubReport(
        today=hub.today,
        due=duties(hub, within=within),
        stale=stale_cases(hub),
        lacks=cases_lacks(hub, claims),
        silent=tuple(_case(case) for case in cases if not hub.voices[case.id] & COMMUNITY_VOICES),
        uncollected=tuple(_uncollected(hub)),
        films=tuple(_films(hub)),
        reasons=tuple(_lesson(entry) for entry in hub.lessons if entry.lesson.because is None),
        thin=tuple(filter(lambda entry: entry.claims, (_thin(c, claims[c.id]) for c in cases))),
        ties=tuple(_ties(hub)),
        used=tuple(sorted(_uses(hub), reverse=True)),
        gaps=tuple(_gaps_of(hub)),
        cases=tuple(_line(hub, case, claims[case.id]) for case in cases),
        lesson_kinds=_shares(hub, "lesson-kinds", kind_counts, len(hub.lessons)),
        lesson_voices=_shares(hub, "voices", voice_counts, voice_counts.total()),
        contradictions=len(hub.ties.contradictions),
        qualities=qualities(hub, claims),
        readings=readings(hub),
    )


def _case(case: CaseStudy) -> Named:
    return Named(f"cases/{case.id}.yml", case.id, case.title)


def _lesson(entry: LessonReference) -> Named:
    return Named(f"cases/{entry.case.id}.yml", entry.address, entry.lesson.lesson)


def _uncollected(hub: Hub) -> Iterator[Named]:
    """Yield the cases that no collection shows, neither chosen by hand nor by its rule."""
    collected = {
        case.id for collection in hub.collections.values() for case in hub.cases_in(collection)
    }
    yield from (_case(case) for id_, case in hub.cases.items() if id_ not in collected)


def _films(hub: Hub) -> Iterator[FilmLacks]:
    for entry in hub.films:
        has_captions = _has_captions(entry)
        plays = film_address(entry.film.url).player is not None
        if not (has_captions and plays):
            film = Named(f"cases/{entry.case.id}.yml", entry.address, entry.film.title)
            yield FilmLacks(film, has_captions, plays)


def _has_captions(entry: FilmReference) -> bool:
    access = entry.film.access
    return bool(entry.film.captions or (access and access.captions))


def _thin(case: CaseStudy, claims: tuple[ClaimText, ...]) -> ThinCase:
    thin = tuple((c.part, c.text, c.sources[0]) for c in claims if len(c.sources) == 1)
    return ThinCase(_case(case), len(claims), thin)


def _ties(hub: Hub) -> Iterator[LessonTie]:
    """Yield each tie between lessons as it is written."""
    for entry in hub.lessons:
        for relation in ("confirms", "contradicts"):
            for address in getattr(entry.lesson, relation):
                target = hub.ties.lesson_at.get(address)
                if target is not None:
                    yield LessonTie(relation, _lesson(entry), _lesson(target))


def _uses(hub: Hub) -> Iterator[UseStory]:
    records = (
        *((_case(case), case.used) for case in hub.cases.values()),
        *((_collection(entry), entry.used) for entry in hub.collections.values()),
    )
    for record, uses in records:
        for use in uses:
            yield UseStory(use.when, record, use.by, use.how, use.what_came_of_it)


def _collection(collection: Collection) -> Named:
    return Named(f"collections/{collection.id}.yml", collection.id, collection.title)


def _line(hub: Hub, case: CaseStudy, claims: tuple[ClaimText, ...]) -> CaseLine:
    sources = [claim.sources for claim in claims]
    return CaseLine(
        id=case.id,
        words=len((case.story or "").split()),
        lessons=len(case.lessons),
        unwelcome=sum(lesson.kind not in WELCOME_LESSONS for lesson in case.lessons),
        voices=tuple(sorted(hub.voices[case.id])),
        claims=len(sources),
        sourced=sum(map(bool, sources)),
        films=len(case.films),
        depth=hub.depth(case),
        wanted=hub.still_wanted(case),
    )


def _shares(hub: Hub, scheme: str, counts: Counter[str], total: int) -> tuple[Proportion, ...]:
    return tuple(Proportion(term.id, counts[term.id], total) for term in hub.terms(scheme))


def _gaps_of(hub: Hub) -> Iterator[Gap]:
    for facet in CASE_FACETS:
        counts = Counter(value for values in hub.facets.values() for value in values[facet.name])
        yield from _gaps(facet.name, _values(hub, facet, counts), counts)
    for scheme in ("stages", "lesson-kinds"):
        numbers = Counter({t.id: len(hub.lessons_with(scheme, t.id)) for t in hub.terms(scheme)})
        yield from _gaps(f"lessons by {scheme}", numbers, numbers)


def _values(hub: Hub, facet: Facet[CaseStudy], counts: Counter[str]) -> Iterable[str]:
    """Return the values of which a hub may have too few: terms, countries that it knows, decades."""
    if facet.scheme:
        return (term.id for term in hub.terms(facet.scheme) if not term.is_for_lessons_only)
    if facet.labels == "decades" and counts:
        first, last = (int(decade[:-1]) for decade in (min(counts), max(counts)))
        return (f"{year}s" for year in range(first, last + 1, 10))
    return sorted(counts) if facet.labels == "countries" else ()


def _gaps(facet: str, values: Iterable[str], counts: Counter[str]) -> Iterator[Gap]:
    yield from (Gap(facet, value, counts[value]) for value in values if counts[value] < ENOUGH)
