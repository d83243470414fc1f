"""The notices that stand where a case was: withdrawn, or moved to another address."""

from collections.abc import Iterator

from hubtool.hub.hub import Hub
from hubtool.pages.page import Page, hub_words, page


def notice_pages(hub: Hub) -> Iterator[Page]:
    """Yield a notice for each withdrawn case, with nothing of it, and for each old address."""
    t = hub_words(hub)
    for id_ in hub.withdrawn:
        yield page(
            hub,
            "notice",
            f"cases/{id_}/",
            title=t("notice.withdrawn"),
            description=t("notice.withdrawn-means"),
            template="notice/page.html",
            noindex=True,
            heading=t("notice.withdrawn"),
            text=t("notice.withdrawn-means"),
            target=None,
        )
    for old, new in hub.moved.items():
        yield page(
            hub,
            "notice",
            old,
            title=t("notice.moved"),
            description=t("notice.moved-means"),
            template="notice/page.html",
            noindex=True,
            heading=t("notice.moved"),
            text=t("notice.moved-means"),
            target=new,
        )
