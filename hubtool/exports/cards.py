"""What a browser needs to sift the lists: their columns, and their cards."""

import json
from dataclasses import dataclass

from hubtool.exports.columns import cards_together, columns
from hubtool.hub.lists import case_table, film_table, lesson_table
from hubtool.hub.references import FilmReference, LessonReference
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
    """Return the columns of every list, and its cards in the order of its rows, some in each file."""
    tables = (case_table(view.hub), lesson_table(view.hub), film_table(view.hub))
    files = {INDEX.format(table.kind): columns(table) for table in tables}
    for table in tables:
        size = cards_together(len(table.rows))
        for number, start in enumerate(range(0, len(table.rows), size)):
            rows = table.rows[start : start + size]
            files[CARDS.format(table.kind, number)] = _json([_card(view, row.id) for row in rows])
    return files


def _card(view: View, id_: str) -> str:
    """Return the card of the case, lesson or film with this id: links start from the site's root."""
    hub = view.hub
    if id_ in hub.cases:
        return render(view, CaseCard(card(view, hub.cases[id_])))
    if id_ in hub.ties.lesson_at:
        return render(view, LessonCard(hub.ties.lesson_at[id_]))
    return render(view, FilmCard(hub.film_at[id_]))


def _json(cards: list[str]) -> bytes:
    return json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode()
