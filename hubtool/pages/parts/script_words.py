"""The words that scripts say, as a data block for every page."""

import json
import re
from collections.abc import Iterator, Mapping

from hubtool.hub.tracks import tracks
from hubtool.pages.view import View
from hubtool.text.languages import primary

_PREFIXES = ("find.", "search.", "shortcut.")
_SORTS = ("relevance",)
_MARKS = re.compile(r"<|\{(?=[{%#])")


def script_words(view: View, version: str = "") -> str:
    """Return the element that hands the words, and which word indexes there are, to the scripts.

    *version* names the records that the indexes are made of.
    """
    words: dict[str, str | Mapping[str, str]] = {
        key.partition(".")[2]: entry
        for key, entry in view.words.catalogue.items()
        if key.startswith(_PREFIXES)
    }
    words |= {f"sort-{name}": view.words(f"finder.sorts.{name}") for name in _SORTS}
    data = {"words": words, "bundles": bundles(view), "version": version}
    # Neither the end of the element nor a template's braces may come of a word.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = _MARKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f'<script type="application/json" id="find-words">{safe}</script>\n'


def bundles(view: View) -> dict[str, list[str]]:
    """Return the languages of each word index: of pages, of lessons and of films."""
    languages = {primary(case.language) for case in view.hub.cases.values()}
    interface = primary(view.hub.settings.hub.language)
    kinds = {
        "pages": languages | {interface},
        "lessons": {primary(entry.case.language) for entry in view.hub.lessons},
        "films": set(_film_languages(view)),
    }
    return {
        kind: sorted(tags, key=lambda tag: (tag != interface, tag)) for kind, tags in kinds.items()
    }


def _film_languages(view: View) -> Iterator[str]:
    """Yield the languages in which films are told of, and those of what is said in them."""
    for entry in view.hub.films:
        if entry.film.id:
            yield primary(entry.case.language)
            yield from (primary(track.tag) for track in tracks(view.hub, entry.film))
