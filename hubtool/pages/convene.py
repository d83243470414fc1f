"""The report for convenors as a page: for a preview, and for a site that is asked for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub.report import report
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.report_outline import ReportSection, outline
from hubtool.pages.view import View

ADDRESS = "convene/"

_MOST_LINES = 50


@dataclass(frozen=True)
class ConveneContent(Content):
    """The sections of the report, of each at most *most* lines."""

    template = "convene/page.html"

    sections: tuple[ReportSection, ...]
    most: int


def convene_pages(view: View) -> Iterator[Page]:
    """Yield the page for convenors."""
    yield page(
        view,
        "convene",
        ADDRESS,
        title=view.words("report.title"),
        description=view.words("report.lede"),
        noindex=True,
        content=ConveneContent(outline(view, report(view.hub)), _MOST_LINES),
    )
