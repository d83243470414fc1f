"""What is open, as a calendar and as a feed."""

from collections.abc import Iterator
from datetime import date

from hubtool.exports.addresses import last_touched, permanent_id
from hubtool.exports.calendar import Event, calendar
from hubtool.exports.feeds import Feed, FeedEntry, atom
from hubtool.models.opportunity import Opportunity
from hubtool.pages.opportunities import CALENDAR, FEED, PAGE, dates_in_words, in_order
from hubtool.pages.view import View
from hubtool.text.dates import date_parts, days


def opportunity_files(view: View) -> dict[str, bytes]:
    """Return the calendar of dated opportunities and the feed of all."""
    name = view.words("opportunities.called", name=view.hub.settings.name)
    offers = in_order(view)
    newest_first = sorted(
        offers, key=lambda one: (-last_touched(one.record, view.hub.today).toordinal(), one.id)
    )
    entries = tuple(_entry(view, one) for one in newest_first)
    feed = Feed(FEED, PAGE, name, view.words("opportunities.lede"), entries)
    return {
        CALENDAR: calendar(name, (event for one in offers for event in _events(view, one))),
        FEED: atom(view, feed),
    }


def _entry(view: View, one: Opportunity) -> FeedEntry:
    said = dates_in_words(one, view.words, view.hub.today)
    kind = view.hub.term("opportunity-kinds", one.kind).label
    return FeedEntry(
        address=f"{PAGE}#{one.id}",
        title=one.title,
        summary=" ".join((one.summary, *(f"{date.label}: {date.words}." for date in said))),
        updated=last_touched(one.record, view.hub.today),
        author=one.by,
        categories=(kind,),
    )


def _events(view: View, one: Opportunity) -> Iterator[Event]:
    """Yield the last day to apply and the days it takes place, each where it is known exactly."""
    spans = {"closes": (one.closes, one.closes), "takes-place": (one.starts, one.ends)}
    for name, (start, end) in spans.items():
        begins, finishes = _exact(start), _exact(end)
        if begins is None:
            continue
        yield Event(
            uid=permanent_id(view, f"{PAGE}#{one.id}/{name}").removeprefix("urn:uuid:"),
            first=begins[0],
            last=max(begins[1], finishes[1] if finishes else begins[1]),
            title=view.words(f"opportunities.event-{name}", title=one.title),
            text=f"{one.by}. {one.summary}",
            url=one.url,
            location=one.place,
            checked=last_touched(one.record, view.hub.today),
        )


def _exact(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and last day of *edtf* where it names both."""
    # A month is no day: nobody should be reminded on its first.
    ends = [date_parts(end) for end in (edtf or "").split("/")]
    if edtf is None or not all(end and end.iso and end.day for end in ends):
        return None
    known = days(edtf)
    return (known.first, known.last) if known.first and known.last else None
