"""The gallery of films."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub import FilmEntry, Hub
from hubtool.models.vocabulary import Term
from hubtool.pages.claims import tools
from hubtool.pages.page import Page, hub_words, page


@dataclass(frozen=True, slots=True)
class FilmGroup:
    """Films of one kind; no kind where none is recorded."""

    kind: Term | None
    films: tuple[FilmEntry, ...]


def film_pages(hub: Hub) -> Iterator[Page]:
    """Yield the gallery."""
    t = hub_words(hub)
    yield page(
        hub,
        "films",
        "films/",
        title=t("films.title"),
        description=t("films.lede", n=len(hub.films)),
        template="films.html",
        **tools(hub),
        groups=film_groups(hub),
    )


def film_groups(hub: Hub) -> tuple[FilmGroup, ...]:
    """Return every film by kind, in the vocabulary's order; those of no recorded kind come last."""
    groups = [
        FilmGroup(kind, tuple(entry for entry in hub.films if entry.film.kind == kind.id))
        for kind in hub.terms("film-kinds")
    ]
    groups.append(FilmGroup(None, tuple(entry for entry in hub.films if entry.film.kind is None)))
    return tuple(group for group in groups if group.films)
