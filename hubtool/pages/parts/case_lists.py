"""The further pages of lists of cases, whatever the list is."""

from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.paging import Sheet, sheet_title

PER_PAGE = 96
"""Cards on a page: with their covers some 50 KB, compressed."""


def further(
    hub: Hub, sheet: Sheet[CaseStudy], title: str, count: int, *, back: tuple[str, str]
) -> Page:
    """Return one page of a list of *count* cases called *title*; *back* is what it belongs to."""
    t = hub_words(hub)
    return page(
        hub,
        "cases",
        sheet.address,
        title=sheet_title(title, sheet, t),
        description=t("cases.all", n=count),
        template="parts/case_list.html",
        heading=title,
        back=back,
        cards=tuple(card(hub, case) for case in sheet.entries),
        count=count,
        sheet=sheet,
    )
