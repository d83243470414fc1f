"""What a browser needs to sift the lists: their columns, and the cards of each case."""

import json
from collections.abc import Iterator

from hubtool.exports.columns import columns
from hubtool.hub.hub import Hub
from hubtool.hub.lists import case_table, film_table, lesson_table
from hubtool.hub.references import FilmEntry, LessonEntry
from hubtool.models.case import CaseStudy
from hubtool.pages.page import render
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.claims import tools
from hubtool.pages.parts.finder import CARDS, INDEX


def finding_files(hub: Hub) -> dict[str, bytes]:
    """Return the columns of every list, and a file of cards for each case."""
    tables = (case_table(hub), lesson_table(hub), film_table(hub))
    files = {INDEX.format(table.kind): columns(table) for table in tables}
    return files | {CARDS.format(case.id): _cards(hub, case) for case in hub.cases.values()}


def _cards(hub: Hub, case: CaseStudy) -> bytes:
    """Return the cards of *case*, its lessons and its films: links start from the site's root."""
    made = dict(_each(hub, case))
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _each(hub: Hub, case: CaseStudy) -> Iterator[tuple[str, str]]:
    values = tools(hub)
    yield case.id, render("exports/case.html", hub, "", card=card(hub, case))
    for lesson in case.lessons:
        entry = LessonEntry(case, lesson, lesson.themes or case.themes)
        yield entry.address, render("exports/lesson.html", hub, "", entry=entry, **values)
    for film in case.films:
        if film.id:
            shown = FilmEntry(case, film)
            yield shown.address, render("exports/film.html", hub, "", entry=shown, **values)
