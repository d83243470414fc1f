"""Every page that is made from the hub's records."""

from collections.abc import Iterator

from hubtool.hub import Hub
from hubtool.pages.page import Page

__all__ = ["Page", "pages"]

_KINDS = ()


def pages(hub: Hub) -> Iterator[Page]:
    """Yield the pages of *hub*, kind by kind."""
    for kind in _KINDS:
        yield from kind(hub)
