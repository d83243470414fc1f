"""Opportunities as a calendar and as a feed."""

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
        offers,
        key=lambda offer: (-last_touched(offer.record, view.hub.today).toordinal(), offer.id),
    )
    entries = tuple(_entry(view, offer) for offer in newest_first)
    feed = Feed(FEED, PAGE, name, view.words("opportunities.lede"), entries)
    return {
        CALENDAR: calendar(name, (event for offer in offers for event in _events(view, offer))),
        FEED: atom(view, feed),
    }


def _entry(view: View, offer: Opportunity) -> FeedEntry:
    dates = dates_in_words(offer, view.words, view.hub.today)
    kind = view.hub.term("opportunity-kinds", offer.kind).label
    return FeedEntry(
        address=f"{PAGE}#{offer.id}",
        title=offer.title,
        summary=" ".join((offer.summary, *(f"{item.label}: {item.words}." for item in dates))),
        updated=last_touched(offer.record, view.hub.today),
        author=offer.by,
        categories=(kind,),
    )


def _events(view: View, offer: Opportunity) -> Iterator[Event]:
    """Yield the last day to apply and the days it takes place, if they are exact."""
    spans = {"closes": (offer.closes, offer.closes), "takes-place": (offer.starts, offer.ends)}
    for name, (start, end) in spans.items():
        begins, finishes = _exact(start), _exact(end)
        if begins is None:
            continue
        yield Event(
            uid=permanent_id(view, f"{PAGE}#{offer.id}/{name}").removeprefix("urn:uuid:"),
            first=begins[0],
            last=max(begins[1], finishes[1] if finishes else begins[1]),
            title=view.words(f"opportunities.event-{name}", title=offer.title),
            text=f"{offer.by}. {offer.summary}",
            url=offer.url,
            location=offer.place,
            checked=last_touched(offer.record, view.hub.today),
        )


def _exact(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and last day of *edtf*, if it names both."""
    # A month has no day to be reminded of.
    ends = [date_parts(end) for end in (edtf or "").split("/")]
    if edtf is None or not all(end and end.iso and end.day for end in ends):
        return None
    span = days(edtf)
    return (span.first, span.last) if span.first and span.last else None
