"""What every page and every template is given: the hub, its words, and the page's own address."""

import posixpath
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from hubtool.art.poster import film_poster
from hubtool.hub.hub import Hub
from hubtool.hub.tracks import Track, tracks
from hubtool.models.case import CaseStudy
from hubtool.models.media import Film
from hubtool.text.languages import language_attributes
from hubtool.text.phrases import lowered
from hubtool.text.words import Words, words


@dataclass(frozen=True, slots=True)
class View:
    """The hub as the page at *address* shows it; an address is a folder below the site."""

    hub: Hub
    address: str = ""

    def at(self, address: str) -> "View":
        """Return the same view from the page at *address*."""
        return replace(self, address=address)

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return words(self.hub.settings.hub.language)

    @property
    def today(self) -> date:
        """The day for which the site is built."""
        return self.hub.today

    def link(self, target: str) -> str:
        """Return *target*, an address below the site, as this page links to it."""
        return relative(self.address, target)

    def maker(self, case: CaseStudy, film: Film) -> str:
        """Return who made *film* in words: a voice, or a partner by name; empty where unknown."""
        voices = self.hub.vocabularies["voices"].terms
        if film.made_by is None:
            return ""
        if film.made_by in voices:
            return lowered(voices[film.made_by].label)
        party = self.hub.party(case, film.made_by)
        return self.hub.party_name(party) if party else film.made_by

    def language_name(self, tag: str) -> str:
        """Return the name of the language *tag*, no longer than readers of this page need."""
        return self.words.language_label(tag)

    def lang(self, tag: str) -> Markup:
        """Return the attributes `lang` and `dir` of text in the language *tag*."""
        return language_attributes(tag, self.words.language)

    def caption_languages(self, film: Film) -> str:
        """Return the languages in which the hub has captions of *film*."""
        return self.words.listed(
            dict.fromkeys(self.language_name(track.language) for track in film.captions)
        )

    def tracks(self, film: Film) -> tuple[Track, ...]:
        """Return the transcripts of *film*, the one in the interface's language first."""
        return tuple(tracks(self.hub, film))

    def film_poster(self, case: CaseStudy, film: Film) -> Markup:
        """Return the drawing that stands for *film*."""
        return film_poster(self.hub, case, film)


def relative(address: str, target: str) -> str:
    """Return *target* as the page at *address* links to it: `../cases/foo/` from `films/`."""
    path = target.partition("#")[0].partition("?")[0]
    rest = target[len(path) :]
    if path == address and rest.startswith("#"):
        return rest
    way = posixpath.relpath(f"/{path}", f"/{address}")
    folder = "/" if path == "" or path.endswith("/") else ""
    return f"{way}{folder}{rest}"
