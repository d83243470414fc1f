"""Collections: each item once, and rules that name facets of the hub."""

from collections.abc import Iterator
from difflib import get_close_matches

from hubtool.diagnostics.diagnostic import Diagnostic, Related
from hubtool.diagnostics.spans import Route
from hubtool.hub.facets import facets_of_cases
from hubtool.models.collection import Collection
from hubtool.records.records import Entry, Records


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield items chosen twice, and rules that can match nothing."""
    for entry in records.entries:
        if isinstance(entry.sound.record, Collection):
            yield from _twice(entry, entry.sound.record)
            yield from _rule(records, entry, entry.sound.record)


def _twice(entry: Entry, collection: Collection) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Route] = {}
    for index, item in enumerate(collection.items):
        key = next(key for key in ("case", "lesson", "film") if getattr(item, key))
        choice = (key, str(getattr(item, key)))
        route: Route = ("items", index, key)
        if choice in first:
            yield entry.fault(
                "H307",
                f"`{choice[1]}` stands in this collection twice",
                route=route,
                hint="remove one and join their notes",
                related=(
                    Related(entry.path, entry.document.span(first[choice]), "first chosen here"),
                ),
            )
        first.setdefault(choice, route)


def _rule(records: Records, entry: Entry, collection: Collection) -> Iterator[Diagnostic]:
    facets = facets_of_cases()
    for name, values in collection.rule.items():
        if name not in facets:
            match = get_close_matches(name, facets, 1, 0.6)
            hint = f"did you mean `{match[0]}`?" if match else f"facets: {', '.join(facets)}"
            yield entry.fault(
                "H310",
                f"`{name}` is not a facet",
                key=True,
                route=("rule", name),
                hint=hint,
            )
            continue
        vocabulary = records.vocabularies.get(facets[name].scheme or "")
        for index, value in enumerate(values):
            if vocabulary and value not in vocabulary.terms:
                near_id = vocabulary.names.find(value) or vocabulary.names.nearest(value)
                yield entry.fault(
                    "H310",
                    f"`{value}` is not a value of the facet `{name}`",
                    route=("rule", name, index),
                    hint=f"did you mean `{near_id}`?"
                    if near_id
                    else f"`hubtool explain {vocabulary.id}` lists the values",
                )
