"""The items of a collection, each with the convenor's note."""

from dataclasses import dataclass

from markupsafe import Markup

from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.collection import Collection, Item
from hubtool.pages.parts.cards import Card, card
from hubtool.pages.view import View
from hubtool.text.markdown import render


@dataclass(frozen=True)
class CollectionItem:
    """A case, or one of its lessons or films; at most one of *lesson* and *film* is given."""

    card: Card
    note: Markup
    lesson: LessonReference | None = None
    film: FilmReference | None = None

    @property
    def kind(self) -> str:
        """The kind of the item: `case`, `lesson` or `film`."""
        return "lesson" if self.lesson else "film" if self.film else "case"

    @property
    def title(self) -> str:
        """The title of the case or the film, or the lesson itself."""
        if self.lesson:
            return self.lesson.lesson.lesson
        return self.film.film.title if self.film else self.card.title

    @property
    def address(self) -> str:
        """The item's address below the site."""
        if self.lesson:
            return f"cases/{self.card.id}/#lesson-{self.lesson.lesson.id}"
        if self.film:
            return f"cases/{self.card.id}/#film-{self.film.film.id}"
        return f"cases/{self.card.id}/"


def collection_items(view: View, collection: Collection) -> tuple[CollectionItem, ...]:
    """Return the items of *collection* that its convenors chose, in reading order."""
    return tuple(_collection_item(view, item) for item in collection.items)


def collection_reason(collection: Collection) -> Markup | None:
    """Return why the convenors made *collection*, if they say so."""
    return Markup(render(collection.why, references={})) if collection.why else None  # noqa: S704  (sanitised there)


def _collection_item(view: View, item: Item) -> CollectionItem:
    note = Markup(render(item.note, references={}))  # noqa: S704  (sanitised there)
    if item.lesson:
        lesson = view.hub.ties.lesson_at[item.lesson]
        return CollectionItem(card(view, lesson.case), note, lesson=lesson)
    if item.film:
        film = view.hub.film_at[item.film]
        return CollectionItem(card(view, film.case), note, film=film)
    case = view.hub.case_at(item.case or "")
    if case is None:
        raise LookupError(item.case)
    return CollectionItem(card(view, case), note)
