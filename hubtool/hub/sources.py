"""The sources of a case: those that its claims name, and those to read further."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hubtool.models.annotations import Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.declare import Model, Refers
from hubtool.models.media import Source
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
    yield from _named_in(case)
    yield from (match[1] for match in mentions(case.story or ""))


def _named_in(part: Any) -> Iterator[str]:
    """Yield the ids in *part* that name sources. Parts that can hold none are passed over."""
    match part:
        case str():
            yield part
        case Model():
            for name in _naming_fields(type(part)):
                yield from _named_in(getattr(part, name))
        case tuple():
            for item in part:
                yield from _named_in(item)
        case Mapping():
            for value in part.values():
                yield from _named_in(value)


@cache
def _naming_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the fields of *model* that name sources or hold parts that do."""
    shapes = (declaration.shape for declaration in fields(model).values())
    return tuple(
        name
        for name, shape in zip(model.model_fields, shapes, strict=True)
        if _names_sources(shape) or ((inner := shape.inner_model) and _naming_fields(inner))
    )


def _names_sources(shape: Shape) -> bool:
    mark = (shape.item or shape).mark
    return isinstance(mark, Refers) and mark.to in ("source", "evidence")
