"""The hub's controlled terms and the organisations it knows."""

from collections.abc import Mapping
from typing import Any, Literal

from hubtool.models.declare import Model, field
from hubtool.models.identifiers import Country, Language, Ror
from hubtool.models.types import Label, Many, PartnerKind, Slug, Text, WebAddress


class CitationTypes(Model):
    """What a kind of resource or film is called by others."""

    schema_org: Label | None = field("schema.org", "Its type on the web.", default=None)
    csl: Label | None = field("CSL", "Its type in CSL-JSON.", default=None)
    ris: Label | None = field("RIS", "Its type in RIS.", default=None)


class SchemeNotes(Model):
    """What a vocabulary is and where it stands."""

    id: Slug = field("Id", "The file's name.")
    title: Text = field("Title", "What the vocabulary is called.")
    description: Text = field("Description", "What it is for.")
    version: Label | None = field("Version", "Its version.", default=None)
    language: Language = field("Language", "The language of its labels.", default="en-GB")
    ordered: bool = field("Ordered", "Whether its terms have an order of their own.", default=False)
    defaults: CitationTypes | None = field(
        "Defaults", "What its terms are called by others, where they do not say.", default=None
    )


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
        """What this scheme alone says about its terms, as far as the term says it."""
        keys = type(self).model_fields.keys() - Term.model_fields.keys()
        return {key: getattr(self, key) for key in sorted(keys & self.model_fields_set)}

    @property
    def is_for_lessons_only(self) -> bool:
        """Whether only a lesson may name it: nobody decides anything at such a stage."""
        return bool(self.extra.get("use_only_in"))


class ConsentTerm(Term):
    """A status of consent. Nothing is published unless `publish` is true."""

    publish: bool = field("Published", "Whether cases with this status are on the site.")


class TypedTerm(Term, CitationTypes):
    """A kind of thing that others have names for."""

    ror_type: Label | None = field("ROR type", "Its type in ROR.", default=None)


class PartnerKindTerm(TypedTerm):
    """A kind of partner."""

    side: Literal["community", "institution", "neither"] = field(
        "Side", "Whose side such a partner stands on; it decides its mark.", default="neither"
    )


class ReadingTerm(Term):
    """A reading of who decided."""

    test: Text | None = field("Test", "How to tell it from the next.", default=None)
    match: Mapping[Label, Mapping[Label, Text]] = field(
        "Match", "What other scales call it.", default={}
    )
    non_value: bool = field("No value", "Whether it says that there is no reading.", default=False)


class RoleTerm(Term):
    """A contribution for which people are credited."""

    credit: bool = field("CRediT", "Whether it is one of the roles of CRediT.", default=False)


class StageTerm(Term):
    """A stage of a piece of work."""

    situation: Text | None = field("Situation", "Where a reader at it is now.", default=None)
    use_only_in: Many[Literal["lessons"]] = field(
        "Use only in", "Where it may be named, if not everywhere.", default=()
    )


class TopicTerm(Term):
    """A subject."""

    shape: Label | None = field("Shape", "What its covers are drawn with.", default=None)


class VocabularyFile(Model):
    """A vocabulary as its file holds it."""

    scheme: SchemeNotes = field("Scheme", "What the vocabulary is.")
    sources: Mapping[Label, VocabularySource] = field(
        "Sources", "What its terms rest on.", default={}
    )
    concepts: Many[Term] = field("Terms", "Its terms, in order.", min_length=1)


class ConsentFile(VocabularyFile):
    """The statuses of consent."""

    concepts: Many[ConsentTerm] = field("Terms", "Its terms, in order.", min_length=1)


class TypesFile(VocabularyFile):
    """Kinds of things that others have names for."""

    concepts: Many[TypedTerm] = field("Terms", "Its terms, in order.", min_length=1)


class PartnerKindsFile(VocabularyFile):
    """The kinds of partner."""

    concepts: Many[PartnerKindTerm] = field("Terms", "Its terms, in order.", min_length=1)


class ReadingsFile(VocabularyFile):
    """The readings of who decided."""

    concepts: Many[ReadingTerm] = field("Terms", "Its terms, in order.", min_length=1)


class RolesFile(VocabularyFile):
    """The contributions for which people are credited."""

    concepts: Many[RoleTerm] = field("Terms", "Its terms, in order.", min_length=1)


class StagesFile(VocabularyFile):
    """The stages of a piece of work."""

    concepts: Many[StageTerm] = field("Terms", "Its terms, in order.", min_length=1)


class TopicsFile(VocabularyFile):
    """The subjects."""

    concepts: Many[TopicTerm] = field("Terms", "Its terms, in order.", min_length=1)


VOCABULARY_FILES: Mapping[str, type[VocabularyFile]] = {
    "consent": ConsentFile,
    "film-kinds": TypesFile,
    "partner-kinds": PartnerKindsFile,
    "power": ReadingsFile,
    "resource-kinds": TypesFile,
    "roles": RolesFile,
    "stages": StagesFile,
    "topics": TopicsFile,
}
"""The models of the vocabularies whose terms say more than a term says everywhere."""

NEEDED_TERMS: Mapping[str, frozenset[str]] = {
    "consent": frozenset({"agreed", "partial", "pending", "public-record", "withdrawn"}),
    "lesson-kinds": frozenset({"worked"}),
    "opportunity-kinds": frozenset({"standing-offer"}),
    "power": frozenset({"community", "shared", "disputed", "not-applicable"}),
    "timeline-kinds": frozenset({"meet", "question"}),
    "voices": frozenset({"community", "together"}),
}
"""The terms that rules and pages rely on, by vocabulary: no hub can be read without them."""

NEVER_PUBLISHED = frozenset({"pending", "withdrawn"})
"""The statuses of consent that cannot be made public by a vocabulary."""


class Organisation(Model):
    """A body that has a name of its own beyond one partnership."""

    id: Slug = field("Id", "Permanent; labels are not.")
    label: Text = field("Label", "Its name.", schema_org="name")
    alt: Many[Text] = field(
        "Other names", "Former names, short forms.", default=(), schema_org="alternateName"
    )
    kind: PartnerKind = field("Kind", "What kind of body it is.", facet="partner-kind")
    country: Country | None = field(
        "Country", "The two letters of ISO 3166, such as `GB`.", default=None
    )
    ror: Ror | None = field(
        "ROR", "Its id in the Research Organization Registry.", default=None, example="052gg0110"
    )
    url: WebAddress | None = field("Address", "Its website.", default=None, schema_org="url")


class OrganisationsFile(Model):
    """The organisations as their file holds them."""

    scheme: SchemeNotes = field("Scheme", "What the list is.")
    sources: Mapping[Label, VocabularySource] = field("Sources", "What it rests on.", default={})
    concepts: Many[Organisation] = field("Organisations", "In order of their ids.", default=())
