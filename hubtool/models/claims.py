"""What changed, what was learned and what was hard: each claim with whose view it is."""

from typing import Literal

from hubtool.models.common import WHERE_SAID, WHOSE_VIEW
from hubtool.models.declare import Model, field
from hubtool.models.types import (
    EdtfDate,
    EvidenceId,
    EvidenceKind,
    FilmId,
    Friction,
    LessonAddress,
    LessonKind,
    Many,
    OutcomeKind,
    Seconds,
    Slug,
    Stage,
    Text,
    Theme,
    Voice,
    Voices,
)


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
