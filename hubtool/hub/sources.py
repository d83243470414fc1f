"""The sources of a case: those that its claims name, and those to read further."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.models.case import CaseStudy
from hubtool.models.declare import Refers
from hubtool.models.media import Source
from hubtool.models.walk import leaves
from hubtool.records.records import mentions


@dataclass(frozen=True, slots=True)
class CaseSources:
    """The sources of a case, each part in the order of the file.

    *cited* are those that a claim or the story names: they are numbered first.
    """

    cited: tuple[Source, ...]
    further: tuple[Source, ...]

    def __iter__(self) -> Iterator[Source]:
        """Yield all of them in the order of their numbers."""
        yield from (*self.cited, *self.further)


def case_sources(case: CaseStudy) -> CaseSources:
    """Return the sources of *case*; where no claim names any, all of them count as cited."""
    ids = set(cited_ids(case))
    cited = tuple(source for source in case.sources if source.id in ids)
    if not cited:
        return CaseSources(case.sources, ())
    return CaseSources(cited, tuple(source for source in case.sources if source.id not in ids))


def cited_ids(case: CaseStudy) -> Iterator[str]:
    """Yield the ids of the sources and films that the claims and the story of *case* name."""
    data = case.model_dump(mode="json", by_alias=True)
    for leaf in leaves(CaseStudy, data):
        if isinstance(leaf.mark, Refers) and leaf.mark.to in ("source", "evidence"):
            yield leaf.value
    yield from (match[1] for match in mentions(case.story or ""))
