"""Names the marks that word processors put around a word."""

import unicodedata

from hubtool.diagnostics.wording import Phrase, phrase

_CURLY_QUOTES = "“”„‟\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"


def odd_mark(mark: str, word: str) -> Phrase:
    """Return the message that *mark* stands at *word*."""
    if mark.isspace():
        return phrase("any.odd-space", word=word)
    if mark in _CURLY_QUOTES:
        return phrase("any.curly-quotes", word=word)
    return phrase("any.odd-mark", mark=unicodedata.name(mark, "mark").lower(), word=word)
