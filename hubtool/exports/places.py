"""What a browser needs to show on the map, and in the list beside it, where some cases happened."""

import json

from hubtool.hub.lists import case_table
from hubtool.pages.page import render
from hubtool.pages.parts.finder import PLACES
from hubtool.pages.places import Country, countries
from hubtool.pages.view import View

ENTRIES = "assets/find/places/{}.json"
"""Where the entries of the list are, some in each file, by the number of the file."""

_IN_FILE = 50


def place_files(view: View) -> dict[str, bytes]:
    """Return the points of all places, and their entries in the list as HTML with links from the root.

    The first file is all that a map needs to begin with. `names`, `points` and `cases` have the
    places in the order of the list: `points` two numbers, or nothing, and `cases` the rows of its
    cases in the table of cases. `countries` say how many places each of their regions has.
    `together` is how many entries stand in each of the other files.
    """
    lands = countries(view)
    spots = [spot for land in lands for spot in land.spots]
    rows = {row.id: place for place, row in enumerate(case_table(view.hub).rows)}
    data = {
        "together": _IN_FILE,
        "countries": [_country(land) for land in lands],
        "names": [spot.name for spot in spots],
        "points": [f"{spot.point.x:g} {spot.point.y:g}" if spot.point else "" for spot in spots],
        "cases": [" ".join(str(rows[case.id]) for case in spot.cases) for spot in spots],
    }
    return {PLACES: _bytes(data)} | {
        ENTRIES.format(number): _bytes(
            render("exports/places.html", view, spots=spots[start : start + _IN_FILE])
        )
        for number, start in enumerate(range(0, len(spots), _IN_FILE))
    }


def _country(land: Country) -> dict[str, object]:
    regions = [[region.name, len(region.spots)] for region in land.regions]
    return {"id": land.id, "name": land.name, "regions": regions}


def _bytes(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
