"""Makes the indexes in which readers search for words."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import isqrt
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.files import write
from hubtool.hub.hub import Hub
from hubtool.hub.lists import case_table, film_table, lesson_table
from hubtool.pages.parts.paging import is_further
from hubtool.search import documents as findables
from hubtool.search.documents import Findable
from hubtool.search.pagefind import Indexer, PagefindError
from hubtool.search.stop_words import SmallWords
from hubtool.text.languages import primary
from hubtool.text.words import words

FOLDER = "pagefind"

_TABLES = {"pages": case_table, "lessons": lesson_table, "films": film_table}
_SIGNATURE = b"pagefind_dcd"
_FRAGMENTS = "fragment/"
_SMALLEST_PIECE = 1000


def index(site: Path, hub: Hub) -> list[Diagnostic]:
    """Write the word indexes of the finished pages in *site*, or return what kept it from that.

    There is one for pages, one for lessons and one for films, and of each one for each language:
    each is stemmed by its own rules, and none is loaded for the sake of another. Among the pages
    are those that have a `data-pagefind-body`.
    """
    files: dict[str, bytes] = {}
    groups: dict[tuple[str, str], list[Findable]] = defaultdict(list)
    for found in _findables(site, hub):
        groups[found.kind, found.language].append(found)
    try:
        for (kind, language), group in sorted(groups.items()):
            rows = [row.id for row in _TABLES[kind](hub).rows]
            made = _bundle(group, language, rows, _small_words(hub, language))
            files |= {f"{kind}-{language}/{path}": content for path, content in made.items()}
    except PagefindError as error:
        return [diagnostic("H602", f"the words could not be indexed: {error}", path=site.name)]
    write(site / FOLDER, files)
    return []


def _findables(site: Path, hub: Hub) -> Iterator[Findable]:
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        # What a further page of a list holds is found where it belongs.
        if "data-pagefind-body" in text and not is_further(address):
            yield findables.page(hub, address, text)
    for found in (*findables.lessons(hub), *findables.films(hub)):
        # A site built by hand may be without the drafts, or with fewer of them.
        if (site / found.address.split("?")[0].split("#")[0].strip("/") / "index.html").is_file():
            yield found


def _bundle(
    group: Sequence[Findable], language: str, rows: Sequence[str], small: SmallWords
) -> dict[str, bytes]:
    """Return the index of *group*, and which of its parts belongs to which of *rows*."""
    row_of = {found.address: found.row for found in group if found.row}
    with Indexer(passed_over=findables.PASSED_OVER, piece=_piece(group)) as indexer:
        for found in group:
            if found.is_page:
                indexer.add_page(found.address, small.hidden_in_html(found.text))
            else:
                hidden = {key: small.hidden(text) for key, text in found.meta.items()}
                text = small.hidden(found.text)
                indexer.add_record(found.address, text, language=language, meta=hidden)
        made = indexer.files()
    files = {
        path: _shown(content, small) if path.startswith(_FRAGMENTS) else content
        for path, content in made.items()
        if _is_used(path, made)
    }
    return files | {"rows.json": _rows(files, language, row_of, rows)}


def _piece(group: Iterable[Findable]) -> int:
    """Return how large the pieces of an index should be.

    Each is named in the list that is loaded first, some 20 bytes; of each place some 2.6 bytes are
    loaded with the piece, of which a search needs one or two. So both together are least near the
    square root of four times all the places, of which spaces in the HTML are four times too many.
    """
    spaces = sum(found.text.count(" ") for found in group)
    return max(_SMALLEST_PIECE, isqrt(spaces))


def _shown(fragment: bytes, small: SmallWords) -> bytes:
    text = small.shown(gzip.decompress(fragment).decode())
    return gzip.compress(text.encode(), mtime=0)


def _small_words(hub: Hub, language: str) -> SmallWords:
    t = words(hub.settings.hub.language)
    is_own = primary(t.language) == language
    return SmallWords(tuple(t("find.small-words").split()) if is_own else ())


def _is_used(path: str, files: Mapping[str, bytes]) -> bool:
    """Say whether our pages load a file of an index; a language may have no stemmer of its own."""
    if path.startswith("wasm.unknown"):
        return not any(other.startswith("wasm.") and other != path for other in files)
    return not path.startswith("pagefind-") or path.startswith("pagefind-entry")


def _rows(
    files: Mapping[str, bytes], language: str, row_of: Mapping[str, str], rows: Sequence[str]
) -> bytes:
    """Return, for each of *rows*, how the names of its parts in the index begin.

    Pagefind names a part only by a hash until its whole text is loaded. So much of the hash is kept
    as tells it from every other.
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
    told = {"language": language, "rows": [" ".join(beginnings[row]) for row in rows]}
    return json.dumps(told, separators=(",", ":")).encode()


def _beginnings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each of *names* with the shortest beginning that no other has."""
    ordered = sorted(names)
    same = [0, *(_common(one, other) for one, other in pairwise(ordered)), 0]
    for place, name in enumerate(ordered):
        yield name, name[: max(same[place], same[place + 1]) + 1]


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _address(fragment: bytes) -> str:
    text = gzip.decompress(fragment).removeprefix(_SIGNATURE)
    return str(json.loads(text)["url"])
