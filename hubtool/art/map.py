"""The places of cases as dots on a small map."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from hubtool.art.projection import BOTTOM, TOP, Point, point
from hubtool.hub.hub import Hub
from hubtool.models.partnership import Place

_MOST = 400
# A dot is some nine units wide: dots that are so near to one another look like one.
_STEPS = (2, 4, 8, 16)


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map, and the country it is in as a small code: `gb`."""

    x: float
    y: float
    country: str


@dataclass(frozen=True, slots=True)
class World:
    """The dots of a picture; *count* is the number of places that they stand for."""

    count: int
    dots: tuple[Dot, ...]

    def by_country(self) -> dict[str, tuple[Dot, ...]]:
        """Return the dots of each country."""
        ordered = sorted(self.dots, key=attrgetter("country"))
        return {code: tuple(dots) for code, dots in groupby(ordered, attrgetter("country"))}


def world(hub: Hub) -> World:
    """Return the places whose point is recorded, each once, from north to south.

    Of a great many, places that lie on top of one another share a dot.
    """
    places = [
        (place, at)
        for case in hub.cases.values()
        for place in case.mapped_places
        if (at := on_map(place))
    ]
    every = _in_order(
        Dot(round(at.x, 1), round(at.y, 1), place.country.lower()) for place, at in places
    )
    dots = every
    for step in _STEPS:
        if len(dots) <= _MOST:
            break
        dots = _thinned(every, step)
    names = {(place.country, place.region, place.name) for place, _ in places}
    return World(len(names), dots)


def on_map(place: Place) -> Point | None:
    """Return where *place* lies on the map, if its point is recorded."""
    if place.lat is None or place.lon is None or not BOTTOM < place.lat < TOP:
        return None
    return point(place.lat, place.lon)


def _in_order(dots: Iterable[Dot]) -> tuple[Dot, ...]:
    return tuple(sorted(set(dots), key=lambda dot: (dot.y, dot.x, dot.country)))


def _thinned(dots: Iterable[Dot], step: int) -> tuple[Dot, ...]:
    dots_of_cells: dict[tuple[int, int, str], Dot] = {}
    for dot in dots:
        dots_of_cells.setdefault((round(dot.x / step), round(dot.y / step), dot.country), dot)
    return _in_order(dots_of_cells.values())
