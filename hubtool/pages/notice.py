"""The notices at the addresses of withdrawn cases and of cases that have moved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hubtool.pages.page import Content, Page, page
from hubtool.pages.view import View


@dataclass(frozen=True)
class NoticeContent(Content):
    """What happened to a page, and the address it moved to, if it moved."""

    template = "notice/page.html"

    heading: str
    text: str
    target: str | None


def notice_pages(view: View) -> Iterator[Page]:
    """Yield a notice for each withdrawn case, with nothing of it, and for each old address."""
    for id_ in view.hub.withdrawn:
        yield _notice(view, f"cases/{id_}/", "withdrawn", target=None)
    for old, new in view.hub.moved.items():
        yield _notice(view, old, "moved", target=new)


def _notice(view: View, address: str, event: str, *, target: str | None) -> Page:
    heading, text = view.words(f"notice.{event}"), view.words(f"notice.{event}-means")
    notice = page(
        view,
        "notice",
        address,
        title=heading,
        description=text,
        noindex=True,
        content=NoticeContent(heading, text, target),
    )
    return replace(notice, moved_to=target)
