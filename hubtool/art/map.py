"""The places of cases as dots on a small map."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from math import hypot
from operator import attrgetter

from hubtool.art.projection import BOTTOM, TOP, Point, point
from hubtool.hub.hub import Hub
from hubtool.models.partnership import Place

_MOST = 400
# A dot is some nine units wide: dots that are so near to one another look like one.
_STEPS = (2, 4, 8, 16)
_APART = 20.0
"""How far discs with a number stand from one another, in the units of the map."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map, and the country it is in as a small code: `gb`."""

    x: float
    y: float
    country: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Dots near one another as one disc, in their midst."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class World:
    """The dots of a picture; *count* is the number of places that they stand for."""

    count: int
    dots: tuple[Dot, ...]
    clusters: tuple[Cluster, ...]

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
    return World(len(names), dots, _clusters(every))


def on_map(place: Place) -> Point | None:
    """Return where *place* lies on the map, if its point is recorded."""
    if place.lat is None or place.lon is None or not BOTTOM < place.lat < TOP:
        return None
    return point(place.lat, place.lon)


def _in_order(dots: Iterable[Dot]) -> tuple[Dot, ...]:
    return tuple(sorted(set(dots), key=lambda dot: (dot.y, dot.x, dot.country)))


def _clusters(dots: Iterable[Dot]) -> tuple[Cluster, ...]:
    """Return *dots* as discs that do not cover one another, those of the fullest cells first."""
    cells: dict[tuple[float, float], list[Dot]] = defaultdict(list)
    for dot in dots:
        cells[dot.x // _APART, dot.y // _APART].append(dot)
    clusters: list[Cluster] = []
    for cell in sorted(cells.values(), key=len, reverse=True):
        x, y = (sum(map(attrgetter(axis), cell)) / len(cell) for axis in "xy")
        apart = (hypot(one.x - x, one.y - y) for one in clusters)
        index = next((at for at, far in enumerate(apart) if far < _APART), None)
        if index is None:
            clusters.append(Cluster(round(x, 1), round(y, 1), len(cell)))
        else:
            fuller = clusters[index]
            clusters[index] = replace(fuller, count=fuller.count + len(cell))
    return tuple(clusters)


def _thinned(dots: Iterable[Dot], step: int) -> tuple[Dot, ...]:
    dots_of_cells: dict[tuple[int, int, str], Dot] = {}
    for dot in dots:
        dots_of_cells.setdefault((round(dot.x / step), round(dot.y / step), dot.country), dot)
    return _in_order(dots_of_cells.values())
