"""How a case is cited: who its authors are, and what its page is called."""

from dataclasses import dataclass

from hubtool.dates import days
from hubtool.hub import Hub
from hubtool.models.case import CaseStudy, Credit
from hubtool.pages.claims import licence_name
from hubtool.pages.page import hub_words, whole

FORMATS = {"ris": "ris", "bibtex": "bib", "csl": "json"}
"""The formats in which a page is cited, with the ending of their files."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as reference managers know it. *date* has a year, or a month or a day with it."""

    id: str
    title: str
    authors: tuple[str, ...]
    abstract: str
    site: str
    url: str | None
    date: tuple[int, ...]
    language: str
    licence: str
    keywords: tuple[str, ...]
    kind: str


def authors(hub: Hub, case: CaseStudy) -> tuple[Credit, ...]:
    """Return who made the page; nobody where the hub did, who drew it from the public record."""
    del hub
    return () if case.consent.status == "public-record" else case.credits
