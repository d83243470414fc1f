"""Whose ink a voice is printed in."""

from collections.abc import Iterable

from hubtool.hub.facet_values import COMMUNITY_VOICES

_INSTITUTION = frozenset({"researcher", "practitioner", "funder", "decision-maker", "together"})


def side(voices: Iterable[str]) -> str:
    """Return whose ink *voices* are printed in: `community`, `institution`, `both` or `outside`."""
    said = frozenset(voices)
    match bool(said & COMMUNITY_VOICES), bool(said & _INSTITUTION):
        case True, True:
            return "both"
        case True, False:
            return "community"
        case False, True:
            return "institution"
        case _:
            return "outside"
