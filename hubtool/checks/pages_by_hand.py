"""Pages by hand: their links to records lead to pages that the site has."""

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.wording import did_you_mean, wording
from hubtool.documents import SourceFile
from hubtool.documents.decoding import decode
from hubtool.documents.lines import line_starts, span_between
from hubtool.records.records import MODELS, Entry, Records

_LINK = re.compile(r"\]\(\s*<?(?P<target>[^)\s>#?]+)(?:#(?P<part>[\w-]+))?|"
                   r"^\[[^\]\n]+\]:\s*<?(?P<reference>[^\s>#?]+)", re.MULTILINE)  # fmt: skip
_DOCS = "docs/"


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield the links of pages by hand to records that are not there, or not published."""
    for source in records.texts:
        if source.path.startswith(_DOCS) and isinstance(text := decode(source), str):
            for match in _LINK.finditer(_without_code(text)):
                yield from _link(records, source, text, match)


def _without_code(text: str) -> str:
    """Return *text*, as long as before, with blanks in place of its blocks of code."""
    fence, lines = "", []
    for line in text.splitlines(keepends=True):
        start = line.strip()[:3]
        is_fence = start in ("```", "~~~") and start == (fence or start)
        is_code = bool(fence) or is_fence or line.startswith(("    ", "\t"))
        if is_fence:
            fence = "" if fence else start
        lines.append(re.sub(r"[^\r\n]", " ", line) if is_code else line)
    return "".join(lines)


def _link(
    records: Records, source: SourceFile, text: str, match: re.Match[str]
) -> Iterator[Diagnostic]:
    group = "target" if match["target"] else "reference"
    folder, id_ = _record(source.path, match[group])
    if not folder:
        return
    address = f"{folder}/{id_}"
    entry = records.by_address.get(address) or _formerly(records, folder, id_)
    span = span_between(line_starts(text), *match.span(group))
    if address in records.unread:
        return
    if entry is None:
        ids = [other.id for other in records.entries if other.folder == folder]
        match_id = next(iter(get_close_matches(id_, ids, 1)), None)
        yield diagnostic(
            wording(
                "H312.missing",
                did_you_mean(match_id and f"{folder}/{match_id}"),
                address=address,
            ),
            path=source.path,
            span=span,
        )
    elif not records.is_published(entry):
        yield diagnostic(wording("H312.unpublished", address=address), path=source.path, span=span)
    elif (part := match["part"]) and _is_part_missing(entry, part):
        yield diagnostic(
            wording("H312.no-part", address=address, part=part), path=source.path, span=span
        )


def _record(path: str, target: str) -> tuple[str, str]:
    """Return the folder and the id of the record to which *target* leads on the page at *path*."""
    if "://" in target or target.startswith(("mailto:", "/")):
        return "", ""
    folder = posixpath.dirname(path.removeprefix(_DOCS))
    steps = posixpath.normpath(posixpath.join(folder, target)).split("/")
    if steps[0] not in MODELS or len(steps) < 2 or steps[1] == "index.md":
        return "", ""
    is_page = steps[2:] in ([], ["index.md"]) and "." not in steps[1].removesuffix(".md")
    return (steps[0], steps[1].removesuffix(".md")) if is_page else ("", "")


def _formerly(records: Records, folder: str, id_: str) -> Entry | None:
    entries = (entry for entry in records.entries if entry.folder == folder)
    return next((entry for entry in entries if id_ in entry.parts("formerly")), None)


def _is_part_missing(entry: Entry, part: str) -> bool:
    """Say whether *part* names a lesson or a film that *entry* lacks; other parts are the page's."""
    kind, _, id_ = part.partition("-")
    lists = {"lesson": "lessons", "film": "films"}
    if entry.folder != "cases" or kind not in lists or not id_ or id_.isdigit():
        return False
    parts = [item for item in entry.parts(lists[kind]) if isinstance(item, dict)]
    return not any(id_ == item.get("id") or id_ in (item.get("formerly") or ()) for item in parts)
