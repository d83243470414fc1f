"""The report for convenors as a page: for a preview, and for a site that is asked for it."""

from dataclasses import dataclass

from hubtool.hub.report import report
from hubtool.links.history import LinkHistory
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.report_outline import outline
from hubtool.pages.parts.report_section import ReportSection
from hubtool.pages.view import View

ADDRESS = "convene/"

_MOST_LINES = 50


@dataclass(frozen=True)
class ConveneContent(Content):
    """The sections of the report, of each at most *most* lines."""

    template = "convene/page.html"

    sections: tuple[ReportSection, ...]
    most: int


def convene_page(view: View, history: LinkHistory) -> Page:
    """Return the page for convenors, with what became of the hub's links."""
    return page(
        view,
        "convene",
        ADDRESS,
        title=view.words("report.title"),
        description=view.words("report.lede"),
        noindex=True,
        content=ConveneContent(outline(view, report(view.hub), history), _MOST_LINES),
    )
