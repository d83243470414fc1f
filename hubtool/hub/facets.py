"""The facets by which readers filter each list: one row declares all that is known of one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar

from hubtool.hub import facet_values as values
from hubtool.hub.facet_values import LENGTHS, HubValues
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.case import CaseStudy

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet(Generic[Entry]):
    """A field to filter a list by. Its label is the catalogue's `facet.<list>.<name>`."""

    name: str
    values: Callable[[Entry, HubValues], Iterable[str]]
    schemes: tuple[str, ...] = ()
    """The vocabularies of its values, the usual one first."""
    labels: Literal["terms", "countries", "regions", "decades", "languages"] = "terms"
    """What its values are called by. A value that is no term is called by the catalogue's
    `facet.values.<name>.<value>`."""
    order: Literal["label", "scheme", "latest"] = "label"
    always: tuple[str, ...] | None = ()
    """The values that are shown even where nothing has them; None: all terms. What is missing
    says something too."""
    page: str | None = None
    """The address of the page of a value, with `{}` in the value's place."""
    is_open: bool = False
    """Whether its values are shown before a reader asks for them."""
    is_listed: bool = True
    """Whether readers see it; a collection's rule may use the others too."""
    has_feed: bool = False
    """Whether each of its values has a feed."""
    is_subject: bool = False
    """Whether cases are found by the names of its values. Who speaks in a case, or at which stage
    who decided, would make every case answer to `resident` or `academic`."""
    shared_as: str | None = None
    """The key of the words for what related cases share; only these facets make cases related."""

    @property
    def scheme(self) -> str | None:
        """The vocabulary of its values, where it has one."""
        return self.schemes[0] if self.schemes else None

    @property
    def has_term_pages(self) -> bool:
        """Whether each term of its vocabulary has a page of its own."""
        return self.scheme is not None and self.page == f"{self.scheme}/{{}}/"


CASE_FACETS: tuple[Facet[CaseStudy], ...] = (
    Facet(
        name="topic",
        values=values.declared("topic"),
        schemes=("topics",),
        page="topics/{}/",
        is_open=True,
        has_feed=True,
        is_subject=True,
        shared_as="about",
    ),
    Facet(
        name="theme",
        values=values.declared("theme"),
        schemes=("themes",),
        page="themes/{}/",
        has_feed=True,
        is_subject=True,
        shared_as="about",
    ),
    Facet(
        name="decided",
        values=values.decided_stages,
        schemes=("stages",),
        order="scheme",
        always=None,
        is_open=True,
    ),
    Facet(
        name="country",
        values=values.declared("country"),
        labels="countries",
        page="places/{}/",
        shared_as="country",
    ),
    Facet(name="region", values=values.declared("region"), labels="regions", shared_as="region"),
    Facet(name="year", values=values.years, is_listed=False),
    Facet(name="years", values=values.decades, labels="decades", order="latest"),
    Facet(name="film", values=values.film_features, always=("film", "captions")),
    Facet(
        name="method",
        values=values.declared("method"),
        schemes=("methods",),
        page="methods/{}/",
        is_subject=True,
        shared_as="by",
    ),
    Facet(name="voice", values=values.case_voices, schemes=("voices",), order="scheme"),
    Facet(
        name="friction",
        values=values.declared("friction"),
        schemes=("frictions",),
        page="frictions/{}/",
        is_subject=True,
        shared_as="friction",
    ),
    Facet(name="initiator", values=values.initiators, schemes=("partner-kinds",)),
    Facet(name="partner-kind", values=values.partner_kinds, schemes=("partner-kinds",)),
    Facet(name="depth", values=values.depths, always=("full", "snapshot")),
)
"""The facets of cases, in the order in which readers meet them."""

LESSON_FACETS: tuple[Facet[LessonReference], ...] = (
    Facet(
        name="stage",
        values=values.lesson_stages,
        schemes=("stages",),
        order="scheme",
        page="lessons/{}/",
        is_open=True,
    ),
    Facet(
        name="kind",
        values=values.lesson_kinds,
        schemes=("lesson-kinds",),
        order="scheme",
        is_open=True,
    ),
    Facet(name="voice", values=values.lesson_voices, schemes=("voices",), order="scheme"),
    Facet(
        name="theme",
        values=values.lesson_themes,
        schemes=("themes",),
        page="lessons/theme/{}/",
    ),
    Facet(name="evidence", values=values.lesson_evidence, schemes=("evidence",), order="scheme"),
)

FILM_FACETS: tuple[Facet[FilmReference], ...] = (
    Facet(
        name="kind",
        values=values.film_kinds,
        schemes=("film-kinds",),
        order="scheme",
        is_open=True,
    ),
    Facet(name="maker", values=values.film_makers, schemes=("voices", "partner-kinds")),
    Facet(name="length", values=values.film_lengths, always=LENGTHS),
    Facet(name="captions", values=values.film_captions, always=("captions", "none", "unknown")),
    Facet(name="signed", values=values.film_sign_languages, labels="languages"),
    Facet(name="language", values=values.film_languages, labels="languages"),
)


def facets_of_cases() -> Mapping[str, Facet[CaseStudy]]:
    """Return the facets of cases by name."""
    return {facet.name: facet for facet in CASE_FACETS}


@cache
def facet_of(scheme: str) -> str:
    """Return the facet of cases whose values are the terms of *scheme*; a facet's name is its own.

    Of two facets with one vocabulary the later counts: `partner-kinds` are those of the partners.
    """
    names = {facet.scheme: facet.name for facet in CASE_FACETS if facet.scheme}
    return names.get(scheme, scheme)


def schemes_with_pages() -> tuple[str, ...]:
    """Return the vocabularies whose terms have pages of their own."""
    return tuple(f.scheme for f in CASE_FACETS if f.scheme and f.has_term_pages)


def schemes_with_feeds() -> tuple[str, ...]:
    """Return the vocabularies whose terms have feeds."""
    return tuple(f.scheme for f in CASE_FACETS if f.scheme and f.has_feed)
