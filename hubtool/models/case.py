"""A case study: one research partnership, told from inside or from what was published."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field, model_validator

from hubtool.models.declare import Model, ShortForm, field
from hubtool.models.types import (
    ConsentStatus,
    Country,
    Currency,
    Doi,
    EdtfDate,
    EvidenceId,
    EvidenceKind,
    FilePath,
    FilmId,
    FilmKind,
    Friction,
    Label,
    Language,
    LessonAddress,
    LessonKind,
    Licence,
    Maker,
    Many,
    Markdown,
    Method,
    Orcid,
    Organisation,
    OutcomeKind,
    Partner,
    PartnerKind,
    Party,
    Reading,
    Region,
    ResourceKind,
    Role,
    Seconds,
    Slug,
    SourceId,
    Stage,
    Text,
    Theme,
    TimelineKind,
    Topic,
    Voice,
    Voices,
    WebAddress,
    Year,
    fault,
)

_Part = TypeVar("_Part", bound=Model)


def exactly_one(part: _Part, *keys: str) -> _Part:
    """Return *part*, or raise where it has none or more than one of *keys*."""
    given = [key for key in keys if getattr(part, key) is not None]
    if len(given) == 1:
        return part
    names = [f"`{key}`" for key in keys]
    said = f"neither {' nor '.join(names)}" if not given else f"more than one of {', '.join(names)}"
    raise fault("H230", f"this entry has {said}", f"write exactly one of {', '.join(names)}")


WHOSE_VIEW = "Whose view this is: one voice, or a list of voices. Roles, never people."
WHERE_SAID = "The ids of this case's sources where it is said."


class Place(Model):
    """Where the work happened."""

    name: Text = field("Name", "The place as people there call it.", example="Grangetown, Cardiff")
    country: Country = field(
        "Country",
        "The two letters of ISO 3166.",
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


class StageReading(Model):
    """Who decided at one stage."""

    level: Reading | None = field(
        "Reading",
        "Who held the decision. The test: would the community partner's no have held?",
        default=None,
        example="shared",
    )
    note: Text | None = field("Note", "How it was decided, and by whom.", default=None)
    readings: Mapping[Voice, Reading] = field(
        "Readings",
        "Where partners see it differently: each voice with its own reading.",
        default={},
    )

    @model_validator(mode="after")
    def _complete(self) -> "StageReading":
        if self.level == "disputed" and len(self.readings) < 2:
            raise fault(
                "H231",
                "a disputed reading needs the readings of two voices or more",
                "add `readings: {community: …, researcher: …}`",
            )
        if self.level != "disputed" and self.readings:
            raise fault(
                "H231",
                "`readings` stand beside `level: disputed` only",
                "write `level: disputed`, or remove `readings`",
            )
        if self.level is None and self.note is None:
            raise fault(
                "H231",
                "this stage says neither who decided nor how",
                "add a `level` or a `note`, or leave the stage out",
            )
        return self


def _from_level(value: Any) -> Any:
    return {"level": value} if isinstance(value, str) else value


StageEntry = Annotated[StageReading, BeforeValidator(_from_level), ShortForm("level")]


class Power(Model):
    """Who decided, stage by stage. A stage left out is not recorded."""

    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218")
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
    stages: Mapping[Stage, StageEntry] = field(
        "Stages", "A reading, a note or both for each stage that is known.", strict=False
    )


class Money(Model):
    """What the partnership was paid, as a range."""

    low: float = field("Low", "The least it can have been.", ge=0, example=55000)
    high: float = field(
        "High",
        "The most it can have been; the same as `low` where it is known exactly.",
        ge=0,
        example=65000,
    )
    currency: Currency = field("Currency", "The three letters of ISO 4217.", example="GBP")
    year: Year | None = field("Year", "The year of the award.", default=None)
    held_by: Party | None = field(
        "Held by", "The partner or funder that held the budget.", default=None
    )
    community_share_percent: float | None = field(
        "Community's share",
        "How much of it reached community partners, in per cent.",
        default=None,
        ge=0,
        le=100,
    )

    @model_validator(mode="after")
    def _range(self) -> "Money":
        if self.low > self.high:
            raise fault("H209", "`low` is above `high`", "swap the two")
        return self


class Hours(Model):
    """Hours one party gave."""

    who: Party = field("Who", "A partner's id.")
    paid: float | None = field("Paid", "Paid hours.", default=None, ge=0)
    unpaid: float | None = field("Unpaid", "Unpaid hours.", default=None, ge=0)


class Payment(Model):
    """How people were paid or thanked."""

    offered: bool = field("Offered", "Whether payment was offered.")
    rate: float | None = field("Rate", "How much.", default=None, ge=0)
    currency: Currency | None = field("Currency", "The three letters of ISO 4217.", default=None)
    per: Literal["hour", "half-day", "day", "session", "month", "project"] | None = field(
        "Per", "For what.", default=None
    )
    note: Text | None = field("Note", "What to know about it.", default=None)


class Investment(Model):
    """What the partnership took: an investment, not a cost."""

    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218")
    basis: Literal["actual", "estimate"] | None = field(
        "Basis", "Whether the figures are actual or an estimate.", default=None
    )
    months_before_question: int | None = field(
        "Months before the question",
        "How long people knew one another before the question was settled. 0 is a real answer.",
        default=None,
        ge=0,
        le=1200,
        example=15,
    )
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
    money: Money | None = field("Money", "What was paid for it.", default=None)
    hours: Many[Hours] = field("Hours", "Paid and unpaid hours by party.", default=())
    payment: Payment | None = field("Payment", "How people were paid or thanked.", default=None)
    costs_to_people: Text | None = field(
        "Cost to people", "What it took out of people.", default=None
    )
    not_counted: Text | None = field("Not counted", "What the figures leave out.", default=None)


class Outcome(Model):
    """Something that changed, or was hoped to."""

    what: Text = field("What", "What changed, in a sentence or two.")
    kind: OutcomeKind = field("Kind", "What sort of change it is.", facet="outcome-kind")
    seen: EdtfDate | None = field(
        "Seen", "When it showed; left out where the date is not recorded.", default=None
    )
    hoped_for: bool = field("Hoped for", "True where it has not been seen yet.", default=False)
    direction: Literal["gain", "harm", "mixed"] = field(
        "Direction", "A gain, a harm or mixed.", default="gain"
    )
    expected: bool | None = field("Expected", "Whether anybody expected it.", default=None)
    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218")
    evidence: EvidenceKind | None = field("How we know", "The ground for the claim.", default=None)
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
    also_because: Text | None = field(
        "Also because", "What else helped to bring it about.", default=None
    )


class Checkpoint(Model):
    """A return visit, due or made."""

    due: EdtfDate = field("Due", "When somebody goes back to ask.")
    visited: EdtfDate | None = field("Visited", "When they did.", default=None)
    note: Text | None = field("Note", "What they found.", default=None)


class FilmMoment(Model):
    """The second in a film where somebody says it."""

    id: FilmId = field("Film", "The id of one of this case's films.")
    at: Seconds | None = field(
        "At", "The second, or minutes and seconds.", default=None, example="1:23"
    )


class Lesson(Model):
    """Something learned, with its own address for ever."""

    id: Slug | None = field(
        "Id", "Its address; never changed once published.", default=None, example="meet-at-theirs"
    )
    formerly: Many[Slug] = field("Formerly", "Old ids that lead here.", default=())
    lesson: Text = field(
        "Lesson",
        "One instruction or finding that somebody else could use, in 200 characters at most.",
    )
    kind: LessonKind = field(
        "Kind",
        "What sort of lesson it is; an unwelcome one is as welcome as any.",
        facet="lesson-kind",
    )
    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218", facet="voice")
    stage: Stage | None = field(
        "Stage", "Where in the work it belongs.", default=None, facet="lesson-stage"
    )
    themes: Many[Theme] = field(
        "Themes", "What it teaches; the case's own themes where left out.", default=()
    )
    because: Text | None = field("Because", "What happened that taught it.", default=None)
    holds_when: Text | None = field("Holds when", "Under which conditions it holds.", default=None)
    evidence: EvidenceKind | None = field("How we know", "The ground for it.", default=None)
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
    film: FilmMoment | None = field(
        "Film", "The film and the second where somebody says it.", default=None
    )
    confirms: Many[LessonAddress] = field(
        "Confirms",
        "Lessons elsewhere that this one bears out.",
        default=(),
        example=["other-case#lesson-id"],
    )
    contradicts: Many[LessonAddress] = field(
        "Contradicts", "Lessons elsewhere that this one speaks against.", default=()
    )


class Tension(Model):
    """A disagreement or an institutional friction, and what moved it."""

    about: Friction = field("About", "What it was about.", facet="friction")
    what: Text = field("What", "What happened.")
    view_of: Voice | None = field("Whose position", "Whose position is described.", default=None)
    what_moved_it: Text | None = field(
        "What moved it", "What changed it, if anything did.", default=None
    )
    open: bool | None = field("Still open", "True where it is not settled.", default=None)
    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218")
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())


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
        "Address", "YouTube, Vimeo, a film file, or a page that carries the film.", schema_org="url"
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


class Connect(Model):
    """What the partnership offers to others."""

    open_to: Many[Text] = field(
        "Open to", "What people may ask for.", default=(), example=["visits", "mentoring"]
    )
    about: Text | None = field("About", "On what.", default=None)
    contact_url: WebAddress = field("Contact page", "A page, never a person's address.")
    until: EdtfDate | None = field("Until", "When the offer ends.", default=None)


class Consent(Model):
    """Whether the community partner agreed, to what, and who can change it."""

    status: ConsentStatus = field(
        "Status", "agreed, partial, public-record, pending or withdrawn.", example="agreed"
    )
    agreed_by: Text | None = field("Agreed by", "The body that agreed; not a person.", default=None)
    agreed_on: EdtfDate | None = field("Agreed on", "When it agreed.", default=None)
    scope: Many[Literal["text", "quotes", "film", "images", "place"]] = field(
        "Scope",
        "What was agreed to; what is not named is not published. All of it where left out.",
        default=(),
    )
    withheld: Many[Text] = field(
        "Withheld", "What was not agreed to, in words; it must not be in the file.", default=()
    )
    people: Literal["roles-only", "pseudonyms", "named"] = field(
        "People", "How people appear.", default="roles-only"
    )
    change_contact: WebAddress | None = field(
        "Change contact",
        "The page where a change can be asked for; the hub's own if left out.",
        default=None,
    )
    review_by: EdtfDate | None = field("Review by", "When to ask again.", default=None)
    benefit: Text | None = field(
        "Benefit", "What the community partner gains from this page.", default=None
    )

    @model_validator(mode="after")
    def _complete(self) -> "Consent":
        if self.status in ("agreed", "partial"):
            if not (self.agreed_by and self.agreed_on):
                raise fault(
                    "H225",
                    f"`{self.status}` needs to say who agreed, and when",
                    "add `agreed_by` and `agreed_on`",
                )
            if self.status == "partial" and not self.withheld:
                raise fault(
                    "H225",
                    "`partial` needs to say what was withheld",
                    "add `withheld` with a few words for each thing left out",
                )
        return self


class RecordNotes(Model):
    """How this record was made and looked after."""

    written_by: Voices = field("Written by", "Whose hand wrote it.", default=())
    created: EdtfDate | None = field(
        "Created",
        "When it was first written.",
        default=None,
        schema_org="dateCreated",
        dublin_core="created",
    )
    checked: EdtfDate | None = field(
        "Checked",
        "When somebody last read it against its sources.",
        default=None,
        schema_org="dateModified",
    )
    review_due: EdtfDate | None = field("Review due", "When to check again.", default=None)
    doubts: Text | None = field("Doubts", "What the writer is not sure of.", default=None)


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


class Withdrawn(Model):
    """All that a withdrawn case may still hold."""

    id: Slug = field("Id", "The file's name.")
    formerly: Many[Slug] = field("Formerly", "Old ids whose addresses lead here.", default=())
    consent: Consent = field("Consent", "Its status: withdrawn.")
