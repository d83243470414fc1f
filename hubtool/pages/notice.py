"""The notices that stand where a case was: withdrawn, or moved to another address."""

from collections.abc import Iterator

from hubtool.pages.page import Page, page
from hubtool.pages.view import View


def notice_pages(view: View) -> Iterator[Page]:
    """Yield a notice for each withdrawn case, with nothing of it, and for each old address."""
    for id_ in view.hub.withdrawn:
        yield page(
            view,
            "notice",
            f"cases/{id_}/",
            title=view.words("notice.withdrawn"),
            description=view.words("notice.withdrawn-means"),
            template="notice/page.html",
            noindex=True,
            heading=view.words("notice.withdrawn"),
            text=view.words("notice.withdrawn-means"),
            target=None,
        )
    for old, new in view.hub.moved.items():
        yield page(
            view,
            "notice",
            old,
            title=view.words("notice.moved"),
            description=view.words("notice.moved-means"),
            template="notice/page.html",
            noindex=True,
            heading=view.words("notice.moved"),
            text=view.words("notice.moved-means"),
            target=new,
        )
