"""Feeds of cases: of all, of each theme and topic, and of each collection."""

from collections.abc import Iterable, Iterator

from hubtool.exports.addresses import last_touched
from hubtool.exports.feeds import Entry, Feed, atom
from hubtool.hub.hub import Hub
from hubtool.hub.references import item_case
from hubtool.models.case import CaseStudy
from hubtool.pages.page import hub_words
from hubtool.pages.parts.feed_addresses import SCHEMES_WITH_FEED, feed_address

_MOST = 40


def case_feeds(hub: Hub) -> dict[str, bytes]:
    """Return every feed of cases by its address."""
    return {feed.address: atom(hub, feed) for feed in _feeds(hub)}


def _feeds(hub: Hub) -> Iterator[Feed]:
    t = hub_words(hub)
    name = hub.settings.name
    about = t("feeds.cases")
    yield _feed(hub, "cases/", t("feeds.titled", title=about, name=name), about, hub.cases.values())
    for scheme in SCHEMES_WITH_FEED:
        for term in hub.terms(scheme):
            title = t("feeds.titled", title=term.label, name=name)
            filed = hub.cases_with(scheme, term.id)
            yield _feed(hub, f"{scheme}/{term.id}/", title, term.definition, filed)
    for one in hub.collections.values():
        chosen = (hub.case_at(item_case(item)) for item in one.items)
        cases = {case.id: case for case in (*chosen, *hub.matching(one)) if case}
        title = t("feeds.titled", title=one.title, name=name)
        yield _feed(hub, f"collections/{one.id}/", title, one.summary, cases.values())


def _feed(hub: Hub, about: str, title: str, subtitle: str, cases: Iterable[CaseStudy]) -> Feed:
    newest = sorted(
        cases, key=lambda case: (-last_touched(case.record, hub.today).toordinal(), case.id)
    )
    entries = tuple(_entry(hub, case) for case in newest[:_MOST])
    return Feed(feed_address(about), about, title, subtitle, entries)


def _entry(hub: Hub, case: CaseStudy) -> Entry:
    return Entry(
        address=f"cases/{case.id}/",
        title=case.title,
        summary=case.summary,
        updated=last_touched(case.record, hub.today),
        categories=tuple(hub.term("themes", theme).label for theme in case.themes),
    )
