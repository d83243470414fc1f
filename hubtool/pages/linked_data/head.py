"""What a case's page tells catalogues and reference managers about itself in its head."""

from collections.abc import Callable, Mapping

from hubtool.hub.references import parties
from hubtool.models.case import CaseStudy
from hubtool.pages.linked_data.common import declared, iso_day, iso_span, licence_address
from hubtool.pages.parts.citation import authors, citation_of
from hubtool.pages.view import View

Texts = tuple[str, ...]

_ELEMENTS = frozenset({"creator", "contributor", "language", "source", "subject", "title"})
"""What of Dublin Core is one of its first fifteen elements; the others are terms."""

VALUES: Mapping[str, Callable[[View, CaseStudy], Texts]] = {
    "title": lambda _, case: (case.title,),
    "summary": lambda _, case: (case.summary,),
    "language": lambda _, case: (case.language,),
    "places": lambda _, case: tuple(place.name for place in case.mapped_places),
    "dates": lambda _, case: tuple(filter(None, (iso_span(case.dates),))),
    "themes": lambda view, case: tuple(view.hub.term("themes", id_).label for id_ in case.themes),
    "topics": lambda view, case: tuple(view.hub.term("topics", id_).label for id_ in case.topics),
    "partners": lambda view, case: tuple(map(view.hub.party_name, case.partners)),
    "credits": lambda view, case: (
        tuple(credit.name for credit in authors(case)) or (view.hub.settings.name,)
    ),
    "sources": lambda _, case: tuple(source.url or source.title for source in case.sources),
    "licence": lambda _, case: (licence_address(case.licence),),
}
"""What the fields that Dublin Core has a name for say."""


def case_head(view: View, case: CaseStudy) -> Mapping[str, str | Texts]:
    """Return the `<meta>` elements of the page of *case* beside those that every page has."""
    metadata = {**_dublin_core(view, case), **_citation(view, case)}
    if touched := iso_day(case.record.checked or case.record.created):
        metadata["article:modified_time"] = (touched,)
    return {
        name: texts[0] if len(texts) == 1 else texts for name, texts in metadata.items() if texts
    }


def _dublin_core(view: View, case: CaseStudy) -> dict[str, Texts]:
    metadata: dict[str, Texts] = {}
    for field, name in declared(CaseStudy, "dublin_core").items():
        key = f"DC.{name}" if name in _ELEMENTS else f"DCTERMS.{name}"
        metadata[key] = (*metadata.get(key, ()), *VALUES[field](view, case))
    return {
        **metadata,
        "DC.type": ("Text",),
        "DC.format": ("text/html",),
        "DC.publisher": (view.hub.settings.name,),
        "DCTERMS.created": tuple(filter(None, (iso_day(case.record.created),))),
        "DCTERMS.modified": tuple(filter(None, (iso_day(case.record.checked),))),
    }


def _citation(view: View, case: CaseStudy) -> dict[str, Texts]:
    """Return what Zotero and Google Scholar read."""
    cited = citation_of(view, case)
    return {
        # Without it, Zotero takes a page with a title and authors for an article in a journal.
        "z:itemType": ("webpage",),
        "citation_title": (cited.title,),
        "citation_author": tuple(_kept_together(view, case, name) for name in cited.authors),
        "citation_publication_date": tuple(
            filter(None, ("/".join(f"{part:02}" for part in cited.date),))
        ),
        "citation_publisher": (cited.site,),
        "citation_language": (cited.language,),
        "citation_keywords": cited.keywords,
        "citation_public_url": (cited.url,) if cited.url else (),
    }


def _kept_together(view: View, case: CaseStudy, author: str) -> str:
    """Return *author*; the name of a body with a comma behind it.

    Zotero takes what stands before a comma for the family name, and without one the last word.
    """
    bodies = {view.hub.settings.name, *map(view.hub.party_name, parties(case))}
    return f"{author.replace(', ', ' - ')}," if author in bodies else author
