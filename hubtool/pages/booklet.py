"""A collection as a booklet: one page that prints well on A4, for a workshop without screens."""

from collections.abc import Iterator

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.hub.hub import Hub
from hubtool.models.collection import Collection
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.claims import tools
from hubtool.pages.parts.items import shown_items
from hubtool.text.markdown import render

_COVERS = 6


def booklet_pages(hub: Hub) -> Iterator[Page]:
    """Yield the booklet of every collection."""
    for collection in hub.collections.values():
        yield booklet(hub, collection)


def booklet_address(collection: Collection) -> str:
    """Return where the booklet of *collection* is."""
    return f"collections/{collection.id}/print/"


def booklet(hub: Hub, collection: Collection) -> Page:
    """Return *collection* as a booklet."""
    t = hub_words(hub)
    items = shown_items(hub, collection)
    cases = tuple(hub.cases[id_] for id_ in dict.fromkeys(item.card.id for item in items))
    return page(
        hub,
        "booklet",
        booklet_address(collection),
        title=t("booklet.title", title=collection.title),
        description=collection.summary,
        noindex=True,
        collection=collection,
        why=Markup(render(collection.why, references={})) if collection.why else None,  # noqa: S704  (sanitised there)
        items=items,
        cases=cases,
        covers=tuple(cover(hub, case) for case in cases[:_COVERS]),
        home=f"{(hub.settings.url or '').rstrip('/')}/",
        **tools(hub),
    )
