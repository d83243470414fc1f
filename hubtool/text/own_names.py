"""What countries, regions and languages call themselves, and words without their special letters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pycountry
from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from hubtool.text.languages import primary

FOLDED_LETTERS = {
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "ŋ": "n",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    **dict.fromkeys("ʻʼʽʾʿ‘’'`´", ""),
}
"""Letters that no accent makes, as a keyboard without them writes them. `fold.js` has the same."""

_FOLDED = str.maketrans(FOLDED_LETTERS)
_WORD = re.compile(r"[\w'’ʻʼʽʾʿ‘`´]+")
_CODE = re.compile(r"\b[A-Z]{2}-\w+")
_SPECIAL = re.compile("[" + "".join(FOLDED_LETTERS.keys() - set("'’‘`´")) + "]")


def folded(text: str) -> str:
    """Return *text* in small letters without accents, special letters and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_FOLDED))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def folded_words(text: str) -> Iterator[str]:
    """Yield the words of *text* with letters that a word index does not fold, folded."""
    yield from (folded(word) for word in _WORD.findall(text) if _SPECIAL.search(word.lower()))


@cache
def own_names(country: str, region: str | None = None) -> tuple[str, ...]:
    """Return what a *country*, and a *region* of it, are called in the languages spoken there."""
    languages = get_official_languages(country, regional=True, de_facto=True)
    names = [name for tag in languages if (name := _territory(tag, country))]
    subdivision = pycountry.subdivisions.get(code=region) if region else None  # type: ignore[no-untyped-call]
    if subdivision:
        # `Wales [Cymru GB-CYM]`: other names stand in brackets, some with a code of their own.
        names += re.findall(r"[^\W\d_]{4,}(?:[ '’-][^\W\d_]+)*", _CODE.sub("", subdivision.name))
    return tuple(dict.fromkeys(names))


@cache
def own_language_name(tag: str) -> str | None:
    """Return what the language *tag* calls itself."""
    try:
        locale = Locale.parse(primary(tag))
    except (UnknownLocaleError, ValueError):
        return None
    return locale.get_display_name(locale)


@cache
def existing_names(interface: str) -> tuple[str, ...]:
    """Return the words in the names of all countries and languages, in the *interface*'s language."""
    locale = Locale.parse(primary(interface))
    texts = (
        str(name) for names in (locale.territories, locale.languages) for name in names.values()
    )
    words = {word.lower() for text in texts for word in re.findall(r"[^\W\d_]{4,}", text)}
    return tuple(sorted(words))


def _territory(tag: str, country: str) -> str | None:
    try:
        name = Locale.parse(tag).territories.get(country)
    except (UnknownLocaleError, ValueError):
        return None
    return str(name) if name else None
