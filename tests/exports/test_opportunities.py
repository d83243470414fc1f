"""The calendar and the feed of opportunities, as other people's programs read them."""

from datetime import date
from textwrap import dedent

import feedparser
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from properties import examples
from small_hubs import SETTINGS, TODAY, case, sources

from hubtool.exports import exports
from hubtool.exports.calendar import Event, calendar
from hubtool.exports.feeds import Feed, FeedEntry, atom
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages.view import View

AT_HOME = SETTINGS.replace("extra:", "site_url: https://hub.example/sub/\nextra:")

FUND = """\
    title: Seed money; for tea, and time
    kind: funding
    by: Example Foundation
    summary: Money before the question.
    url: https://example.org/seed?a=1&b=2
    closes: 2026-12-05
    themes: [seed-funding]
    record: {checked: 2026-11-01}
"""
DAY = """\
    title: A day together
    kind: event
    by: Exampleton Tenants
    summary: In the kitchen.
    url: https://example.org/day
    closes: 2026-12
    starts: 2027-01-12
    ends: 2027-01-13
    place: Exampleton, Scotland
"""
SHOP = """\
    title: Ask the science shop
    kind: standing-offer
    by: University of Example
    summary: Bring a question.
    url: https://example.org/shop
    record: {checked: 2026-10-01}
"""


def made(settings: str = AT_HOME, **offers: str) -> Hub:
    files = {f"opportunities/{id_}.yml": dedent(text) for id_, text in offers.items()}
    read = sources({"cases/river.yml": case(), **files}, settings=settings)
    built, told = load(read, today=TODAY)
    assert built is not None, told
    return built


def events(hub: Hub) -> dict[str, dict[str, object]]:
    read = Calendar.from_ical(exports(hub)["opportunities/calendar.ics"])
    return {
        str(event["SUMMARY"]): {
            "first": event.decoded("DTSTART"),
            "after": event.decoded("DTEND"),
            "url": str(event["URL"]),
            "place": str(event.get("LOCATION", "")),
        }
        for event in read.walk("VEVENT")
    }


def test_the_calendar_holds_last_days_and_days_of_events() -> None:
    assert events(made(fund=FUND, day=DAY, shop=SHOP)) == {
        "Closes: Seed money; for tea, and time": {
            "first": date(2026, 12, 5),
            "after": date(2026, 12, 6),
            "url": "https://example.org/seed?a=1&b=2",
            "place": "",
        },
        "A day together": {
            "first": date(2027, 1, 12),
            "after": date(2027, 1, 14),
            "url": "https://example.org/day",
            "place": "Exampleton, Scotland",
        },
    }


def test_a_month_is_no_day_to_be_reminded_of() -> None:
    assert "Closes: A day together" not in events(made(day=DAY))


def test_a_calendar_without_events_is_one() -> None:
    read = Calendar.from_ical(exports(made(shop=SHOP))["opportunities/calendar.ics"])
    assert str(read["NAME"]) == "Opportunities: A small hub"
    assert read.walk("VEVENT") == []


def test_lines_of_the_calendar_are_short_and_end_as_the_standard_says() -> None:
    long = FUND.replace("Money before", "Geld und Zeit für die Küche 茶 " * 10 + "before")
    content = exports(made(fund=long))["opportunities/calendar.ics"]
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["DESCRIPTION"]).count("茶") == 10


def test_the_feed_has_what_is_open_the_last_checked_first() -> None:
    feed = feedparser.parse(exports(made(fund=FUND, day=DAY, shop=SHOP))["opportunities/feed.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Opportunities: A small hub"
    assert feed.feed.link == "https://hub.example/sub/opportunities/"
    assert [(entry.title, entry.link, entry.updated) for entry in feed.entries] == [
        # Nobody says when it was checked: then it is as old as the build.
        (
            "A day together",
            "https://hub.example/sub/opportunities/#day",
            "2026-11-23T00:00:00Z",
        ),
        (
            "Seed money; for tea, and time",
            "https://hub.example/sub/opportunities/#fund",
            "2026-11-01T00:00:00Z",
        ),
        (
            "Ask the science shop",
            "https://hub.example/sub/opportunities/#shop",
            "2026-10-01T00:00:00Z",
        ),
    ]
    assert feed.entries[1].summary == "Money before the question. Closes: 5 December 2026."
    assert [tag.term for tag in feed.entries[1].tags] == ["Funding"]
    assert feed.entries[1].author == "Example Foundation"


def test_a_hub_without_an_address_has_feeds_with_relative_links() -> None:
    feed = feedparser.parse(
        exports(made(SETTINGS, fund=FUND))["opportunities/feed.xml"],
        response_headers={"content-location": "https://elsewhere.example/opportunities/feed.xml"},
    )
    assert feed.entries[0].link == "https://elsewhere.example/opportunities/#fund"
    assert feed.entries[0].id.startswith("urn:uuid:")


def test_ids_stay_the_same_from_build_to_build() -> None:
    assert exports(made(fund=FUND, day=DAY)) == exports(made(day=DAY, fund=FUND))


_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


_HUB = made()


@examples(60)
@given(_TEXT, _TEXT)
def test_nothing_somebody_wrote_breaks_the_feed_or_the_calendar(title: str, text: str) -> None:
    entry = FeedEntry("opportunities/#one", title, text, TODAY)
    feed = feedparser.parse(atom(View(_HUB), Feed("a/feed.xml", "a/", title, text, (entry,))))
    assert not feed.bozo, feed.get("bozo_exception")
    assert len(feed.entries) == 1
    event = Event("uid", TODAY, TODAY, title, text, "https://example.org/", title, TODAY)
    assert len(Calendar.from_ical(calendar(title, [event])).walk("VEVENT")) == 1


@examples(60)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_words_come_back_from_the_calendar_as_they_went_in(text: str) -> None:
    event = Event("uid", TODAY, TODAY, f"x{text}x", "", "https://example.org/", None, TODAY)
    [read] = Calendar.from_ical(calendar("name", [event])).walk("VEVENT")
    assert str(read["SUMMARY"]).replace("\N{REPLACEMENT CHARACTER}", "") == f"x{text}x".replace(
        "\ufffe", ""
    ).replace("\uffff", "").replace("\N{REPLACEMENT CHARACTER}", "")
