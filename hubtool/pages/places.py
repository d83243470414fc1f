"""Where the cases happened: a map with the filters of the list of cases, and the same as a list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hubtool.art.map import on_map, world
from hubtool.art.projection import HEIGHT, WIDTH, Point
from hubtool.hub.lists import case_table
from hubtool.models.case import CaseStudy
from hubtool.models.partnership import Place
from hubtool.pages.page import Page, page
from hubtool.pages.parts.finder import MAP, mapped
from hubtool.pages.view import View
from hubtool.text.words import Words

_MOST = 800  # places on the page, some 60 KB; of a larger hub it shows the first of each country
_IN_COUNTRY = 12


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
    """A country with its regions, and how many cases happened in it.

    *more* is how many of its places are not among those of *regions*.
    """

    id: str
    name: str
    count: int
    regions: tuple[Region, ...]
    more: int = 0

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places of all its regions."""
        return tuple(spot for region in self.regions for spot in region.spots)


def place_pages(view: View) -> Iterator[Page]:
    """Yield the page of places."""
    lands = countries(view)
    spots = [spot for land in lands for spot in land.spots]
    is_long = len(spots) > _MOST
    yield page(
        view,
        "places",
        MAP,
        title=view.words("places.title"),
        description=view.words("places.description", n=len(lands)),
        template="places/page.html",
        finder=mapped(view, case_table(view.hub), len(spots)),
        countries=tuple(map(_beginning, lands)) if is_long else lands,
        spots=len(spots),
        unmapped=sum(spot.point is None for spot in spots),
        world=world(view.hub),
        size=(WIDTH, HEIGHT),
    )


def countries(view: View) -> tuple[Country, ...]:
    """Return the places by country and region, each in the order of its names."""
    found: dict[str, dict[str, list[tuple[Place, CaseStudy]]]] = {}
    for case in view.hub.cases.values():
        for place in case.locations:
            by_region = found.setdefault(place.country, {})
            by_region.setdefault(place.region or "", []).append((place, case))
    return tuple(
        Country(
            id=code.lower(),
            name=view.words.country(code),
            count=len({case.id for held in found[code].values() for _, case in held}),
            regions=tuple(_regions(found[code], view.words)),
        )
        for code in sorted(found, key=lambda code: (view.words.country(code), code))
    )


def _beginning(land: Country) -> Country:
    """Return *land* with its first places."""
    regions: list[Region] = []
    room = _IN_COUNTRY
    for region in land.regions:
        if room > 0:
            regions.append(replace(region, spots=region.spots[:room]))
        room -= len(region.spots)
    return replace(land, regions=tuple(regions), more=max(0, -room))


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
    at = on_map(place)
    return Point(round(at.x, 2), round(at.y, 2)) if at else None
