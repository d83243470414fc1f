"""The stages of a piece of work as doors for somebody who is at one of them."""

from dataclasses import dataclass

from hubtool.models.vocabulary import Term
from hubtool.pages.view import View


@dataclass(frozen=True, slots=True)
class Door:
    """A stage as somebody who is there would say it, and what it is about."""

    id: str
    words: str
    about: str


def doors(view: View) -> tuple[Door, ...]:
    """Return the stages of work in order; one without words here says its own."""
    return tuple(
        Door(
            stage.id,
            view.words(f"door.{stage.id}.words")
            if view.words.has(f"door.{stage.id}.words")
            else stage.label,
            view.words(f"door.{stage.id}.about")
            if view.words.has(f"door.{stage.id}.about")
            else stage.definition,
        )
        for stage in decision_stages(view)
    )


def decision_stages(view: View) -> tuple[Term, ...]:
    """Return the stages at which somebody decides; `throughout` is for lessons only."""
    return tuple(term for term in view.hub.terms("stages") if not term.extra.get("use_only_in"))
