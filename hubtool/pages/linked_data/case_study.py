"""A case as linked data: an article about a research project, with its films."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

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
from hubtool.pages.page import PREVIEW, full_address
from hubtool.pages.parts.citation import authors
from hubtool.pages.view import View
from hubtool.text.film_urls import film_address

VALUES: Mapping[str, Callable[[View, CaseStudy, str], Any]] = {
    "id": lambda _, case, __: case.id,
    "title": lambda _, case, __: case.title,
    "short_title": lambda _, case, __: case.short_title,
    "summary": lambda _, case, __: case.summary,
    "language": lambda _, case, __: case.language,
    "places": lambda view, case, page: _node_ids(_places(view, case, page)),
    "dates": lambda _, case, __: iso_span(case.dates),
    "themes": lambda view, case, page: terms(view, page, "themes", case.themes),
    "methods": lambda view, case, page: terms(view, page, "methods", case.methods),
    "topics": lambda view, case, page: terms(view, page, "topics", case.topics),
    "partners": lambda view, case, page: _node_ids(_members(view, case, page)),
    "credits": lambda view, case, page: [*_authors(view, case, page)],
    "lessons": lambda _, case, __: [lesson.lesson for lesson in case.lessons],
    "films": lambda view, case, page: [
        {"@id": full_address(view, f"{page}#film-{film.id}", seen_from=page)}
        for film in case.films
        if film.id
    ],
    "images": lambda view, case, page: [
        full_address(view, view.hub.pictures[image.file].main.path, seen_from=page)
        for image in case.images
        if image.file in view.hub.pictures
    ],
    "sources": lambda _, case, __: [_source(source) for source in case.sources],
    "licence": lambda _, case, __: licence_address(case.licence),
}
"""What the article says of the fields that schema.org has a name for."""

ELSEWHERE = frozenset({"funders", "story"})
"""Who paid, paid for the project and not for the article; the story is the page itself."""


def case_data(view: View, case: CaseStudy, page: str) -> tuple[Node, ...]:
    """Return *case* for its *page*: the article with its project, then its films."""
    films = (_film(view, case, film, page) for film in case.films if film.id)
    return (_article(view, case, page), *films)


def _article(view: View, case: CaseStudy, page: str) -> Node:
    properties: dict[str, Any] = {"about": [_project(view, case, page)]}
    for field, name in declared(CaseStudy, "schema_org").items():
        value = VALUES[field](view, case, page) if field not in ELSEWHERE else None
        properties[name] = [*properties.get(name, []), *value] if isinstance(value, list) else value
    address = full_address(view, page, seen_from=page)
    return node(
        "Article",
        address,
        url=address,
        isPartOf=site(view, page),
        publisher=publisher(view, page),
        dateCreated=iso_day(case.record.created),
        dateModified=iso_day(case.record.checked),
        **properties,
    )


def _project(view: View, case: CaseStudy, page: str) -> Node:
    grants = [
        node("Grant", identifier=funder.award, funder=party(view, funder))
        for funder in case.funders
        if funder.award
    ]
    return node(
        "ResearchProject",
        full_address(view, f"{page}#project", seen_from=page),
        name=case.project or case.title,
        member=_members(view, case, page),
        funder=[party(view, funder) for funder in case.funders],
        funding=grants,
        location=_places(view, case, page),
    )


def _members(view: View, case: CaseStudy, page: str) -> list[Node]:
    return [
        party(view, member, full_address(view, f"{page}#partner-{number}", seen_from=page))
        for number, member in enumerate(case.partners, 1)
    ]


def _places(view: View, case: CaseStudy, page: str) -> list[Node]:
    return [
        place(view, item, full_address(view, f"{page}#place-{number}", seen_from=page))
        for number, item in enumerate(case.mapped_places, 1)
    ]


def _node_ids(nodes: Iterable[Node]) -> list[Node]:
    """Return *nodes* by their names alone: what they are stands in the project."""
    return [{"@id": node["@id"]} for node in nodes]


def _authors(view: View, case: CaseStudy, page: str) -> list[Node | str]:
    people = authors(case)
    partners = {view.hub.party_name(partner) for partner in case.partners}
    return [_author(credit, partners) for credit in people] or [
        {"@id": publisher(view, page)["@id"]}
    ]


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


def _film(view: View, case: CaseStudy, film: Film, page: str) -> Node:
    at = film_address(film.url)
    return node(
        "AudioObject" if at.kind == "audio" else "VideoObject",
        full_address(view, f"{page}#film-{film.id}", seen_from=page),
        name=film.title,
        url=film.url,
        thumbnailUrl=full_address(view, f"{page}{PREVIEW}", seen_from=page),
        embedUrl=at.player if at.kind in ("youtube", "vimeo") else None,
        contentUrl=at.player if at.kind in ("video", "audio") else None,
        uploadDate=iso_day(film.published),
        duration=iso_length(film.duration),
        inLanguage=film.language,
        accessibilityFeature=_access(film),
        license=licence_address(film.licence) if film.licence else None,
        hasPart=_clips(view, case, film, page),
    )


def _access(film: Film) -> list[str]:
    access = film.access
    properties = {
        "captions": bool(film.captions) or bool(access and access.captions),
        "audioDescription": bool(access and access.audio_description),
        "signLanguage": bool(access and access.sign_language),
    }
    return [name for name, is_there in properties.items() if is_there]


def _clips(view: View, case: CaseStudy, film: Film, page: str) -> list[Node]:
    """Return the moments of *film* in which somebody says a lesson."""
    lessons = [
        (entry.film.at, entry.lesson)
        for entry in case.lessons
        if entry.film and entry.film.id == film.id and entry.film.at is not None
    ]
    return [
        node(
            "Clip",
            name=lesson,
            startOffset=at,
            url=full_address(view, f"{page}?t={at}#film-{film.id}", seen_from=page),
        )
        for at, lesson in sorted(lessons)
    ]
