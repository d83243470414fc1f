"""The canonical layout of the hub's files, derived from the models."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from hubtool.documents.quoting import PATTERNS, WIDTH
from hubtool.documents.writing import FieldLayout, MappingLayout
from hubtool.models.annotations import Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.claims import Checkpoint, FilmMoment
from hubtool.models.collection import Collection
from hubtool.models.common import Use
from hubtool.models.declare import Dated, Model
from hubtool.models.investment import Hours, Money, Payment
from hubtool.models.keeping import Connect, Consent
from hubtool.models.media import Access, Captions, Image, Resource, Source
from hubtool.models.opportunity import Opportunity
from hubtool.models.partnership import Credit, FunderEntry, PartnerEntry, Place, TimelineEntry
from hubtool.models.power import Power, StageReading
from hubtool.models.vocabulary import CitationTypes, OrganisationsFile, Term, VocabularyFile

FILES: tuple[type[Model], ...] = (
    CaseStudy,
    Collection,
    Opportunity,
    VocabularyFile,
    OrganisationsFile,
)
"""What a whole file holds."""

_SMALL = frozenset(
    {
        Access,
        Captions,
        Checkpoint,
        CitationTypes,
        Connect,
        Consent,
        Credit,
        FilmMoment,
        FunderEntry,
        Hours,
        Image,
        Money,
        PartnerEntry,
        Payment,
        Place,
        Resource,
        Source,
        StageReading,
        TimelineEntry,
        Use,
    }
)
"""Models whose entries stand on one line where they fit."""

_WITH_LINES = frozenset(
    {(Collection, "questions"), (Collection, "wanted"), (Power, "stages"), (Term, "first_steps")}
)
"""Fields whose value never stands on one line with its key."""

_SECTIONS: Mapping[type[Model], frozenset[str]] = {
    CaseStudy: frozenset(
        {
            "partners",
            "story",
            "timeline",
            "power",
            "investment",
            "outcomes",
            "checkpoints",
            "lessons",
            "tensions",
            "films",
            "images",
            "resources",
            "sources",
            "connect",
            "consent",
        }
    ),
    Collection: frozenset({"why", "items", "questions"}),
}
"""Keys that an empty line stands before."""


@cache
def layouts() -> Mapping[str, MappingLayout]:
    """Return the layout of each model by its name."""
    return dict(sorted((model.__name__, _mapping(model)) for model in _models(FILES)))


def layout_table() -> dict[str, Any]:
    """Return the layout as plain data, for the writer in the browser."""
    return {
        "width": WIDTH,
        "patterns": PATTERNS,
        "mappings": {name: _plain(asdict(layout)) for name, layout in layouts().items()},
    }


def _models(models: tuple[type[Model], ...]) -> Iterator[type[Model]]:
    """Yield *models* and all that they are made of, each once."""
    known: set[type[Model]] = set()
    waiting = [*models]
    while waiting:
        model = waiting.pop()
        if model not in known:
            known.add(model)
            yield model
            inner = (field.shape.inner_model for field in fields(model).values())
            waiting += filter(None, inner)


def _mapping(model: type[Model]) -> MappingLayout:
    # The id of a record is the name of its file.
    layout = {
        key: _field(field.shape, has_lines=(model, key) in _WITH_LINES)
        for key, field in fields(model).items()
        if not (model in FILES and key == "id")
    }
    sections = _SECTIONS.get(model, frozenset())
    return MappingLayout(layout, sections, is_small=model in _SMALL)


def _field(shape: Shape, *, has_lines: bool = False) -> FieldLayout:
    part = shape.item or shape
    return FieldLayout(
        mapping=part.model.__name__ if part.model else None,
        values=_field(part.value) if part.value else None,
        has_lines=has_lines,
        is_date=any(isinstance(mark, Dated) for mark in part.marks),
    )


def _plain(value: Any) -> Any:
    """Return *value* without what is empty or false, and its sets as sorted lists."""
    if isinstance(value, frozenset):
        return sorted(value)
    if not isinstance(value, dict):
        return value
    return {key: _plain(part) for key, part in value.items() if part or key == "fields"}
