"""The facets of a list as readers meet them: their names, their values, and how many have each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hubtool.hub.lists import LENGTHS, Table, sort_key
from hubtool.pages.view import View
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
    view: View,
    table: Table,
    *,
    ids: Iterable[str] | None = None,
    without: Iterable[str] = (),
) -> tuple[FacetChoices, ...]:
    """Return the facets of *table* that have values, but for those named in *without*.

    Where *ids* are given, only these rows are counted.
    """
    some = None if ids is None else tuple(ids)
    left_out = frozenset(without)
    found = (
        FacetChoices(
            name,
            view.words(f"facet.{table.kind}.{name}"),
            tuple(_choices(view, table, name, table.counts(name, some))),
            name in _OPEN,
        )
        for name in table.facets
        if name not in left_out
    )
    return tuple(facet for facet in found if any(one.count for one in facet.choices))


def country_page(code: str) -> str:
    """Return the address of the page of a country's cases."""
    return _PAGES["cases"]["country"].format(code.lower())


def _choices(view: View, table: Table, name: str, counts: Mapping[str, int]) -> Iterable[Choice]:
    words = _labels(view, table.kind, name)
    place = _PAGES[table.kind].get(name)
    for value in _ordered(view, table.kind, name, counts, words):
        address = place.format(value.lower()) if place else None
        yield Choice(value, words(value), counts.get(value, 0), address)


def _ordered(
    view: View, kind: str, name: str, counts: Mapping[str, int], words: Callable[[str], str]
) -> list[str]:
    scheme = _SCHEMES[kind].get(name, "")
    in_scheme = (
        [term.id for term in view.hub.terms(scheme)] if scheme in view.hub.vocabularies else []
    )
    if name == "decided":
        in_scheme = [
            id_ for id_ in in_scheme if not view.hub.term(scheme, id_).extra.get("use_only_in")
        ]
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


def _labels(view: View, kind: str, name: str) -> Callable[[str], str]:
    match name:
        case "country":
            return view.words.country
        case "region":
            return lambda code: _region(code, view.words)
        case "years":
            return lambda decade: view.words("facet.decade", year=decade.removesuffix("s"))
        case "language" | "signed":
            return view.words.language_name
    return lambda value: _term(view, view.words, kind, name, value)


def _region(code: str, t: Words) -> str:
    country = code.partition("-")[0]
    if country == "GB":
        return t.region(code)
    return t("facet.region-in", region=t.region(code), country=t.country(country))


def _term(view: View, t: Words, kind: str, name: str, value: str) -> str:
    for scheme in (_SCHEMES[kind].get(name, ""), "partner-kinds"):
        term = (
            view.hub.vocabularies[scheme].terms.get(value)
            if scheme in view.hub.vocabularies
            else None
        )
        if term:
            return term.label
    return t(f"facet.values.{name}.{value}") if t.has(f"facet.values.{name}.{value}") else value
