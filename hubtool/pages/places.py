"""The map of all cases with the filters of the list of cases, and its places as a list."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hubtool.art.map import World, on_map, world
from hubtool.art.projection import HEIGHT, WIDTH, Point
from hubtool.hub.lists import case_table
from hubtool.models.case import CaseStudy
from hubtool.models.partnership import Place
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.finder import MAP, Finder, finder_on_map
from hubtool.pages.view import View
from hubtool.text.words import Words

_MOST = 800  # places on the page, some 60 KB; of a larger hub it shows the first of each country
_IN_COUNTRY = 12

CaseAtPlace = tuple[Place, CaseStudy]


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place with the cases that happened there, and its point on the map where it has one."""

    name: str
    point: Point | None
    cases: tuple[CaseStudy, ...]


@dataclass(frozen=True, slots=True)
class RegionPlaces:
    """The places of one region; without a name those whose region is not recorded."""

    id: str
    name: str
    places: tuple[NamedPlace, ...]


@dataclass(frozen=True, slots=True)
class CountryPlaces:
    """A country with its regions, and how many cases happened in it.

    *more* is how many of its places are not among those of *regions*.
    """

    id: str
    name: str
    count: int
    regions: tuple[RegionPlaces, ...]
    more: int = 0

    @property
    def places(self) -> tuple[NamedPlace, ...]:
        """The places of all its regions."""
        return tuple(place for region in self.regions for place in region.places)


@dataclass(frozen=True)
class PlacesContent(Content):
    """The map and the list; *count* and *unmapped* count all places, also those not listed."""

    template = "places/page.html"

    finder: Finder
    countries: tuple[CountryPlaces, ...]
    count: int
    unmapped: int
    world: World
    size: tuple[int, int]


def place_pages(view: View) -> Iterator[Page]:
    """Yield the page of places."""
    all_countries = countries(view)
    places = [place for country in all_countries for place in country.places]
    is_long = len(places) > _MOST
    yield page(
        view,
        "places",
        MAP,
        title=view.words("places.title"),
        description=view.words("places.description", n=len(all_countries)),
        content=PlacesContent(
            finder=finder_on_map(view, case_table(view.hub), len(places)),
            countries=tuple(map(_first_places, all_countries)) if is_long else all_countries,
            count=len(places),
            unmapped=sum(place.point is None for place in places),
            world=world(view.hub),
            size=(WIDTH, HEIGHT),
        ),
    )


def countries(view: View) -> tuple[CountryPlaces, ...]:
    """Return the places by country and region, each in the order of its names."""
    by_country: dict[str, dict[str, list[CaseAtPlace]]] = {}
    for case in view.hub.cases.values():
        for place in case.mapped_places:
            by_region = by_country.setdefault(place.country, {})
            by_region.setdefault(place.region or "", []).append((place, case))
    return tuple(
        CountryPlaces(
            id=code.lower(),
            name=view.words.country(code),
            count=len({case.id for pairs in by_country[code].values() for _, case in pairs}),
            regions=tuple(_regions(by_country[code], view.words)),
        )
        for code in sorted(by_country, key=lambda code: (view.words.country(code), code))
    )


def _first_places(country: CountryPlaces) -> CountryPlaces:
    """Return *country* with its first places only."""
    regions: list[RegionPlaces] = []
    room = _IN_COUNTRY
    for region in country.regions:
        if room > 0:
            regions.append(replace(region, places=region.places[:room]))
        room -= len(region.places)
    return replace(country, regions=tuple(regions), more=max(0, -room))


def _regions(by_region: Mapping[str, list[CaseAtPlace]], t: Words) -> Iterator[RegionPlaces]:
    # Those without a region come first, under the country itself.
    for code in sorted(by_region, key=lambda code: (code and t.region(code), code)):
        name = t.region(code) if code else ""
        yield RegionPlaces(code.lower(), name, tuple(_named_places(by_region[code])))


def _named_places(pairs: Iterable[CaseAtPlace]) -> Iterator[NamedPlace]:
    """Yield the places of one region by name: there, the same name is the same place."""
    by_name: dict[str, list[CaseAtPlace]] = {}
    for place, case in pairs:
        by_name.setdefault(place.name, []).append((place, case))
    for name in sorted(by_name, key=lambda name: (name.casefold(), name)):
        cases = {case.id: case for _, case in by_name[name]}
        points = filter(None, (_point(place) for place, _ in by_name[name]))
        yield NamedPlace(name, next(points, None), tuple(cases.values()))


def _point(place: Place) -> Point | None:
    at = on_map(place)
    return Point(round(at.x, 2), round(at.y, 2)) if at else None
