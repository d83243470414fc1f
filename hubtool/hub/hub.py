"""The hub: every record that is published, and what ties them together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from hubtool.documents.transcripts import Cue
from hubtool.hub.facet_values import COMMUNITY_VOICES, WELCOME_LESSONS, declared_values, voices
from hubtool.hub.facets import CASE_FACETS, facet_of
from hubtool.hub.lesson_ties import LessonTies
from hubtool.hub.pictures import SizedPicture
from hubtool.hub.references import FilmReference, LessonReference, item_case, lessons_of, parties
from hubtool.hub.related import Likeness
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.opportunity import Opportunity
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.settings import Settings
from hubtool.models.vocabulary import Organisation, Term
from hubtool.records.vocabularies import Vocabulary

_MOST_RELATED = 4


@dataclass(frozen=True)
class RelatedCase:
    """A case like another, with what both share: facet names and values."""

    case: CaseStudy
    shared: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Hub:
    """All that the site shows. Mappings are in the order of their ids."""

    settings: Settings
    vocabularies: Mapping[str, Vocabulary]
    organisations: Mapping[str, Organisation]
    cases: Mapping[str, CaseStudy]
    collections: Mapping[str, Collection]
    opportunities: Mapping[str, Opportunity]
    withdrawn: tuple[str, ...]
    drafts: frozenset[str]  # ids of cases that only their author sees
    moved: Mapping[str, str]  # old address of a page -> new one
    captions: Mapping[str, bytes]  # the files of captions that published cases own, by their paths
    pictures: Mapping[
        str, SizedPicture
    ]  # those that published cases show, by the paths of their files
    transcripts: Mapping[str, tuple[Cue, ...]]  # what these captions say
    today: date
    sources: Mapping[str, str] = field(default_factory=dict)  # files of cases published whole

    @cached_property
    def covers(self) -> dict[str, Markup]:
        """The covers that have been drawn, by the ids of their cases."""
        return {}

    @cached_property
    def cards(self) -> dict[str, Any]:
        """The cards that have been made, by the ids of their cases."""
        return {}

    def term(self, scheme: str, id_: str) -> Term:
        """Return the term *id_* of the vocabulary *scheme*."""
        return self.vocabularies[scheme].terms[id_]

    def terms(self, scheme: str) -> tuple[Term, ...]:
        """Return the terms of *scheme* that can be chosen, in its order."""
        return tuple(term for term in self.vocabularies[scheme].terms.values() if not term.group)

    @cached_property
    def decision_stages(self) -> tuple[Term, ...]:
        """The stages at which somebody decides; the others are for lessons only."""
        return tuple(term for term in self.terms("stages") if not term.is_for_lessons_only)

    @cached_property
    def power_readings(self) -> tuple[Term, ...]:
        """The readings of who decided, without the terms that say why there is no reading."""
        return tuple(term for term in self.terms("power") if not term.extra.get("non_value"))

    @cached_property
    def lessons(self) -> tuple[LessonReference, ...]:
        """Every lesson, by case and in its case's order."""
        return tuple(lessons_of(self.cases.values()))

    @cached_property
    def films(self) -> tuple[FilmReference, ...]:
        """Every film, by case and in its case's order."""
        return tuple(
            FilmReference(case, film) for case in self.cases.values() for film in case.films
        )

    @cached_property
    def film_at(self) -> Mapping[str, FilmReference]:
        """The films by address, old addresses included."""
        index = {entry.address: entry for entry in self.films}
        for entry in self.films:
            for old in entry.film.formerly:
                index.setdefault(f"{entry.case.id}#{old}", entry)
        return index

    def case_at(self, id_: str) -> CaseStudy | None:
        """Return the case with this id, now or formerly, if it is published."""
        moved = self.moved.get(f"cases/{id_}/", f"cases/{id_}/")
        return self.cases.get(moved.split("/")[1])

    @cached_property
    def ties(self) -> LessonTies:
        """What ties lessons to each other."""
        return LessonTies(self.lessons, self.moved)

    @cached_property
    def facets(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The values of each case for each facet: case id -> facet name -> values."""
        return {
            id_: {facet.name: tuple(sorted(set(facet.values(case, self)))) for facet in CASE_FACETS}
            for id_, case in self.cases.items()
        }

    def declared_values(self, case: CaseStudy) -> Mapping[str, tuple[str, ...]]:
        """Return the values in *case* of each facet that its model declares."""
        return self._declared_values[case.id]

    @cached_property
    def _declared_values(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        return {id_: declared_values(case) for id_, case in self.cases.items()}

    def cases_with(self, facet: str, value: str) -> tuple[CaseStudy, ...]:
        """Return the cases with *value* for *facet*, or for the facet of a vocabulary."""
        return self._cases_with.get((facet_of(facet), value), ())

    @cached_property
    def _cases_with(self) -> Mapping[tuple[str, str], tuple[CaseStudy, ...]]:
        index: dict[tuple[str, str], list[CaseStudy]] = defaultdict(list)
        for id_, case in self.cases.items():
            for name, values in self.facets[id_].items():
                for value in values:
                    index[name, value].append(case)
        return {key: tuple(cases) for key, cases in index.items()}

    def lessons_with(self, scheme: str, term: str) -> tuple[LessonReference, ...]:
        """Return the lessons under a term; of `topics` and `methods` by their cases."""
        if scheme not in self._lessons_with:
            index: dict[str, list[LessonReference]] = defaultdict(list)
            for entry in self.lessons:
                for id_ in dict.fromkeys(self._terms_of(entry, scheme)):
                    index[id_].append(entry)
            self._lessons_with[scheme] = {id_: tuple(items) for id_, items in index.items()}
        return self._lessons_with[scheme].get(term, ())

    @cached_property
    def _lessons_with(self) -> dict[str, dict[str, tuple[LessonReference, ...]]]:
        return {}

    def _terms_of(self, entry: LessonReference, scheme: str) -> tuple[str, ...]:
        match scheme:
            case "themes":
                return entry.themes
            case "stages":
                return (entry.lesson.stage,) if entry.lesson.stage else ()
            case "voices":
                return entry.lesson.said_by
            case "lesson-kinds":
                return (entry.lesson.kind,)
        return self.facets[entry.case.id][facet_of(scheme)]

    def collections_of(self, case_id: str) -> tuple[Collection, ...]:
        """Return the collections in which the case, or a lesson or film of it, was chosen."""
        return tuple(
            collection
            for collection in self.collections.values()
            if any(item_case(item) == case_id for item in collection.items)
        )

    def cases_in(self, collection: Collection) -> tuple[CaseStudy, ...]:
        """Return the cases of *collection*: those of its items, then those that its rule adds."""
        cases = (self.case_at(item_case(item)) for item in collection.items)
        unique = {case.id: case for case in (*cases, *self.matching(collection)) if case}
        return tuple(unique.values())

    def matching(self, collection: Collection) -> tuple[CaseStudy, ...]:
        """Return the cases that the collection's rule adds to those chosen by hand."""
        items_by_hand = {item.case for item in collection.items}
        return tuple(
            case
            for id_, case in self.cases.items()
            if collection.rule
            and id_ not in items_by_hand
            and all(
                set(values) & set(self.facets[id_][name])
                for name, values in collection.rule.items()
            )
        )

    def related(self, case_id: str) -> tuple[RelatedCase, ...]:
        """Return the cases most like this one, by what few others share with it."""
        return tuple(
            RelatedCase(self.cases[like.id], like.shared)
            for like in self._likeness.nearest(case_id, most=_MOST_RELATED)
        )

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(self.facets)

    def party_name(self, party: PartnerEntry | FunderEntry) -> str:
        """Return the name of a partner or funder: its own, or its organisation's."""
        return self.organisations[party.org].label if party.org else party.name or ""

    def party_kind(self, party: PartnerEntry | FunderEntry) -> str | None:
        """Return the kind of a partner or funder, as far as it is recorded."""
        kind = party.kind if isinstance(party, PartnerEntry) else None
        return kind or (self.organisations[party.org].kind if party.org else None)

    def party_side(self, party: PartnerEntry | FunderEntry) -> str:
        """Return the side of a partner or funder; `neither` where its kind is not recorded."""
        kind = self.party_kind(party)
        return (
            str(self.term("partner-kinds", kind).extra.get("side", "neither"))
            if kind
            else "neither"
        )

    def party(self, case: CaseStudy, id_: str) -> PartnerEntry | FunderEntry | None:
        """Return the partner or funder of *case* with this id; none for `together`."""
        return next((party for party in parties(case) if party.id == id_), None)

    @cached_property
    def cases_by_partner(self) -> Mapping[str, tuple[CaseStudy, ...]]:
        """The cases in which each organisation was a partner, by its id."""
        return _by_org((case, case.partners) for case in self.cases.values())

    @cached_property
    def cases_by_funder(self) -> Mapping[str, tuple[CaseStudy, ...]]:
        """The cases that each organisation paid for, by its id."""
        return _by_org((case, case.funders) for case in self.cases.values())

    @cached_property
    def voices(self) -> Mapping[str, set[str]]:
        """The voices that speak in each case, by its id."""
        return {id_: voices(case) for id_, case in self.cases.items()}

    def depth(self, case: CaseStudy) -> str:
        """Return `full` or `snapshot`: derived, never typed."""
        return "snapshot" if self.wanted_for_full(case) else "full"

    def wanted_for_full(self, case: CaseStudy) -> tuple[str, ...]:
        """Return what *case* lacks to be full: `story`, `power`, `outcome`, `tension`, `voices`."""
        has = {
            "story": case.story is not None,
            "power": case.power is not None and bool(case.power.stages),
            "outcome": bool(case.outcomes),
            "tension": bool(case.tensions)
            or any(lesson.kind not in WELCOME_LESSONS for lesson in case.lessons),
            "voices": len(self.voices[case.id]) > 1,
        }
        return tuple(part for part, is_there in has.items() if not is_there)

    def still_wanted(self, case: CaseStudy) -> tuple[str, ...]:
        """Return what would make *case* richer: the above, `community-voice`, `captions`."""
        parts = list(self.wanted_for_full(case))
        if not self.voices[case.id] & COMMUNITY_VOICES:
            parts.append("community-voice")
        if case.films and "captions" not in self.facets[case.id]["film"]:
            parts.append("captions")
        return tuple(parts)


def _by_org(
    cases: Iterable[tuple[CaseStudy, Iterable[PartnerEntry | FunderEntry]]],
) -> Mapping[str, tuple[CaseStudy, ...]]:
    index: dict[str, tuple[CaseStudy, ...]] = {}
    for case, entries in cases:
        for org in sorted({party.org for party in entries if party.org}):
            index[org] = (*index.get(org, ()), case)
    return dict(sorted(index.items()))
