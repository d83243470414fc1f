"""The side, and so the ink, of a voice."""

from collections.abc import Iterable

from hubtool.hub.facet_values import COMMUNITY_VOICES

_INSTITUTION = frozenset({"researcher", "practitioner", "funder", "decision-maker", "together"})


def side(voices: Iterable[str]) -> str:
    """Return the side of *voices*: `community`, `institution`, `both` or `outside`."""
    speakers = frozenset(voices)
    match bool(speakers & COMMUNITY_VOICES), bool(speakers & _INSTITUTION):
        case True, True:
            return "both"
        case True, False:
            return "community"
        case False, True:
            return "institution"
        case _:
            return "outside"
