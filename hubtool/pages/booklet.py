"""A collection as a booklet: one page that prints well on A4, for a workshop without screens."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.art.cover import cover
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.items import CollectionItem, collection_items, collection_reason
from hubtool.pages.view import View
from hubtool.text.markdown import render, without_citations

_MOST_COVERS = 6


@dataclass(frozen=True)
class BookletContent(Content):
    """A collection with its cases in full; *home* is the whole address of the site."""

    template = "booklet/page.html"

    collection: Collection
    reason: Markup | None
    items: tuple[CollectionItem, ...]
    sourced: tuple[CaseStudy, ...]  # the cases told whole that name sources
    covers: tuple[Markup, ...]
    stories: Mapping[str, Markup]  # of the chosen cases, by their ids
    home: str


@dataclass(frozen=True)
class ReadingCopyContent(Content):
    """The stories of a collection alone, for an exercise."""

    template = "booklet/reading_copy.html"

    collection: Collection
    stories: Mapping[str, Markup]


def booklet_pages(view: View) -> Iterator[Page]:
    """Yield the booklet of every collection."""
    for collection in view.hub.collections.values():
        yield booklet(view, collection)
        if _stories(view, collection_items(view, collection)):
            yield reading_copy(view, collection)


def booklet(view: View, collection: Collection) -> Page:
    """Return *collection* as a booklet."""
    items = collection_items(view, collection)
    cases = tuple(view.hub.cases[id_] for id_ in dict.fromkeys(item.card.id for item in items))
    whole = {item.card.id for item in items if item.kind == "case"}
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
            sourced=tuple(case for case in cases if case.id in whole and case.sources),
            covers=tuple(cover(view.hub, case) for case in cases[:_MOST_COVERS]),
            stories=_stories(view, items),
            home=f"{(view.hub.settings.url or '').rstrip('/')}/",
        ),
    )


def reading_copy(view: View, collection: Collection) -> Page:
    """Return the stories of *collection* without their titles and what came of them."""
    return page(
        view,
        "booklet",
        f"collections/{collection.id}/reading-copy/",
        title=view.words("booklet.reading-title", title=collection.title),
        description=view.words("booklet.reading-about"),
        noindex=True,
        content=ReadingCopyContent(collection, _stories(view, collection_items(view, collection))),
    )


def _stories(view: View, items: Iterable[CollectionItem]) -> Mapping[str, Markup]:
    """Return the stories of the cases among *items*; paper has no links to sources."""
    cases = (view.hub.cases[item.card.id] for item in items if item.kind == "case")
    return {
        case.id: Markup(render(without_citations(case.story), references={}))  # noqa: S704  (sanitised there)
        for case in cases
        if case.story
    }
