"""The words of diagnostics: one catalogue a language, by code and name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, Self

from hubtool.text import catalogues

FOLDER = catalogues.MESSAGES / "diagnostics"


class Phrase(str):
    """Words of the catalogue in British English, with what it takes to say them in another language."""

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, Any]

    def __new__(cls, text: str, key: str = "", values: Mapping[str, Any] | None = None) -> Self:
        """Make the phrase that says *text*: the words of *key* with *values* in their places."""
        phrase = super().__new__(cls, text)
        phrase.key, phrase.values = key, values or {}
        return phrase


class Wording(NamedTuple):
    """What a diagnostic says: its code, what is wrong, and what to do."""

    code: str
    message: str
    hint: str | None


def wording(key: str, hint: str | None = None, /, **values: Any) -> Wording:
    """Return the words of *key*, such as `H101.never-closed`, with its hint or with *hint*."""
    own_hint = f"{key}.hint"
    if hint is None and own_hint in words():
        hint = phrase(own_hint, **values)
    message = key if key in words() else f"{key}.message"
    return Wording(key.partition(".")[0], phrase(message, **values), hint)


def phrase(key: str, /, **values: Any) -> Phrase:
    """Return the words of *key* with *values* in their places."""
    return Phrase(words()[key].format(**values), key, values)


def did_you_mean(match: str | None) -> Phrase | None:
    """Return the hint that offers *match*, None where there is none."""
    return phrase("any.did-you-mean", match=match) if match else None


def to_write(hint: str | None) -> str | None:
    """Return the text that *hint* says to write, None where it says anything else."""
    if isinstance(hint, Phrase) and hint.key in ("any.write", "H207.season"):
        return str(hint.values["text"])
    return None


def with_values(text: str, replacements: Mapping[str, str]) -> str:
    """Return *text* with those of its values that are keys of *replacements* replaced."""
    if not isinstance(text, Phrase):
        return text
    return phrase(
        text.key, **{name: replacements.get(value, value) for name, value in text.values.items()}
    )


def in_language(text: str, language: str) -> str:
    """Return *text* in *language*, where it is of the catalogue."""
    if not isinstance(text, Phrase) or language == catalogues.FALLBACK:
        return text
    values = {
        name: in_language(value, language) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return words(language)[text.key].format(**values)


@cache
def words(language: str = catalogues.FALLBACK) -> Mapping[str, str]:
    """Return the words of *language* by key."""
    entries = catalogues.catalogue(FOLDER, language)
    return {key: text for key, text in entries.items() if isinstance(text, str)}
