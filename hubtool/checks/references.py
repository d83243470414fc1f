"""References from one part of the hub to another: each must have a target."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.wording import Wording, did_you_mean, wording
from hubtool.models.declare import Prose, Refers
from hubtool.models.walk import Leaf
from hubtool.records.ids import has_mistyped_id
from hubtool.records.records import Entry, Records, mentions

_MOST_COMPARED = 50
_LOCAL = {
    "partner": ("H301.partner", ("partners",)),
    "party": ("H301.party", ("partners", "funders")),
    "source": ("H303.source", ("sources",)),
    "evidence": ("H303.evidence", ("sources", "films")),
    "film": ("H303.film", ("films",)),
    "own-lesson": ("H303.lesson", ("lessons",)),
}
_ELSEWHERE = {"lesson": ("lessons", "H305.no-lesson"), "film-address": ("films", "H305.no-film")}


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield every reference that leads nowhere, and those whose target is not published."""
    rule = _Rule(records)
    for entry in records.entries:
        rule.comparisons = 0
        for leaf in entry.leaves:
            match leaf.mark:
                case Refers(to) if to in _LOCAL:
                    yield from rule.local(entry, leaf, to)
                case Refers("case" | "lesson" | "film-address" as to):
                    yield from rule.elsewhere(entry, leaf, to)
                case Prose(markdown=True):
                    yield from rule.citations(entry, leaf)
        if entry.folder == "cases":
            yield from _answers(entry)


def ids_of(entry: Entry, *keys: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the parts under *keys* of *entry*'s data by their ids, old ids included."""
    parts = {}
    for key in keys:
        for part in entry.parts(key):
            if isinstance(part, dict):
                formerly = part.get("formerly")
                for id_ in (part.get("id"), *(formerly if isinstance(formerly, list) else ())):
                    if isinstance(id_, str):
                        parts[id_] = part
    return parts


@dataclass
class _Rule:
    """The rule over *records*, what it has looked up, and how often it compared names in a file."""

    records: Records
    comparisons: int = 0
    _ids: dict[tuple[str, ...], Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    _mistyped: dict[tuple[str, ...], bool] = field(default_factory=dict)

    def ids(self, entry: Entry, *keys: str) -> Mapping[str, Mapping[str, Any]]:
        """Return the parts under *keys* of *entry* by their ids."""
        key = (entry.path, *keys)
        if key not in self._ids:
            self._ids[key] = ids_of(entry, *keys)
        return self._ids[key]

    def _has_mistyped_ids(self, entry: Entry, *keys: str) -> bool:
        key = (entry.path, *keys)
        if key not in self._mistyped:
            parts = (part for name in keys for part in entry.parts(name))
            self._mistyped[key] = any(has_mistyped_id(part) for part in parts)
        return self._mistyped[key]

    def _hint(self, text: str, candidates: Iterable[str]) -> str | None:
        # Nobody reads more of them, and each costs a look at all names.
        self.comparisons += 1
        if self.comparisons > _MOST_COMPARED:
            return None
        return did_you_mean(next(iter(get_close_matches(text, list(candidates), 1, 0.6)), None))

    def local(self, entry: Entry, leaf: Leaf, to: str) -> Iterator[Diagnostic]:
        key, keys = _LOCAL[to]
        parts = self.ids(entry, *keys)
        if entry.document.unread.intersection(keys):
            return
        if self._has_mistyped_ids(entry, *keys):
            return
        if leaf.value in parts or (to == "party" and leaf.value == "together"):
            return
        hint = self._hint(leaf.value, parts)
        yield _diagnostic(wording(key, hint, id=leaf.value), entry, leaf)

    def citations(self, entry: Entry, leaf: Leaf) -> Iterator[Diagnostic]:
        if entry.document.unread & {"sources", "films"}:
            return
        if self._has_mistyped_ids(entry, "sources", "films"):
            return
        parts = self.ids(entry, "sources", "films") if leaf.route == ("story",) else {}
        for match in mentions(leaf.value):
            if match[1] not in parts:
                hint = self._hint(match[1], parts)
                yield entry.fault(
                    wording("H304.no-source", hint, id=match[1]),
                    span=entry.document.inside(leaf.route, *match.span()),
                    route=leaf.route,
                )

    def elsewhere(self, entry: Entry, leaf: Leaf, to: str) -> Iterator[Diagnostic]:
        case_id, hash_, part_id = leaf.value.partition("#")
        if f"cases/{case_id}" in self.records.unread:
            return  # it has its own diagnostic
        target = self.records.by_address.get(f"cases/{case_id}") or _formerly(self.records, case_id)
        if target is None:
            ids = [e.id for e in self.records.entries if e.folder == "cases"]
            hint = self._hint(case_id, ids)
            yield _diagnostic(wording("H305.no-case", hint, case_id=case_id), entry, leaf)
            return
        if to == "case":
            if hash_:
                yield _diagnostic(wording("H305.with-part", case_id=case_id), entry, leaf)
                return
        elif target.status != "withdrawn":
            key, missing = _ELSEWHERE[to]
            known_parts = self.ids(target, key)
            if key in target.document.unread:
                return
            if part_id not in known_parts:
                addresses = [f"{case_id}#{id_}" for id_ in known_parts]
                hint = self._hint(leaf.value, addresses)
                words = wording(missing, hint, address=leaf.value, case_id=case_id)
                yield _diagnostic(words, entry, leaf)
                return
        if not self.records.is_published(target):
            yield _diagnostic(wording("H306.unpublished", case_id=case_id), entry, leaf)


def _formerly(records: Records, case_id: str) -> Entry | None:
    for entry in records.entries:
        formerly = entry.data.get("formerly")
        if entry.folder == "cases" and isinstance(formerly, list) and case_id in formerly:
            return entry
    return None


def _answers(entry: Entry) -> Iterator[Diagnostic]:
    for index, lesson in enumerate(entry.parts("lessons")):
        if not isinstance(lesson, dict):
            continue
        own_address = f"{entry.id}#{lesson.get('id')}"
        confirms = lesson.get("confirms")
        confirmed = {*filter(_is_text, confirms)} if isinstance(confirms, list) else set()
        for key in ("confirms", "contradicts"):
            addresses = lesson.get(key)
            for position, address in enumerate(addresses if isinstance(addresses, list) else ()):
                is_both = key == "contradicts" and _is_text(address) and address in confirmed
                if address != own_address and not is_both:
                    continue
                route = ("lessons", index, key, position)
                answer = "H309.both" if is_both else "H309.itself"
                yield entry.fault(wording(answer, address=address), route=route)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _diagnostic(words: Wording, entry: Entry, leaf: Leaf) -> Diagnostic:
    span = entry.document.span(leaf.route, key=leaf.is_key)
    return entry.fault(words, span=span, route=leaf.route)
