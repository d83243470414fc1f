"""How a field of a record is declared: once, with all that is derived from it."""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic import GetJsonSchemaHandler as _Handler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

ReferenceTo = Literal[
    "partner",
    "party",
    "maker",
    "organisation",
    "source",
    "evidence",
    "film",
    "own-lesson",
    "case",
    "lesson",
    "film-address",
]


DATE_SIGNS = r"^([0-9]{2}[0-9X]{2}|[.]{2}|/)[0-9X~?%./-]*$"
"""What every date looks like at least, for readers of patterns that know nothing more."""


@dataclass(frozen=True, slots=True)
class InScheme:
    """Mark a text as a term of the vocabulary *scheme*."""

    scheme: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: _Handler) -> JsonSchemaValue:
        """Tell the JSON Schema which vocabulary belongs here."""
        return {**handler(core), "x-scheme": self.scheme}


@dataclass(frozen=True, slots=True)
class Refers:
    """Mark a text as the id of something else.

    `partner`, `party` (a partner, a funder or `together`), `source`, `film`, `own-lesson` and `evidence`
    (a source or a film) stand in the same file, and so does a `maker` that is no voice.
    `organisation`, `case`, `lesson` (`case-id#lesson-id`) and `film-address` (`case-id#film-id`)
    stand elsewhere in the hub.
    """

    to: ReferenceTo

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: _Handler) -> JsonSchemaValue:
        """Tell the JSON Schema where the names of organisations belong."""
        return (
            {**handler(core), "x-organisation": True}
            if self.to == "organisation"
            else handler(core)
        )


@dataclass(frozen=True, slots=True)
class Prose:
    """Mark a text as written for readers, so that it is searched for what must not be public."""

    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """Mark a text as a date, which a file may hold as a number."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: _Handler) -> JsonSchemaValue:
        """Tell the JSON Schema how a date begins, and which signs it has."""
        text = {"type": "string", "pattern": DATE_SIGNS}
        return {**handler(core), "anyOf": [text, {"type": "integer"}]}


@dataclass(frozen=True, slots=True)
class CountryCode:
    """Mark a text as the code of a country."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: _Handler) -> JsonSchemaValue:
        """Tell the JSON Schema that a code of ISO 3166 belongs here."""
        return {**handler(core), "x-country": True}


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """Mark a list that may be written as its only element."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: _Handler) -> JsonSchemaValue:
        """Let the JSON Schema take the element alone."""
        schema = handler(core)
        return {"anyOf": [schema["items"], schema]} if "items" in schema else schema


@dataclass(frozen=True, slots=True)
class ShortForm:
    """Mark a mapping that may be written as the value of its key *key*."""

    key: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: _Handler) -> JsonSchemaValue:
        """Let the JSON Schema take the value alone."""
        schema = handler(core)
        properties = handler.resolve_ref_schema(schema)["properties"]
        return {"anyOf": [properties[self.key], schema]}


class Model(BaseModel):
    """A part of a record: frozen, strict about types, and closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _absent(cls, data: Any) -> Any:
        """Drop known keys without a value: absent and `null` mean the same."""
        if not isinstance(data, dict) or None not in data.values():
            return data
        keys = {info.alias or name for name, info in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in keys}


def field(  # noqa: PLR0913  (a declaration names all that is derived from it)
    label: str,
    help: str,  # noqa: A002  (the word contributors see)
    *,
    default: Any = ...,
    example: Any = None,
    facet: str | None = None,
    schema_org: str | None = None,
    dublin_core: str | None = None,
    missing: str = "H201",
    **limits: Any,
) -> Any:
    """Declare a field: its words, its facet, its names in standards and the code for its absence.

    *limits* are pydantic's own (`max_length`, `ge`, …). Without *default* the field is required.
    """
    extra = {
        "example": example,
        "facet": facet,
        "schema_org": schema_org,
        "dublin_core": dublin_core,
        "missing": missing,
    }
    return Field(
        default,
        title=label,
        description=help,
        json_schema_extra={key: value for key, value in extra.items() if value is not None},
        **limits,
    )
