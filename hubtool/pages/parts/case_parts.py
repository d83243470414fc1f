"""The parts of the page of a case, each as its template reads it."""

from dataclasses import dataclass

from markupsafe import Markup

from hubtool.hub.references import LessonReference
from hubtool.models.case import CaseStudy
from hubtool.models.investment import Hours
from hubtool.models.partnership import PartnerEntry, TimelineEntry
from hubtool.models.power import StageReading
from hubtool.models.vocabulary import Term
from hubtool.pages.parts.citation import CitationFile
from hubtool.pages.parts.cover_words import CoverKey
from hubtool.pages.parts.for_partners import PartnerSite
from hubtool.pages.parts.timelines import TimeBefore


@dataclass(frozen=True, slots=True)
class Crumb:
    """A list in which the case stands, and where it is."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class CaseHead:
    """The head of the page: *stock* is the paper of the cover, *lead* the lesson that opens it."""

    stock: str
    crumbs: tuple[Crumb, ...]
    place: str
    years: str
    lead: LessonReference | None
    cover: Markup
    sentence: str  # what the cover says
    key: CoverKey
    is_draft: bool
    is_old: bool


@dataclass(frozen=True, slots=True)
class CaseFunder:
    """A funder of the case; *address* leads to its page, where it has one."""

    name: str
    address: str | None
    award: str | None


@dataclass(frozen=True, slots=True)
class CasePartner:
    """A partner of the case; *address* leads to its page, where it has one."""

    entry: PartnerEntry
    name: str
    address: str | None
    kind: str
    mark: Markup


@dataclass(frozen=True, slots=True)
class Glance:
    """The facts of the case in short."""

    places: str
    begun_by: str
    funders: tuple[CaseFunder, ...]
    partners: tuple[CasePartner, ...]
    methods: Markup
    topics: Markup


@dataclass(frozen=True, slots=True)
class BeforeQuestion:
    """The time before the question, and the moments of the timeline in order."""

    time: TimeBefore
    sentence: str
    label_before: str
    label_after: str
    moments: tuple[TimelineEntry, ...]
    gaps: tuple[int, ...]  # years from each moment to the next
    question: int | None  # the index of the moment of the question


@dataclass(frozen=True, slots=True)
class StageDecision:
    """A stage with its number, and what the case says about it."""

    number: int
    term: Term
    entry: StageReading | None

    @property
    def reading(self) -> str | None:
        """The pattern of its cell: a reading, `described`, or none where nothing is recorded."""
        return (self.entry.level or "described") if self.entry else None


@dataclass(frozen=True, slots=True)
class WhoDecided:
    """Who decided; *is_read* says that at least one stage has a reading."""

    is_read: bool
    voices: str
    stages: tuple[StageDecision, ...]
    missing: str  # the stages of which nothing is recorded


@dataclass(frozen=True, slots=True)
class NamedHours:
    """The hours that one party gave."""

    name: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class WhatItTook:
    """What the work took, with its sums and parties in words; empty where not recorded."""

    voices: str
    money: str
    held_by: str
    payment: str
    hours: tuple[NamedHours, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A related case with its cover, and why it is related."""

    case: CaseStudy
    cover: Markup
    reason: str


@dataclass(frozen=True, slots=True)
class AboutRecord:
    """How to cite the page, what was agreed, what is wanted, and where to change it."""

    citation: Markup
    citation_files: tuple[CitationFile, ...]
    consent: str
    file_url: str | None
    form_url: str | None
    change_url: str
    wanted: str
    offer_is_open: bool
    sites: tuple[PartnerSite, ...]
