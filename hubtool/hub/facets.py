"""Facets: the fields readers filter by, with the values each case has."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.models.case import CaseStudy
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.walk import leaves
from hubtool.text.dates import days

DECIDED_WITH = frozenset({"shared", "community"})
"""The readings in which the community partner's no would have held."""

COMMUNITY_VOICES = frozenset({"community", "community-researcher", "together"})
"""The voices in which the community partner speaks, alone or with others."""

WELCOME_LESSONS = frozenset({"worked", "condition"})
"""The kinds of lesson that nobody minds telling."""

SCHEMES = ("themes", "methods", "topics", "frictions")
"""The vocabularies whose terms have pages of their own."""

FACET_OF = {"themes": "theme", "methods": "method", "topics": "topic", "frictions": "friction"}


@dataclass(frozen=True)
class Facet:
    """A field to filter by. *scheme* is the vocabulary of its values, where it has one."""

    name: str
    scheme: str | None = None


@dataclass(frozen=True)
class Context:
    """What a facet may need beyond the case itself."""

    partner_kind: Callable[[Any], str | None]
    depth: Callable[[CaseStudy], str]
    today_year: int


FACETS: Mapping[str, Facet] = {
    facet.name: facet
    for facet in (
        Facet("theme", "themes"),
        Facet("topic", "topics"),
        Facet("method", "methods"),
        Facet("decided", "stages"),
        Facet("initiator", "partner-kinds"),
        Facet("partner-kind", "partner-kinds"),
        Facet("country"),
        Facet("region"),
        Facet("year"),
        Facet("voice", "voices"),
        Facet("friction", "frictions"),
        Facet("film"),
        Facet("depth"),
    )
}
"""The facets of cases, in the order in which readers meet them."""

_DECLARED = ("theme", "topic", "method", "country", "region", "friction")


def facet_values(case: CaseStudy, context: Context) -> Mapping[str, tuple[str, ...]]:
    """Return the values of *case* for each facet, sorted."""
    declared: dict[str, set[str]] = {name: set() for name in _DECLARED}
    for leaf in leaves(CaseStudy, case.model_dump(mode="json", by_alias=True)):
        # A lesson's themes are its own: they say nothing of the whole case.
        if leaf.facet in declared:
            declared[leaf.facet].add(leaf.value)
    derived: dict[str, Iterable[str]] = {
        "decided": _decided(case),
        "initiator": _initiator(case, context),
        "partner-kind": filter(None, map(context.partner_kind, case.partners)),
        "year": map(str, years(case, context.today_year)),
        "voice": voices(case),
        "film": _film(case),
        "depth": (context.depth(case),),
    }
    values = {**declared, **derived}
    return {name: tuple(sorted(set(values[name]))) for name in FACETS}


def voices(case: CaseStudy) -> set[str]:
    """Return the voices that speak in *case*: in lessons, outcomes and tensions."""
    said: tuple[tuple[str, ...], ...] = (
        *(lesson.said_by for lesson in case.lessons),
        *(outcome.said_by for outcome in case.outcomes),
        *(tension.said_by for tension in case.tensions),
    )
    return {voice for voices_of_one in said for voice in voices_of_one}


def years(case: CaseStudy, today_year: int) -> range:
    """Return the years in which the work went on, as far as its dates say."""
    if case.dates is None:
        return range(0)
    known = days(case.dates)
    first = known.first or known.last
    if first is None:
        return range(0)
    last = today_year if known.goes_on else (known.last or first).year
    return range(first.year, last + 1)


def _decided(case: CaseStudy) -> Iterable[str]:
    stages = case.power.stages if case.power else {}
    return (stage for stage, reading in stages.items() if reading.level in DECIDED_WITH)


def _initiator(case: CaseStudy, context: Context) -> Iterable[str]:
    if case.initiated_by == "together":
        return ("together",)
    parties: tuple[PartnerEntry | FunderEntry, ...] = (*case.partners, *case.funders)
    found = (party for party in parties if party.id == case.initiated_by and party.id)
    return filter(None, map(context.partner_kind, found))


def _film(case: CaseStudy) -> Iterable[str]:
    if case.films:
        yield "film"
    if any(film.captions or (film.access and film.access.captions) for film in case.films):
        yield "captions"
