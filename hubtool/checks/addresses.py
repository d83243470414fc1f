"""Ids within a file, and old addresses: each has one target."""

from collections.abc import Iterator
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Related
from hubtool.diagnostics.wording import phrase, wording
from hubtool.records.ids import ADDRESSED, lacks_id
from hubtool.records.records import Entry, Records

_NO_ID = {"lessons": "H224.lesson", "films": "H224.film", "sources": "H224.source"}


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield ids given twice or missing, and old addresses that two records claim."""
    for entry in records.entries:
        if entry.folder == "cases":
            yield from _twice(entry)
            if records.is_published(entry):
                yield from _missing(entry)
    yield from _old_addresses(records)


def _parts(entry: Entry, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, part in enumerate(entry.parts(key)):
        if isinstance(part, dict):
            yield index, part


def _twice(entry: Entry) -> Iterator[Diagnostic]:
    # Partners and funders share their ids: `initiated_by` and `held_by` may name either. So do
    # sources and films: `sources` of a claim may name either.
    for keys in (("partners", "funders"), ("lessons",), ("films", "sources")):
        first: dict[str, tuple[str | int, ...]] = {}
        for key in keys:
            for index, part in _parts(entry, key):
                current_id = part.get("id")
                formerly = part.get("formerly")
                for id_ in (current_id, *(formerly if isinstance(formerly, list) else ())):
                    if not isinstance(id_, str):
                        continue
                    route = (key, index, "id") if id_ == current_id else (key, index, "formerly")
                    if id_ in first:
                        yield entry.fault(
                            wording("H219.twice", id=id_),
                            route=route,
                            related=(
                                Related(
                                    entry.path,
                                    entry.document.span(first[id_]),
                                    phrase("H219.first"),
                                ),
                            ),
                        )
                    else:
                        first[id_] = route


def _missing(entry: Entry) -> Iterator[Diagnostic]:
    for key, noun in ADDRESSED.items():
        for index, part in _parts(entry, key):
            if lacks_id(part):
                route = (key, index)
                yield entry.fault(
                    wording(_NO_ID[key]),
                    at=(*route, noun if noun == "lesson" else "title"),
                    route=route,
                )


def _old_addresses(records: Records) -> Iterator[Diagnostic]:
    claimed = dict(records.by_address)
    for entry in records.entries:
        for index, old in enumerate(entry.parts("formerly")):
            address = f"{entry.folder}/{old}"
            if address in claimed:
                owner = claimed[address]
                yield entry.fault(
                    wording("H308.claimed", id=old),
                    route=("formerly", index),
                    related=(Related(owner.path, None, phrase("H308.other-record")),)
                    if owner is not entry
                    else (),
                )
            claimed.setdefault(address, entry)
