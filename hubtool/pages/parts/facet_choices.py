"""The facets of a list as readers meet them: their names, their values, and how many have each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.hub.facets import Facet, facets_of_cases
from hubtool.hub.lists import Table, sort_key
from hubtool.pages.view import View
from hubtool.text.words import Words


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
    counted = None if ids is None else tuple(ids)
    hidden = frozenset(without)
    facets = (
        FacetChoices(
            facet.name,
            view.words(f"facet.{table.kind}.{facet.name}"),
            tuple(_choices(view, facet, table.counts(facet.name, counted))),
            facet.is_open,
        )
        for facet in table.facets
        if facet.name not in hidden
    )
    return tuple(facet for facet in facets if any(choice.count for choice in facet.choices))


def country_page(code: str) -> str:
    """Return the address of the page of a country's cases."""
    return (facets_of_cases()["country"].page or "").format(code.lower())


def value_label(view: View, facet: Facet[Any], value: str) -> str:
    """Return what readers call *value* of *facet*."""
    return _labels(view, facet)(value)


def _choices(view: View, facet: Facet[Any], counts: Mapping[str, int]) -> Iterable[Choice]:
    label = _labels(view, facet)
    for value in _ordered(view, facet, counts, label):
        address = facet.page.format(value.lower()) if facet.page else None
        yield Choice(value, label(value), counts.get(value, 0), address)


def _ordered(
    view: View, facet: Facet[Any], counts: Mapping[str, int], label: Callable[[str], str]
) -> list[str]:
    always = _decision_stages(view, facet) if facet.always is None else facet.always
    if always:
        return [*always, *sorted(counts.keys() - set(always))]
    match facet.order:
        case "scheme":
            position = {id_: index for index, id_ in enumerate(_terms(view, facet))}
            return sorted(counts, key=lambda value: (position.get(value, len(position)), value))
        case "latest":
            return sorted(counts, reverse=True)
    return sorted(counts, key=lambda value: (sort_key(label(value)), value))


def _terms(view: View, facet: Facet[Any]) -> tuple[str, ...]:
    scheme = facet.scheme
    if scheme is None or scheme not in view.hub.vocabularies:
        return ()
    return tuple(term.id for term in view.hub.terms(scheme))


def _decision_stages(view: View, facet: Facet[Any]) -> tuple[str, ...]:
    terms = view.hub.terms(facet.scheme or "")
    return tuple(term.id for term in terms if not term.is_for_lessons_only)


def _labels(view: View, facet: Facet[Any]) -> Callable[[str], str]:
    match facet.labels:
        case "countries":
            return view.words.country
        case "regions":
            return lambda code: _region(code, view.words)
        case "decades":
            return lambda decade: view.words("facet.decade", year=decade.removesuffix("s"))
        case "languages":
            return view.words.language_name
    return lambda value: _term(view, facet, value)


def _region(code: str, words: Words) -> str:
    country = code.partition("-")[0]
    if country == "GB":
        return words.region(code)
    return words("facet.region-in", region=words.region(code), country=words.country(country))


def _term(view: View, facet: Facet[Any], value: str) -> str:
    for scheme in facet.schemes:
        vocabulary = view.hub.vocabularies.get(scheme)
        if vocabulary and value in vocabulary.terms:
            return vocabulary.terms[value].label
    key = f"facet.values.{facet.name}.{value}"
    return view.words(key) if view.words.has(key) else value
