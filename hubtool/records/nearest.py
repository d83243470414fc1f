"""Finds the terms nearest to a word that is none: by sense first, then by letters."""

import re
from difflib import get_close_matches

from hubtool.models.vocabulary import Term
from hubtool.records.vocabularies import Vocabulary, folded

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5  # letters: `researchers` and `research` mean one thing
_MISSPELT = 0.85
_LONGEST = 80
_MOST_OFFERED = 3
_IN_NAME, _IN_DEFINITION = 3, 1
_EMPTY = "and for the with from that which what who how their other not are"
_EMPTY_WORDS = frozenset(_EMPTY.split())


def nearest_terms(vocabulary: Vocabulary, text: str) -> tuple[Term, ...]:
    """Return the terms that *text* may mean, the likeliest first: one where it is misspelt."""
    if len(text) > _LONGEST:
        return ()
    names = vocabulary.names
    every_name = {**names.by_name, **{id_: id_ for id_ in names.ids}}
    if matches := get_close_matches(folded(text), every_name, 1, _MISSPELT):
        return (vocabulary.terms[every_name[matches[0]]],)
    wanted = _stems(text)
    scores = {term.id: _score(wanted, term) for term in vocabulary.terms.values() if not term.group}
    likely = sorted((id_ for id_ in scores if scores[id_]), key=lambda id_: -scores[id_])
    if likely:
        return tuple(vocabulary.terms[id_] for id_ in likely[:_MOST_OFFERED])
    match = names.nearest(text)
    return (vocabulary.terms[match],) if match else ()


def _score(wanted: frozenset[str], term: Term) -> int:
    named = _stems(" ".join((term.id, term.label, *term.alt)))
    defined = _stems(term.definition or "")
    return _IN_NAME * len(wanted & named) + _IN_DEFINITION * len(wanted & defined - named)


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(text.lower().replace("-", " "))
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY_WORDS)
