"""The pages that a browser visits, of each hub."""

from collections.abc import Callable

import pytest
from browsing import Look

# The kinds of page, each by the one that has most of everything (`*`) or least (`?`).
EVERY_KIND = (
    "",
    "cases/",
    "cases/*/",
    "cases/?/",
    "lessons/",
    "lessons/*/",
    "lessons/theme/*/",
    "films/",
    "collections/",
    "collections/*/",
    "collections/*/print/",
    "collections/*/reading-copy/",
    "collections/*/cards/",
    "collections/*/workshop/",
    "themes/",
    "themes/*/",
    "methods/",
    "methods/*/",
    "topics/",
    "topics/*/",
    "frictions/",
    "frictions/*/",
    "partners/",
    "partners/*/",
    "funders/",
    "funders/*/",
    "places/",
    "places/*/",
    "evidence/",
    "evidence/*/",
    "compare/",
    "opportunities/",
    "data/",
    "shelf/",
    "shelf/cards/",
    "shelf/print/",
    "shelf/reading-copy/",
    "shelf/workshop/",
    "about/",
    "consent-and-care/",
    "accessibility/",
    "privacy/",
    "contribute/",
    "contribute/*/",
    "contribute/fields/",
    "contribute/reading-charts/",
    "contribute/codes/",
    "contribute/codes/*/",
    "nowhere/",
)
# Those that only a large hub has: a further page of each sort of list, and a list of its own.
OF_MANY = (
    "cases/page/*/",
    "films/page/*/",
    "lessons/*/page/*/",
    "lessons/theme/*/page/*/",
    "places/*/page/*/",
    "themes/*/page/*/",
    "partners/kind/*/",
)
# What only this hub has by hand.
BY_HAND = ("about/speed/",)
RICH = (
    "",
    "cases/kitchen-table-damp/",
    "cases/gone/",
    "cases/damp/",
    "lessons/",
    "films/",
    "collections/before-the-money/",
    "opportunities/",
    "nowhere/",
)
AWKWARD = (
    "",
    "cases/",
    "cases/awkward/",
    "cases/long/",
    "lessons/",
    "lessons/relationship/",
    "films/",
    "collections/",
    "opportunities/",
)
ZENSICAL = ("", "cases/kitchen-table-damp/", "lessons/", "about/", "nowhere/")
HUBS = {
    "real": (*EVERY_KIND, *BY_HAND),
    "generated": OF_MANY,
    "rich": RICH,
    "zensical": ZENSICAL,
    "awkward": AWKWARD,
}
PAGES = [
    pytest.param(
        hub,
        address,
        id=f"{hub}:{address or 'home'}",
        marks=pytest.mark.xdist_group(f"{hub}:{address}"),  # a page is visited once
    )
    for hub, addresses in HUBS.items()
    for address in addresses
]

every_page = pytest.mark.parametrize(("hub", "address"), PAGES)
Seen = Callable[[str, str], Look]
