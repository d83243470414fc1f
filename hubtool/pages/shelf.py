"""The shelf: what a reader has put aside, kept in the reader's own browser and nowhere else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.sending import github_repository
from hubtool.pages.parts.workshop_plan import PAPERS
from hubtool.pages.view import View

_SAY = "shelf.say."  # what the catalogue calls the words of the script
_OF_THE_FORM = ("copied", "not-copied", "mail-subject", "mail-body")


@dataclass(frozen=True)
class ShelfContent(Content):
    """The page without what is on the shelf; *words* are what its script says, as JSON."""

    template = "shelf/page.html"

    words: str
    formats: tuple[tuple[str, str], ...]
    papers: tuple[tuple[str, str], ...]
    contact: str | None
    repository: str | None
    branch: str


def shelf_pages(view: View) -> Iterator[Page]:
    """Yield the page of the shelf."""
    settings = view.hub.settings.hub
    yield page(
        view,
        "shelf",
        "shelf/",
        title=view.words("shelf.title"),
        description=view.words("shelf.lede"),
        noindex=True,
        content=ShelfContent(
            words=_script_words(view),
            formats=(("ris", "RIS"), ("bib", "BibTeX"), ("json", "CSL-JSON")),
            papers=tuple((f"shelf/{name}/", view.words(title)) for name, title in PAPERS.items()),
            contact=settings.contact,
            repository=github_repository(view),
            branch=settings.branch,
        ),
    )


def _script_words(view: View) -> str:
    words = {
        key.removeprefix(_SAY): text
        for key, text in view.words.catalogue.items()
        if key.startswith(_SAY)
    }
    words |= {key: view.words.catalogue[f"form.say.{key}"] for key in _OF_THE_FORM}
    return json.dumps(words, ensure_ascii=False)
