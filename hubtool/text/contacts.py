"""Finds ways to reach a person in a text: e-mail addresses and telephone numbers."""

import re
from collections.abc import Iterable, Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

# Each part is bounded, so that a long text without an address costs no more than its length.
_SIGN_AT = r"(?:[@\N{FULLWIDTH COMMERCIAL AT}]|&(?:#64|#x40|commat);|%40)"
_WORD_AT = r"[ ]?[\[({][ ]?at[ ]?[\])}][ ]?"
_DOT = r"(?:[.\N{FULLWIDTH FULL STOP}]|[ ]?[\[({][ ]?dot[ ]?[\])}][ ]?)"
_EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:"
    rf"(?:[ ]?{_SIGN_AT}[ ]?|{_WORD_AT})(?:[\w-]{{1,63}}"
    + _DOT
    + r"){1,8}| at (?:[\w-]{1,63} dot ){1,8})[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_AT = re.compile(rf"{_SIGN_AT}|{_WORD_AT}| at .{{1,64}} dot ", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"(?:@|\.)(?:example\.(?:org|com|net)|[\w-]+\.(?:example|test|invalid))$", re.IGNORECASE
)
_SIGN = r"[ ().\-/\N{NO-BREAK SPACE}\N{HYPHEN}-\N{HORIZONTAL BAR}]{0,4}"
_ENOUGH_DIGITS = re.compile(rf"(?:\d{_SIGN}){{6}}\d")
_NUMBER_WITH_CODE = re.compile(
    r"(?<![\w.+/-])(?:\+\d{1,3}(?:[ ().-]{0,3}\d){7,12}|\(?0\d{2,4}\)?(?:[ .-]?\d){6,8})(?![\w-])"
)
_NUMBER_IN_LINK = re.compile(
    r"\b(?:wa\.me/|t\.me/|api\.whatsapp\.com/send/?\?phone=|tel:|sms:)(?:\+|%2B)?(\d{7,15})",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"https?://\S+|\b10\.\d{4,9}/\S+|\bIS[BS]N[:\s]*[\dXx -]+", re.IGNORECASE
)

Part = tuple[int, int]
"""The offsets of a part of a text, the end exclusive."""


def emails(text: str, *, allowed: str | None = None, examples: bool = False) -> Iterator[Part]:
    """Yield where *text* has an e-mail address other than *allowed*.

    With *examples* those of the domains that are kept for examples are passed over.
    """
    if not _AT.search(text):
        return
    for match in _EMAIL.finditer(text):
        is_allowed = allowed is not None and match[0].casefold() == allowed.casefold()
        if not (is_allowed or (examples and _EXAMPLE.search(match[0]))):
            yield match.span()


def telephones(text: str, countries: Iterable[str]) -> Iterator[Part]:
    """Yield where *text* has a telephone number, as it is dialled from abroad or in *countries*."""
    if not _ENOUGH_DIGITS.search(text):
        return
    prose = _OTHER_NUMBER.sub(lambda match: "·" * len(match[0]), text)
    numbers = {match.span(1) for match in _NUMBER_IN_LINK.finditer(text)}
    numbers |= {match.span() for match in _NUMBER_WITH_CODE.finditer(prose)}
    for country in sorted(set(countries)):
        matches = PhoneNumberMatcher(prose, country, leniency=Leniency.VALID)
        numbers |= {(match.start, match.end) for match in matches}
    end = 0
    for number in sorted(numbers):
        if number[0] >= end:
            end = number[1]
            yield number
