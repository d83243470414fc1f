"""The facets of a list as readers meet them: their names, their values, and how many have each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hubtool.hub.hub import Hub
from hubtool.hub.lists import LENGTHS, Table, sort_key
from hubtool.pages.page import hub_words
from hubtool.text.words import Words

_OPEN = frozenset({"topic", "decided", "stage", "kind"})
_SCHEMES = {
    "cases": {
        "topic": "topics",
        "theme": "themes",
        "decided": "stages",
        "method": "methods",
        "voice": "voices",
        "friction": "frictions",
        "initiator": "partner-kinds",
        "partner-kind": "partner-kinds",
    },
    "lessons": {
        "stage": "stages",
        "kind": "lesson-kinds",
        "voice": "voices",
        "theme": "themes",
        "evidence": "evidence",
    },
    "films": {"kind": "film-kinds", "maker": "voices"},
}
# The values that are worth showing even where nothing has them: what is missing says something.
_ALWAYS = {
    "decided": (),
    "film": ("film", "captions"),
    "depth": ("full", "snapshot"),
    "length": LENGTHS,
    "captions": ("captions", "none", "unknown"),
}
_BY_SCHEME = frozenset({"decided", "stage", "kind", "voice", "evidence"})
_PAGES = {
    "cases": {
        "topic": "topics/{}/",
        "theme": "themes/{}/",
        "method": "methods/{}/",
        "friction": "frictions/{}/",
        "country": "places/{}/",
    },
    "lessons": {"stage": "lessons/{}/", "theme": "lessons/theme/{}/"},
    "films": {},
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: *count* rows have it; *address* is its page, where it has one."""

    value: str
    words: str
    count: int
    address: str | None = None


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet with its values in order."""

    name: str
    words: str
    choices: tuple[Choice, ...]
    is_open: bool


def facet_choices(
    hub: Hub,
    table: Table,
    *,
    ids: Iterable[str] | None = None,
    without: Iterable[str] = (),
) -> tuple[FacetChoices, ...]:
    """Return the facets of *table* that have values, but for those named in *without*.

    Where *ids* are given, only these rows are counted.
    """
    t = hub_words(hub)
    some = None if ids is None else tuple(ids)
    left_out = frozenset(without)
    found = (
        FacetChoices(
            name,
            t(f"facet.{table.kind}.{name}"),
            tuple(_choices(hub, table, name, table.counts(name, some))),
            name in _OPEN,
        )
        for name in table.facets
        if name not in left_out
    )
    return tuple(facet for facet in found if any(one.count for one in facet.choices))


def country_page(code: str) -> str:
    """Return the address of the page of a country's cases."""
    return _PAGES["cases"]["country"].format(code.lower())


def _choices(hub: Hub, table: Table, name: str, counts: Mapping[str, int]) -> Iterable[Choice]:
    words = _labels(hub, table.kind, name)
    place = _PAGES[table.kind].get(name)
    for value in _ordered(hub, table.kind, name, counts, words):
        address = place.format(value.lower()) if place else None
        yield Choice(value, words(value), counts.get(value, 0), address)


def _ordered(
    hub: Hub, kind: str, name: str, counts: Mapping[str, int], words: Callable[[str], str]
) -> list[str]:
    scheme = _SCHEMES[kind].get(name, "")
    in_scheme = [term.id for term in hub.terms(scheme)] if scheme in hub.vocabularies else []
    if name == "decided":
        in_scheme = [id_ for id_ in in_scheme if not hub.term(scheme, id_).extra.get("use_only_in")]
    if name in _ALWAYS:
        first = _ALWAYS[name] or tuple(in_scheme)
        return [*first, *sorted(counts.keys() - set(first))]
    if name in _BY_SCHEME:
        return sorted(counts, key=lambda value: (*_place(value, in_scheme), value))
    if name == "years":
        return sorted(counts, reverse=True)
    return sorted(counts, key=lambda value: (sort_key(words(value)), value))


def _place(value: str, known: list[str]) -> tuple[int]:
    return (known.index(value) if value in known else len(known),)


def _labels(hub: Hub, kind: str, name: str) -> Callable[[str], str]:
    t = hub_words(hub)
    match name:
        case "country":
            return t.country
        case "region":
            return lambda code: _region(code, t)
        case "years":
            return lambda decade: t("facet.decade", year=decade.removesuffix("s"))
        case "language" | "signed":
            return t.language_name
    return lambda value: _term(hub, t, kind, name, value)


def _region(code: str, t: Words) -> str:
    country = code.partition("-")[0]
    if country == "GB":
        return t.region(code)
    return t("facet.region-in", region=t.region(code), country=t.country(country))


def _term(hub: Hub, t: Words, kind: str, name: str, value: str) -> str:
    for scheme in (_SCHEMES[kind].get(name, ""), "partner-kinds"):
        term = hub.vocabularies[scheme].terms.get(value) if scheme in hub.vocabularies else None
        if term:
            return term.label
    return t(f"facet.values.{name}.{value}") if t.has(f"facet.values.{name}.{value}") else value
