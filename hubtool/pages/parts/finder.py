"""A list with its facets beside it: what the shared parts of templates need for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hubtool.hub.lists import Table
from hubtool.pages.parts.facet_choices import FacetChoices, facet_choices
from hubtool.pages.view import View

INDEX = "assets/find/{}.json"
"""Where the columns of a list are, by its kind."""

CARDS = "assets/find/cards/{}-{}.json"
"""Where the cards of a list are, some in each file, by its kind and the number of the file."""

PLACES = "assets/find/places.json"
"""Where the points of all places are, and which cases happened there."""

MAP = "places/"
"""Where cases are shown on a map."""

_FEWEST = 6
_SORTS = {
    "cases": ("hub", "work", "title"),
    "lessons": ("stage", "case", "hub"),
    "films": ("kind", "title", "published"),
}
_LISTS = {"cases": "grid", "lessons": "two-columns", "films": "gallery"}


@dataclass(frozen=True, slots=True)
class Finder:
    """A list to find things in.

    *within* keeps the list to some rows: those with these values, or with these ids. *feed* is the
    address of the feed of just these. It *has_words*, a box of its own for them, or uses the one of
    the header. What is found is shown as cards, or *on_map*.
    """

    kind: str
    heading: str
    facets: tuple[FacetChoices, ...]
    within: Mapping[str, object] | None = None
    feed: str | None = None
    has_words: bool = False
    has_links: bool = False
    on_map: bool = False

    @property
    def id(self) -> str:
        """What the ids of its elements begin with."""
        return f"find-{self.kind}"

    @property
    def index(self) -> str:
        """The address of its columns."""
        return INDEX.format(self.kind)

    @property
    def places(self) -> str:
        """The address of the places, which a map needs too."""
        return PLACES

    @property
    def sorts(self) -> tuple[str, ...]:
        """The orders to choose from, the usual one first; a map has none."""
        return () if self.on_map else _SORTS[self.kind]

    @property
    def list_class(self) -> str:
        """How what is found is laid out."""
        return "place-results" if self.on_map else _LISTS[self.kind]


def finder_of_all(view: View, table: Table) -> Finder:
    """Return the finder for all of *table*."""
    heading = heading_for(view, table.kind, len(table.rows))
    return Finder(table.kind, heading, facet_choices(view, table), has_links=True)


def finder_on_map(view: View, table: Table, places: int) -> Finder:
    """Return the finder for all cases, *table*, on the map of their *places*."""
    cases = heading_for(view, table.kind, len(table.rows))
    heading = view.words("find.in-places", cases=cases, n=places)
    return Finder(table.kind, heading, facet_choices(view, table), on_map=True)


def finder_of_rows(
    view: View, table: Table, ids: Iterable[str], within: Mapping[str, object], feed: str | None
) -> Finder:
    """Return the finder for the rows of *table* with *ids*, which are those *within* says."""
    selection = tuple(ids)
    facets = facet_choices(view, table, ids=selection, without=within.keys())
    heading = heading_for(view, table.kind, len(selection))
    return Finder(table.kind, heading, facets, within=within, feed=feed, has_words=True)


def is_worth_sifting(count: int) -> bool:
    """Say whether a list of *count* things is long enough for facets."""
    return count >= _FEWEST


def heading_for(view: View, kind: str, count: int) -> str:
    """Return how many there are, in words."""
    return view.words(f"find.{kind}", n=count)
