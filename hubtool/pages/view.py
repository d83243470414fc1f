"""The view of the hub that every page and every template has: its words and the own address."""

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from hubtool.art.poster import film_poster
from hubtool.hub.hub import Hub
from hubtool.hub.tracks import Track, tracks
from hubtool.models.case import CaseStudy
from hubtool.models.media import Film
from hubtool.text.languages import language_attributes
from hubtool.text.phrases import capitalised, lowered
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

    def language_name(self, tag: str) -> str:
        """Return the name of the language *tag*, no longer than readers of this page need."""
        return self.words.language_label(tag)

    def lang(self, tag: str) -> Markup:
        """Return the attributes `lang` and `dir` of text in the language *tag*."""
        return language_attributes(tag, self.words.language)

    def tracks(self, film: Film) -> tuple[Track, ...]:
        """Return the transcripts of *film*, the one in the interface's language first."""
        return tuple(tracks(self.hub, film))

    def film_poster(self, case: CaseStudy, film: Film) -> Markup:
        """Return the drawing that stands for *film*."""
        return film_poster(self.hub, case, film)

    def film_facts(self, case: CaseStudy, film: Film) -> str:
        """Return what *film* is, in words: its kind, maker, date, length and language."""
        t = self.words
        facts = [
            self.hub.term("film-kinds", film.kind).label if film.kind else "",
            t("film.made-by", who=self._maker(case, film.made_by)) if film.made_by else "",
            t.date(film.published) if film.published else "",
            t.length(film.duration) if film.duration else "",
            t("film.in-language", language=self.language_name(film.language))
            if film.language
            else "",
        ]
        return capitalised(", ".join(filter(None, facts)))

    def film_access(self, film: Film) -> str:
        """Return in sentences for whom *film* is accessible."""
        t, access = self.words, film.access
        sentences = [captions] if (captions := self._captions(film)) else []
        if access and access.audio_description:
            sentences.append(t("film.audio-description"))
        if access and access.sign_language:
            language = self.language_name(access.sign_language)
            sentences.append(t("film.signed", language=language))
        return " ".join(sentences)

    def _captions(self, film: Film) -> str:
        t, access = self.words, film.access
        if film.captions:
            names = dict.fromkeys(self.language_name(track.language) for track in film.captions)
            return t("film.captions-ours", languages=t.listed(names))
        if access is None or access.captions is None:
            return ""
        return t("film.captions" if access.captions else "film.no-captions")

    def _maker(self, case: CaseStudy, made_by: str) -> str:
        """Return the voice or the partner *made_by* by name."""
        voices = self.hub.vocabularies["voices"].terms
        if made_by in voices:
            return lowered(voices[made_by].label)
        party = self.hub.party(case, made_by)
        return self.hub.party_name(party) if party else made_by


def relative(address: str, target: str) -> str:
    """Return *target* as the page at *address* links to it: `../cases/foo/` from `films/`."""
    path = target.partition("#")[0].partition("?")[0]
    suffix = target[len(path) :]
    if path == address and suffix.startswith("#"):
        return suffix
    start, end = address.split("/")[:-1], path.split("/")
    shared = 0
    while shared < len(start) and shared < len(end) - 1 and start[shared] == end[shared]:
        shared += 1
    way = "../" * (len(start) - shared) + "/".join(end[shared:])
    return f"{way or './'}{suffix}"
