"""The list of collections and the page of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.hub.lists import case_table
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import collection_data
from hubtool.pages.page import PREVIEW, Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.citation import CitationFile, citation_files
from hubtool.pages.parts.feed_addresses import feed_address
from hubtool.pages.parts.finder import Finder, finder_of_rows, is_worth_sifting
from hubtool.pages.parts.items import CollectionItem, collection_items, collection_reason
from hubtool.pages.view import View

_MOST_MATCHING = 96
_COVERS_IN_LIST = 3
_COVERS_IN_HEAD = 4


@dataclass(frozen=True, slots=True)
class CollectionEntry:
    """A collection in the list of collections, with the covers of its first cases."""

    collection: Collection
    covers: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Convenor:
    """A convenor of the hub, with how many collections they sign."""

    name: str
    count: int


@dataclass(frozen=True)
class CollectionsContent(Content):
    """The list of collections, with who signs them and how many nobody signs."""

    template = "collections/index.html"

    entries: tuple[CollectionEntry, ...]
    convenors: tuple[Convenor, ...]
    unsigned: int


@dataclass(frozen=True)
class CollectionContent(Content):
    """A collection with its items, and the cases that its rule adds."""

    template = "collections/page.html"

    collection: Collection
    reason: Markup | None
    items: tuple[CollectionItem, ...]
    covers: tuple[Markup, ...]
    matching: tuple[Card, ...]
    finder: Finder | None
    citation_files: tuple[CitationFile, ...]


def collections_pages(view: View) -> Iterator[Page]:
    """Yield the list of collections, then the page of each."""
    collections = view.hub.collections.values()
    yield page(
        view,
        "collections",
        "collections/",
        title=view.words("collections.title"),
        description=view.words("collections.description"),
        content=CollectionsContent(
            entries=tuple(
                CollectionEntry(collection, _covers(view, collection)[:_COVERS_IN_LIST])
                for collection in collections
            ),
            convenors=tuple(
                Convenor(name, sum(name in collection.convenors for collection in collections))
                for name in view.hub.settings.hub.convenors
            ),
            unsigned=sum(not collection.convenors for collection in collections),
        ),
    )
    for collection in view.hub.collections.values():
        yield collection_page(view, collection)


def collection_page(view: View, collection: Collection) -> Page:
    """Return the page of *collection*."""
    address = f"collections/{collection.id}/"
    items = collection_items(view, collection)
    matching = view.hub.matching(collection)
    ids = list(dict.fromkeys([*(item.card.id for item in items), *(case.id for case in matching)]))
    return page(
        view,
        "collection",
        address,
        title=collection.title,
        description=collection.summary,
        data=collection_data(view, collection, items, address),
        picture=f"{address}{PREVIEW}",
        content=CollectionContent(
            collection=collection,
            reason=collection_reason(collection),
            items=items,
            covers=_covers(view, collection)[:_COVERS_IN_HEAD],
            matching=tuple(card(view, case) for case in matching[:_MOST_MATCHING]),
            finder=_finder(view, ids, feed_address(address)),
            citation_files=citation_files(address, collection.id),
        ),
    )


def _finder(view: View, ids: list[str], feed: str) -> Finder | None:
    if not is_worth_sifting(len(ids)):
        return None
    return finder_of_rows(view, case_table(view.hub), ids, {"ids": ids}, feed)


def _covers(view: View, collection: Collection) -> tuple[Markup, ...]:
    ids = dict.fromkeys(item.card.id for item in collection_items(view, collection))
    ids |= dict.fromkeys(case.id for case in view.hub.matching(collection))
    return tuple(cover(view.hub, view.hub.cases[id_]) for id_ in list(ids)[:_COVERS_IN_HEAD])
