"""The words that a slip of the keyboard is held against: of titles, terms, partners and places."""

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
_NONE, _MOST = ord("0"), ord("X") - ord("0")  # signs that no word of small letters has
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def word_list(view: View) -> dict[str, bytes]:
    """Return the file of words: those met more than once or twice, then the others, in order.

    Of each word stands how many letters it shares with the one before, as a sign from `0` on, and
    then the rest of it.
    """
    counts = Counter(word for text in _texts(view) for word in _words(text))
    often = [word for word, count in counts.items() if count >= _OFTEN]
    seldom = [word for word, count in counts.items() if count < _OFTEN]
    told = {"often": _shortened(_ordered(often)), "seldom": _shortened(_ordered(seldom))}
    return {WORD_LIST: json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()}


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
    shared = (_shared(one, other) for one, other in pairwise(["", *words]))
    return "".join(f"{chr(_NONE + n)}{word[n:]}" for word, n in zip(words, shared, strict=True))


def _shared(one: str, other: str) -> int:
    return min(len(commonprefix((one, other))), _MOST)  # noqa: RUF071  (letters are meant)
