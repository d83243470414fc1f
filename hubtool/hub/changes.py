"""What two editions of a hub show differently: what a branch changes for readers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.opportunity import Opportunity

Event = Literal["new", "changed", "withdrawn", "gone"]

_Record = CaseStudy | Collection | Opportunity


@dataclass(frozen=True, slots=True)
class PartChange:
    """A field of a record by its label; of a list, how many entries came and how many went."""

    label: str
    more: int = 0
    fewer: int = 0


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that readers see for the first time, otherwise than before, or no more."""

    event: Event
    path: str
    title: str
    parts: tuple[PartChange, ...] = ()


def changes(before: Hub, after: Hub) -> tuple[RecordChange, ...]:
    """Return what *after* shows otherwise than *before*, record by record."""
    return (
        *_changes("cases", before.cases, after.cases, after.withdrawn),
        *_changes("collections", before.collections, after.collections),
        *_changes("opportunities", before.opportunities, after.opportunities),
    )


def _changes(
    folder: str,
    before: Mapping[str, _Record],
    after: Mapping[str, _Record],
    withdrawn: tuple[str, ...] = (),
) -> Iterator[RecordChange]:
    for id_ in sorted(before.keys() | after.keys()):
        path, old, new = f"{folder}/{id_}.yml", before.get(id_), after.get(id_)
        if new is None and old is not None:
            yield RecordChange("withdrawn" if id_ in withdrawn else "gone", path, old.title)
        elif old is None and new is not None:
            yield RecordChange("new", path, new.title)
        elif old is not None and new is not None and old != new:
            yield RecordChange("changed", path, new.title, tuple(_parts(old, new)))


def _parts(old: _Record, new: _Record) -> Iterator[PartChange]:
    for key, info in type(new).model_fields.items():
        values = getattr(old, key), getattr(new, key)
        if values[0] == values[1]:
            continue
        label = info.title or key
        if all(isinstance(value, tuple) for value in values):
            earlier, later = values
            more = sum(entry not in earlier for entry in later)
            yield PartChange(label, more, sum(entry not in later for entry in earlier))
        else:
            yield PartChange(label)
