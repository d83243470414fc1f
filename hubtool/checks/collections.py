"""Collections: each item once, rules that name facets of the hub, and known signatures."""

from collections.abc import Iterator
from difflib import get_close_matches

from hubtool.diagnostics.diagnostic import Diagnostic, Related
from hubtool.diagnostics.spans import Route
from hubtool.hub.facets import facets_of_cases
from hubtool.models.collection import Collection
from hubtool.records.records import Entry, Records


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield items chosen twice, rules that can match nothing, and signatures nobody knows."""
    for entry in records.entries:
        if isinstance(entry.sound.record, Collection):
            yield from _twice(entry, entry.sound.record)
            yield from _rule(records, entry, entry.sound.record)
            yield from _signatures(records, entry, entry.sound.record)


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


def _signatures(records: Records, entry: Entry, collection: Collection) -> Iterator[Diagnostic]:
    names = records.settings.hub.convenors if records.settings else ()
    for index, name in enumerate(collection.convenors):
        if name in names:
            continue
        match = next(iter(get_close_matches(name, names, 1)), None)
        yield entry.fault(
            "H313",
            f"`{name}` is not a convenor of this hub, and does not sign the page",
            route=("convenors", index),
            hint=f"did you mean `{match}`?"
            if match
            else f"who looks after the hub adds `{name}` to `convenors` under `extra: hub:` in "
            "mkdocs.yml; until then leave it out, and the page says that it is unsigned",
        )
