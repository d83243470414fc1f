"""What a browser needs to sift the lists: their columns, and the cards of each case."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.exports.columns import columns
from hubtool.hub.lists import case_table, film_table, lesson_table
from hubtool.hub.references import FilmReference, LessonReference, lessons_of
from hubtool.models.case import CaseStudy
from hubtool.pages.page import Content, render
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.parts.finder import CARDS, INDEX
from hubtool.pages.view import View


@dataclass(frozen=True)
class CaseCard(Content):
    """A case as a card of a list."""

    template = "exports/case.html"

    card: Card


@dataclass(frozen=True)
class LessonCard(Content):
    """A lesson as a card of a list."""

    template = "exports/lesson.html"

    entry: LessonReference


@dataclass(frozen=True)
class FilmCard(Content):
    """A film as a card of a list."""

    template = "exports/film.html"

    entry: FilmReference


def card_files(view: View) -> dict[str, bytes]:
    """Return the columns of every list, and a file of cards for each case."""
    tables = (case_table(view.hub), lesson_table(view.hub), film_table(view.hub))
    files = {INDEX.format(table.kind): columns(table) for table in tables}
    return files | {CARDS.format(case.id): _cards(view, case) for case in view.hub.cases.values()}


def _cards(view: View, case: CaseStudy) -> bytes:
    """Return the cards of *case*, its lessons and its films: links start from the site's root."""
    cards = dict(_cards_by_address(view, case))
    return json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode()


def _cards_by_address(view: View, case: CaseStudy) -> Iterator[tuple[str, str]]:
    yield case.id, render(view, CaseCard(card(view, case)))
    for entry in lessons_of((case,)):
        yield entry.address, render(view, LessonCard(entry))
    for film in case.films:
        if film.id:
            film_entry = FilmReference(case, film)
            yield film_entry.address, render(view, FilmCard(film_entry))
