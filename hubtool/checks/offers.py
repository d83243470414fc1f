"""Offers: opportunities, and what partnerships offer to others."""

from collections.abc import Iterator
from datetime import date

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.spans import Route
from hubtool.diagnostics.wording import wording
from hubtool.hub.duties import check_due
from hubtool.models.opportunity import LAST_DATES, Opportunity
from hubtool.records.records import Entry, Records
from hubtool.text.dates import days, has_passed


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield offers that are over, ends before beginnings, and standing offers nobody checked."""
    for entry, case in records.cases():
        if case.connect and has_passed(case.connect.until, records.today):
            yield _over(entry, ("connect", "until"))
    for entry in records.entries:
        if isinstance(entry.sound.record, Opportunity):
            yield from _opportunity(entry, entry.sound.record, records.today)


def _opportunity(entry: Entry, offer: Opportunity, today: date) -> Iterator[Diagnostic]:
    for earlier, later in (("opens", "closes"), ("starts", "ends")):
        before, after = getattr(offer, earlier), getattr(offer, later)
        if (
            before
            and after
            and (first := days(before).first)
            and (last := days(after).last)
            and first > last
        ):
            yield entry.fault(
                wording("H208.wrong-order", later=later, earlier=earlier), route=(later,)
            )
    if has_passed(offer.last_date, today):
        key = next(key for key in LAST_DATES if getattr(offer, key))
        yield _over(entry, (key,))
    if offer.kind == "standing-offer":
        limit = check_due(offer)
        if limit is None or today > limit:
            route: Route = ("record", "checked")
            yield entry.fault(wording("H409.unchecked"), route=route)


def _over(entry: Entry, route: Route) -> Diagnostic:
    return entry.fault(wording("H406.over"), route=route)
