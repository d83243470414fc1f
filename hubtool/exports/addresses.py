"""Ids and dates of the parts of the site in files that are read elsewhere."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from hubtool.models.keeping import RecordNotes
from hubtool.pages.view import View
from hubtool.text.dates import days


def permanent_id(view: View, address: str) -> str:
    """Return an id of the page at *address* that stays the same from build to build."""
    # Feeds need an id even if the address of the site is not decided yet.
    return uuid5(NAMESPACE_URL, f"{view.hub.settings.url or view.hub.settings.name}#{address}").urn


def last_touched(record: RecordNotes, today: date) -> date:
    """Return the day of the last check of *record*, or of its creation; *today* if it has none."""
    dates = (days(text).first for text in (record.checked, record.created) if text)
    return max((day for day in dates if day and day <= today), default=today)
