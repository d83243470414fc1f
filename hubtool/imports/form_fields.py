"""The fields of a short case: what every form outside the browser asks, made from the models."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from hubtool.diagnostics.spans import Route
from hubtool.imports.routes import column_name, is_needed, leaf_shape, route_of
from hubtool.models.annotations import Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.declare import InScheme, Model, Prose
from hubtool.records.resolve import Lexicon
from hubtool.records.vocabularies import folded
from hubtool.text.phrases import capitalised
from hubtool.text.words import Words

CONSENT_ANSWERS = ("agreed", "partial", "pending", "public-record")
"""The statuses of consent that somebody can answer with."""

_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("what", ("title", "summary", "project", "dates", "topics", "themes", "methods")),
    ("where", ("places.1.name", "places.1.country", "places.2.name", "places.2.country")),
    ("who", tuple(f"partners.{n}.{key}" for n in (1, 2, 3) for key in ("name", "kind", "role"))),
    (
        "lesson",
        tuple(
            f"lessons.{n}.{key}"
            for n in (1, 2, 3)
            for key in ("lesson", "kind", "said_by", "because")
        ),
    ),
    ("story", ("story",)),
    ("media", ("films.1.title", "films.1.url")),
    (
        "agreed",
        (
            *(f"consent.{key}" for key in ("status", "agreed_by", "agreed_on", "withheld")),
            *(f"sources.{n}.{key}" for n in (1, 2, 3) for key in ("title", "url")),
        ),
    ),
)
"""What is asked for, part by part; parts bear the names of those of the form in the browser."""

_NEEDED = frozenset({"places.1.name", "places.1.country", "partners.1.name", "partners.2.name"})
"""Answers that a case needs, though the model of the entry alone does not say so."""


_MOST_BESIDE = 12
"""As many words to choose from stand beside the question; of more there is a list at the end."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One question: *options* are the words to choose from, *is_list* says that several may be.

    *list_title* is what a list of them at the end is called.
    """

    route: Route
    label: str
    hint: str
    is_needed: bool
    is_long: bool
    is_list: bool
    options: tuple[str, ...]
    list_title: str

    @property
    def is_beside(self) -> bool:
        """Say whether the words to choose from stand beside the question."""
        return 0 < len(self.options) <= _MOST_BESIDE

    @property
    def name(self) -> str:
        """The name of the column that holds the answer."""
        return column_name(self.route)


@dataclass(frozen=True)
class FormParts:
    """The questions of a short case, in parts with a heading each."""

    parts: tuple[tuple[str, tuple[FormField, ...]], ...]
    words: Words

    @cached_property
    def fields(self) -> tuple[FormField, ...]:
        """All questions in their order."""
        return tuple(field for _, part in self.parts for field in part)

    @cached_property
    def lists(self) -> Mapping[str, tuple[str, ...]]:
        """The words of each long list by its title."""
        return {
            field.list_title: field.options
            for field in self.fields
            if field.options and not field.is_beside
        }

    def at_end(self, field: FormField) -> str:
        """Return where the words to choose from stand, empty where they stand beside *field*."""
        is_long = field.list_title in self.lists
        return self.words("imports.at-end", title=field.list_title) if is_long else ""

    @cached_property
    def routes(self) -> Mapping[str, Route]:
        """The route of each question by its words, folded."""
        return {folded(field.label): field.route for field in self.fields}

    @cached_property
    def labels(self) -> Mapping[Route, str]:
        """The words of each question by its route."""
        return {field.route: field.label for field in self.fields}

    def route(self, heading: str) -> Route | None:
        """Return the route that *heading*, a question's words or a column's name, stands for."""
        label = folded(heading)
        if label in self.routes:
            return self.routes[label]
        return ("id",) if label == folded(self.words("imports.id")) else route_of(label)

    def label(self, route: Route) -> str:
        """Return the words for *route*, or the name of its column where it is in no form."""
        return self.labels.get(route, column_name(route))


def form_parts(words: Words, lexicon: Lexicon) -> FormParts:
    """Return the questions in *words*, with the terms of *lexicon* to choose from."""
    return FormParts(
        tuple(
            (words(f"form.part.{part}"), tuple(_field(name, words, lexicon) for name in names))
            for part, names in _PARTS
        ),
        words,
    )


def _field(name: str, t: Words, lexicon: Lexicon) -> FormField:
    route = route_of(name)
    shape = leaf_shape(route) if route else None
    if route is None or shape is None:
        raise LookupError(name)
    model, key = _declaration(route)
    prose = (shape.item or shape).mark
    is_first = 0 in route or not any(isinstance(step, int) for step in route)
    return FormField(
        route,
        _label(route, model, key, t),
        _hint(model, key, t),
        is_needed=(is_first and route[0] != "sources" and route[0] != "films" and is_needed(route))
        or name in _NEEDED,
        is_long=isinstance(prose, Prose) and (shape.item is not None or _is_long(key, prose)),
        is_list=shape.item is not None,
        options=tuple(_options(route, shape, t, lexicon)),
        list_title=_list_title(shape, lexicon),
    )


def _list_title(shape: Shape, lexicon: Lexicon) -> str:
    mark = (shape.item or shape).mark
    scheme = mark.scheme if isinstance(mark, InScheme) else ""
    return lexicon.vocabularies[scheme].title if scheme in lexicon.vocabularies else ""


def _is_long(key: str, prose: Prose) -> bool:
    return prose.markdown or key in ("summary", "lesson", "because", "role")


def _declaration(route: Route) -> tuple[type[Model], str]:
    """Return the model that declares what stands at *route*, and its key."""
    shape = leaf_shape(route[:-1])
    return (shape.model if shape and shape.model else CaseStudy), str(route[-1])


def _label(route: Route, model: type[Model], key: str, t: Words) -> str:
    name = f"form.ask.{model.__name__}-{key}"
    declared = fields(model)[key].info.title or key
    label = t("form.consent.ask") if route == ("consent", "status") else declared
    label = t(name) if t.has(name) else label
    index = next((step for step in route if isinstance(step, int)), None)
    if index is None:
        return label
    noun = capitalised(t(f"form.noun.{route[0]}"))
    return t("imports.entry", noun=noun, n=index + 1, label=label)


def _hint(model: type[Model], key: str, t: Words) -> str:
    name = f"form.hint.{model.__name__}-{key}"
    if t.has(own := f"imports.hint.{model.__name__}-{key}"):
        return t(own)
    if (model.__name__, key) == ("Consent", "status"):
        return t("form.consent.who")
    return t(name) if t.has(name) else fields(model)[key].info.description or ""


def _options(route: Route, shape: Shape, t: Words, lexicon: Lexicon) -> Iterator[str]:
    mark = (shape.item or shape).mark
    if route == ("consent", "status"):
        yield from (t(f"form.consent.{status}") for status in CONSENT_ANSWERS)
    elif isinstance(mark, InScheme) and mark.scheme in lexicon.vocabularies:
        terms = lexicon.vocabularies[mark.scheme].terms.values()
        yield from (term.label for term in terms if not term.group)
