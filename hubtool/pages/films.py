"""The gallery of films."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub.lists import film_table
from hubtool.hub.references import FilmReference
from hubtool.models.collection import Collection
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.finder import Finder, finder_of_all
from hubtool.pages.parts.paging import Sheet, by_first, sheet_title, sheets
from hubtool.pages.view import View

_PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class FilmGroup:
    """Films of one kind; no kind where none is recorded."""

    kind: Term | None
    films: tuple[FilmReference, ...]


@dataclass(frozen=True)
class FilmsContent(Content):
    """One page of the gallery; the first has the finder."""

    template = "films/page.html"

    sheet: Sheet[tuple[Term | None, FilmReference]]
    groups: tuple[FilmGroup, ...]
    finder: Finder | None
    collections: tuple[Collection, ...]


def film_pages(view: View) -> Iterator[Page]:
    """Yield the gallery, page by page."""
    pairs = [(group.kind, entry) for group in film_groups(view) for entry in group.films]
    for sheet in sheets(pairs, "films/", _PER_PAGE):
        yield _gallery(view, sheet)


def film_groups(view: View) -> tuple[FilmGroup, ...]:
    """Return every film by kind, in the vocabulary's order; those of no recorded kind come last."""
    kinds: list[Term | None] = [*view.hub.terms("film-kinds"), None]
    groups = (FilmGroup(kind, _films_of_kind(view, kind)) for kind in kinds)
    return tuple(group for group in groups if group.films)


def film_collections(view: View) -> tuple[Collection, ...]:
    """Return the collections that chose more films than anything else."""
    return tuple(
        collection
        for collection in view.hub.collections.values()
        if sum(item.film is not None for item in collection.items) > len(collection.items) / 2
    )


def _films_of_kind(view: View, kind: Term | None) -> tuple[FilmReference, ...]:
    id_ = kind.id if kind else None
    return tuple(entry for entry in view.hub.films if entry.film.kind == id_)


def _gallery(view: View, sheet: Sheet[tuple[Term | None, FilmReference]]) -> Page:
    return page(
        view,
        "films",
        sheet.address,
        title=sheet_title(view.words("films.title"), sheet, view.words),
        description=view.words("films.lede", n=len(view.hub.films)),
        content=FilmsContent(
            sheet=sheet,
            groups=tuple(FilmGroup(kind, films) for kind, films in by_first(sheet.entries)),
            collections=film_collections(view),
            finder=finder_of_all(view, film_table(view.hub)) if sheet.number == 1 else None,
        ),
    )
