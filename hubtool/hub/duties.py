"""What falls due in a hub, and which cases nobody has read again for long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.models.opportunity import Opportunity
from hubtool.text.dates import days

SOON = timedelta(days=183)
"""How far ahead a convenor looks: half a year."""

STANDING = timedelta(days=366)
"""How long a standing offer holds once somebody has checked it."""

DutyKind = Literal["consent", "review", "visit", "closes", "offer", "talk"]


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """Something to do by a day: *is_late* once that day has passed."""

    day: date
    kind: DutyKind
    path: str
    title: str
    is_late: bool


@dataclass(frozen=True, slots=True, order=True)
class StaleCase:
    """A case that was last checked on *checked*, too long ago; None: nobody says when."""

    checked: date | None
    path: str
    title: str


def duties(hub: Hub, *, within: timedelta = SOON) -> tuple[Duty, ...]:
    """Return what is due or falls due *within* a time, by day."""
    horizon = hub.today + within
    dates = (*_dates_of_cases(hub), *_dates_of_offers(hub))
    return tuple(
        sorted(
            Duty(day, kind, path, title, is_late=day < hub.today)
            for day, kind, path, title in dates
            if day is not None and day <= horizon
        )
    )


def stale_cases(hub: Hub) -> tuple[StaleCase, ...]:
    """Return the cases that nobody has checked within the hub's years, or nobody says when."""
    stale = (
        StaleCase(_last_day(case.record.checked), f"cases/{case.id}.yml", case.title)
        for case in hub.cases.values()
        if case.record.checked is None or is_stale(hub, case)
    )
    return tuple(sorted(stale, key=lambda entry: (entry.checked or date.min, entry.path)))


def is_stale(hub: Hub, case: CaseStudy) -> bool:
    """Say whether *case* was last checked more years ago than the hub's settings allow."""
    checked = _last_day(case.record.checked)
    if checked is None:
        return False
    years, today = hub.settings.hub.review_after_years, hub.today
    limit = (checked.year + years, checked.month, checked.day)
    return limit < (today.year, today.month, today.day)


def check_due(offer: Opportunity) -> date | None:
    """Return the day from which somebody must check the standing *offer* again; None: at once."""
    checked = _last_day(offer.record.checked)
    return checked + STANDING if checked else None


_Dated = tuple[date | None, DutyKind, str, str]


def _dates_of_cases(hub: Hub) -> Iterator[_Dated]:
    for case in hub.cases.values():
        path = f"cases/{case.id}.yml"
        yield _last_day(case.consent.review_by), "consent", path, case.title
        yield _last_day(case.record.review_due), "review", path, case.title
        if case.connect:
            yield _last_day(case.connect.until), "talk", path, case.title
        for visit in case.checkpoints:
            if visit.visited is None:
                yield _last_day(visit.due), "visit", path, case.title


def _dates_of_offers(hub: Hub) -> Iterator[_Dated]:
    for offer in hub.opportunities.values():
        path = f"opportunities/{offer.id}.yml"
        yield _last_day(offer.last_date), "closes", path, offer.title
        if offer.kind == "standing-offer":
            yield check_due(offer) or hub.today, "offer", path, offer.title


def _last_day(text: str | None) -> date | None:
    return days(text).last if text else None
