"""Feeds of cases: of all, of each theme and topic, and of each collection."""

from collections.abc import Iterable, Iterator

from hubtool.exports.addresses import last_touched
from hubtool.exports.feeds import Feed, FeedEntry, atom
from hubtool.hub.facets import schemes_with_feeds
from hubtool.models.case import CaseStudy
from hubtool.pages.parts.feed_addresses import feed_address
from hubtool.pages.view import View

_MOST = 40


def case_feeds(view: View) -> dict[str, bytes]:
    """Return every feed of cases by its address."""
    return {feed.address: atom(view, feed) for feed in _feeds(view)}


def _feeds(view: View) -> Iterator[Feed]:
    name = view.hub.settings.name
    about = view.words("feeds.cases")
    yield _feed(
        view,
        "cases/",
        view.words("feeds.titled", title=about, name=name),
        about,
        view.hub.cases.values(),
    )
    for scheme in schemes_with_feeds():
        for term in view.hub.terms(scheme):
            title = view.words("feeds.titled", title=term.label, name=name)
            cases = view.hub.cases_with(scheme, term.id)
            yield _feed(view, f"{scheme}/{term.id}/", title, term.definition, cases)
    for collection in view.hub.collections.values():
        cases = view.hub.cases_in(collection)
        title = view.words("feeds.titled", title=collection.title, name=name)
        yield _feed(view, f"collections/{collection.id}/", title, collection.summary, cases)


def _feed(view: View, about: str, title: str, subtitle: str, cases: Iterable[CaseStudy]) -> Feed:
    newest = sorted(
        cases, key=lambda case: (-last_touched(case.record, view.hub.today).toordinal(), case.id)
    )
    entries = tuple(_entry(view, case) for case in newest[:_MOST])
    return Feed(feed_address(about), about, title, subtitle, entries)


def _entry(view: View, case: CaseStudy) -> FeedEntry:
    return FeedEntry(
        address=f"cases/{case.id}/",
        title=case.title,
        summary=case.summary,
        updated=last_touched(case.record, view.hub.today),
        categories=tuple(view.hub.term("themes", theme).label for theme in case.themes),
    )
