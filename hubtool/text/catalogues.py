"""The catalogues of words: one YAML file a language, read as a table of keys such as `date.since`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hubtool.text.own_yaml import read_yaml

FALLBACK = "en-GB"
MESSAGES = Path(__file__).parent.parent / "messages"


def has_catalogue(folder: Path, language: str) -> bool:
    """Say whether there are words of *language* in *folder*."""
    return (folder / f"{language}.yml").is_file()


def catalogue(folder: Path, language: str) -> dict[str, str | Mapping[str, str]]:
    """Return the words of *language* in *folder*; where some are missing, those of British English.

    They are texts, or mappings with the forms of a plural.
    """
    languages = (FALLBACK, language) if has_catalogue(folder, language) else (FALLBACK,)
    return {
        key: words
        for tag in dict.fromkeys(languages)
        for key, words in _flat((), read_yaml((folder / f"{tag}.yml").read_text(encoding="utf-8")))
    }


def _flat(
    route: Sequence[str], tree: Mapping[str, Any]
) -> Iterable[tuple[str, str | Mapping[str, str]]]:
    for key, value in tree.items():
        name = (*route, str(key))
        if isinstance(value, Mapping) and "other" not in value:
            yield from _flat(name, value)
        else:
            yield ".".join(name), value
