"""A collection as a booklet: one page that prints well on A4, for a workshop without screens."""

from collections.abc import Iterator

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.models.collection import Collection
from hubtool.pages.page import Page, page
from hubtool.pages.parts.items import shown_items
from hubtool.pages.view import View
from hubtool.text.markdown import render

_COVERS = 6


def booklet_pages(view: View) -> Iterator[Page]:
    """Yield the booklet of every collection."""
    for collection in view.hub.collections.values():
        yield booklet(view, collection)


def booklet_address(collection: Collection) -> str:
    """Return where the booklet of *collection* is."""
    return f"collections/{collection.id}/print/"


def booklet(view: View, collection: Collection) -> Page:
    """Return *collection* as a booklet."""
    items = shown_items(view, collection)
    cases = tuple(view.hub.cases[id_] for id_ in dict.fromkeys(item.card.id for item in items))
    return page(
        view,
        "booklet",
        booklet_address(collection),
        title=view.words("booklet.title", title=collection.title),
        description=collection.summary,
        noindex=True,
        collection=collection,
        why=Markup(render(collection.why, references={})) if collection.why else None,  # noqa: S704  (sanitised there)
        items=items,
        cases=cases,
        covers=tuple(cover(view.hub, case) for case in cases[:_COVERS]),
        home=f"{(view.hub.settings.url or '').rstrip('/')}/",
    )
