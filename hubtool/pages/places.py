"""Where the cases happened: a map, and the same as a list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.hub import Hub
from hubtool.models.case import CaseStudy, Place
from hubtool.pages.claims import tools
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.projection import BOTTOM, HEIGHT, TOP, WIDTH, Point, point
from hubtool.pages.world import dots
from hubtool.words import Words

PAGE = "places/"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the cases that happened there, and its point on the map where it has one."""

    name: str
    point: Point | None
    cases: tuple[CaseStudy, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The places of one region; without a name those whose region is not recorded."""

    id: str
    name: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its regions, and how many cases happened in it."""

    id: str
    name: str
    count: int
    regions: tuple[Region, ...]


def place_pages(hub: Hub) -> Iterator[Page]:
    """Yield the page of places."""
    t = hub_words(hub)
    lands = countries(hub)
    spots = [spot for land in lands for region in land.regions for spot in region.spots]
    yield page(
        hub,
        "places",
        PAGE,
        title=t("places.title"),
        description=t("places.description", n=len(lands)),
        template="directory/places.html",
        **tools(hub),
        countries=lands,
        spots=len(spots),
        unmapped=sum(spot.point is None for spot in spots),
        dots=dots(hub),
        size=(WIDTH, HEIGHT),
    )


def countries(hub: Hub) -> tuple[Country, ...]:
    """Return the places by country and region, each in the order of its names."""
    t = hub_words(hub)
    found: dict[str, dict[str, list[tuple[Place, CaseStudy]]]] = {}
    for case in hub.cases.values():
        for place in case.places:
            by_region = found.setdefault(place.country, {})
            by_region.setdefault(place.region or "", []).append((place, case))
    return tuple(
        Country(
            id=code.lower(),
            name=t.country(code),
            count=len({case.id for held in found[code].values() for _, case in held}),
            regions=tuple(_regions(found[code], t)),
        )
        for code in sorted(found, key=lambda code: (t.country(code), code))
    )


def _regions(by_region: dict[str, list[tuple[Place, CaseStudy]]], t: Words) -> Iterator[Region]:
    # Those without a region come first, under the country itself.
    for code in sorted(by_region, key=lambda code: (code and t.region(code), code)):
        name = t.region(code) if code else ""
        yield Region(code.lower(), name, tuple(_spots(by_region[code])))


def _spots(held: Iterable[tuple[Place, CaseStudy]]) -> Iterator[Spot]:
    """Yield the places of one region; one name there is one place."""
    by_name: dict[str, list[tuple[Place, CaseStudy]]] = {}
    for place, case in held:
        by_name.setdefault(place.name, []).append((place, case))
    for name in sorted(by_name, key=lambda name: (name.casefold(), name)):
        places = [place for place, _ in by_name[name]]
        cases = {case.id: case for _, case in by_name[name]}
        points = filter(None, map(_point, places))
        yield Spot(name, next(points, None), tuple(cases.values()))


def _point(place: Place) -> Point | None:
    if place.lat is None or place.lon is None or not BOTTOM < place.lat < TOP:
        return None
    x, y = point(place.lat, place.lon)
    return Point(round(x, 2), round(y, 2))
