"""Fits texts into the room that cards, tabs and search engines have for them."""

import re

MOST_TITLE = 70
"""How many signs of a title a search engine shows."""

_LEAST, _MOST = 50, 170
_ENDS = (".", "!", "?", "…")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")


def cut_at_word(text: str, most: int) -> str:
    """Return *text*, or as many of its first words as fit into *most* signs with `…` behind."""
    if len(text) <= most:
        return text
    words = text[:most].rpartition(" ")[0] or text[: most - 1]
    return f"{words.rstrip(' ,;:.')}…"


def opening(text: str, most: int) -> str:
    """Return the first sentences of *text* that fit into *most* signs, else whole words."""
    return _first_sentences(text, most) or cut_at_word(text, most)


def description(text: str, *, title: str, about: str) -> str:
    """Return *text* in 50 to 170 signs: its first sentences, else as many words as fit.

    A text that is too short is followed by *about*, which describes the site; one that is no
    sentence stands behind *title*.
    """
    if len(text) < _LEAST:
        sentence = text if text.endswith(_ENDS) else f"{title}: {text}."
        return cut_at_word(f"{sentence} {about}", _MOST)
    sentences = _first_sentences(text, _MOST)
    return sentences if len(sentences) >= _LEAST else cut_at_word(text, _MOST)


def _first_sentences(text: str, most: int) -> str:
    """Return as many whole first sentences of *text* as fit; empty where none does."""
    ends = [*(match.start() for match in _SENTENCE_END.finditer(text)), len(text)]
    return text[: max((end for end in ends if end <= most), default=0)]
