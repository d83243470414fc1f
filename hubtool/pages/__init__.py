"""Every page that is made from the hub's records."""

from collections.abc import Iterator

from hubtool.hub import Hub
from hubtool.pages.case import case_pages
from hubtool.pages.cases import cases_pages
from hubtool.pages.collections import collections_pages
from hubtool.pages.home import home_pages
from hubtool.pages.page import Page

__all__ = ["Page", "pages"]

_KINDS = (home_pages, cases_pages, case_pages, collections_pages)


def pages(hub: Hub) -> Iterator[Page]:
    """Yield the pages of *hub*, kind by kind."""
    for kind in _KINDS:
        yield from kind(hub)
