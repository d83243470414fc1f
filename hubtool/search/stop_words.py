"""Keeps stop words out of a word index, and in the texts that are shown of it.

`the` and `of` are on every page: they lead nobody to a page, yet they are nearly half of all words.
They make an index twice as large, and words with the same beginning slow to load. So the indexer is
given, in place of each, a sign that it takes for no word; the sign is turned back into the word in
the texts that are kept to be shown.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

_FIRST_SIGN = 0xE000  # of the private use area of Unicode
_TEXT = re.compile(r">([^<]+)<")
_WORD = re.compile(r"(?<![^\s(\"'‘“])[A-Za-zÀ-ÿ]+(?![^\s.,;:!?)\"'’”…])")


@dataclass(frozen=True)
class StopWords:
    """The words that are left out, in small letters."""

    words: tuple[str, ...]

    def hidden_in_html(self, html: str) -> str:
        """Return *html* with signs in place of the stop words in its text."""
        return _TEXT.sub(lambda match: f">{self.hidden(match[1])}<", html)

    def hidden(self, text: str) -> str:
        """Return *text* with a sign in place of each stop word."""
        return _WORD.sub(lambda match: self._signs.get(match[0], match[0]), text)

    def restored(self, text: str) -> str:
        """Return *text* with its stop words back in place."""
        return text.translate(self._words)

    @cached_property
    def _signs(self) -> Mapping[str, str]:
        return {form: chr(_FIRST_SIGN + index) for index, form in enumerate(_forms(self.words))}

    @cached_property
    def _words(self) -> Mapping[int, str]:
        return {ord(sign): form for form, sign in self._signs.items()}


def _forms(words: Iterable[str]) -> list[str]:
    return sorted({form for word in words for form in (word, word.capitalize())})
