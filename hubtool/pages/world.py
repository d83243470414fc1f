"""The places of cases as dots on a small map."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub import Hub
from hubtool.pages.projection import BOTTOM, TOP, point


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map."""

    x: float
    y: float


def dots(hub: Hub) -> tuple[Dot, ...]:
    """Return the places whose point is recorded, each once, from north to south."""
    return tuple(sorted(set(_dots(hub)), key=lambda dot: (dot.y, dot.x)))


def _dots(hub: Hub) -> Iterator[Dot]:
    for case in hub.cases.values():
        for place in case.places:
            if place.lat is not None and place.lon is not None and BOTTOM < place.lat < TOP:
                x, y = point(place.lat, place.lon)
                yield Dot(round(x, 1), round(y, 1))
