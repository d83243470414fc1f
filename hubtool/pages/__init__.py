"""Every page that is made from the hub's records."""

from collections.abc import Iterator

from hubtool.hub.hub import Hub
from hubtool.links.history import LinkHistory
from hubtool.pages.booklet import booklet_pages
from hubtool.pages.case_study import case_page, case_pages
from hubtool.pages.cases import cases_pages
from hubtool.pages.codes import code_pages
from hubtool.pages.collections import collections_pages
from hubtool.pages.compare import compare_pages
from hubtool.pages.convene import convene_page
from hubtool.pages.data import data_pages
from hubtool.pages.evidence import evidence_pages
from hubtool.pages.fields import field_pages
from hubtool.pages.films import film_pages
from hubtool.pages.form import form_pages
from hubtool.pages.funders import funder_pages
from hubtool.pages.home import home_pages
from hubtool.pages.lessons import lesson_pages
from hubtool.pages.look import look_pages
from hubtool.pages.notice import notice_pages
from hubtool.pages.opportunities import opportunity_pages
from hubtool.pages.page import Page
from hubtool.pages.partners import partner_pages
from hubtool.pages.places import place_pages
from hubtool.pages.requests import request_pages
from hubtool.pages.shelf import shelf_pages
from hubtool.pages.shelf_papers import shelf_paper_pages
from hubtool.pages.terms import term_pages
from hubtool.pages.view import View
from hubtool.pages.workshop import workshop_pages

__all__ = ["Page", "page_at", "pages"]

_KINDS = (
    home_pages,
    cases_pages,
    case_pages,
    lesson_pages,
    film_pages,
    term_pages,
    collections_pages,
    booklet_pages,
    workshop_pages,
    compare_pages,
    opportunity_pages,
    partner_pages,
    funder_pages,
    place_pages,
    evidence_pages,
    data_pages,
    notice_pages,
    form_pages,
    request_pages,
    shelf_pages,
    shelf_paper_pages,
    field_pages,
    code_pages,
    look_pages,
)


def pages(hub: Hub, *, links: LinkHistory | None = None) -> Iterator[Page]:
    """Yield the pages of *hub*, kind by kind, and with the history of its *links* that for convenors."""
    view = View(hub)
    for kind in _KINDS:
        yield from kind(view)
    if links is not None:
        yield convene_page(view, links)


def page_at(hub: Hub, address: str) -> Page | None:
    """Return the page of *hub* at *address*, if there is one, and make few others for it."""
    view = View(hub)
    folder, _, id_ = address.rstrip("/").rpartition("/")
    if folder == "cases" and id_ in hub.cases:
        return case_page(view, hub.cases[id_])
    pages = (page for kind in _KINDS if kind is not case_pages for page in kind(view))
    return next((page for page in pages if page.address == address), None)
