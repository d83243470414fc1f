"""The gallery of films."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.hub.hub import Hub
from hubtool.hub.lists import film_table
from hubtool.hub.references import FilmEntry
from hubtool.models.vocabulary import Term
from hubtool.pages.page import Page, hub_words, page
from hubtool.pages.parts.claims import tools
from hubtool.pages.parts.finder import whole
from hubtool.pages.parts.paging import Sheet, by_first, sheet_title, sheets

_PER_PAGE = 72


@dataclass(frozen=True, slots=True)
class FilmGroup:
    """Films of one kind; no kind where none is recorded."""

    kind: Term | None
    films: tuple[FilmEntry, ...]


def film_pages(hub: Hub) -> Iterator[Page]:
    """Yield the gallery, page by page."""
    pairs = [(group.kind, entry) for group in film_groups(hub) for entry in group.films]
    for sheet in sheets(pairs, "films/", _PER_PAGE):
        yield _gallery(hub, sheet)


def _gallery(hub: Hub, sheet: Sheet[tuple[Term | None, FilmEntry]]) -> Page:
    t = hub_words(hub)
    return page(
        hub,
        "films",
        sheet.address,
        title=sheet_title(t("films.title"), sheet, t),
        description=t("films.lede", n=len(hub.films)),
        template="films/page.html",
        **tools(hub),
        sheet=sheet,
        groups=by_first(sheet.entries),
        finder=whole(hub, film_table(hub)) if sheet.number == 1 else None,
    )


def film_groups(hub: Hub) -> tuple[FilmGroup, ...]:
    """Return every film by kind, in the vocabulary's order; those of no recorded kind come last."""
    groups = [
        FilmGroup(kind, tuple(entry for entry in hub.films if entry.film.kind == kind.id))
        for kind in hub.terms("film-kinds")
    ]
    groups.append(FilmGroup(None, tuple(entry for entry in hub.films if entry.film.kind is None)))
    return tuple(group for group in groups if group.films)
