"""What readers can check of a hub's content, as counts: one edition is compared with the next."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hubtool.hub.facet_values import COMMUNITY_VOICES, WELCOME_LESSONS, voices
from hubtool.hub.hub import Hub
from hubtool.hub.sources import case_sources
from hubtool.models.case import CaseStudy
from hubtool.models.power import StageReading
from hubtool.text.film_urls import film_address

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Proportion:
    """How many of a kind there are, of all of them; the catalogue or a vocabulary has its *name*."""

    name: str
    count: int
    total: int

    @property
    def percent(self) -> float:
        """The share in per cent; 0 of nothing."""
        return 100 * self.count / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class ClaimText:
    """What a case claims, and the ids of the sources that it rests on."""

    part: str
    text: str
    sources: tuple[str, ...]


def claims(case: CaseStudy) -> Iterator[ClaimText]:
    """Yield the claims of *case*, part by part."""
    for moment in case.timeline:
        yield ClaimText("timeline", moment.what, moment.sources)
    for outcome in case.outcomes:
        yield ClaimText("outcomes", outcome.what, outcome.sources)
    for lesson in case.lessons:
        yield ClaimText("lessons", lesson.lesson, lesson.sources)
    for tension in case.tensions:
        yield ClaimText("tensions", tension.what, tension.sources)
    if case.power:
        yield ClaimText("power", "", case.power.sources)
    if case.investment:
        yield ClaimText("investment", "", case.investment.sources)


Claims = Mapping[str, tuple[ClaimText, ...]]
"""The claims of each case, by its id."""


def claims_in(hub: Hub) -> Claims:
    """Return what the cases of *hub* claim."""
    return {id_: tuple(claims(case)) for id_, case in hub.cases.items()}


def qualities(hub: Hub, claims: Claims) -> tuple[Proportion, ...]:
    """Return how many of each kind there are, of all of them and of the *claims* of the cases."""
    cases = tuple(hub.cases.values())
    claim_sources = [claim.sources for parts in claims.values() for claim in parts]
    uses = [case.used for case in cases]
    uses += [collection.used for collection in hub.collections.values()]
    return (
        _share("records-used", uses, bool),
        *(
            Proportion(name, sum(map(holds, cases)), len(cases))
            for name, holds in _CASE_QUALITIES.items()
        ),
        _share("claims-one-source", claim_sources, lambda ids: len(ids) == 1),
        _share("claims-unsourced", claim_sources, lambda ids: not ids),
        Proportion("sources-unnamed", sum(map(_unnamed, cases)), _sources(cases)),
        _share("lessons-unreasoned", hub.lessons, lambda entry: entry.lesson.because is None),
        _share(
            "lessons-bounded",
            hub.lessons,
            lambda entry: entry.lesson.holds_when is not None,
        ),
        _share(
            "films-playing",
            hub.films,
            lambda entry: film_address(entry.film.url).player is not None,
        ),
        _share("films-captioned", hub.films, lambda entry: bool(entry.film.captions)),
        _share("stages-read", _stages(cases), lambda stage: stage.level is not None),
    )


def readings(hub: Hub) -> tuple[Proportion, ...]:
    """Return how many of the stages with a reading have each."""
    counts = Counter(stage.level for stage in _stages(hub.cases.values()) if stage.level)
    return tuple(Proportion(level, n, counts.total()) for level, n in sorted(counts.items()))


def _sources(cases: Collection[CaseStudy]) -> int:
    return sum(len(case.sources) for case in cases)


def _unnamed(case: CaseStudy) -> int:
    return len(case_sources(case).further) if case.sources else 0


def _share(name: str, things: Collection[_Thing], holds: Callable[[_Thing], bool]) -> Proportion:
    return Proportion(name, sum(map(holds, things)), len(things))


def _speaks(case: CaseStudy) -> bool:
    return bool(voices(case) & COMMUNITY_VOICES)


def _teaches(case: CaseStudy) -> bool:
    return any(COMMUNITY_VOICES & set(lesson.said_by) for lesson in case.lessons)


_CASE_QUALITIES: Mapping[str, Callable[[CaseStudy], bool]] = {
    "cases-with-partners": lambda case: not case.is_public_record,
    "cases-silent": lambda case: not _speaks(case),
    "cases-untaught": lambda case: not _teaches(case),
    "cases-welcome": lambda case: all(lesson.kind in WELCOME_LESSONS for lesson in case.lessons),
    "cases-named": lambda case: case.project is not None,
    "cases-before": lambda case: bool(
        case.investment and case.investment.months_before_question is not None
    ),
    "cases-read": lambda case: bool(
        case.power and any(stage.level for stage in case.power.stages.values())
    ),
    "cases-from-notes": lambda case: case.record.checked_against == "notes",
}


def _stages(cases: Iterable[CaseStudy]) -> list[StageReading]:
    return [stage for case in cases if case.power for stage in case.power.stages.values()]
