"""A case study: one research partnership, told from inside or from what was published."""

from typing import Annotated

from pydantic import Field

from hubtool.models.claims import Checkpoint, Lesson, Outcome, Tension
from hubtool.models.common import USED, Use
from hubtool.models.declare import Model, field
from hubtool.models.identifiers import Language, Licence
from hubtool.models.investment import Investment
from hubtool.models.keeping import Connect, Consent, RecordNotes
from hubtool.models.media import Film, Image, Resource, Source
from hubtool.models.partnership import Credit, FunderEntry, PartnerEntry, Place, TimelineEntry
from hubtool.models.power import Power
from hubtool.models.types import (
    EdtfDate,
    Many,
    Markdown,
    Method,
    OwnLesson,
    Party,
    Slug,
    Text,
    Theme,
    Topic,
    WebAddress,
)


class CaseStudy(Model):
    """One research partnership."""

    id: Slug = field("Id", "The file's name.", schema_org="identifier")
    formerly: Many[Slug] = field("Formerly", "Old ids whose addresses lead here.", default=())
    title: Text = field(
        "Title",
        "What happened, rather than the project's name.",
        max_length=200,
        schema_org="headline",
        dublin_core="title",
    )
    short_title: Text | None = field(
        "Short title",
        "For a browser's tab, where the title is long: 60 signs at most.",
        default=None,
        max_length=60,
        schema_org="alternativeHeadline",
    )
    project: Text | None = field(
        "Project",
        "The partnership's or project's own name, if it has one.",
        default=None,
        max_length=200,
        example="Community Gateway",
    )
    summary: Text = field(
        "Summary",
        "What happened, in plain words and 400 characters at most.",
        max_length=400,
        schema_org="abstract",
        dublin_core="abstract",
    )
    language: Language = field(
        "Language",
        "The language of this record.",
        default="en-GB",
        facet="language",
        schema_org="inLanguage",
        dublin_core="language",
    )
    places: Many[Place] = field(
        "Places",
        "Where it happened; several are welcome.",
        min_length=1,
        schema_org="contentLocation",
        dublin_core="spatial",
    )
    dates: EdtfDate | None = field(
        "Dates",
        "From the award or the first research work.",
        default=None,
        example="2019-09~/2023-03",
        schema_org="temporalCoverage",
        dublin_core="temporal",
    )
    ended_early: bool = field(
        "Ended early", "True where the work stopped before it was meant to.", default=False
    )
    themes: Many[Theme] = field(
        "Themes",
        "What it teaches about working together.",
        default=(),
        facet="theme",
        schema_org="about",
        dublin_core="subject",
    )
    methods: Many[Method] = field(
        "Methods", "What people did.", default=(), facet="method", schema_org="keywords"
    )
    topics: Many[Topic] = field(
        "Topics",
        "The subject matter.",
        default=(),
        facet="topic",
        schema_org="keywords",
        dublin_core="subject",
    )
    sdgs: Many[Annotated[int, Field(ge=1, le=17)]] = field(
        "Sustainable Development Goals", "Numbers 1 to 17.", default=(), facet="sdg"
    )
    partners: Many[PartnerEntry] = field(
        "Partners",
        "Who did it together.",
        min_length=1,
        schema_org="contributor",
        dublin_core="contributor",
    )
    initiated_by: Party | None = field(
        "Begun by",
        "A partner's or funder's id, or `together`; left out where not known.",
        default=None,
    )
    funders: Many[FunderEntry] = field("Funders", "Who paid.", default=(), schema_org="funder")
    credits: Many[Credit] = field(
        "Credits",
        "Who made this page or this work; anybody here may be an author.",
        default=(),
        schema_org="author",
        dublin_core="creator",
    )
    story: Markdown | None = field(
        "Story",
        "What happened, as long as it needs. `[@source-id]` cites a source.",
        default=None,
        schema_org="articleBody",
    )
    timeline: Many[TimelineEntry] = field(
        "Timeline", "The relationship, before and after the money.", default=()
    )
    power: Power | None = field(
        "Who decided", "Who held the decisions, stage by stage.", default=None
    )
    investment: Investment | None = field(
        "What it took", "Time, money and what it took out of people.", default=None
    )
    outcomes: Many[Outcome] = field(
        "What changed", "Gains, harms and hopes, each with a voice.", default=()
    )
    checkpoints: Many[Checkpoint] = field(
        "Return visits", "When somebody goes back to ask what lasted.", default=()
    )
    lessons: Many[Lesson] = field(
        "Lessons", "What was learned; one is enough.", min_length=1, schema_org="teaches"
    )
    lead_lesson: OwnLesson | None = field(
        "Lead lesson",
        "The id of the lesson that opens the page; chosen by rule where left out.",
        default=None,
    )
    tensions: Many[Tension] = field(
        "Tensions", "Dissent and friction, and what moved them.", default=()
    )
    films: Many[Film] = field(
        "Films", "Films and recordings of the work.", default=(), schema_org="video"
    )
    images: Many[Image] = field("Images", "Cleared pictures.", default=(), schema_org="image")
    resources: Many[Resource] = field(
        "Resources", "What the work made that others can use.", default=()
    )
    sources: Many[Source] = field(
        "Sources",
        "What this page rests on.",
        default=(),
        schema_org="citation",
        dublin_core="source",
    )
    connect: Connect | None = field(
        "Connect", "What the partnership offers to others.", default=None
    )
    consent: Consent = field("Consent", "Whether the community partner agreed.")
    used: Many[Use] = field("Used", USED, default=())
    local_contexts: WebAddress | None = field(
        "Local Contexts", "The address of its Local Contexts Hub project.", default=None
    )
    licence: Licence = field(
        "Licence",
        "The licence of this page's text.",
        default="CC-BY-4.0",
        schema_org="license",
        dublin_core="license",
    )
    record: RecordNotes = field(
        "Record", "How this record was made and looked after.", default=RecordNotes()
    )

    @property
    def mapped_places(self) -> tuple[Place, ...]:
        """The places that are somewhere: all but `{online: true}`."""
        return tuple(place for place in self.places if not place.online)

    @property
    def is_public_record(self) -> bool:
        """Whether it restates what was published, without the partners having been asked."""
        return self.consent.status == "public-record"


class Withdrawn(Model):
    """All that a withdrawn case may still hold."""

    id: Slug = field("Id", "The file's name.")
    formerly: Many[Slug] = field("Formerly", "Old ids whose addresses lead here.", default=())
    consent: Consent = field("Consent", "Its status: withdrawn.")
