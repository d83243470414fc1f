"""The ways into the hub that the home page, the header and the footer offer."""

from dataclasses import dataclass

from hubtool.hub.facets import schemes_with_pages
from hubtool.hub.hub import Hub

_SUBJECTS = ("themes", "topics", "methods", "places", "frictions")


@dataclass(frozen=True, slots=True)
class WayIn:
    """A page that lists a part of the hub; the catalogue names it by *id*."""

    id: str
    address: str


OTHER_WAYS = (
    *(WayIn(id_, f"{id_}/") for id_ in ("partners", "funders", "evidence", "compare")),
    WayIn("opportunities", "opportunities/"),
    WayIn("data", "data/"),
    WayIn("guides", "contribute/#guides"),
)
"""The ways to what is neither a subject nor the list of cases, lessons, films or collections."""


def subject_ways(hub: Hub) -> tuple[WayIn, ...]:
    """Return the ways to cases by what they are about; a vocabulary that *hub* lacks has none."""
    return tuple(WayIn(id_, f"{id_}/") for id_ in _SUBJECTS if _has_page(hub, id_))


def _has_page(hub: Hub, id_: str) -> bool:
    return id_ not in schemes_with_pages() or id_ in hub.vocabularies
