"""The values that a case, a lesson or a film has for each facet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Protocol

from hubtool.hub.references import FilmReference, LessonReference, parties
from hubtool.models.annotations import fields
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Lesson, Outcome, Tension
from hubtool.models.declare import Model
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.records.vocabularies import Vocabulary
from hubtool.text.dates import days
from hubtool.text.languages import primary

DECIDED_WITH = frozenset({"shared", "community"})
"""The readings in which the community partner's no would have held."""

COMMUNITY_ALONE = frozenset({"community", "community-researcher"})
"""The voices in which the community partner speaks for itself."""

COMMUNITY_VOICES = COMMUNITY_ALONE | {"together"}
"""The voices in which the community partner speaks, alone or with others."""

WELCOME_LESSONS = frozenset({"worked", "condition"})
"""The kinds of lesson that nobody minds telling."""

LENGTHS = ("under-5", "5-to-20", "20-to-60", "over-60")
"""How long a film is, in minutes."""

_LENGTH_ENDS = (5 * 60, 20 * 60, 60 * 60)


class HubValues(Protocol):
    """What the values of a facet may need of the hub."""

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """The vocabularies by id."""

    @property
    def today(self) -> date:
        """The day for which the site is built."""

    def party(self, case: CaseStudy, id_: str) -> PartnerEntry | FunderEntry | None:
        """Return the partner or funder of *case* with this id."""

    def party_kind(self, party: PartnerEntry | FunderEntry) -> str | None:
        """Return the kind of a partner or funder."""

    def declared_values(self, case: CaseStudy) -> Mapping[str, tuple[str, ...]]:
        """Return the values in *case* of each facet that its model declares."""

    def depth(self, case: CaseStudy) -> str:
        """Return how much is told of *case*."""


def declared(facet: str) -> Callable[[CaseStudy, HubValues], Iterable[str]]:
    """Return the function for the values that the model itself declares for *facet*.

    The themes of a lesson are its own: they say nothing of the whole case.
    """

    def values(case: CaseStudy, hub: HubValues) -> Iterable[str]:
        return hub.declared_values(case).get(facet, ())

    return values


def declared_values(case: CaseStudy) -> Mapping[str, tuple[str, ...]]:
    """Return the values in *case* of each facet that its model declares."""
    values: dict[str, list[str]] = {}
    for facet, value in _faceted(case, None):
        values.setdefault(facet, []).append(value)
    return {name: tuple(texts) for name, texts in values.items()}


def _faceted(part: Any, facet: str | None) -> Iterator[tuple[str, str]]:
    """Yield the facets in *part* with their texts. Parts that can hold none are passed over."""
    match part:
        case str() if facet and part:
            yield facet, part
        case Model():
            for name, inner in _faceted_fields(type(part)):
                yield from _faceted(getattr(part, name), inner)
        case tuple():
            for item in part:
                yield from _faceted(item, facet)
        case Mapping():
            for value in part.values():
                yield from _faceted(value, facet)


@cache
def _faceted_fields(model: type[Model]) -> tuple[tuple[str, str | None], ...]:
    """Return the fields of *model* that have facets or hold parts that do, and their facets."""
    return tuple(
        (name, facet)
        for name, declaration in zip(model.model_fields, fields(model).values(), strict=True)
        if (facet := declaration.extra.get("facet"))
        or ((inner := declaration.shape.inner_model) and _faceted_fields(inner))
    )


def voices(case: CaseStudy) -> set[str]:
    """Return the voices that speak in *case*: in lessons, outcomes and tensions."""
    claims: tuple[Lesson | Outcome | Tension, ...] = (
        *case.lessons,
        *case.outcomes,
        *case.tensions,
    )
    return {voice for claim in claims for voice in claim.said_by}


def case_voices(case: CaseStudy, _: HubValues) -> Iterable[str]:
    """Return the voices that speak in *case*."""
    return voices(case)


def decided_stages(case: CaseStudy, _: HubValues) -> Iterator[str]:
    """Yield the stages at which the community decided, alone or with others."""
    for stage, reading in (case.power.stages if case.power else {}).items():
        if reading.level in DECIDED_WITH:
            yield stage


def initiators(case: CaseStudy, hub: HubValues) -> Iterable[str]:
    """Return the kind of body that began it, or `together`."""
    if case.initiated_by is None or case.initiated_by == "together":
        return (case.initiated_by,) if case.initiated_by else ()
    party = hub.party(case, case.initiated_by)
    return _present(hub.party_kind(party) if party else None)


def partner_kinds(case: CaseStudy, hub: HubValues) -> Iterable[str]:
    """Return the kinds of the partners."""
    return filter(None, map(hub.party_kind, case.partners))


def years(case: CaseStudy, hub: HubValues) -> Iterable[str]:
    """Return the years in which the work went on, as far as its dates say."""
    if case.dates is None:
        return ()
    span = days(case.dates)
    first = span.first or span.last
    if first is None:
        return ()
    last = hub.today.year if span.goes_on else (span.last or first).year
    return map(str, range(first.year, last + 1))


def decades(case: CaseStudy, hub: HubValues) -> Iterable[str]:
    """Return the decades in which the work went on: `2010s`."""
    return (f"{year[:-1]}0s" for year in years(case, hub))


def film_features(case: CaseStudy, _: HubValues) -> Iterator[str]:
    """Yield whether there is a film, and one with captions."""
    if case.films:
        yield "film"
    if any(film.captions or (film.access and film.access.captions) for film in case.films):
        yield "captions"


def depths(case: CaseStudy, hub: HubValues) -> Iterable[str]:
    """Return how much is told of *case*."""
    return (hub.depth(case),)


def lesson_stages(entry: LessonReference, _: HubValues) -> Iterable[str]:
    """Return the stage of a lesson."""
    return _present(entry.lesson.stage)


def lesson_kinds(entry: LessonReference, _: HubValues) -> Iterable[str]:
    """Return the kind of a lesson."""
    return (entry.lesson.kind,)


def lesson_voices(entry: LessonReference, _: HubValues) -> Iterable[str]:
    """Return who says a lesson."""
    return entry.lesson.said_by


def lesson_themes(entry: LessonReference, _: HubValues) -> Iterable[str]:
    """Return the themes under which a lesson stands."""
    return entry.themes


def lesson_evidence(entry: LessonReference, _: HubValues) -> Iterable[str]:
    """Return how a lesson is known."""
    return _present(entry.lesson.evidence)


def film_kinds(entry: FilmReference, _: HubValues) -> Iterable[str]:
    """Return the kind of a film."""
    return _present(entry.film.kind)


def film_makers(entry: FilmReference, hub: HubValues) -> Iterable[str]:
    """Return the voice that made a film, or what kind of partner it was."""
    maker = entry.film.made_by
    if maker is None or maker in hub.vocabularies["voices"].terms:
        return _present(maker)
    party = next((party for party in parties(entry.case) if party.id == maker), None)
    return _present(hub.party_kind(party) if party else None)


def film_lengths(entry: FilmReference, _: HubValues) -> Iterable[str]:
    """Return how long a film is, as one of `LENGTHS`."""
    if entry.film.duration is None:
        return ()
    return (LENGTHS[sum(entry.film.duration >= end for end in _LENGTH_ENDS)],)


def film_captions(entry: FilmReference, _: HubValues) -> Iterable[str]:
    """Return whether a film has captions: `captions`, `none` or `unknown`."""
    access = entry.film.access
    has_captions = bool(entry.film.captions) or (access.captions if access else None)
    return ({True: "captions", False: "none", None: "unknown"}[has_captions],)


def film_sign_languages(entry: FilmReference, _: HubValues) -> Iterable[str]:
    """Return the sign language of a film."""
    return _present(entry.film.access.sign_language if entry.film.access else None)


def film_languages(entry: FilmReference, _: HubValues) -> Iterable[str]:
    """Return the language spoken in a film, without its region."""
    return _present(primary(entry.film.language) if entry.film.language else None)


def _present(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
