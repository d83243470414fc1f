"""Collections: each item once, rules that name facets of the hub, and known signatures."""

from collections.abc import Iterator
from difflib import get_close_matches

from hubtool.diagnostics.diagnostic import Diagnostic, Related
from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import did_you_mean, phrase, wording
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
                wording("H307.twice", item=choice[1]),
                route=route,
                related=(
                    Related(entry.path, entry.document.span(first[choice]), phrase("H307.first")),
                ),
            )
        first.setdefault(choice, route)


def _rule(records: Records, entry: Entry, collection: Collection) -> Iterator[Diagnostic]:
    facets = facets_of_cases()
    for name, values in collection.rule.items():
        if name not in facets:
            match = get_close_matches(name, facets, 1, 0.6)
            hint = did_you_mean(match[0] if match else None)
            yield entry.fault(
                wording("H310.no-facet", hint, name=name, facets=", ".join(facets)),
                key=True,
                route=("rule", name),
            )
            continue
        vocabulary = records.vocabularies.get(facets[name].scheme or "")
        for index, value in enumerate(values):
            if vocabulary and value not in vocabulary.terms:
                near_id = vocabulary.names.find(value) or vocabulary.names.nearest(value)
                yield entry.fault(
                    wording(
                        "H310.no-value",
                        did_you_mean(near_id),
                        value=value,
                        name=name,
                        scheme=vocabulary.id,
                    ),
                    route=("rule", name, index),
                )


def _signatures(records: Records, entry: Entry, collection: Collection) -> Iterator[Diagnostic]:
    names = records.settings.hub.convenors if records.settings else ()
    for index, name in enumerate(collection.convenors):
        if name in names:
            continue
        match = next(iter(get_close_matches(name, names, 1)), None)
        words = wording("H313.no-convenor", did_you_mean(match), name=name)
        yield entry.fault(words, route=("convenors", index))
