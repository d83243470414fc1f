"""Explains keys that a record does not have: what they mean here, and what to write instead."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, diagnostic
from hubtool.diagnostics.spans import Route, value_at
from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.documents import Document
from hubtool.models.annotations import FieldShape, Shape, fields, shape_at
from hubtool.models.declare import InScheme, Model
from hubtool.models.other_names import PAGE_KEYS, meanings, plain_key
from hubtool.models.vocabulary import NEEDED_TERMS
from hubtool.records.cut_by_commas import CutText, GluedPair, glued_pair, text_cut_by_commas
from hubtool.records.insertions import entry_that_stands, entry_to_add, pair_to_move
from hubtool.records.odd_marks import odd_mark
from hubtool.records.pictures import picture, with_notes
from hubtool.text.phrases import code_list
from hubtool.text.written_dates import edtf_from

_LONGEST_KEY = 60  # characters: longer ones are near no key
_MOST_COMPARED = 50  # keys of one file: comparing takes time
_ALIKE = 0.7
_MOST_NAMED = 12
_LIKE_LABEL = 0.75
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_STARTS_OR_ENDS = {
    "start": re.compile(r"(?:^|_)(?:start|begin|from|started|beginning)(?:$|_)"),
    "end": re.compile(r"(?:^|_)(?:end|finish|to|ended|finished|until)(?:$|_)"),
}
_STORIES = ("story", "why")  # they take any words


@dataclass
class UnknownKeys:
    """The unknown keys of one document, explained in order: what was said is not said again."""

    document: Document
    model: type[Model]
    offers: set[Route] = field(default_factory=set)  # keys that stand, and those led to
    explained: set[Route] = field(default_factory=set)  # missing keys that need no word more
    listed: set[type[Model]] = field(default_factory=set)
    compared: int = 0

    def diagnostics(
        self, routes: Iterable[Route], missing: Iterable[Route]
    ) -> Iterator[Diagnostic]:
        """Yield the diagnostics of the keys at *routes*, where those at *missing* are needed."""
        needed = set(missing)
        page_keys: dict[Route, list[Route]] = {}
        without_sense: dict[Route, list[Route]] = {}
        splits: set[int] = set()
        for route in routes:
            if self._is_page_key(route):
                page_keys.setdefault(route[:-1], []).append(route)
            elif text := text_cut_by_commas(self.document, route, self._free_keys(route)):
                if text.start not in splits:
                    splits.add(text.start)
                    yield self._split(route, text)
            elif (item := self._unknown(route, needed)) is not None:
                yield item
            else:
                without_sense.setdefault(route[:-1], []).append(route)
        for keys in without_sense.values():
            yield self._diagnostic(keys[0], _not_known(keys, self._keep(keys)))
        for keys in page_keys.values():
            yield self._page_keys(keys)

    def _is_page_key(self, route: Route) -> bool:
        if len(route) != 1 or "story" not in self._fields(route):
            return False
        is_switch = isinstance(value_at(self.document.data, route), bool)
        return plain_key(str(route[0])) in PAGE_KEYS or (
            is_switch and "record" in meanings(str(route[0]))
        )

    def _fields(self, route: Route) -> Mapping[str, FieldShape]:
        return fields(shape_at(self.model, route[:-1]).inner_model or self.model)

    def _free_keys(self, route: Route) -> list[str]:
        """Return the keys that could stand in place of the one at *route*."""
        keys = [key for key in self._fields(route) if key != "id" or len(route) > 1]
        return [key for key in keys if not self._stands((*route[:-1], key))]

    def _stands(self, route: Route) -> bool:
        return route in self.offers or self.document.has(route)

    def _unknown(self, route: Route, needed: set[Route]) -> Diagnostic | None:
        """Return what to say of the key at *route*, None if it means nothing here."""
        key, free = str(route[-1]), self._free_keys(route)
        if pair := glued_pair(key, free):
            return self._glued(route, pair)
        ours = self._meaning(key, route, needed)
        if ours is None:
            move = self._belongs(key, route)
            return self._diagnostic(route, wording("H202.unknown", move, key=key)) if move else None
        target = (*route[:-1], ours)
        words = wording(_sense(key, ours, self._fields(route)[ours].shape), key=key, ours=ours)
        if dates := self._start_and_end(route) if ours == "dates" else None:
            self.explained.add(target)
            return self._diagnostic(route, words._replace(hint=dates))
        mark = key.replace(ours, "", 1)[:1]
        if ours in key and mark and not mark.isascii():
            self.explained.add(target)
            hint = phrase("any.write", text=ours)
            return self._diagnostic(route, Wording("H202", odd_mark(mark, ours), hint))
        if self._stands(target):
            return self._diagnostic(route, self._joined(route, ours, words))
        self.explained.add(target)
        self.offers.add(target)
        return self._renamed(route, ours, words)

    def _meaning(self, key: str, route: Route, needed: set[Route]) -> str | None:
        """Return which of our keys *key* is, or means: misspelt, by another name, by its label."""
        free = self._free_keys(route)
        lowered = plain_key(key)
        known = self._fields(route)
        if lowered in known:
            return lowered
        self.compared += 1
        if len(key) > _LONGEST_KEY or self.compared > _MOST_COMPARED:
            return None
        if matches := get_close_matches(lowered, free, 1, 0.85):
            return matches[0]
        candidates = [ours for ours in meanings(key) if ours in known]
        if candidates:
            free_ones = [ours for ours in candidates if ours in free]
            wanted = [ours for ours in free_ones if (*route[:-1], ours) in needed]
            return (wanted or free_ones or candidates)[0]
        begun_alike = [ours for ours in free if ours[:1] == lowered[:1]]
        if matches := get_close_matches(lowered, begun_alike, 1, _ALIKE):
            return matches[0]
        labels = {(known[name].info.title or name).lower(): name for name in free}
        matches = get_close_matches(lowered.replace("_", " "), labels, 1, _LIKE_LABEL)
        return labels[matches[0]] if matches else None

    def _glued(self, route: Route, pair: GluedPair) -> Diagnostic:
        self.explained.add((*route[:-1], pair.key))
        text = f"{pair.key}: {pair.value}"
        hint = phrase("any.write", text=text) if len(pair.value) <= _LONGEST_KEY else None
        key = "H202.no-space" if pair.between == ":" else "H202.no-colon"
        return self._diagnostic(route, wording(key, hint, key=pair.key))

    def _start_and_end(self, route: Route) -> str | None:
        """Return what to write for a date in two keys, such as `start_date` and `end_date`."""
        values = value_at(self.document.data, route[:-1])
        start, end = (
            next((key for key in values if _STARTS_OR_ENDS[part].search(plain_key(str(key)))), None)
            for part in ("start", "end")
        )
        if None in (start, end) or not {"dates"} <= {*meanings(str(start)), *meanings(str(end))}:
            return None
        if route[-1] != start:
            return phrase("H202.in-dates", key="dates")
        texts = [edtf_from(str(values[key])) or str(values[key]) for key in (start, end)]
        text = f"dates: {'/'.join(texts)}"
        return phrase("H202.dates", text=text, start=str(start), end=str(end))

    def _joined(self, route: Route, ours: str, words: Wording) -> Wording:
        """Return *words* for a key that belongs into *ours*, which stands already, or is offered."""
        target = (*route[:-1], ours)
        shape, value = self._fields(route)[ours].shape, value_at(self.document.data, route)
        item = shape.item.model if shape.item else None
        is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
        if item and is_plain:
            known = fields(item)
            key = plain_key(str(route[-1]))
            own = next(
                (name for name in (key, *meanings(key)) if name in known and name != ours), None
            )
            if own and own != "name":
                move = pair_to_move(self.document, route, (*target, 0), own)
                move = move or phrase("H202.of-part", key=ours)
                return wording("H202.belongs", move, key=str(route[-1]), ours=ours)
            if standing := entry_that_stands(self.document, route, target):
                return words._replace(hint=standing)
            entry = picture(shape, value)[1:-1]
            add = entry_to_add(self.document, route, target, entry)
            return words._replace(hint=with_notes(add, item, entry))
        key = "H202.join-standing" if self.document.has(target) else "H202.join"
        return words._replace(hint=phrase(key, key=ours))

    def _renamed(self, route: Route, ours: str, words: Wording) -> Diagnostic:
        """Return the diagnostic of a key that is *ours* by another name."""
        shape, value = self._fields(route)[ours].shape, value_at(self.document.data, route)
        span = self.document.span(route, key=True)
        is_text = not (shape.item or shape.value or shape.model)
        limit = self._fields(route)[ours].max_length
        if (
            isinstance(value, str)
            and limit
            and len(value) > limit
            and "story" in self._free_keys(route)
        ):
            self.offers.add((*route[:-1], "story"))
            hint = phrase("H202.too-long", key=ours, most=limit)
            return self._diagnostic(route, words._replace(hint=hint))
        if "@" in str(value) and "contact_url" in (ours, *fields(shape.model or self.model)):
            return self._diagnostic(route, words._replace(hint=phrase("H202.mailbox")))
        if (is_text and isinstance(value, str | int | None)) or _has_shape(shape, value):
            key = str(route[-1])
            hint = phrase("H202.in-place", ours=ours, key=key)
            if ours not in meanings(key):
                hint = phrase("any.did-you-mean", match=ours)
            return self._diagnostic(route, words._replace(hint=hint), Fix(span, ours))
        text = f"{ours}: {picture(shape, value)}".replace(": \n", ":\n")
        model = shape.model or (shape.item.model if shape.item else None)
        hint_with_notes = with_notes(phrase("any.write", text=text), model, text)
        return self._diagnostic(route, words._replace(hint=hint_with_notes))

    def _belongs(self, key: str, route: Route) -> str | None:
        """Return the hint that *key* is a key of a part of the record, if it is of one."""
        if len(route) != 1:
            if key in fields(self.model):
                return phrase("H202.of-record", key=key)
            return None
        value = value_at(self.document.data, route)
        owners = [
            ours
            for ours, declared in fields(self.model).items()
            if declared.shape.model and key in fields(declared.shape.model)
        ]
        if key == "status" and value not in NEEDED_TERMS["consent"]:
            return None
        if len(owners) != 1:
            return None
        move = pair_to_move(self.document, route, (owners[0],), key)
        return move or phrase("H202.of-part", key=owners[0])

    def _keep(self, routes: list[Route]) -> str:
        """Return the hint to keep the words of keys of one mapping that mean nothing here."""
        route = routes[0]
        model = shape_at(self.model, route[:-1]).inner_model or self.model
        values = [value_at(self.document.data, each) for each in routes]
        has_words = any(isinstance(value, str | list | dict) and value for value in values)
        stories = [key for key in _STORIES if key in fields(self.model)]
        first = phrase("H202.leave-out")
        if has_words and stories:
            first = phrase("H202.keep" if len(routes) == 1 else "H202.keep-all", key=stories[0])
        elif has_words:
            first = phrase("H202.keep-known" if len(routes) == 1 else "H202.keep-all-known")
        if model in self.listed or (has_words and stories and len(route) == 1):
            return first
        self.listed.add(model)
        keys = sorted(key for key in self._fields(route) if key != "id" or len(route) > 1)
        return phrase("H202.known", hint=first, keys=code_list(keys))

    def _split(self, route: Route, text: CutText) -> Diagnostic:
        document = self.document
        words = " ".join(document.text[text.start : text.end].split())
        span = document.between(text.start, text.end)
        if _NUMBER.fullmatch(words):
            number = words.replace(",", "")
            wrong = wording("H202.number", phrase("any.write", text=number), text=words)
            return self._diagnostic(route, wrong, Fix(span, number))
        words = '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))
        is_short = len(words) <= 2 * _LONGEST_KEY
        hint = phrase("H202.write-quoted", key=text.key, text=words) if is_short else None
        wrong = wording("H202.comma", hint, key=text.key, following=str(route[-1]).strip())
        return self._diagnostic(route, wrong, Fix(span, words))

    def _page_keys(self, routes: list[Route]) -> Diagnostic:
        hint = phrase("H202.page-key" if len(routes) == 1 else "H202.page-keys")
        return self._diagnostic(routes[0], _not_known(routes, hint))

    def _diagnostic(self, route: Route, words: Wording, fix: Fix | None = None) -> Diagnostic:
        span = self.document.span(route, key=True)
        return diagnostic(words, path=self.document.path, span=span, route=route, fix=fix)


def _has_shape(shape: Shape, value: Any) -> bool:
    """Say whether *value* can stand where *shape* is wanted, as far as its kind goes."""
    if shape.item:
        return isinstance(value, list) and (
            isinstance(shape.item.mark, InScheme)
            or all(isinstance(entry, dict) == bool(shape.item.model) for entry in value)
        )
    return isinstance(value, dict)


def _sense(key: str, ours: str, shape: Shape) -> str:
    """Return the words for *key*: another name of *ours*, of a part of it, or neither."""
    if ours not in meanings(key):
        return "H202.unknown"
    is_date = any(part.search(plain_key(key)) for part in _STARTS_OR_ENDS.values())
    is_of_part = shape.inner_model and {key, *meanings(key)} & {*fields(shape.inner_model)}
    return "H202.belongs" if is_of_part or (ours == "dates" and is_date) else "H202.other-name"


def _not_known(routes: list[Route], hint: str) -> Wording:
    names = [f"`{route[-1]}`" for route in routes[:_MOST_NAMED]]
    if len(routes) == 1:
        return wording("H202.unknown", hint, key=routes[0][-1])
    if more := len(routes) - len(names):
        return wording("H202.many-unknown", hint, keys=", ".join(names), more=more)
    return wording("H202.several-unknown", hint, keys=", ".join(names[:-1]), last=names[-1])
