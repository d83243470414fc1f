"""A case as linked data: an article about a research project, with its films."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.models.media import Film, Source
from hubtool.models.partnership import Credit
from hubtool.pages.linked_data.common import (
    Node,
    declared,
    iso_day,
    iso_length,
    iso_span,
    licence_address,
    node,
    party,
    place,
    publisher,
    site,
    terms,
)
from hubtool.pages.page import whole
from hubtool.pages.parts.citation import authors
from hubtool.text.film_urls import film_address

SAID: Mapping[str, Callable[[Hub, CaseStudy, str], Any]] = {
    "id": lambda _, case, __: case.id,
    "title": lambda _, case, __: case.title,
    "short_title": lambda _, case, __: case.short_title,
    "summary": lambda _, case, __: case.summary,
    "language": lambda _, case, __: case.language,
    "places": lambda hub, case, page: _named(_places(hub, case, page)),
    "dates": lambda _, case, __: iso_span(case.dates),
    "themes": lambda hub, case, page: terms(hub, page, "themes", case.themes),
    "methods": lambda hub, case, page: terms(hub, page, "methods", case.methods),
    "topics": lambda hub, case, page: terms(hub, page, "topics", case.topics),
    "partners": lambda hub, case, page: _named(_members(hub, case, page)),
    "credits": lambda hub, case, page: [*_authors(hub, case, page)],
    "lessons": lambda _, case, __: [one.lesson for one in case.lessons],
    "films": lambda hub, case, page: [
        {"@id": whole(hub, f"{page}#film-{film.id}", seen_from=page)}
        for film in case.films
        if film.id
    ],
    "images": lambda hub, case, page: [
        whole(hub, one.file, seen_from=page) for one in case.images if one.file in hub.media
    ],
    "sources": lambda _, case, __: [_source(one) for one in case.sources],
    "licence": lambda _, case, __: licence_address(case.licence),
}
"""What the article says of the fields that schema.org has a name for."""

ELSEWHERE = frozenset({"funders", "story"})
"""Who paid, paid for the project and not for the article; the story is the page itself."""


def case_data(hub: Hub, case: CaseStudy, page: str) -> tuple[Node, ...]:
    """Return *case* for its *page*: the article with its project, then its films."""
    films = (_film(hub, case, film, page) for film in case.films if film.id)
    return (_article(hub, case, page), *films)


def _article(hub: Hub, case: CaseStudy, page: str) -> Node:
    said: dict[str, Any] = {"about": [_project(hub, case, page)]}
    for field, name in declared(CaseStudy, "schema_org").items():
        value = SAID[field](hub, case, page) if field not in ELSEWHERE else None
        said[name] = [*said.get(name, []), *value] if isinstance(value, list) else value
    here = whole(hub, page, seen_from=page)
    return node(
        "Article",
        here,
        url=here,
        isPartOf=site(hub, page),
        publisher=publisher(hub, page),
        dateCreated=iso_day(case.record.created),
        dateModified=iso_day(case.record.checked),
        **said,
    )


def _project(hub: Hub, case: CaseStudy, page: str) -> Node:
    grants = [
        node("Grant", identifier=one.award, funder=party(hub, one))
        for one in case.funders
        if one.award
    ]
    return node(
        "ResearchProject",
        whole(hub, f"{page}#project", seen_from=page),
        name=case.project or case.title,
        member=_members(hub, case, page),
        funder=[party(hub, one) for one in case.funders],
        funding=grants,
        location=_places(hub, case, page),
    )


def _members(hub: Hub, case: CaseStudy, page: str) -> list[Node]:
    return [
        party(hub, one, whole(hub, f"{page}#partner-{number}", seen_from=page))
        for number, one in enumerate(case.partners, 1)
    ]


def _places(hub: Hub, case: CaseStudy, page: str) -> list[Node]:
    return [
        place(hub, one, whole(hub, f"{page}#place-{number}", seen_from=page))
        for number, one in enumerate(case.places, 1)
    ]


def _named(nodes: Iterable[Node]) -> list[Node]:
    """Return *nodes* by their names alone: what they are stands in the project."""
    return [{"@id": one["@id"]} for one in nodes]


def _authors(hub: Hub, case: CaseStudy, page: str) -> list[Node | str]:
    named = authors(case)
    partners = {hub.party_name(one) for one in case.partners}
    return [_author(one, partners) for one in named] or [{"@id": publisher(hub, page)["@id"]}]


def _author(credit: Credit, partners: set[str]) -> Node | str:
    """Return who made the page; a bare name where nobody says whether it is a person's."""
    if credit.orcid:
        return node("Person", f"https://orcid.org/{credit.orcid}", name=credit.name)
    if credit.partner is None and credit.name in partners:
        return node("Organization", name=credit.name)
    return credit.name


def _source(source: Source) -> Node:
    return node(
        "CreativeWork",
        f"https://doi.org/{source.doi}" if source.doi else None,
        name=source.title,
        url=source.url,
        publisher=node("Organization", name=source.publisher) if source.publisher else None,
        datePublished=str(source.year) if source.year else None,
    )


def _film(hub: Hub, case: CaseStudy, film: Film, page: str) -> Node:
    at = film_address(film.url)
    return node(
        "AudioObject" if at.kind == "audio" else "VideoObject",
        whole(hub, f"{page}#film-{film.id}", seen_from=page),
        name=film.title,
        url=film.url,
        embedUrl=at.player if at.kind in ("youtube", "vimeo") else None,
        contentUrl=at.player if at.kind in ("video", "audio") else None,
        uploadDate=iso_day(film.published),
        duration=iso_length(film.duration),
        inLanguage=film.language,
        accessibilityFeature=_access(film),
        license=licence_address(film.licence) if film.licence else None,
        hasPart=_clips(hub, case, film, page),
    )


def _access(film: Film) -> list[str]:
    access = film.access
    given = {
        "captions": bool(film.captions) or bool(access and access.captions),
        "audioDescription": bool(access and access.audio_description),
        "signLanguage": bool(access and access.sign_language),
    }
    return [name for name, is_there in given.items() if is_there]


def _clips(hub: Hub, case: CaseStudy, film: Film, page: str) -> list[Node]:
    """Return the moments of *film* in which somebody says a lesson."""
    said = [
        (one.film.at, one.lesson)
        for one in case.lessons
        if one.film and one.film.id == film.id and one.film.at is not None
    ]
    return [
        node(
            "Clip",
            name=lesson,
            startOffset=at,
            url=whole(hub, f"{page}?t={at}#film-{film.id}", seen_from=page),
        )
        for at, lesson in sorted(said)
    ]
