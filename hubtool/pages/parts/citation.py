"""How a case is cited: its authors, its citation, and the files with it."""

from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.models.partnership import Credit
from hubtool.pages.view import View
from hubtool.text.dates import date_parts
from hubtool.text.phrases import licence_name

_FORMATS = {"ris": "RIS", "bib": "BibTeX", "json": "CSL-JSON"}  # by the endings of their files


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


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A file of citations in one format, and the name under which readers save it."""

    format: str
    address: str
    name: str


def authors(case: CaseStudy) -> tuple[Credit, ...]:
    """Return the authors of the page; none where the hub wrote it from the public record."""
    return () if case.is_public_record else case.credits


def citation_of(view: View, case: CaseStudy) -> Citation:
    """Return how the page of *case* is cited; the hub is its author if nobody else is."""
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


def citation_files(folder: str, name: str) -> tuple[CitationFile, ...]:
    """Return the citations of the page at *folder* in each format, to be saved as *name*."""
    return tuple(
        CitationFile(format_, file_address(folder, ending), f"{name}.{ending}")
        for ending, format_ in _FORMATS.items()
    )


def file_address(folder: str, ending: str) -> str:
    """Return the address of the citations of the page at *folder* in one format."""
    return f"{folder}cite.{ending}"


def _date(edtf: str | None) -> tuple[int, ...]:
    parts = date_parts((edtf or "").partition("/")[0])
    return parts.numbers if parts else ()
