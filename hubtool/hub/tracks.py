"""What is said in a film: its transcripts, language by language."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.documents.transcripts import Cue
from hubtool.hub.hub import Hub
from hubtool.models.media import Film
from hubtool.text.languages import primary


@dataclass(frozen=True, slots=True)
class Track:
    """The transcript of a film in one language: its tag, its file and its lines."""

    tag: str
    file: str
    cues: tuple[Cue, ...]


def tracks(hub: Hub, film: Film) -> Iterator[Track]:
    """Yield the transcripts of *film*, the one in the interface's language first."""
    interface = primary(hub.settings.hub.language)
    for captions in sorted(film.captions, key=lambda entry: primary(entry.language) != interface):
        if cues := hub.transcripts.get(captions.file):
            yield Track(captions.language, captions.file, cues)
