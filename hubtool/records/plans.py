"""What is to be done to take a case out of a hub, or to give a record another id."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hubtool.diagnostics.spans import Route
from hubtool.documents import Document, SourceFile, parse
from hubtool.errors import HubError
from hubtool.models.declare import Refers
from hubtool.models.types import SLUG
from hubtool.records.file_names import RESERVED
from hubtool.records.records import Entry, Records
from hubtool.records.rewriting import with_formerly, with_texts, without_entries

_ELSEWHERE = ("case", "lesson", "film-address")


@dataclass(frozen=True)
class Plan:
    """Files with the texts they get, files to remove, and files to move, old path to new."""

    texts: Mapping[str, str] = field(default_factory=dict)
    removals: tuple[str, ...] = ()
    moves: Mapping[str, str] = field(default_factory=dict)


def withdrawal(records: Records, id_: str) -> Plan:
    """Return what takes the case *id_* out: its text, its files, and whatever refers to it."""
    entry = _entry(records, ("cases",), id_)
    if entry.status == "withdrawn":
        raise HubError(f"`{id_}` is withdrawn already")
    ids = {id_, *_formerly(entry)}
    former_ids = f"formerly: [{', '.join(_formerly(entry))}]\n" if _formerly(entry) else ""
    texts = {entry.path: f"{former_ids}consent: {{status: withdrawn}}\n"}
    for other in records.entries:
        routes = [_entry_route(route) for route, case_id in _references(other) if case_id in ids]
        if other is not entry and routes:
            texts[other.path] = without_entries(other.document, routes)
    return Plan(texts, removals=_owned(records, id_))


def renaming(records: Records, old: str, new: str) -> Plan:
    """Return what gives the case or collection *old* the id *new*: the old address leads on."""
    entry = _entry(records, ("cases", "collections"), old)
    _check_id(records, entry, new)
    former_ids = [*(id_ for id_ in _formerly(entry) if id_ != new), old]
    texts = {
        file.path: text
        for file in records.texts
        if (text := _with_addresses(records, _text(file), entry, new)) != _text(file)
    }
    for other in records.entries:
        changed_text = _renamed(records, other, entry, new)
        if changed_text is not None:
            texts[other.path] = changed_text
    own = _document(entry.path, texts.pop(entry.path, entry.document.text))
    path = f"{entry.folder}/{new}.yml"
    owned = _owned(records, old) if entry.folder == "cases" else ()
    moves = {file: file.replace(f"cases/{old}/", f"cases/{new}/", 1) for file in owned}
    return Plan(texts | {path: with_formerly(own, former_ids)}, (entry.path,), moves)


def _entry(records: Records, folders: tuple[str, ...], id_: str) -> Entry:
    for folder in folders:
        if entry := records.by_address.get(f"{folder}/{id_}"):
            return entry
    names = " or ".join(f"{folder}/{id_}.yml" for folder in folders)
    raise HubError(f"there is no {names}", hint="write the file's name without `.yml`")


def _check_id(records: Records, entry: Entry, new: str) -> None:
    """Raise HubError if *entry* cannot have the id *new*."""
    if not SLUG.fullmatch(new) or new in RESERVED:
        raise HubError(
            f"`{new}` cannot be an id", hint="use small letters, digits and single hyphens"
        )
    for other in records.entries:
        if other.folder == entry.folder and (
            other.id == new or (other is not entry and new in _formerly(other))
        ):
            raise HubError(f"`{new}` is the id of {other.path}, now or formerly")


def _formerly(entry: Entry) -> list[str]:
    return [id_ for id_ in entry.parts("formerly") if isinstance(id_, str)]


def _owned(records: Records, id_: str) -> tuple[str, ...]:
    return tuple(sorted(path for path in records.media if path.startswith(f"cases/{id_}/")))


def _references(entry: Entry) -> Iterator[tuple[Route, str]]:
    """Yield the references of *entry* to cases or parts of them: their routes and the cases' ids."""
    for leaf in entry.leaves:
        if isinstance(leaf.mark, Refers) and leaf.mark.to in _ELSEWHERE:
            yield leaf.route, leaf.value.partition("#")[0]


def _entry_route(route: Route) -> Route:
    """Return the route of the list's entry of which the reference at *route* is the heart."""
    return route[:-1] if route[0] == "items" else route


def _renamed(records: Records, other: Entry, entry: Entry, new: str) -> str | None:
    """Return the text of *other* with the id *new* for that of *entry*; None: nothing changes."""
    text = _with_addresses(records, other.document.text, entry, new)
    document = other.document if text == other.document.text else _document(other.path, text)
    routes = [
        route
        for route, case_id in _references(other)
        if entry.folder == "cases" and case_id == entry.id
    ]
    references = [(route, f"{new}{_part(other, route)}") for route in routes]
    if references:
        text = with_texts(document, references)
    return text if text != other.document.text else None


def _part(entry: Entry, route: Route) -> str:
    value = next(leaf.value for leaf in entry.leaves if leaf.route == route)
    return value[len(value.partition("#")[0]) :]


def _with_addresses(records: Records, text: str, entry: Entry, new: str) -> str:
    """Return *text* with the new address of *entry*'s page and files wherever it names the old."""
    site = (records.settings.url if records.settings else None) or ""
    name = re.compile(rf"(?P<host>https?://[^\s)\"'<>]*)?\b{entry.folder}/{entry.id}(?![\w-])")

    def change(match: re.Match[str]) -> str:
        is_elsewhere = match["host"] and not (site and match["host"].startswith(site.rstrip("/")))
        if is_elsewhere:
            return match[0]
        return f"{match['host'] or ''}{entry.folder}/{new}"

    text = name.sub(change, text)
    if entry.folder == "collections":
        text = re.sub(rf"(?m)^(\s*featured:\s*[\"']?){entry.id}(?![\w-])", rf"\g<1>{new}", text)
    return text


def _document(path: str, text: str) -> Document:
    document, _ = parse(SourceFile(path, text.encode()))
    if document is None:
        raise HubError(f"{path} cannot be read")
    return document


def _text(file: SourceFile) -> str:
    return file.content.decode(errors="surrogateescape")
