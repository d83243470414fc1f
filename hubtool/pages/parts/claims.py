"""What every claim on a page carries: its sources as numbered links, its voices, its language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

import langcodes
from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from hubtool.art.inks import side
from hubtool.art.poster import film_poster
from hubtool.art.shapes import marks
from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.models.media import Film
from hubtool.pages.page import hub_words
from hubtool.pages.parts.captions import tracks
from hubtool.text.film_urls import film_address
from hubtool.text.markdown import Reference, citations
from hubtool.text.words import Words

Cite = Callable[[Iterable[str]], Markup]


def tools(hub: Hub) -> dict[str, Any]:
    """Return what the shared parts of templates need beside the frame: see `templates/parts/`."""
    t = hub_words(hub)
    return {
        "side": side,
        "voice_mark": voice_mark,
        "host": host,
        "capitalised": capitalised,
        "licence_name": licence_name,
        "language": lambda case: language_attributes(case.language, t.language),
        "maker": lambda case, film: maker(case, film, hub),
        "caption_languages": lambda film: t.listed(
            dict.fromkeys(_tongue(track.language, t) for track in film.captions)
        ),
        "tongue": lambda tag: _tongue(tag, t),
        "film_address": film_address,
        "tracks": lambda film: tuple(tracks(hub, film)),
        "tongue_marks": lambda tag: language_attributes(tag, t.language),
        "film_poster": lambda case, film: film_poster(hub, case, film),
    }


def references(case: CaseStudy, t: Words) -> Mapping[str, Reference]:
    """Return where the sources and films of *case* are to be found on its page, by id."""
    found = {
        source.id: Reference(str(number), f"#source-{source.id}", t("ref.source", n=number))
        for number, source in enumerate(case.sources, 1)
        if source.id
    }
    for film in case.films:
        if film.id:
            label = t("ref.film-called", title=film.title)
            found.setdefault(film.id, Reference(t("ref.film"), f"#film-{film.id}", label))
    return found


def citer(found: Mapping[str, Reference]) -> Cite:
    """Return the function that turns ids into numbered links, for templates."""

    def cite(ids: Iterable[str]) -> Markup:
        return Markup(citations(ids, found))  # noqa: S704  (made of escaped parts)

    return cite


def voice_mark(voice: str) -> Markup:
    """Return the mark of *voice* as a small drawing to stand beside its word."""
    shapes = marks((voice,))
    aside = 0.35 if len(shapes) > 1 else 0.0
    places = (aside * (2 * number - len(shapes) + 1) for number in range(len(shapes)))
    drawn = "".join(
        f'<path class="plate {shape.ink}" d="{shape.path}" transform="translate({x:g})"/>'
        for shape, x in zip(shapes, places, strict=True)
    )
    opening = '<svg class="vm op" viewBox="-1.25 -1.25 2.5 2.5" aria-hidden="true">'
    return Markup(f"{opening}{drawn}</svg>")  # noqa: S704  (fixed paths)


def maker(case: CaseStudy, film: Film, hub: Hub) -> str:
    """Return who made *film* in words: a voice, or a partner by name."""
    voices = hub.vocabularies["voices"].terms
    if film.made_by is None:
        return ""
    if film.made_by in voices:
        return lowered(voices[film.made_by].label)
    party = hub.party(case, film.made_by)
    return hub.party_name(party) if party else film.made_by


def _tongue(tag: str, t: Words) -> str:
    # On an English page `English` says enough; `Portuguese (Brazil)` may say what viewers need.
    base = tag.partition("-")[0]
    return t.language_name(base if base == t.language.partition("-")[0] else tag)


def host(url: str) -> str:
    """Return the website that *url* leads to, as readers know it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def lowered(label: str) -> str:
    """Return *label* as it stands inside a sentence; `IP and data` keeps its capitals."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label


def capitalised(text: str) -> str:
    """Return *text* as it begins a line."""
    return text[:1].upper() + text[1:]


def licence_name(licence: str) -> str:
    """Return an SPDX licence as readers write it: `CC BY-NC 4.0`."""
    if licence.startswith("CC-"):
        _, *terms, version = licence.split("-")
        return f"CC {'-'.join(terms)} {version}"
    return licence.removeprefix("LicenseRef-").replace("-", " ")


def language_attributes(language: str, interface: str) -> Markup:
    """Return `lang` and `dir` for text in *language*; nothing where it is the *interface*'s."""
    if langcodes.get(language).language == langcodes.get(interface).language:
        return Markup()
    direction = ' dir="rtl"' if _is_right_to_left(language) else ""
    return Markup(' lang="{}"').format(language) + Markup(direction)  # noqa: S704  (two fixed texts)


def _is_right_to_left(language: str) -> bool:
    try:
        return bool(Locale.parse(language, sep="-").text_direction == "rtl")
    except (UnknownLocaleError, ValueError):
        return False
