"""The list of collections and the page of each."""

from collections.abc import Iterator

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.hub.hub import Hub
from hubtool.hub.lists import case_table
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import collection_data
from hubtool.pages.page import PREVIEW, Page, hub_words, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.case_lists import PER_PAGE
from hubtool.pages.parts.citation import citation_tools
from hubtool.pages.parts.claims import tools
from hubtool.pages.parts.feed_addresses import feed_address
from hubtool.pages.parts.finder import Finder, is_worth_sifting, some
from hubtool.pages.parts.items import shown_items
from hubtool.text.markdown import render

_COVERS_IN_LIST = 3
_COVERS_IN_HEAD = 4


def collections_pages(hub: Hub) -> Iterator[Page]:
    """Yield the list of collections, then the page of each."""
    t = hub_words(hub)
    yield page(
        hub,
        "collections",
        "collections/",
        title=t("collections.title"),
        description=t("collections.description"),
        template="collections/index.html",
        shelves=tuple(
            (one, _covers(hub, one)[:_COVERS_IN_LIST]) for one in hub.collections.values()
        ),
    )
    for collection in hub.collections.values():
        yield collection_page(hub, collection)


def collection_page(hub: Hub, collection: Collection) -> Page:
    """Return the page of *collection*."""
    address = f"collections/{collection.id}/"
    items = shown_items(hub, collection)
    matching = hub.matching(collection)
    ids = list(dict.fromkeys([*(item.card.id for item in items), *(case.id for case in matching)]))
    return page(
        hub,
        "collection",
        address,
        data=collection_data(hub, collection, items, address),
        picture=f"{address}{PREVIEW}",
        title=collection.title,
        description=collection.summary,
        template="collections/page.html",
        collection=collection,
        why=Markup(render(collection.why, references={})) if collection.why else None,  # noqa: S704  (sanitised there)
        items=items,
        covers=_covers(hub, collection)[:_COVERS_IN_HEAD],
        matching=tuple(card(hub, case) for case in matching[:PER_PAGE]),
        finder=_finder(hub, ids, feed_address(address)),
        **tools(hub),
        **citation_tools(),
    )


def _finder(hub: Hub, ids: list[str], feed: str) -> Finder | None:
    if not is_worth_sifting(len(ids)):
        return None
    return some(hub, case_table(hub), ids, {"ids": ids}, feed)


def _covers(hub: Hub, collection: Collection) -> tuple[Markup, ...]:
    ids = dict.fromkeys(shown.card.id for shown in shown_items(hub, collection))
    ids |= dict.fromkeys(case.id for case in hub.matching(collection))
    return tuple(cover(hub, hub.cases[id_]) for id_ in list(ids)[:_COVERS_IN_HEAD])
