"""The sources that a claim names, as numbered links on the page of its case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hubtool.hub.sources import CaseSources, case_sources
from hubtool.models.case import CaseStudy
from hubtool.text.markdown import Reference, citations
from hubtool.text.words import Words


@dataclass(frozen=True, slots=True)
class CaseReferences:
    """The sources and films of a case by id, each with its link on the page."""

    by_id: Mapping[str, Reference]
    sources: CaseSources

    def cite(self, ids: Iterable[str]) -> Markup:
        """Return *ids* as numbered links."""
        return Markup(citations(ids, self.by_id))  # noqa: S704  (made of escaped parts)


def case_references(case: CaseStudy, t: Words) -> CaseReferences:
    """Return the references of *case*."""
    sources = case_sources(case)
    by_id = {
        source.id: Reference(str(number), f"#source-{source.id}", t("ref.source", n=number))
        for number, source in enumerate(sources, 1)
        if source.id
    }
    for film in case.films:
        if film.id:
            label = t("ref.film-called", title=film.title)
            by_id.setdefault(film.id, Reference(t("ref.film"), f"#film-{film.id}", label))
    return CaseReferences(by_id, sources)
