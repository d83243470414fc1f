"""Whose ink a voice is printed in."""

from collections.abc import Iterable

_COMMUNITY = frozenset({"community", "community-researcher", "together"})
_INSTITUTION = frozenset({"researcher", "practitioner", "funder", "decision-maker", "together"})


def side(voices: Iterable[str]) -> str:
    """Return whose ink *voices* are printed in: `community`, `institution`, `both` or `outside`."""
    said = frozenset(voices)
    match bool(said & _COMMUNITY), bool(said & _INSTITUTION):
        case True, True:
            return "both"
        case True, False:
            return "community"
        case False, True:
            return "institution"
        case _:
            return "outside"
