"""Related cases: the likeness of two cases, by the rare values that they share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log

from hubtool.hub.facets import CASE_FACETS

Trait = tuple[str, str]
"""The name of a facet and one of its values."""

_FACETS = tuple(facet.name for facet in CASE_FACETS if facet.shared_as)


@dataclass(frozen=True)
class Like:
    """A case like another, with what both share, the rarest first."""

    id: str
    shared: tuple[Trait, ...]


@dataclass(frozen=True)
class Likeness:
    """The likeness of all cases: *facets* holds the values of each case for each facet."""

    facets: Mapping[str, Mapping[str, tuple[str, ...]]]

    def nearest(self, case_id: str, *, most: int) -> list[Like]:
        """Return the *most* cases that are most like this one, the most like first.

        In a big hub nearly every case shares something, so only the returned ones are compared.
        """
        traits = sorted(self._traits(case_id), key=self._rarity)
        weights: dict[str, float] = defaultdict(float)
        for trait in traits:
            weight = self._weight(trait)
            for id_ in self._cases[trait]:
                weights[id_] += weight
        weights.pop(case_id, None)
        ids = nsmallest(most, weights, key=lambda id_: (-weights[id_], id_))
        return [Like(id_, self._shared(traits, id_)) for id_ in ids]

    def _shared(self, traits: Iterable[Trait], case_id: str) -> tuple[Trait, ...]:
        case_traits = set(self._traits(case_id))
        return tuple(trait for trait in traits if trait in case_traits)

    def _traits(self, case_id: str) -> list[Trait]:
        values = self.facets[case_id]
        return [(name, value) for name in _FACETS for value in values[name]]

    @cached_property
    def _cases(self) -> Mapping[Trait, list[str]]:
        cases: dict[Trait, list[str]] = defaultdict(list)
        for case_id in self.facets:
            for trait in self._traits(case_id):
                cases[trait].append(case_id)
        return cases

    def _weight(self, trait: Trait) -> float:
        return log(len(self.facets) / len(self._cases[trait]))

    def _rarity(self, trait: Trait) -> tuple[int, Trait]:
        return len(self._cases[trait]), trait
