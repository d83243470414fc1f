"""Calendars in iCalendar (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from hubtool.text.escape import xml_text


@dataclass(frozen=True, slots=True)
class Event:
    """Whole days in a calendar, the last one included; *checked* is the day of the last check."""

    uid: str
    first: date
    last: date
    title: str
    text: str
    url: str
    location: str | None
    checked: date


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """Return *events* as a calendar called *name*."""
    result = icalendar.Calendar()
    result.add("version", "2.0")
    result.add("prodid", "-//hubtool//EN")
    result.add("method", "PUBLISH")
    # The library does not know that these are texts. Most programs read the second one.
    for name_property in ("name", "x-wr-calname"):
        result.add(name_property, icalendar.vText(xml_text(name)))
    for event in events:
        result.add_component(_component(event))
    content: bytes = result.to_ical(sorted=False)
    return content


def _component(event: Event) -> icalendar.Event:
    result = icalendar.Event()
    result.add("uid", event.uid)
    result.add("dtstamp", datetime.combine(event.checked, time(), UTC))
    result.add("dtstart", event.first)
    # The end of whole days is the day after (section 3.6.1).
    result.add("dtend", event.last + timedelta(days=1))
    result.add("summary", xml_text(event.title))
    result.add("description", xml_text(event.text))
    result.add("url", event.url)
    if event.location:
        result.add("location", xml_text(event.location))
    result.add("transp", "TRANSPARENT")
    return result
