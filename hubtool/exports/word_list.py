"""The words that a slip of the keyboard is held against: of titles, terms, partners and places."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from hubtool.entries import parties
from hubtool.hub import Hub
from hubtool.pages.page import hub_words
from hubtool.tables import sort_key

WORD_LIST = "assets/find/words.json"

_SHORTEST = 4
_OFTEN = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def word_list(hub: Hub) -> dict[str, bytes]:
    """Return the file of words: those met more than once or twice, then the others, in order."""
    counts = Counter(word for text in _texts(hub) for word in _words(text))
    often = [word for word, count in counts.items() if count >= _OFTEN]
    seldom = [word for word, count in counts.items() if count < _OFTEN]
    told = {"often": " ".join(_ordered(often)), "seldom": " ".join(_ordered(seldom))}
    return {WORD_LIST: json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()}


def _texts(hub: Hub) -> Iterator[str]:
    t = hub_words(hub)
    for case in hub.cases.values():
        yield case.title
        yield from (hub.party_name(party) for party in parties(case))
        yield from (place.name for place in case.places)
        yield from {t.country(place.country) for place in case.places}
    for collection in hub.collections.values():
        yield collection.title
    for scheme in ("themes", "methods", "topics", "frictions"):
        for term in hub.terms(scheme):
            yield from (term.label, *term.alt)
    yield from (entry.film.title for entry in hub.films)


def _words(text: str) -> Iterator[str]:
    for match in _WORD.findall(text):
        word = match.lower().removesuffix("'s").removesuffix("’s")
        if len(word) >= _SHORTEST:
            yield word


def _ordered(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: (sort_key(word), word))
