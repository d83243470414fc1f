"""What is said in a film, as its card and its search records show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub import Hub
from hubtool.models.case import Film
from hubtool.pages.page import hub_words
from hubtool.transcripts import Cue


@dataclass(frozen=True, slots=True)
class Track:
    """The transcript of a film in one language: its tag, its name, its file and its lines."""

    tag: str
    language: str
    file: str
    cues: tuple[Cue, ...]


def tracks(hub: Hub, film: Film) -> Iterator[Track]:
    """Yield the transcripts of *film*, the one in the interface's language first."""
    t = hub_words(hub)
    own = t.language.partition("-")[0]
    for captions in sorted(film.captions, key=lambda one: one.language.partition("-")[0] != own):
        if cues := hub.transcripts.get(captions.file):
            name = t.language_name(captions.language)
            yield Track(captions.language, name, captions.file, cues)
