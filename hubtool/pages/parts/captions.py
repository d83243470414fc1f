"""What is said in a film, as its card shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.documents.transcripts import Cue
from hubtool.hub.hub import Hub
from hubtool.models.media import Film


@dataclass(frozen=True, slots=True)
class Track:
    """The transcript of a film in one language: its tag, its file and its lines."""

    tag: str
    file: str
    cues: tuple[Cue, ...]


def tracks(hub: Hub, film: Film) -> Iterator[Track]:
    """Yield the transcripts of *film*, the one in the interface's language first."""
    own = _primary(hub.settings.hub.language)
    for captions in sorted(film.captions, key=lambda one: _primary(one.language) != own):
        if cues := hub.transcripts.get(captions.file):
            yield Track(captions.language, captions.file, cues)


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
