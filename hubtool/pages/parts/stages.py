"""The stages of a piece of work as doors for somebody who is at one of them."""

from dataclasses import dataclass

from hubtool.hub.hub import Hub
from hubtool.models.vocabulary import Term
from hubtool.text.words import words


@dataclass(frozen=True, slots=True)
class Door:
    """A stage as somebody who is there would say it, and what it is about."""

    id: str
    words: str
    about: str


def doors(hub: Hub) -> tuple[Door, ...]:
    """Return the stages of work in order; one without words here says its own."""
    t = words(hub.settings.hub.language)
    return tuple(
        Door(
            stage.id,
            t(f"door.{stage.id}.words") if t.has(f"door.{stage.id}.words") else stage.label,
            t(f"door.{stage.id}.about") if t.has(f"door.{stage.id}.about") else stage.definition,
        )
        for stage in decision_stages(hub)
    )


def decision_stages(hub: Hub) -> tuple[Term, ...]:
    """Return the stages at which somebody decides; `throughout` is for lessons only."""
    return tuple(term for term in hub.terms("stages") if not term.extra.get("use_only_in"))
