"""Where the parts of the site are, as files that are read elsewhere must say it."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from hubtool.models.keeping import RecordNotes
from hubtool.pages.view import View
from hubtool.text.dates import days


def permanent_id(view: View, address: str) -> str:
    """Return a name for what is at *address* that stays the same from build to build."""
    # Feeds need one even where nobody has said yet where the site will be.
    return uuid5(NAMESPACE_URL, f"{view.hub.settings.url or view.hub.settings.name}#{address}").urn


def last_touched(record: RecordNotes, today: date) -> date:
    """Return the day on which *record* was last checked or written, as far as it says so."""
    known = (days(text).first for text in (record.checked, record.created) if text)
    return max((day for day in known if day and day <= today), default=today)
