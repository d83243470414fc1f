"""What a browser needs to show on the map, and in the list beside it, where some cases happened."""

import json
from dataclasses import dataclass

from hubtool.hub.lists import case_table
from hubtool.pages.page import Content, render
from hubtool.pages.parts.finder import PLACES
from hubtool.pages.places import CountryPlaces, NamedPlace, countries
from hubtool.pages.view import View

ENTRIES = "assets/find/places/{}.json"
"""Where the entries of the list are, some in each file, by the number of the file."""

_IN_FILE = 50


@dataclass(frozen=True)
class PlaceEntries(Content):
    """The entries of some places in the list of places."""

    template = "exports/places.html"

    places: tuple[NamedPlace, ...]


def place_files(view: View) -> dict[str, bytes]:
    """Return the points of all places, and their entries in the list as HTML with links from the root.

    The first file is all that a map needs to begin with. `names`, `points` and `cases` have the
    places in the order of the list: `points` two numbers, or nothing, and `cases` the rows of its
    cases in the table of cases. `countries` say how many places each of their regions has.
    `together` is how many entries stand in each of the other files.
    """
    all_countries = countries(view)
    places = [place for country in all_countries for place in country.places]
    rows = {row.id: index for index, row in enumerate(case_table(view.hub).rows)}
    data = {
        "together": _IN_FILE,
        "countries": [_country(country) for country in all_countries],
        "names": [place.name for place in places],
        "points": [
            f"{place.point.x:g} {place.point.y:g}" if place.point else "" for place in places
        ],
        "cases": [" ".join(str(rows[case.id]) for case in place.cases) for place in places],
    }
    return {PLACES: _bytes(data)} | {
        ENTRIES.format(number): _bytes(
            render(view, PlaceEntries(tuple(places[start : start + _IN_FILE])))
        )
        for number, start in enumerate(range(0, len(places), _IN_FILE))
    }


def _country(country: CountryPlaces) -> dict[str, object]:
    regions = [[region.name, len(region.places)] for region in country.regions]
    return {"id": country.id, "name": country.name, "regions": regions}


def _bytes(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
