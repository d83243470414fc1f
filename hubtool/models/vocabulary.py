"""The hub's controlled terms and the organisations it knows."""

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict

from hubtool.models.declare import Model, field
from hubtool.models.types import (
    Country,
    Label,
    Language,
    Many,
    PartnerKind,
    Ror,
    Slug,
    Text,
    WebAddress,
)


class SchemeNotes(Model):
    """What a vocabulary is and where it stands."""

    model_config = ConfigDict(extra="allow")

    id: Slug = field("Id", "The file's name.")
    title: Text = field("Title", "What the vocabulary is called.")
    description: Text = field("Description", "What it is for.")
    version: Label | None = field("Version", "Its version.", default=None)
    language: Language = field("Language", "The language of its labels.", default="en-GB")
    ordered: bool = field("Ordered", "Whether its terms have an order of their own.", default=False)


class VocabularySource(Model):
    """Where a term's meaning was taken from."""

    title: Text = field("Title", "Its title.")
    url: WebAddress | None = field("Address", "Where to read it.", default=None)


class Reading(Model):
    """Something worth reading about a term."""

    title: Text = field("Title", "Its title.")
    url: WebAddress = field("Address", "Where to read it.")


class Term(Model):
    """One word of a vocabulary. What only some schemes say about their terms is in `extra`."""

    model_config = ConfigDict(extra="allow")

    id: Slug = field("Id", "Permanent; labels are not.")
    label: Text = field("Label", "What readers see.", schema_org="name")
    definition: Text = field(
        "Definition", "What it means, in our own words.", schema_org="description"
    )
    alt: Many[Text] = field(
        "Synonyms", "Other words for it; each finds it.", default=(), schema_org="alternateName"
    )
    broader: Slug | None = field("Broader", "The group it stands in.", default=None)
    related: Many[Slug] = field("Related", "Terms to read beside it.", default=())
    source: Many[Label] = field("Source", "Keys of this file's sources.", default=())
    basis: Text | None = field(
        "Basis", "Where there is no published source: what it rests on.", default=None
    )
    group: bool = field("Group", "A heading, not to be chosen.", default=False)
    order: int | None = field("Order", "Its place, where the scheme has an order.", default=None)
    mind: Text | None = field("What to mind", "What goes wrong with it.", default=None)
    first_steps: Many[Text] = field("First steps", "What to do first.", default=())
    reading: Many[Reading] = field("Further reading", "What to read next.", default=())

    @property
    def extra(self) -> Mapping[str, Any]:
        """What this scheme alone says about its terms."""
        return self.model_extra or {}


class VocabularyFile(Model):
    """A vocabulary as its file holds it."""

    scheme: SchemeNotes = field("Scheme", "What the vocabulary is.")
    sources: Mapping[Label, VocabularySource] = field(
        "Sources", "What its terms rest on.", default={}
    )
    concepts: Many[Term] = field("Terms", "Its terms, in order.", min_length=1)


class Organisation(Model):
    """A body that has a name of its own beyond one partnership."""

    id: Slug = field("Id", "Permanent; labels are not.")
    label: Text = field("Label", "Its name.", schema_org="name")
    alt: Many[Text] = field(
        "Other names", "Former names, short forms.", default=(), schema_org="alternateName"
    )
    kind: PartnerKind = field("Kind", "What kind of body it is.", facet="partner-kind")
    country: Country | None = field("Country", "The two letters of ISO 3166.", default=None)
    ror: Ror | None = field(
        "ROR", "Its id in the Research Organization Registry.", default=None, example="052gg0110"
    )
    url: WebAddress | None = field("Address", "Its website.", default=None, schema_org="url")


class OrganisationsFile(Model):
    """The organisations as their file holds them."""

    scheme: SchemeNotes = field("Scheme", "What the list is.")
    sources: Mapping[Label, VocabularySource] = field("Sources", "What it rests on.", default={})
    concepts: Many[Organisation] = field("Organisations", "In order of their ids.", default=())
