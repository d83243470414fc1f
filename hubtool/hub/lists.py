"""The lists that readers sift: cases, lessons and films as rows, with the values of their facets."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from hubtool.hub.facets import CASE_FACETS, FILM_FACETS, LESSON_FACETS, Facet
from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.text.dates import days

Values = Mapping[str, tuple[str, ...]]
Entry = TypeVar("Entry")
Newness = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in a list: its id, as other records name it, and its values for each facet."""

    id: str
    values: Values


@dataclass(frozen=True)
class Table:
    """A list to sift. *orders* say which rows come one after the other, by positions in *rows*."""

    kind: str
    facets: tuple[Facet[Any], ...]
    rows: tuple[Row, ...]
    orders: Mapping[str, tuple[int, ...]]

    def counts(self, facet: str, ids: Iterable[str] | None = None) -> Mapping[str, int]:
        """Return how many rows have each value of *facet*; with *ids*, how many of those."""
        rows = self.rows if ids is None else [self.by_id[id_] for id_ in ids]
        return Counter(value for row in rows for value in row.values[facet])

    @cached_property
    def by_id(self) -> Mapping[str, Row]:
        """The rows by their ids."""
        return {row.id: row for row in self.rows}


def case_table(hub: Hub) -> Table:
    """Return the cases of *hub* by title."""
    cases = sorted(hub.cases.values(), key=lambda case: (sort_key(case.title), case.id))
    facets = tuple(facet for facet in CASE_FACETS if facet.is_listed)
    rows = tuple(Row(case.id, hub.facets[case.id]) for case in cases)
    orders = {
        "work": _order(cases, lambda case: _work(hub, case)),
        "hub": _order(cases, lambda case: (case.record.created or "", *_work(hub, case))),
    }
    return Table("cases", facets, rows, orders)


def lesson_table(hub: Hub) -> Table:
    """Return the lessons of *hub* by the titles of their cases, then in their case's order."""
    entries = sorted(hub.lessons, key=lambda entry: (sort_key(entry.case.title), entry.case.id))
    rows = tuple(Row(entry.address, _values(LESSON_FACETS, entry, hub)) for entry in entries)
    orders = {
        "hub": _order(entries, lambda entry: entry.case.record.created or ""),
        "stage": _grouped(entries, _ids(hub, "stages"), lambda entry: entry.lesson.stage),
    }
    return Table("lessons", LESSON_FACETS, rows, orders)


def film_table(hub: Hub) -> Table:
    """Return the films of *hub* that have an address, by title."""
    entries = sorted(
        (entry for entry in hub.films if entry.film.id),
        key=lambda entry: (sort_key(entry.film.title), entry.address),
    )
    rows = tuple(Row(entry.address, _values(FILM_FACETS, entry, hub)) for entry in entries)
    orders = {
        "published": _order(entries, lambda entry: entry.film.published or ""),
        "kind": _grouped(entries, _ids(hub, "film-kinds"), lambda entry: entry.film.kind),
    }
    return Table("films", FILM_FACETS, rows, orders)


def by_newness(table: Table, ids: Iterable[str]) -> list[str]:
    """Return *ids* of *table* in the order `hub`: the last written first."""
    selection = frozenset(ids)
    ordered = (table.rows[position].id for position in table.orders["hub"])
    return [id_ for id_ in ordered if id_ in selection]


def sort_key(text: str) -> str:
    """Return *text* as lists are sorted by it: without accents, case and leading marks."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return plain.lstrip("\"'‘“«(¡¿ ")


def newest(hub: Hub) -> tuple[CaseStudy, ...]:
    """Return the cases, the last written first, then the most recent work."""
    table = case_table(hub)
    return tuple(hub.cases[table.rows[position].id] for position in table.orders["hub"])


def _order(entries: Iterable[Entry], newness: Callable[[Entry], Newness]) -> tuple[int, ...]:
    """Return the positions of *entries*, the newest first; those alike stay as they are."""
    items = list(entries)
    # Sorting keeps what is alike in order, backwards too.
    return tuple(
        sorted(range(len(items)), key=lambda position: newness(items[position]), reverse=True)
    )


def _grouped(
    entries: Iterable[Entry], groups: Sequence[str], group_of: Callable[[Entry], str | None]
) -> tuple[int, ...]:
    """Return the positions of *entries* by their groups; those without one come last."""
    ranks = {group: rank for rank, group in enumerate(groups)}
    keys = [ranks.get(group_of(entry) or "", len(ranks)) for entry in entries]
    return tuple(sorted(range(len(keys)), key=keys.__getitem__))


def _ids(hub: Hub, scheme: str) -> list[str]:
    return [term.id for term in hub.terms(scheme)]


def _work(hub: Hub, case: CaseStudy) -> tuple[str, str]:
    """Return the last and the first day of the work, as far as its dates say."""
    if case.dates is None:
        return "", ""
    span = days(case.dates)
    last = hub.today if span.goes_on else span.last or span.first
    first = span.first or last
    return str(last or ""), str(first or "")


def _values(facets: Iterable[Facet[Entry]], entry: Entry, hub: Hub) -> Values:
    return {facet.name: tuple(dict.fromkeys(facet.values(entry, hub))) for facet in facets}
