"""Makes the word indexes that readers search."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from math import isqrt
from os.path import commonprefix
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.wording import wording
from hubtool.files import everything, write
from hubtool.hub.hub import Hub
from hubtool.hub.lists import case_table, film_table, lesson_table
from hubtool.pages.parts.paging import is_further
from hubtool.search import documents
from hubtool.search.documents import SearchDocument
from hubtool.search.pagefind import Indexer, PagefindError
from hubtool.search.stop_words import StopWords
from hubtool.text.languages import primary
from hubtool.text.words import words

FOLDER = "pagefind"

_TABLES = {"pages": case_table, "lessons": lesson_table, "films": film_table}
_SIGNATURE = b"pagefind_dcd"
_FRAGMENTS = "fragment/"
_SMALLEST_CHUNK = 1000


@dataclass
class Indexes:
    """The word indexes in *folder*, by their names with digests of what each was made from.

    *fresh* is how many were made by the last run of `index`.
    """

    folder: Path
    digests: Mapping[str, str] = field(default_factory=dict)
    fresh: int = 0


def index(site: Path, hub: Hub, last: Indexes | None = None) -> list[Diagnostic]:
    """Write the word indexes of the finished pages in *site*, or return why there are none.

    Pages, lessons and films have an index for each language: each language is stemmed by its own
    rules, and a browser loads only the index that it searches. The pages are those with a
    `data-pagefind-body`. Of the *last* indexes those stay whose documents have not changed; then
    it describes the new ones.
    """
    last = last or Indexes(site / FOLDER)
    files: dict[str, bytes | Path] = {}
    digests: dict[str, str] = {}
    fresh = 0
    groups: dict[tuple[str, str], list[SearchDocument]] = defaultdict(list)
    for document in _documents(site, hub):
        groups[document.kind, document.language].append(document)
    try:
        for (kind, language), group in sorted(groups.items()):
            rows = [row.id for row in _TABLES[kind](hub).rows]
            name, stop_words = f"{kind}-{language}", _stop_words(hub, language)
            digests[name] = sha256(repr((group, rows, stop_words)).encode()).hexdigest()
            bundle: Mapping[str, bytes | Path]
            if last.digests.get(name) == digests[name]:
                bundle = {
                    path: last.folder / name / path for path in everything(last.folder / name)
                }
            else:
                bundle = _bundle(group, language, rows, stop_words)
                fresh += 1
            files |= {f"{name}/{path}": content for path, content in bundle.items()}
    except PagefindError as error:
        return [diagnostic(wording("H602.no-index", error=error), path=site.name)]
    write(site / FOLDER, files)
    last.folder, last.digests, last.fresh = site / FOLDER, digests, fresh
    return []


def _documents(site: Path, hub: Hub) -> Iterator[SearchDocument]:
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        # The parts of a list's further pages have pages of their own.
        if "data-pagefind-body" in text and not is_further(address):
            yield documents.page(hub, address, text)
    for document in (*documents.lessons(hub), *documents.films(hub)):
        # A site built by hand may have no drafts, or fewer of them.
        folder = document.address.split("?")[0].split("#")[0].strip("/")
        if (site / folder / "index.html").is_file():
            yield document


def _bundle(
    group: Sequence[SearchDocument], language: str, rows: Sequence[str], stop_words: StopWords
) -> dict[str, bytes]:
    """Return the index of *group*, and which of its parts belongs to which of *rows*."""
    row_of = {document.address: document.row for document in group if document.row}
    index_files = _index_files(group, language, stop_words)
    files = {
        path: _restored(content, stop_words) if path.startswith(_FRAGMENTS) else content
        for path, content in index_files.items()
        if _is_used(path, index_files)
    }
    return files | {"rows.json": _rows(files, language, row_of, rows)}


def _index_files(
    group: Sequence[SearchDocument], language: str, stop_words: StopWords
) -> dict[str, bytes]:
    """Return the files that Pagefind makes of *group*, with signs in place of stop words."""
    with Indexer(language, chunk_size=_chunk_size(group)) as indexer:
        for document in group:
            if document.is_page:
                indexer.add_page(document.address, stop_words.hidden_in_html(document.text))
            else:
                meta = {key: stop_words.hidden(text) for key, text in document.meta.items()}
                text = stop_words.hidden(document.text)
                indexer.add_record(document.address, text, language=language, meta=meta)
        return indexer.files()


def _chunk_size(group: Iterable[SearchDocument]) -> int:
    """Return how many places the words of one chunk of the index should have.

    The list that is loaded first names each chunk in some 20 bytes; a search loads one or two
    chunks, at some 2.6 bytes a place. Both together are least near the square root of four times
    the number of places, and the spaces in the HTML of pages are about twice that number.
    """
    spaces = sum(document.text.count(" ") * (2 if document.is_page else 1) for document in group)
    return max(_SMALLEST_CHUNK, isqrt(spaces))


def _restored(fragment: bytes, stop_words: StopWords) -> bytes:
    text = stop_words.restored(gzip.decompress(fragment).decode())
    return gzip.compress(text.encode(), mtime=0)


def _stop_words(hub: Hub, language: str) -> StopWords:
    t = words(hub.settings.hub.language)
    is_own = primary(t.language) == language
    return StopWords(tuple(t("find.stop-words").split()) if is_own else ())


def _is_used(path: str, files: Mapping[str, bytes]) -> bool:
    """Say whether our pages load the file *path*; a language may have no stemmer of its own."""
    if path.startswith("wasm.unknown"):
        return not any(file.startswith("wasm.") and file != path for file in files)
    return not path.startswith("pagefind-") or path.startswith("pagefind-entry")


def _rows(
    files: Mapping[str, bytes], language: str, row_of: Mapping[str, str], rows: Sequence[str]
) -> bytes:
    """Return, for each of *rows*, how the names of its parts in the index begin.

    Pagefind names a part by a hash until its text is loaded. Its shortest beginning that no other
    hash has is kept.
    """
    addresses = {
        path.partition("_")[2].partition(".")[0]: _address(content)
        for path, content in files.items()
        if path.startswith(_FRAGMENTS)
    }
    beginnings: dict[str, list[str]] = defaultdict(list)
    for name, beginning in _beginnings(addresses):
        if row := row_of.get(addresses[name]):
            beginnings[row].append(beginning)
    data = {"language": language, "rows": [" ".join(beginnings[row]) for row in rows]}
    return json.dumps(data, separators=(",", ":")).encode()


def _beginnings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each of *names* with the shortest beginning that no other has."""
    ordered = sorted(names)
    shared = [0, *(len(commonprefix(pair)) for pair in pairwise(ordered)), 0]  # noqa: RUF071  (letters are meant)
    for name, before, after in zip(ordered, shared, shared[1:], strict=False):
        yield name, name[: max(before, after) + 1]


def _address(fragment: bytes) -> str:
    text = gzip.decompress(fragment).removeprefix(_SIGNATURE)
    return str(json.loads(text)["url"])
