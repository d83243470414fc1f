"""The list of collections and the page of each."""

from collections.abc import Iterator

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.hub.lists import case_table
from hubtool.models.collection import Collection
from hubtool.pages.linked_data.lists import collection_data
from hubtool.pages.page import PREVIEW, Page, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.case_lists import PER_PAGE
from hubtool.pages.parts.citation import citation_tools
from hubtool.pages.parts.feed_addresses import feed_address
from hubtool.pages.parts.finder import Finder, is_worth_sifting, some
from hubtool.pages.parts.items import shown_items
from hubtool.pages.view import View
from hubtool.text.markdown import render

_COVERS_IN_LIST = 3
_COVERS_IN_HEAD = 4


def collections_pages(view: View) -> Iterator[Page]:
    """Yield the list of collections, then the page of each."""
    yield page(
        view,
        "collections",
        "collections/",
        title=view.words("collections.title"),
        description=view.words("collections.description"),
        template="collections/index.html",
        shelves=tuple(
            (one, _covers(view, one)[:_COVERS_IN_LIST]) for one in view.hub.collections.values()
        ),
    )
    for collection in view.hub.collections.values():
        yield collection_page(view, collection)


def collection_page(view: View, collection: Collection) -> Page:
    """Return the page of *collection*."""
    address = f"collections/{collection.id}/"
    items = shown_items(view, collection)
    matching = view.hub.matching(collection)
    ids = list(dict.fromkeys([*(item.card.id for item in items), *(case.id for case in matching)]))
    return page(
        view,
        "collection",
        address,
        data=collection_data(view, collection, items, address),
        picture=f"{address}{PREVIEW}",
        title=collection.title,
        description=collection.summary,
        template="collections/page.html",
        collection=collection,
        why=Markup(render(collection.why, references={})) if collection.why else None,  # noqa: S704  (sanitised there)
        items=items,
        covers=_covers(view, collection)[:_COVERS_IN_HEAD],
        matching=tuple(card(view, case) for case in matching[:PER_PAGE]),
        finder=_finder(view, ids, feed_address(address)),
        **citation_tools(),
    )


def _finder(view: View, ids: list[str], feed: str) -> Finder | None:
    if not is_worth_sifting(len(ids)):
        return None
    return some(view, case_table(view.hub), ids, {"ids": ids}, feed)


def _covers(view: View, collection: Collection) -> tuple[Markup, ...]:
    ids = dict.fromkeys(shown.card.id for shown in shown_items(view, collection))
    ids |= dict.fromkeys(case.id for case in view.hub.matching(collection))
    return tuple(cover(view.hub, view.hub.cases[id_]) for id_ in list(ids)[:_COVERS_IN_HEAD])
