"""A collection: cases, lessons and films that a convenor chose, ordered and introduced."""

from collections.abc import Mapping

from pydantic import model_validator

from hubtool.models.common import USED, Use, exactly_one
from hubtool.models.declare import Model, field
from hubtool.models.types import (
    CaseId,
    EdtfDate,
    FilmAddress,
    Label,
    LessonAddress,
    Many,
    Markdown,
    Slug,
    Text,
)


class Item(Model):
    """One chosen thing and why it is here."""

    case: CaseId | None = field("Case", "A case's id.", default=None)
    lesson: LessonAddress | None = field(
        "Lesson", "A lesson's address.", default=None, example="case-id#lesson-id"
    )
    film: FilmAddress | None = field(
        "Film", "A film's address.", default=None, example="case-id#film-id"
    )
    note: Markdown = field("Note", "Why this one is here: curation is authorship.")

    @model_validator(mode="after")
    def _one_thing(self) -> "Item":
        return exactly_one(self, "case", "lesson", "film")


class Collection(Model):
    """An ordered path through the hub, with a convenor's words."""

    id: Slug = field("Id", "The file's name.", schema_org="identifier")
    formerly: Many[Slug] = field("Formerly", "Old ids whose addresses lead here.", default=())
    title: Text = field("Title", "What it is about.", max_length=200, schema_org="name")
    summary: Text = field(
        "Summary",
        "In plain words and 400 characters at most.",
        max_length=400,
        schema_org="abstract",
    )
    convenors: Many[Text] = field(
        "Convenors",
        "Who signs it: names that stand under `convenors` in mkdocs.yml; unsigned where left out.",
        default=(),
        schema_org="author",
    )
    why: Markdown | None = field("Why", "The introduction.", default=None)
    items: Many[Item] = field("Items", "In reading order.", default=())
    rule: Mapping[Label, Many[Label]] = field(
        "Rule",
        "Facets and values: whatever matches is added after the chosen items.",
        default={},
        example={"theme": ["fair-pay"]},
    )
    used: Many[Use] = field("Used", USED, default=())
    questions: Many[Text] = field("Questions", "For discussion.", default=())
    wanted: Many[Text] = field("Wanted", "What is still missing.", default=())
    opened: EdtfDate | None = field("Opened", "When it began.", default=None)
    closed: EdtfDate | None = field("Closed", "When it stopped growing.", default=None)
