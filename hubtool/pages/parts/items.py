"""The things a collection holds, each with the convenor's note."""

from dataclasses import dataclass

from markupsafe import Markup

from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.collection import Collection, Item
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.view import View
from hubtool.text.markdown import render


@dataclass(frozen=True)
class Shown:
    """One chosen thing: exactly one of *lesson* and *film* where it is not the case itself."""

    card: Card
    note: Markup
    lesson: LessonReference | None = None
    film: FilmReference | None = None

    @property
    def kind(self) -> str:
        """What it is: `case`, `lesson` or `film`."""
        return "lesson" if self.lesson else "film" if self.film else "case"

    @property
    def title(self) -> str:
        """Its own words: a case's or a film's title, or the lesson."""
        if self.lesson:
            return self.lesson.lesson.lesson
        return self.film.film.title if self.film else self.card.title

    @property
    def address(self) -> str:
        """Where it is, below the site."""
        if self.lesson:
            return f"cases/{self.card.id}/#lesson-{self.lesson.lesson.id}"
        return (
            f"cases/{self.card.id}/#film-{self.film.film.id}"
            if self.film
            else f"cases/{self.card.id}/"
        )


def shown_items(view: View, collection: Collection) -> tuple[Shown, ...]:
    """Return the chosen things of *collection*, in reading order."""
    return tuple(_shown(view, item) for item in collection.items)


def _shown(view: View, item: Item) -> Shown:
    note = Markup(render(item.note, references={}))  # noqa: S704  (sanitised there)
    if item.lesson:
        lesson = view.hub.lesson_at[item.lesson]
        return Shown(card(view, lesson.case), note, lesson=lesson)
    if item.film:
        film = view.hub.film_at[item.film]
        return Shown(card(view, film.case), note, film=film)
    case = view.hub.case_at(item.case or "")
    if case is None:
        raise LookupError(item.case)
    return Shown(card(view, case), note)
