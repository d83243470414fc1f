"""The page of what is open to others."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hubtool.models.case import CaseStudy
from hubtool.models.opportunity import Opportunity
from hubtool.pages.linked_data.lists import opportunity_data
from hubtool.pages.page import Content, Page, page
from hubtool.pages.view import View
from hubtool.text.dates import date_parts, days, has_passed
from hubtool.text.phrases import capitalised, lowered
from hubtool.text.words import Words

PAGE = "opportunities/"
CALENDAR = f"{PAGE}calendar.ics"
FEED = f"{PAGE}feed.xml"


@dataclass(frozen=True, slots=True)
class LabelledDate:
    """A date of an opportunity with its label, in words and as a machine reads it."""

    label: str
    words: str
    machine: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An opportunity with its dates in words, and the kinds of partner it is *meant_for*."""

    opportunity: Opportunity
    dates: tuple[LabelledDate, ...]
    meant_for: str


@dataclass(frozen=True)
class OpportunitiesContent(Content):
    """What is open until a day, what is always open, and the partners who offer to talk."""

    template = "opportunities/page.html"

    dated: tuple[Offer, ...]
    standing: tuple[Offer, ...]
    partnerships: tuple[CaseStudy, ...]
    calendar: str
    feed: str


def opportunity_pages(view: View) -> Iterator[Page]:
    """Yield the page of opportunities."""
    opportunities = in_order(view)
    yield page(
        view,
        "opportunities",
        PAGE,
        title=view.words("opportunities.title"),
        description=view.words("opportunities.lede"),
        data=opportunity_data(view, opportunities, PAGE) if opportunities else (),
        content=OpportunitiesContent(
            dated=tuple(_offer(view, offer) for offer in opportunities if offer.last_date),
            standing=tuple(_offer(view, offer) for offer in opportunities if not offer.last_date),
            partnerships=open_to_talk(view),
            calendar=CALENDAR,
            feed=FEED,
        ),
    )


def in_order(view: View) -> tuple[Opportunity, ...]:
    """Return what is open: by the next day that matters, then what has none by its title."""

    def key(opportunity: Opportunity) -> tuple[int, str, str]:
        ahead = [
            text
            for text in (opportunity.closes, opportunity.last_date)
            if not has_passed(text, view.today)
        ]
        lasts = [last for text in ahead if text and (last := days(text).last)]
        next_day = min(lasts, default=date.max).toordinal()
        return next_day, opportunity.title.casefold(), opportunity.id

    return tuple(sorted(view.hub.opportunities.values(), key=key))


def open_to_talk(view: View) -> tuple[CaseStudy, ...]:
    """Return the cases whose partners offer to talk, by title."""
    cases = (
        case
        for case in view.hub.cases.values()
        if case.connect and not has_passed(case.connect.until, view.today)
    )
    return tuple(sorted(cases, key=lambda case: (case.title.casefold(), case.id)))


def dates_in_words(opportunity: Opportunity, t: Words, today: date) -> tuple[LabelledDate, ...]:
    """Return the dates of *opportunity*, those first that somebody who applies needs first."""
    closes, opens = opportunity.closes, opportunity.opens
    dates = [
        ("opens", None if _has_begun(opens, today) else opens),
        ("closed" if has_passed(closes, today) else "closes", closes),
        ("starts" if opportunity.ends else "on", opportunity.starts),
        ("ends", opportunity.ends),
    ]
    return tuple(
        LabelledDate(t(f"opportunities.{key}"), capitalised(t.date(text)), machine_date(text))
        for key, text in dates
        if text
    )


def _offer(view: View, opportunity: Opportunity) -> Offer:
    kinds = [view.hub.term("partner-kinds", id_).label for id_ in opportunity.for_]
    return Offer(
        opportunity,
        dates_in_words(opportunity, view.words, view.today),
        view.words.listed(map(lowered, kinds)),
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
