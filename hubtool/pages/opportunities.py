"""The page of what is open to others."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hubtool.models.case import CaseStudy
from hubtool.models.opportunity import Opportunity
from hubtool.pages.linked_data.lists import opportunity_data
from hubtool.pages.page import Page, page
from hubtool.pages.view import View
from hubtool.text.dates import date_parts, days, has_passed
from hubtool.text.phrases import capitalised, lowered
from hubtool.text.words import Words

PAGE = "opportunities/"
CALENDAR = f"{PAGE}calendar.ics"
FEED = f"{PAGE}feed.xml"


class Said(NamedTuple):
    """A date of an opportunity: what it is of, in words, and as a machine reads it."""

    label: str
    words: str
    machine: str


def opportunity_pages(view: View) -> Iterator[Page]:
    """Yield the page of opportunities."""
    offers = in_order(view)
    yield page(
        view,
        "opportunities",
        PAGE,
        title=view.words("opportunities.title"),
        description=view.words("opportunities.lede"),
        data=opportunity_data(view, offers, PAGE) if offers else (),
        dated=tuple(one for one in offers if one.last_date),
        standing=tuple(one for one in offers if not one.last_date),
        partnerships=talking(view),
        dates=lambda one: dates_in_words(one, view.words, view.hub.today),
        called=lambda scheme, ids: view.words.listed(
            lowered(view.hub.term(scheme, id_).label) for id_ in ids
        ),
        calendar=CALENDAR,
        feed=FEED,
    )


def in_order(view: View) -> tuple[Opportunity, ...]:
    """Return what is open: by the next day that matters, then what has none by its title."""

    def key(one: Opportunity) -> tuple[int, str, str]:
        ahead = [
            text for text in (one.closes, one.last_date) if not has_passed(text, view.hub.today)
        ]
        lasts = [last for text in ahead if text and (last := days(text).last)]
        return min(lasts, default=date.max).toordinal(), one.title.casefold(), one.id

    return tuple(sorted(view.hub.opportunities.values(), key=key))


def talking(view: View) -> tuple[CaseStudy, ...]:
    """Return the cases whose partners offer to talk, by title."""
    return tuple(
        sorted(
            (
                case
                for case in view.hub.cases.values()
                if case.connect and not has_passed(case.connect.until, view.hub.today)
            ),
            key=lambda case: (case.title.casefold(), case.id),
        )
    )


def dates_in_words(one: Opportunity, t: Words, today: date) -> tuple[Said, ...]:
    """Return the dates of *one* in the order in which they matter to somebody who may ask."""
    given = [
        ("opens", one.opens if not _has_begun(one.opens, today) else None),
        ("closed" if has_passed(one.closes, today) else "closes", one.closes),
        ("starts" if one.ends else "on", one.starts),
        ("ends", one.ends),
    ]
    return tuple(
        Said(t(f"opportunities.{key}"), capitalised(t.date(text)), machine_date(text))
        for key, text in given
        if text
    )


def machine_date(edtf: str | None) -> str:
    """Return the last day that *edtf* can mean, as `<time datetime>` takes it; empty for none."""
    parts = date_parts(edtf or "")
    if parts and parts.iso:
        return parts.iso
    last = days(edtf).last if edtf else None
    return last.isoformat() if last else ""


def _has_begun(edtf: str | None, today: date) -> bool:
    first = days(edtf).first if edtf else None
    return first is None or first <= today
