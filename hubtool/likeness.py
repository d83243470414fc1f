"""How like cases are, by what few of them share."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

Trait = tuple[str, str]
"""The name of a facet and one of its values."""

_FACETS = ("topic", "theme", "method", "friction", "region", "country")


@dataclass(frozen=True)
class Like:
    """A case like another, with what both share, the rarest first."""

    id: str
    shared: tuple[Trait, ...]


@dataclass(frozen=True)
class Likeness:
    """The likeness of all cases: *facets* holds the values of each case for each facet."""

    facets: Mapping[str, Mapping[str, tuple[str, ...]]]

    def nearest(self, case_id: str) -> list[Like]:
        """Return the cases that share something with this one, the most like first."""
        shared: dict[str, set[Trait]] = defaultdict(set)
        for trait in self._traits(case_id):
            for other in self._cases[trait]:
                shared[other].add(trait)
        shared.pop(case_id, None)
        weights = {other: sum(map(self._weight, traits)) for other, traits in shared.items()}
        return [
            Like(other, tuple(sorted(shared[other], key=self._rarity)))
            for other in sorted(shared, key=lambda other: (-weights[other], other))
        ]

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
