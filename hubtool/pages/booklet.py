"""A collection as a booklet: one page that prints well on A4, for a workshop without screens."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.items import CollectionItem, collection_items, collection_reason
from hubtool.pages.view import View

_MOST_COVERS = 6


@dataclass(frozen=True)
class BookletContent(Content):
    """A collection with its cases in full; *home* is the whole address of the site."""

    template = "booklet/page.html"

    collection: Collection
    reason: Markup | None
    items: tuple[CollectionItem, ...]
    cases: tuple[CaseStudy, ...]
    covers: tuple[Markup, ...]
    home: str


def booklet_pages(view: View) -> Iterator[Page]:
    """Yield the booklet of every collection."""
    for collection in view.hub.collections.values():
        yield booklet(view, collection)


def booklet(view: View, collection: Collection) -> Page:
    """Return *collection* as a booklet."""
    items = collection_items(view, collection)
    cases = tuple(view.hub.cases[id_] for id_ in dict.fromkeys(item.card.id for item in items))
    return page(
        view,
        "booklet",
        f"collections/{collection.id}/print/",
        title=view.words("booklet.title", title=collection.title),
        description=collection.summary,
        noindex=True,
        content=BookletContent(
            collection=collection,
            reason=collection_reason(collection),
            items=items,
            cases=cases,
            covers=tuple(cover(view.hub, case) for case in cases[:_MOST_COVERS]),
            home=f"{(view.hub.settings.url or '').rstrip('/')}/",
        ),
    )
