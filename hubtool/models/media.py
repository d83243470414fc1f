"""Films, pictures, and what was published."""

from hubtool.models.common import WHERE_SAID
from hubtool.models.declare import Model, field
from hubtool.models.identifiers import Doi, Language, Licence
from hubtool.models.types import (
    EdtfDate,
    FilePath,
    FilmKind,
    Maker,
    Many,
    ResourceKind,
    Seconds,
    Slug,
    SourceId,
    Text,
    WebAddress,
    Year,
)


class Captions(Model):
    """A WebVTT file that belongs to the case."""

    language: Language = field("Language", "The language of the captions.")
    file: FilePath = field(
        "File", "Where it lies: below `cases/<id>/`.", example="cases/the-case/film.en-GB.vtt"
    )


class Access(Model):
    """Who can follow the film."""

    captions: bool | None = field("Captions", "Whether the film itself has captions.", default=None)
    audio_description: bool | None = field(
        "Audio description", "Whether it is described for blind people.", default=None
    )
    sign_language: Language | None = field(
        "Sign language",
        "The sign language it is in or interpreted into.",
        default=None,
        example="bfi",
    )
    easy_read: WebAddress | None = field(
        "Easy read", "The address of an easy-read version.", default=None
    )


class Film(Model):
    """A film or recording, or a page that carries one."""

    id: Slug | None = field("Id", "Its address within the case.", default=None)
    formerly: Many[Slug] = field("Formerly", "Old ids that lead here.", default=())
    title: Text = field("Title", "Its title as published.", schema_org="name", dublin_core="title")
    url: WebAddress = field(
        "Address",
        "YouTube, Vimeo, a film file, or a page that carries the film, as its viewers open it.",
        schema_org="url",
    )
    kind: FilmKind | None = field(
        "Kind", "Who tells the story, and what for.", default=None, facet="film-kind"
    )
    made_by: Maker | None = field("Made by", "A voice, or a partner's id.", default=None)
    published: EdtfDate | None = field(
        "Published", "When it came out.", default=None, schema_org="uploadDate"
    )
    duration: Seconds | None = field("Length", "Minutes and seconds.", default=None, example="6:40")
    language: Language | None = field(
        "Language", "The language spoken or signed.", default=None, facet="film-language"
    )
    captions: Many[Captions] = field(
        "Captions", "Caption files the case owns, one a language.", default=()
    )
    access: Access | None = field("Access", "Who can follow it.", default=None)
    content_note: Text | None = field(
        "Content note", "What a viewer may want to know before.", default=None
    )
    licence: Licence | None = field("Licence", "Its SPDX licence.", default=None)
    sources: Many[SourceId] = field("Sources", WHERE_SAID, default=())


class Image(Model):
    """A cleared picture that belongs to the case."""

    file: FilePath = field("File", "Where it lies: below `cases/<id>/`.")
    alt: Text = field(
        "Alternative text",
        "What the picture shows, for somebody who cannot see it.",
        missing="H503",
    )
    credit: Text = field("Credit", "Who made it.", missing="H503")
    agreed_by: Text | None = field(
        "Agreed by", "The body that agreed to the picture; not a person.", default=None
    )
    licence: Licence = field("Licence", "Its SPDX licence.", missing="H503")


class Resource(Model):
    """Something the work made that others can use."""

    title: Text = field("Title", "What it is called.")
    kind: ResourceKind | None = field("Kind", "What sort of thing it is.", default=None)
    url: WebAddress | None = field("Address", "Where to find it.", default=None)
    licence: Licence | None = field("Licence", "Its SPDX licence.", default=None)
    year: Year | None = field("Year", "When it came out.", default=None)


class Source(Model):
    """Something published that this page rests on."""

    id: Slug | None = field("Id", "A short name to cite it by: `[@id]` in the story.", default=None)
    title: Text = field("Title", "Its title.", schema_org="citation", dublin_core="source")
    kind: ResourceKind | None = field("Kind", "What sort of thing it is.", default=None)
    publisher: Text | None = field("Publisher", "Who published it.", default=None)
    url: WebAddress | None = field("Address", "Left out where only a copy is known.", default=None)
    year: Year | None = field("Year", "When it came out.", default=None)
    doi: Doi | None = field(
        "DOI", "Its DOI, without https://doi.org/.", default=None, example="10.5334/cstp.154"
    )
    note: Text | None = field(
        "Note", "Whose account it is, or what to know about it.", default=None
    )
