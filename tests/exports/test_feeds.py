import feedparser
from small_hubs import SETTINGS, TODAY, case, sources

from hubtool.exports.case_feeds import case_feeds
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages.view import View

AT = SETTINGS.replace("site_name", "site_url: https://hub.example/\nsite_name")
COLLECTION = """\
title: First walks
summary: Partnerships that began outdoors & in the rain.
convenors: [Exampleton Library]
items: [{case: two, note: First.}]
rule: {topic: [water]}
"""


def made() -> Hub:
    files = {
        "cases/one.yml": case("topics: [water]\nrecord: {created: 2026-01-02}"),
        "cases/two.yml": case('title: "<b> & “two”"\nrecord: {created: 2026-02-03}'),
        "collections/first-walks.yml": COLLECTION,
    }
    hub, told = load(sources(files, settings=AT), today=TODAY)
    assert hub, told
    return hub


def read(address: str) -> feedparser.FeedParserDict:
    parsed = feedparser.parse(case_feeds(View(made()))[address])
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def test_the_feed_of_all_cases_begins_with_the_newest() -> None:
    feed = read("cases/feed.xml")
    assert [entry.title for entry in feed.entries] == ["<b> & “two”", "River walks"]
    assert [entry.link for entry in feed.entries] == [
        "https://hub.example/cases/two/",
        "https://hub.example/cases/one/",
    ]
    assert feed.entries[0].updated == "2026-02-03T00:00:00Z"


def test_a_topic_has_a_feed_of_its_cases_alone() -> None:
    feed = read("topics/water/feed.xml")
    assert [entry.title for entry in feed.entries] == ["River walks"]
    assert feed.feed.link == "https://hub.example/topics/water/"
    assert feed.feed.links[-1].href == "https://hub.example/topics/water/feed.xml"


def test_a_term_that_nothing_is_filed_under_has_an_empty_feed() -> None:
    assert read("themes/trust/feed.xml").entries == []


def test_the_feed_of_a_collection_has_what_was_chosen_and_what_its_rule_adds() -> None:
    feed = read("collections/first-walks/feed.xml")
    assert {entry.title for entry in feed.entries} == {"<b> & “two”", "River walks"}
    assert feed.feed.subtitle == "Partnerships that began outdoors & in the rain."


def test_every_entry_keeps_its_name_from_build_to_build() -> None:
    first, second = read("cases/feed.xml"), read("cases/feed.xml")
    assert [one.id for one in first.entries] == [one.id for one in second.entries]
    assert len({one.id for one in first.entries}) == 2
