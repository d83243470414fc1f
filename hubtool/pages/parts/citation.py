"""How a case is cited: who its authors are, and what its page says of itself."""

from dataclasses import dataclass
from typing import Any

from hubtool.models.case import CaseStudy
from hubtool.models.partnership import Credit
from hubtool.pages.view import View
from hubtool.text.dates import date_parts
from hubtool.text.phrases import licence_name

FORMATS = {"ris": "RIS", "bib": "BibTeX", "json": "CSL-JSON"}
"""What a citation can be had in: the endings of the files and the names of the formats."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as reference managers know it; *date* is a year, a month with it, or a day."""

    id: str
    title: str
    authors: tuple[str, ...]
    abstract: str
    kind: str
    site: str
    url: str | None
    date: tuple[int, ...]
    language: str
    licence: str
    keywords: tuple[str, ...]


def authors(case: CaseStudy) -> tuple[Credit, ...]:
    """Return who made the page; nobody where the hub did, from the public record."""
    return () if case.is_public_record else case.credits


def citation_of(view: View, case: CaseStudy) -> Citation:
    """Return how the page of *case* is cited; the hub is its author where no one else is."""
    kind = "public-record" if case.is_public_record else "case-study"
    return Citation(
        id=case.id,
        title=case.title,
        authors=tuple(credit.name for credit in authors(case)) or (view.hub.settings.name,),
        abstract=case.summary,
        kind=view.words(f"cite.{kind}"),
        site=view.hub.settings.name,
        url=f"{view.hub.settings.url.rstrip('/')}/cases/{case.id}/"
        if view.hub.settings.url
        else None,
        date=_date(case.record.checked or case.record.created),
        language=case.language,
        licence=licence_name(case.licence),
        keywords=tuple(
            view.hub.term(scheme, id_).label
            for scheme in ("themes", "topics", "methods")
            for id_ in getattr(case, scheme)
        ),
    )


def citation_tools() -> dict[str, Any]:
    """Return what `parts/taking.html` needs beside the frame."""
    return {"cite_formats": FORMATS, "cite_file": file_address}


def file_address(folder: str, ending: str) -> str:
    """Return where the citations of what is in *folder* are in the format with *ending*."""
    return f"{folder}cite.{ending}"


def _date(edtf: str | None) -> tuple[int, ...]:
    parts = date_parts((edtf or "").partition("/")[0])
    return parts.numbers if parts else ()
