"""Lessons by their addresses, and what ties them: those that confirm and contradict each other."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hubtool.hub.references import LessonReference


@dataclass(frozen=True)
class LessonTies:
    """The ties between all *lessons*; *moved* leads from the old address of a page to the new."""

    lessons: tuple[LessonReference, ...]
    moved: Mapping[str, str]

    @cached_property
    def lesson_at(self) -> Mapping[str, LessonReference]:
        """The lessons by address, old addresses included."""
        index = {entry.address: entry for entry in self.lessons}
        for entry in self.lessons:
            for old in entry.lesson.formerly:
                index.setdefault(f"{entry.case.id}#{old}", entry)
        for old_page, new_page in self.moved.items():
            if old_page.startswith("cases/"):
                old_id, new_id = old_page.split("/")[1], new_page.split("/")[1]
                for entry in self.lessons:
                    if entry.case.id == new_id:
                        index.setdefault(f"{old_id}#{entry.lesson.id}", entry)
        return index

    def seen_in(self, address: str) -> tuple[str, ...]:
        """Return the cases a lesson is seen in: its own and those tied to it by `confirms`."""
        addresses, queue = {address}, [address]
        while queue:
            for neighbour in self._confirming[queue.pop()]:
                if neighbour not in addresses:
                    addresses.add(neighbour)
                    queue.append(neighbour)
        return tuple(
            sorted({self.lesson_at[name].case.id for name in addresses if name in self.lesson_at})
        )

    def confirming(self, address: str) -> tuple[LessonReference, ...]:
        """Return the lessons that confirm this one or that it confirms."""
        return tuple(self.lesson_at[neighbour] for neighbour in sorted(self._confirming[address]))

    def contradicting(self, address: str) -> tuple[LessonReference, ...]:
        """Return the lessons that contradict this one or that it contradicts."""
        return tuple(
            self.lesson_at[neighbour] for neighbour in sorted(self._contradicting[address])
        )

    @cached_property
    def contradictions(self) -> tuple[tuple[LessonReference, LessonReference], ...]:
        """Every pair of lessons that contradict each other, once."""
        pairs = {
            tuple(sorted((first, second)))
            for first, neighbours in self._contradicting.items()
            for second in neighbours
        }
        return tuple(
            (self.lesson_at[first], self.lesson_at[second]) for first, second in sorted(pairs)
        )

    @cached_property
    def _confirming(self) -> Mapping[str, set[str]]:
        return self._ties("confirms")

    @cached_property
    def _contradicting(self) -> Mapping[str, set[str]]:
        return self._ties("contradicts")

    def _ties(self, key: str) -> Mapping[str, set[str]]:
        ties: dict[str, set[str]] = defaultdict(set)
        for entry in self.lessons:
            for address in getattr(entry.lesson, key):
                target = self.lesson_at.get(address)
                if target is not None and target is not entry:
                    ties[entry.address].add(target.address)
                    ties[target.address].add(entry.address)
        return ties
