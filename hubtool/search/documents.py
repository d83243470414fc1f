"""What readers find by words: pages, lessons and films, each as the word index should read it."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hubtool.documents.transcripts import passages
from hubtool.hub.facets import CASE_FACETS
from hubtool.hub.hub import Hub
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.case import CaseStudy
from hubtool.models.vocabulary import Term
from hubtool.text.languages import primary
from hubtool.text.own_names import folded_words, own_language_name, own_names
from hubtool.text.packing import pack, unpack

_TAG = re.compile(r"<[^>]*>")
_PASSAGE = 15  # seconds: enough words to be found by two of them, little enough to be near

# What the templates write for the index alone: where a part of a page begins, and which heading
# has the address of the lesson or film around it.
_PART = " data-search-part"
_ANCHOR = " data-search-anchor="

# Elements inside a line: Pagefind puts no space after them.
_INLINE = ("b", "dd", "dt", "label", "li", "span", "summary", "td", "th")

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# What Pagefind passes over, and need not be sent to it.
_UNSEEN = re.compile(r"<(svg|form|script|template)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """Something to be found at *address*: a page, or a text that is only a part of one.

    The text is packed, as *packet*: all of them wait in memory until the last is known. *row* is
    what it belongs to in a list: the id of a case, or a lesson's or film's address.
    """

    kind: str
    language: str
    address: str
    packet: bytes
    row: str | None = None
    is_page: bool = False
    meta: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The HTML of a page, or the plain text of a part."""
        return unpack(self.packet)


def page(hub: Hub, address: str, text: str) -> SearchDocument:
    """Return the page with the HTML *text* at *address* below the site."""
    folder, _, name = address.partition("/")
    case = hub.cases.get(name.removesuffix("/")) if folder == "cases" else None
    language = primary(case.language if case else hub.settings.hub.language)
    row = case.id if case else None
    text = _UNSEEN.sub(" ", _main(text))
    names = {"synonyms": _synonyms(_terms_at(hub, address)), "names": _names(case, text)}
    prepared = _prepared(text, names)
    return SearchDocument("pages", language, f"/{address}", pack(prepared), row, is_page=True)


def lessons(hub: Hub) -> Iterator[SearchDocument]:
    """Yield every lesson by itself."""
    for entry in hub.lessons:
        case, lesson = entry.case, entry.lesson
        yield SearchDocument(
            "lessons",
            primary(case.language),
            f"/cases/{case.id}/#lesson-{lesson.id}",
            pack(" ".join(filter(None, (lesson.lesson, lesson.because, lesson.holds_when)))),
            entry.address,
            meta={
                "title": lesson.lesson,
                "kind": "lesson",
                "case": case.title,
                "synonyms": _synonyms(_terms_of_lesson(hub, entry)),
                "names": _names(None, f"{lesson.lesson} {lesson.because or ''}"),
            },
        )


def films(hub: Hub) -> Iterator[SearchDocument]:
    """Yield every film by itself, and what is said in it, passage by passage."""
    for entry in hub.films:
        if entry.film.id:
            yield _film(hub, entry)
            yield from _passages(hub, entry)


def _film(hub: Hub, entry: FilmReference) -> SearchDocument:
    case, film = entry.case, entry.film
    kind = list(_term(hub, "film-kinds", film.kind))
    texts = (film.title, case.title, case.summary, *(place.name for place in case.mapped_places))
    return SearchDocument(
        "films",
        primary(case.language),
        f"/cases/{case.id}/#film-{film.id}",
        pack(" ".join(texts)),
        entry.address,
        meta={
            "title": film.title,
            "kind": "film",
            "case": case.title,
            "synonyms": _synonyms([*kind, *_terms_of_case(hub, case.id)]),
            "names": _names(case, " ".join(texts)),
        },
    )


def _passages(hub: Hub, entry: FilmReference) -> Iterator[SearchDocument]:
    case, film = entry.case, entry.film
    for track in film.captions:
        for passage in passages(hub.transcripts.get(track.file, ()), seconds=_PASSAGE):
            second = int(passage.start)
            yield SearchDocument(
                "films",
                primary(track.language),
                f"/cases/{case.id}/?t={second}#film-{film.id}",
                pack(passage.text),
                entry.address,
                # No title: the words of a film's title are not said in each of its passages.
                meta={"kind": "passage", "film": film.title, "case": case.title, "at": str(second)},
            )


def _prepared(text: str, names: Mapping[str, str]) -> str:
    """Return a page as Pagefind should read it.

    Templates say by its attributes what it ignores and what weighs more or less. A lesson or film
    is found at the heading with its address, up to the heading where another part begins; the page
    itself has no such headings. No word runs into the next. The *names* are metadata, which are
    searched but never shown.
    """
    text = text.replace(f"{_PART}>", '><h6 id="part">…</h6>')
    text = text.replace(_ANCHOR, " id=")
    for element in _INLINE:
        text = text.replace(f"</{element}>", f"</{element}> ")
    meta = "".join(
        f'<meta data-pagefind-meta="{key}[content]" content="{html.escape(words)}">'
        for key, words in names.items()
        if words
    )
    return text.replace("</title>", f"</title>{meta}", 1)


def _names(case: CaseStudy | None, text: str) -> str:
    """Return the other names under which *case* is found, and words of its *text* in plain letters."""
    words = list(folded_words(_TAG.sub(" ", text)))
    if case is None:
        return ", ".join(dict.fromkeys(words))
    for place in case.mapped_places:
        words += own_names(place.country, place.region)
    tags = {case.language, *(film.language for film in case.films if film.language)}
    words += filter(None, map(own_language_name, sorted(tags)))
    return ", ".join(dict.fromkeys(words))


def _main(text: str) -> str:
    """Return a page without its frame: its title, and its main part."""
    title = _TITLE.search(text)
    opening, main, end = text.find("<main"), text.rfind("</main>"), len("</main>")
    if title is None or not 0 <= opening < main:
        return text
    return f"<html><head>{title[0]}</head><body>{text[opening : main + end]}</body></html>"


def _synonyms(terms: Iterable[Term]) -> str:
    names = (name for term in terms for name in (term.label, *term.alt))
    return ", ".join(dict.fromkeys(names))


def _terms_at(hub: Hub, address: str) -> Iterator[Term]:
    """Yield the terms that the page at *address* is about or filed under."""
    match address.rstrip("/").split("/"):
        case ["cases", id_] if id_ in hub.cases:
            yield from _terms_of_case(hub, id_)
        case ["lessons", "theme", id_]:
            yield from _term(hub, "themes", id_)
        case ["lessons", id_]:
            yield from _term(hub, "stages", id_)
        case [scheme, id_]:
            yield from _term(hub, scheme, id_)


def _terms_of_case(hub: Hub, case_id: str) -> Iterator[Term]:
    for facet in CASE_FACETS:
        if facet.is_subject:
            for value in hub.facets[case_id][facet.name]:
                yield from _term(hub, facet.scheme, value)


def _terms_of_lesson(hub: Hub, entry: LessonReference) -> Iterator[Term]:
    lesson = entry.lesson
    filed: list[tuple[str, str | None]] = [("themes", theme) for theme in entry.themes]
    filed += [("stages", lesson.stage), ("lesson-kinds", lesson.kind)]
    for scheme, id_ in filed:
        yield from _term(hub, scheme, id_)


def _term(hub: Hub, scheme: str | None, id_: str | None) -> Iterator[Term]:
    vocabulary = hub.vocabularies.get(scheme or "")
    term = vocabulary.terms.get(id_ or "") if vocabulary else None
    if term:
        yield term
