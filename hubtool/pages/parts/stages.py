"""Links to the stages of a piece of work, for readers who are at one of them."""

from dataclasses import dataclass

from hubtool.models.vocabulary import Term
from hubtool.pages.view import View


@dataclass(frozen=True, slots=True)
class StageLink:
    """A stage in the words of somebody who is at it, and what it is about."""

    id: str
    words: str
    about: str


def stage_links(view: View) -> tuple[StageLink, ...]:
    """Return the stages at which somebody decides, in order."""
    return tuple(
        StageLink(
            stage.id,
            _words(view, stage, "words", stage.label),
            _words(view, stage, "about", stage.definition),
        )
        for stage in view.hub.decision_stages
    )


def _words(view: View, stage: Term, part: str, fallback: str) -> str:
    """Return the catalogue's words for *part* of *stage*; a stage of the hub's own has none."""
    key = f"door.{stage.id}.{part}"
    return view.words(key) if view.words.has(key) else fallback
