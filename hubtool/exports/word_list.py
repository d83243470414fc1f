"""The words of the hub, for "did you mean"."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from os.path import commonprefix

from hubtool.hub.lists import sort_key
from hubtool.hub.references import parties
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.declare import Model, Prose
from hubtool.models.opportunity import Opportunity
from hubtool.models.partnership import Place
from hubtool.models.walk import leaves
from hubtool.pages.view import View
from hubtool.text.own_names import existing_names, own_names

WORD_LIST = "assets/find/words.json"

_SHORTEST = 4
_OFTEN = 3
_MOST_WORDS = 20_000
_ZERO, _MOST = ord("0"), ord("X") - ord("0")  # signs that no word of small letters has
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def word_list(view: View) -> dict[str, bytes]:
    """Return the file of words: those that occur three times or more, then the others, in order.

    A word is written as the number of letters that it shares with the word before, as a sign from
    `0` on, and then its other letters. `names` are words of the names of countries and languages:
    whoever types one means it, whether or not the hub has it.
    """
    counts = Counter(word for text in _texts(view) for word in _words(text))
    often = [word for word, count in counts.items() if count >= _OFTEN]
    least = 1 if len(counts) <= _MOST_WORDS else 2
    seldom = [word for word, count in counts.items() if least <= count < _OFTEN]
    names = [word for word in existing_names(view.hub.settings.hub.language) if word not in counts]
    data = {
        "often": _shortened(_ordered(often)),
        "seldom": _shortened(_ordered(seldom)),
        "names": _shortened(_ordered(names)),
    }
    return {WORD_LIST: json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}


def _texts(view: View) -> Iterator[str]:
    records: tuple[tuple[type[Model], Iterable[Model]], ...] = (
        (CaseStudy, view.hub.cases.values()),
        (Collection, view.hub.collections.values()),
        (Opportunity, view.hub.opportunities.values()),
    )
    for model, entries in records:
        for entry in entries:
            data = entry.model_dump(mode="json", by_alias=True)
            yield from (leaf.value for leaf in leaves(model, data) if isinstance(leaf.mark, Prose))
    for case in view.hub.cases.values():
        yield from (view.hub.party_name(party) for party in parties(case))
        yield from {view.words.country(place.country) for place in case.mapped_places}
        yield from (name for place in case.mapped_places for name in _own_names(place))
    for scheme in view.hub.vocabularies:
        for term in view.hub.terms(scheme):
            yield from (term.label, term.definition, *term.alt)


def _own_names(place: Place) -> tuple[str, ...]:
    return own_names(place.country, place.region)


def _words(text: str) -> Iterator[str]:
    for match in _WORD.findall(text):
        word = match.lower().removesuffix("'s").removesuffix("’s")
        if len(word) >= _SHORTEST:
            yield word


def _ordered(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: (sort_key(word), word))


def _shortened(words: list[str]) -> str:
    shared = (_shared(before, word) for before, word in pairwise(["", *words]))
    return "".join(f"{chr(_ZERO + n)}{word[n:]}" for word, n in zip(words, shared, strict=True))


def _shared(before: str, word: str) -> int:
    return min(len(commonprefix((before, word))), _MOST)  # noqa: RUF071  (letters are meant)
