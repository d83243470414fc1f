"""What a browser needs to sift the lists: their columns, and the cards of each case."""

import json
from collections.abc import Iterator

from hubtool.exports.columns import columns
from hubtool.hub.lists import case_table, film_table, lesson_table
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.case import CaseStudy
from hubtool.pages.page import render
from hubtool.pages.parts.cards import card
from hubtool.pages.parts.finder import CARDS, INDEX
from hubtool.pages.view import View


def finding_files(view: View) -> dict[str, bytes]:
    """Return the columns of every list, and a file of cards for each case."""
    tables = (case_table(view.hub), lesson_table(view.hub), film_table(view.hub))
    files = {INDEX.format(table.kind): columns(table) for table in tables}
    return files | {CARDS.format(case.id): _cards(view, case) for case in view.hub.cases.values()}


def _cards(view: View, case: CaseStudy) -> bytes:
    """Return the cards of *case*, its lessons and its films: links start from the site's root."""
    made = dict(_each(view, case))
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _each(view: View, case: CaseStudy) -> Iterator[tuple[str, str]]:
    yield case.id, render("exports/case.html", view, card=card(view, case))
    for lesson in case.lessons:
        entry = LessonReference(case, lesson, lesson.themes or case.themes)
        yield entry.address, render("exports/lesson.html", view, entry=entry)
    for film in case.films:
        if film.id:
            shown = FilmReference(case, film)
            yield shown.address, render("exports/film.html", view, entry=shown)
