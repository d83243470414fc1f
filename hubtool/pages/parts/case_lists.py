"""The further pages of any list of cases."""

from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.paging import BackLink, Sheet, sheet_title
from hubtool.pages.view import View

PER_PAGE = 24
"""Cards on a page: scripts show as many more at a time."""


@dataclass(frozen=True)
class CaseListContent(Content):
    """One page of a list of *count* cases."""

    template = "parts/case_list.html"

    heading: str
    back: BackLink
    cards: tuple[Card, ...]
    count: int
    sheet: Sheet[CaseStudy]


def case_list_page(
    view: View, sheet: Sheet[CaseStudy], title: str, count: int, *, back: BackLink
) -> Page:
    """Return one page of the list of *count* cases with this *title*."""
    return page(
        view,
        "cases",
        sheet.address,
        title=sheet_title(title, sheet, view.words),
        description=view.words("cases.all", n=count),
        content=CaseListContent(
            heading=title,
            back=back,
            cards=tuple(card(view, case) for case in sheet.entries),
            count=count,
            sheet=sheet,
        ),
    )
