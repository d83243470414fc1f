"""The words of titles, terms, partners and places, for "did you mean"."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from os.path import commonprefix

from hubtool.hub.lists import sort_key
from hubtool.hub.references import parties
from hubtool.pages.view import View

WORD_LIST = "assets/find/words.json"

_SHORTEST = 4
_OFTEN = 3
_ZERO, _MOST = ord("0"), ord("X") - ord("0")  # signs that no word of small letters has
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def word_list(view: View) -> dict[str, bytes]:
    """Return the file of words: those that occur three times or more, then the others, in order.

    A word is written as the number of letters that it shares with the word before, as a sign from
    `0` on, and then its other letters.
    """
    counts = Counter(word for text in _texts(view) for word in _words(text))
    often = [word for word, count in counts.items() if count >= _OFTEN]
    seldom = [word for word, count in counts.items() if count < _OFTEN]
    data = {"often": _shortened(_ordered(often)), "seldom": _shortened(_ordered(seldom))}
    return {WORD_LIST: json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()}


def _texts(view: View) -> Iterator[str]:
    for case in view.hub.cases.values():
        yield case.title
        yield case.project or ""
        yield from (view.hub.party_name(party) for party in parties(case))
        yield from (place.name for place in case.mapped_places)
        yield from {view.words.country(place.country) for place in case.mapped_places}
    for collection in view.hub.collections.values():
        yield collection.title
    for scheme in ("themes", "methods", "topics", "frictions"):
        for term in view.hub.terms(scheme):
            yield from (term.label, *term.alt)
    yield from (entry.film.title for entry in view.hub.films)


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
