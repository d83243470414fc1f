"""The pages on which readers ask for a change, or tell how they used something."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.sending import github_repository, sending_words
from hubtool.pages.view import View


@dataclass(frozen=True, slots=True)
class RequestQuestion:
    """A question of a request: *control* draws it, *options* are the answers to choose from.

    *part* is the part of the form on GitHub that takes the answer.
    """

    name: str
    control: str
    part: str
    options: tuple[str, ...] = ()
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class _Request:
    """A kind of request: the catalogue has its words by its *name*; *form* is its form on GitHub."""

    name: str
    form: str
    questions: tuple[RequestQuestion, ...]


_PAGE = RequestQuestion("page", "line", "page", is_needed=True)

REQUESTS = (
    _Request(
        "change",
        "change-or-removal.yml",
        (
            _PAGE,
            RequestQuestion("danger", "check", "what"),
            RequestQuestion(
                "wish", "choice", "wish", ("down", "out", "correct", "other"), is_needed=True
            ),
            RequestQuestion("what", "area", "what"),
            RequestQuestion("who", "line", "what"),
        ),
    ),
    _Request(
        "used",
        "used.yml",
        (
            _PAGE,
            RequestQuestion("by", "line", "by", is_needed=True),
            RequestQuestion("when", "line", "when", is_needed=True),
            RequestQuestion("how", "area", "how", is_needed=True),
            RequestQuestion("came", "area", "came"),
            RequestQuestion("agreed", "check", "how"),
        ),
    ),
)
"""What can be asked for or told: each has a page `contribute/<name>/`."""


@dataclass(frozen=True)
class RequestContent(Content):
    """A request, question by question, and the ways to send it.

    *elsewhere* is the address at which the hub has people ask, where it has set one.
    """

    template = "requests/page.html"

    name: str
    words: str
    questions: tuple[RequestQuestion, ...]
    form: str
    contact: str | None
    repository: str | None
    elsewhere: str | None


def request_pages(view: View) -> Iterator[Page]:
    """Yield the page of each kind of request."""
    for request in REQUESTS:
        yield _page(view, request)


def _page(view: View, request: _Request) -> Page:
    return page(
        view,
        "form",
        f"contribute/{request.name}/",
        title=view.words(f"form.{request.name}.title"),
        description=view.words(f"form.{request.name}.lede"),
        noindex=True,
        content=RequestContent(
            name=request.name,
            words=sending_words(view, f"{request.name}-", "copied", "not-copied", "private"),
            questions=request.questions,
            form=request.form,
            contact=view.hub.settings.hub.contact,
            repository=github_repository(view),
            elsewhere=_elsewhere(view) if request.name == "change" else None,
        ),
    )


def _elsewhere(view: View) -> str | None:
    repository, contact = github_repository(view), view.hub.settings.hub.change_contact
    is_ours = bool(repository and contact and contact.startswith(repository))
    return None if is_ours else contact
