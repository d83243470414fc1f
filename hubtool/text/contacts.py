"""Finds ways to reach a person in a text: e-mail addresses and telephone numbers."""

import re
from collections.abc import Iterable, Iterator

from phonenumbers import Leniency, PhoneNumberMatcher

# Each part is bounded, so that a long text without an address costs no more than its length.
_EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:[@\N{FULLWIDTH COMMERCIAL AT}]|[ ]?[\[({][ ]?at[ ]?[\])}][ ]?)"
    r"(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_AT = re.compile(r"[@\N{FULLWIDTH COMMERCIAL AT}]|[\[({][ ]?at[ ]?[\])}]", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"(?:@|\.)(?:example\.(?:org|com|net)|[\w-]+\.(?:example|test|invalid))$", re.IGNORECASE
)
_SIGN = r"[ ().\-/\N{NO-BREAK SPACE}\N{HYPHEN}-\N{HORIZONTAL BAR}]{0,4}"
_ENOUGH_DIGITS = re.compile(rf"(?:\d{_SIGN}){{6}}\d")
_NUMBER_WITH_CODE = re.compile(
    r"(?<![\w.+/-])(?:\+\d{1,3}(?:[ ().-]{0,3}\d){7,12}|\(?0\d{2,4}\)?(?:[ .-]?\d){6,8})(?![\w-])"
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
    if not _ENOUGH_DIGITS.search(prose):
        return
    numbers = {match.span() for match in _NUMBER_WITH_CODE.finditer(prose)}
    for country in sorted(set(countries)):
        matches = PhoneNumberMatcher(prose, country, leniency=Leniency.VALID)
        numbers |= {(match.start, match.end) for match in matches}
    end = 0
    for number in sorted(numbers):
        if number[0] >= end:
            end = number[1]
            yield number
