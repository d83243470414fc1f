"""Makes the indexes in which readers search for words."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from hubtool import findables
from hubtool.diagnostics import Diagnostic, diagnostic
from hubtool.files import write
from hubtool.findables import Findable
from hubtool.hub import Hub
from hubtool.pagefind import Indexer, PagefindError
from hubtool.tables import case_table, film_table, lesson_table

FOLDER = "pagefind"

_TABLES = {"pages": case_table, "lessons": lesson_table, "films": film_table}
_SIGNATURE = b"pagefind_dcd"


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
            made = _bundle(group, language, rows)
            files |= {f"{kind}-{language}/{path}": content for path, content in made.items()}
    except PagefindError as error:
        return [diagnostic("H602", f"the words could not be indexed: {error}", path=site.name)]
    write(site / FOLDER, files)
    return []


def _findables(site: Path, hub: Hub) -> Iterator[Findable]:
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if "data-pagefind-body" in text:
            address = file.relative_to(site).as_posix().removesuffix("index.html")
            yield findables.page(hub, address, text)
    for found in (*findables.lessons(hub), *findables.films(hub)):
        # A site built by hand may be without the drafts, or with fewer of them.
        if (site / found.address.split("?")[0].split("#")[0].strip("/") / "index.html").is_file():
            yield found


def _bundle(group: Iterable[Findable], language: str, rows: Sequence[str]) -> dict[str, bytes]:
    """Return the index of *group*, and which of its parts belongs to which of *rows*."""
    row_of: dict[str, str] = {}
    with Indexer(findables.PASSED_OVER) as indexer:
        for found in group:
            if found.is_page:
                indexer.add_page(found.address, found.text)
            else:
                indexer.add_record(found.address, found.text, language=language, meta=found.meta)
            if found.row:
                row_of[found.address] = found.row
        made = indexer.files()
    files = {path: content for path, content in made.items() if _is_used(path, made)}
    return files | {"rows.json": _rows(files, language, row_of, rows)}


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
        if path.startswith("fragment/")
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
