"""Who did it together, where, and how their relationship went."""

from typing import Any, Literal

from pydantic import ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from hubtool.models.common import WHERE_SAID, WHOSE_VIEW, exactly_one, joined
from hubtool.models.declare import Model, field
from hubtool.models.identifiers import Country, Orcid, Region
from hubtool.models.types import (
    EdtfDate,
    EvidenceId,
    Label,
    Many,
    Organisation,
    Partner,
    PartnerKind,
    Role,
    Slug,
    Text,
    TimelineKind,
    Voices,
    fault,
)


class Place(Model):
    """Where the work happened: a place with its country, or `{online: true}`."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["name", "country"]}, {"required": ["online"]}]}
    )

    online: bool = field(
        "Online", "True, and nothing else, for work that met online.", default=False
    )
    name: Text = field(
        "Name", "The place as people there call it.", default="", example="Grangetown, Cardiff"
    )
    country: Country = field(
        "Country",
        "The two letters of ISO 3166, such as `GB`.",
        default="",
        example="GB",
        facet="country",
        schema_org="addressCountry",
    )
    region: Region | None = field(
        "Region",
        "The code of ISO 3166-2, such as GB-SCT.",
        default=None,
        example="GB-SCT",
        facet="region",
    )
    lat: float | None = field(
        "Latitude",
        "Degrees north, to the town at most.",
        default=None,
        ge=-90,
        le=90,
        example=55.95,
    )
    lon: float | None = field(
        "Longitude",
        "Degrees east, to the town at most.",
        default=None,
        ge=-180,
        le=180,
        example=-3.19,
    )
    precision: Literal["locality", "region", "country"] | None = field(
        "Precision",
        "What the point stands for: locality, region or country.",
        default=None,
        example="locality",
    )

    @model_validator(mode="wrap")
    @classmethod
    def _somewhere_or_online(cls, data: Any, build: ModelWrapValidatorHandler["Place"]) -> "Place":
        """Name every key that is missing beside all else that is wrong."""
        is_online = isinstance(data, dict) and data.get("online") is True
        if is_online and len(data) > 1:
            raise fault("H233.online")
        missing = () if is_online or not isinstance(data, dict) else _missing(data)
        try:
            place = build(data)
        except ValidationError as error:
            raise joined(error, cls.__name__, missing) from None
        if missing:
            raise joined(None, cls.__name__, missing)
        return place


def _missing(data: dict[str, Any]) -> tuple[InitErrorDetails, ...]:
    keys = (key for key in ("name", "country") if data.get(key) is None)
    return tuple(InitErrorDetails(type="missing", loc=(key,), input=data) for key in keys)


class PartnerEntry(Model):
    """A body or group that did the work together with others."""

    id: Slug | None = field(
        "Id", "A short name for use within this file.", default=None, example="tenants"
    )
    name: Text | None = field(
        "Name",
        "The partner's name; left out where `org` says it.",
        default=None,
        example="Exampleton Tenants",
    )
    org: Organisation | None = field(
        "Organisation",
        "The id of an organisation the hub knows.",
        default=None,
        example="university-of-york",
        schema_org="member",
    )
    kind: PartnerKind | None = field(
        "Kind",
        "What kind of body it is.",
        default=None,
        example="community-group",
        facet="partner-kind",
    )
    role: Text | None = field(
        "Role",
        "What it did in the partnership.",
        default=None,
        example="Hosted, and chose the question",
    )

    @model_validator(mode="after")
    def _name_or_org(self) -> "PartnerEntry":
        return exactly_one(self, "name", "org")


class FunderEntry(Model):
    """A body that paid for the work."""

    id: Slug | None = field("Id", "A short name for use within this file.", default=None)
    name: Text | None = field(
        "Name", "The funder's name; left out where `org` says it.", default=None
    )
    org: Organisation | None = field(
        "Organisation",
        "The id of an organisation the hub knows.",
        default=None,
        schema_org="funder",
    )
    award: Label | None = field(
        "Award", "The number of the grant.", default=None, example="EX-0000"
    )

    @model_validator(mode="after")
    def _name_or_org(self) -> "FunderEntry":
        return exactly_one(self, "name", "org")


class Credit(Model):
    """Somebody who made this work; groups and pseudonyms are welcome."""

    name: Text = field(
        "Name",
        "A group, a pseudonym or a name its owner agreed to.",
        schema_org="author",
        dublin_core="creator",
    )
    partner: Partner | None = field("Partner", "The partner they belong to.", default=None)
    roles: Many[Role] = field("Roles", "What they did.", default=())
    orcid: Orcid | None = field(
        "ORCID", "Their ORCID iD.", default=None, example="0000-0002-1825-0097"
    )


class TimelineEntry(Model):
    """One moment in the life of the relationship."""

    when: EdtfDate = field("When", "The date, as near as it is known.", example="2019-09")
    kind: TimelineKind = field("Kind", "What sort of moment it was.", example="meet")
    what: Text = field("What", "What happened, in a sentence.")
    said_by: Voices = field("Whose view", WHOSE_VIEW, default=())
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
