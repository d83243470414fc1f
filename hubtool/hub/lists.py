"""The lists that readers sift: cases, lessons and films as rows, with the values of their facets."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from hubtool.hub.hub import Hub
from hubtool.hub.references import FilmEntry, LessonEntry
from hubtool.models.case import CaseStudy
from hubtool.text.dates import days

CASE_FACETS = (
    "topic",
    "theme",
    "decided",
    "country",
    "region",
    "years",
    "film",
    "method",
    "voice",
    "friction",
    "initiator",
    "partner-kind",
    "depth",
)
"""What cases are sifted by, in the order in which readers meet it."""

LESSON_FACETS = ("stage", "kind", "voice", "theme", "evidence")
FILM_FACETS = ("kind", "maker", "length", "captions", "signed", "language")

LENGTHS = ("under-5", "5-to-20", "20-to-60", "over-60")
"""How long a film is, in minutes."""

_LENGTH_ENDS = (5 * 60, 20 * 60, 60 * 60)

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
    facets: tuple[str, ...]
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
    rows = tuple(Row(case.id, _case_values(hub, case)) for case in cases)
    orders = {
        "work": _order(cases, lambda case: _work(hub, case)),
        "hub": _order(cases, lambda case: (case.record.created or "", *_work(hub, case))),
    }
    return Table("cases", CASE_FACETS, rows, orders)


def lesson_table(hub: Hub) -> Table:
    """Return the lessons of *hub* by the titles of their cases, then in their case's order."""
    entries = sorted(hub.lessons, key=lambda entry: (sort_key(entry.case.title), entry.case.id))
    rows = tuple(Row(entry.address, _lesson_values(entry)) for entry in entries)
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
    rows = tuple(Row(entry.address, _film_values(hub, entry)) for entry in entries)
    orders = {
        "published": _order(entries, lambda entry: entry.film.published or ""),
        "kind": _grouped(entries, _ids(hub, "film-kinds"), lambda entry: entry.film.kind),
    }
    return Table("films", FILM_FACETS, rows, orders)


def by_newness(table: Table, ids: Iterable[str]) -> list[str]:
    """Return *ids* of *table* in the order `hub`: the last written first."""
    wanted = frozenset(ids)
    ordered = (table.rows[place].id for place in table.orders["hub"])
    return [id_ for id_ in ordered if id_ in wanted]


def sort_key(text: str) -> str:
    """Return *text* as lists are sorted by it: without accents, case and leading marks."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lstrip("\"'‘“«(¡¿ ")


def newest(hub: Hub) -> tuple[CaseStudy, ...]:
    """Return the cases, the last written first, then the most recent work."""
    table = case_table(hub)
    return tuple(hub.cases[table.rows[place].id] for place in table.orders["hub"])


def _order(entries: Iterable[Entry], newness: Callable[[Entry], Newness]) -> tuple[int, ...]:
    """Return the positions of *entries*, the newest first; those alike stay as they are."""
    given = list(entries)
    # Sorting keeps what is alike in order, backwards too.
    return tuple(sorted(range(len(given)), key=lambda place: newness(given[place]), reverse=True))


def _grouped(
    entries: Iterable[Entry], groups: Sequence[str], group_of: Callable[[Entry], str | None]
) -> tuple[int, ...]:
    """Return the positions of *entries* by their groups; those of none come last."""
    places = {group: place for place, group in enumerate(groups)}
    given = [places.get(group_of(entry) or "", len(places)) for entry in entries]
    return tuple(sorted(range(len(given)), key=given.__getitem__))


def _ids(hub: Hub, scheme: str) -> list[str]:
    return [term.id for term in hub.terms(scheme)]


def _work(hub: Hub, case: CaseStudy) -> tuple[str, str]:
    """Return the last and the first day of the work, as far as its dates say."""
    if case.dates is None:
        return "", ""
    known = days(case.dates)
    last = hub.today if known.goes_on else known.last or known.first
    first = known.first or last
    return str(last or ""), str(first or "")


def _case_values(hub: Hub, case: CaseStudy) -> Values:
    known = hub.facets[case.id]
    decades = dict.fromkeys(f"{year[:-1]}0s" for year in known["year"])
    return {name: tuple(decades) if name == "years" else known[name] for name in CASE_FACETS}


def _lesson_values(entry: LessonEntry) -> Values:
    lesson = entry.lesson
    return {
        "stage": _one(lesson.stage),
        "kind": (lesson.kind,),
        "voice": tuple(dict.fromkeys(lesson.said_by)),
        "theme": tuple(dict.fromkeys(entry.themes)),
        "evidence": _one(lesson.evidence),
    }


def _film_values(hub: Hub, entry: FilmEntry) -> Values:
    film, access = entry.film, entry.film.access
    has_captions = bool(film.captions) or (access.captions if access else None)
    captions = {True: "captions", False: "none", None: "unknown"}[has_captions]
    return {
        "kind": _one(film.kind),
        "maker": _one(_maker(hub, entry)),
        "length": _one(_length(film.duration)),
        "captions": (captions,),
        "signed": _one(access.sign_language if access else None),
        "language": _one(film.language and film.language.partition("-")[0]),
    }


def _maker(hub: Hub, entry: FilmEntry) -> str | None:
    """Return the voice that made a film, or what kind of partner it was."""
    maker = entry.film.made_by
    if maker is None or maker in hub.vocabularies["voices"].terms:
        return maker
    party = hub.party(entry.case, maker)
    return hub.party_kind(party) if party else None


def _length(seconds: int | None) -> str | None:
    if seconds is None:
        return None
    return LENGTHS[sum(seconds >= end for end in _LENGTH_ENDS)]


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
