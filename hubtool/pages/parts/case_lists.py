"""The further pages of lists of cases, whatever the list is."""

from hubtool.models.case import CaseStudy
from hubtool.pages.page import Page, page
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.paging import Sheet, sheet_title
from hubtool.pages.view import View

PER_PAGE = 96
"""Cards on a page: with their covers some 50 KB, compressed."""


def further(
    view: View, sheet: Sheet[CaseStudy], title: str, count: int, *, back: tuple[str, str]
) -> Page:
    """Return one page of a list of *count* cases called *title*; *back* is what it belongs to."""
    return page(
        view,
        "cases",
        sheet.address,
        title=sheet_title(title, sheet, view.words),
        description=view.words("cases.all", n=count),
        template="parts/case_list.html",
        heading=title,
        back=back,
        cards=tuple(card(view, case) for case in sheet.entries),
        count=count,
        sheet=sheet,
    )
