"""Calendars in iCalendar (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hubtool.text.escape import calendar_text

_LONGEST_LINE = 75  # octets, section 3.1


@dataclass(frozen=True, slots=True)
class Event:
    """Whole days in a calendar, the last one included. *known* is when this was last looked at."""

    uid: str
    first: date
    last: date
    title: str
    text: str
    url: str
    place: str | None
    known: date


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """Return *events* as a calendar called *name*."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//hubtool//EN",
        "METHOD:PUBLISH",
        f"NAME:{calendar_text(name)}",
        f"X-WR-CALNAME:{calendar_text(name)}",  # what most programs read instead of NAME
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{event.known:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    # The end of whole days is the day after (section 3.6.1).
    yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{calendar_text(event.title)}"
    yield f"DESCRIPTION:{calendar_text(event.text)}"
    yield f"URL:{event.url}"
    if event.place:
        yield f"LOCATION:{calendar_text(event.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[str]:
    """Yield *line* in pieces that are short enough, none cut inside a character."""
    piece, room = "", _LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", _LONGEST_LINE - 1
        piece += character
        room -= size
    yield piece
