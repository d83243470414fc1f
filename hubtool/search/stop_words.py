"""Keeps the smallest words out of a word index, and in the texts that are shown of it.

`the` and `of` stand on every page: nobody finds a page by them, yet they are nearly half of all words
and make an index twice as large, and whatever is spelt like them heavy to load. So the indexer is
given a sign in place of each that it takes for no word at all; the sign is turned back into the word
wherever a text is kept to be shown.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

_FIRST_SIGN = 0xE000  # of those that Unicode leaves to private use
_TEXT = re.compile(r">([^<]+)<")
_WORD = re.compile(r"(?<![^\s(\"'‘“])[A-Za-zÀ-ÿ]+(?![^\s.,;:!?)\"'’”…])")


@dataclass(frozen=True)
class SmallWords:
    """The words that are passed over, in small letters."""

    words: tuple[str, ...]

    def hidden_in_html(self, html: str) -> str:
        """Return *html* with signs in place of small words in its text."""
        return _TEXT.sub(lambda match: f">{self.hidden(match[1])}<", html)

    def hidden(self, text: str) -> str:
        """Return *text* with a sign in place of each small word."""
        return _WORD.sub(lambda match: self._signs.get(match[0], match[0]), text)

    def shown(self, text: str) -> str:
        """Return *text* with its small words back in place."""
        return text.translate(self._back)

    @cached_property
    def _signs(self) -> Mapping[str, str]:
        return {form: chr(_FIRST_SIGN + place) for place, form in enumerate(_forms(self.words))}

    @cached_property
    def _back(self) -> Mapping[int, str]:
        return {ord(sign): form for form, sign in self._signs.items()}


def _forms(words: Iterable[str]) -> list[str]:
    return sorted({form for word in words for form in (word, word.capitalize())})
