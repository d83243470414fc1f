"""Makes the index in which readers search for words."""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from hubtool.diagnostics import Diagnostic, diagnostic
from hubtool.facets import FACETS
from hubtool.files import write
from hubtool.hub import FilmEntry, Hub, LessonEntry
from hubtool.models.vocabulary import Term
from hubtool.pagefind import Indexer, PagefindError
from hubtool.transcripts import passages

FOLDER = "pagefind"

_PASSAGE = 15  # seconds: enough words to be found by two of them, little enough to be near

_HTML = re.compile(r"<html\b[^>]*>")
_HEAD_END = re.compile(r"</head>|<body\b")


def index(site: Path, hub: Hub) -> list[Diagnostic]:
    """Write the word index of the finished pages in *site*, or return what kept it from that.

    In it are the pages that have a `data-pagefind-body`, and each lesson by itself. A page or
    lesson is found, too, by the synonyms of the terms it is filed under; they are kept as metadata,
    which is searched but never shown.
    """
    try:
        with Indexer() as indexer:
            for page in sorted(site.rglob("*.html")):
                address = _address(page.relative_to(site).as_posix())
                text = page.read_text(encoding="utf-8")
                if "data-pagefind-body" in text:
                    indexer.add_page(f"/{address}", _prepared(text, hub, address))
            for lesson in hub.lessons:
                if _has_page(site, lesson.case.id):
                    _add_lesson(indexer, hub, lesson)
            for film in hub.films:
                if _has_page(site, film.case.id):
                    _add_transcripts(indexer, hub, film)
            files = indexer.files()
    except PagefindError as error:
        return [diagnostic("H602", f"the words could not be indexed: {error}", path=site.name)]
    write(site / FOLDER, files)
    return []


def _has_page(site: Path, case_id: str) -> bool:
    # A site built by hand may be without the drafts, or with fewer of them.
    return (site / "cases" / case_id / "index.html").is_file()


def _address(path: str) -> str:
    return path.removesuffix("index.html")


def _prepared(text: str, hub: Hub, address: str) -> str:
    """Return a page as Pagefind should read it.

    It keeps one index for each language tag, and `en`, `en-GB` and `en-gb` would be three: so tags
    are cut to the language.
    """
    words = html.escape(_synonyms(_terms_at(hub, address)))
    meta = f'<meta data-pagefind-meta="synonyms[content]" content="{words}">' if words else ""
    text = _HTML.sub(f'<html lang="{_language_at(hub, address)}">', text, count=1)
    return _HEAD_END.sub(lambda end: f"{meta}{end[0]}", text, count=1)


def _language_at(hub: Hub, address: str) -> str:
    match address.split("/"):
        case ["cases", id_, _] if id_ in hub.cases:
            return _primary(hub.cases[id_].language)
    return _primary(hub.settings.hub.language)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


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
    for name, values in hub.facets[case_id].items():
        for value in values:
            yield from _term(hub, FACETS[name].scheme, value)


def _terms_of_lesson(hub: Hub, entry: LessonEntry) -> Iterator[Term]:
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


def _add_lesson(indexer: Indexer, hub: Hub, entry: LessonEntry) -> None:
    case, lesson = entry.case, entry.lesson
    indexer.add_record(
        f"/cases/{case.id}/#lesson-{lesson.id}",
        " ".join(filter(None, (lesson.lesson, lesson.because, lesson.holds_when))),
        language=_primary(case.language),
        meta={
            "title": lesson.lesson,
            "kind": "lesson",
            "case": case.title,
            "synonyms": _synonyms(_terms_of_lesson(hub, entry)),
        },
    )


def _add_transcripts(indexer: Indexer, hub: Hub, entry: FilmEntry) -> None:
    case, film = entry.case, entry.film
    for track in film.captions:
        for passage in passages(hub.transcripts.get(track.file, ()), seconds=_PASSAGE):
            second = int(passage.start)
            indexer.add_record(
                f"/cases/{case.id}/?t={second}#film-{film.id}",
                passage.text,
                language=_primary(track.language),
                meta={"title": film.title, "kind": "film", "case": case.title, "at": str(second)},
            )
