"""What readers find by words: pages, lessons and films, each as the word index should read it."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hubtool.documents.transcripts import passages
from hubtool.hub.facets import CASE_FACETS
from hubtool.hub.hub import Hub
from hubtool.hub.references import FilmReference, LessonReference
from hubtool.models.vocabulary import Term
from hubtool.text.languages import primary

_PASSAGE = 15  # seconds: enough words to be found by two of them, little enough to be near

_HTML = re.compile(r"<html\b[^>]*>")
_HEAD_END = re.compile(r"</head>|<body\b")
_LIST = re.compile(r' data-pagefind-body data-pagefind-meta="kind:list"')
_LIST_HEAD = re.compile(r'<header class="phead')
_GUIDE = re.compile(r' data-pagefind-body data-pagefind-meta="kind:guide"')
_CLAIM = re.compile(
    r'(<article class="(?:lesson|film)\b[^>]*?)( id="(?:lesson|film)-[^"]*")([^>]*>.*?<h\d)',
    re.DOTALL,
)
_SUMMARY = re.compile(r'(<header class="(?:chero|phead)\b.*?<p class="lede")', re.DOTALL)

PASSED_OVER = (
    # The interface's own words, which stand on every page: headings, labels, numbers of sources.
    ".case h2",
    ".case dt",
    ".case .sub",
    ".case .who-title",
    ".ref",
    ".intro",
    "#before .when .muted",
    "#changed .dir",
    "#decided th",
    "#decided p",
    "#decided .muted",
    "#decided .nrec",
    "#decided .desc",
    "#decided .napp",
    "#decided .row",
    "#tensions h4",
    ".partners .muted",
    # Whose view it is and how they know are facets: as words they would find nearly everything.
    ".ev",
    ".foot2",
    ".voice",
    ".how",
    ".lesson .kind",
    # Lessons of other cases, which are found where they belong.
    ".bearing",
    ".others",
)
"""What the word index does not read of a page, as CSS selectors."""

_SPACED = re.compile(r"(</(?:dt|dd|li|td|th|span|summary|label|b)>)")
_PART = re.compile(r'(<section class="part" id="([\w-]+)"[^>]*>)')
_SOURCES = re.compile(r'(<section class="part" id="sources")')
_HEAVY = "3"  # beside a word in running text, which weighs 1; headings weigh up to 7
_LIGHT = "0.2"


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to be found at *address*: a page, or a *text* that is only a part of one.

    *row* is what it belongs to in a list: the id of a case, or a lesson's or film's address.
    """

    kind: str
    language: str
    address: str
    text: str
    row: str | None = None
    is_page: bool = False
    meta: Mapping[str, str] = field(default_factory=dict)


def page(hub: Hub, address: str, text: str) -> Findable:
    """Return the page with the HTML *text* at *address* below the site."""
    folder, _, rest = address.partition("/")
    case = hub.cases.get(rest.removesuffix("/")) if folder == "cases" else None
    language = primary(case.language if case else hub.settings.hub.language)
    row = case.id if case else None
    prepared = _prepared(text, language, _synonyms(_terms_at(hub, address)))
    return Findable("pages", language, f"/{address}", prepared, row, is_page=True)


def lessons(hub: Hub) -> Iterator[Findable]:
    """Yield every lesson by itself."""
    for entry in hub.lessons:
        case, lesson = entry.case, entry.lesson
        yield Findable(
            "lessons",
            primary(case.language),
            f"/cases/{case.id}/#lesson-{lesson.id}",
            " ".join(filter(None, (lesson.lesson, lesson.because, lesson.holds_when))),
            entry.address,
            meta={
                "title": lesson.lesson,
                "kind": "lesson",
                "case": case.title,
                "synonyms": _synonyms(_terms_of_lesson(hub, entry)),
            },
        )


def films(hub: Hub) -> Iterator[Findable]:
    """Yield every film by itself, and what is said in it, passage by passage."""
    for entry in hub.films:
        if entry.film.id:
            yield _film(hub, entry)
            yield from _passages(hub, entry)


def _film(hub: Hub, entry: FilmReference) -> Findable:
    case, film = entry.case, entry.film
    kind = list(_term(hub, "film-kinds", film.kind))
    said = (film.title, case.title, case.summary, *(place.name for place in case.mapped_places))
    return Findable(
        "films",
        primary(case.language),
        f"/cases/{case.id}/#film-{film.id}",
        " ".join(said),
        entry.address,
        meta={
            "title": film.title,
            "kind": "film",
            "case": case.title,
            "synonyms": _synonyms([*kind, *_terms_of_case(hub, case.id)]),
        },
    )


def _passages(hub: Hub, entry: FilmReference) -> Iterator[Findable]:
    case, film = entry.case, entry.film
    for track in film.captions:
        for passage in passages(hub.transcripts.get(track.file, ()), seconds=_PASSAGE):
            second = int(passage.start)
            yield Findable(
                "films",
                primary(track.language),
                f"/cases/{case.id}/?t={second}#film-{film.id}",
                passage.text,
                entry.address,
                # No title: the words of a film's title are not said in each of its passages.
                meta={"kind": "passage", "film": film.title, "case": case.title, "at": str(second)},
            )


def _prepared(text: str, language: str, synonyms: str) -> str:
    """Return a page as Pagefind should read it.

    It keeps one index for each language tag, and `en`, `en-GB` and `en-gb` would be three: so tags
    are cut to the language. The synonyms are metadata, which is searched but never shown. A list is
    found by its head alone, since all it holds is found where it belongs. What contributors look up
    weighs less than what readers look for, and so do titles of sources. A lesson or film is a part of
    its page where its heading has its address, and ends where another part begins. No word runs
    into the one after it.
    """
    if _LIST.search(text):
        text = _LIST_HEAD.sub(
            '<header data-pagefind-body data-pagefind-meta="kind:page" class="phead',
            _LIST.sub("", text),
            count=1,
        )
    text = _GUIDE.sub(
        f' data-pagefind-body data-pagefind-weight="{_LIGHT}" data-pagefind-meta="kind:page"', text
    )
    text = _SUMMARY.sub(rf'\1 data-pagefind-weight="{_HEAVY}"', text, count=1)
    text = _SOURCES.sub(rf'\1 data-pagefind-weight="{_LIGHT}"', text)
    text = _CLAIM.sub(r"\1\3\2", text)
    text = _PART.sub(r'\1<h6 id="\2-part">…</h6>', text)
    text = _SPACED.sub(r"\1 ", text)
    words = html.escape(synonyms)
    meta = f'<meta data-pagefind-meta="synonyms[content]" content="{words}">' if words else ""
    text = _HTML.sub(f'<html lang="{language}">', text, count=1)
    return _HEAD_END.sub(lambda end: f"{meta}{end[0]}", text, count=1)


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
