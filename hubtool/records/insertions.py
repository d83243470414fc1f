"""Says where in a record's text a key or an entry is to be written: as the text around it is laid out."""

import re
from collections.abc import Sequence

from hubtool.diagnostics.spans import Route, value_at
from hubtool.diagnostics.wording import phrase, to_write
from hubtool.documents import Document
from hubtool.documents.document import Location
from hubtool.documents.lines import line_at
from hubtool.records.pictures import in_flow
from hubtool.text.phrases import code_list

_BETWEEN = re.compile(r"(?<=\}), (?=\{)")
_SHORT = 120  # characters of a line that a hint writes out


def pairs_to_add(document: Document, route: Route, pairs: Sequence[str]) -> str | None:
    """Return the hint to add *pairs* to the mapping at *route*, None where there is none."""
    location, source = document.location(route), document.source_text(route)
    first = next(iter(location.parts.values()), None)
    if first is None or not document.has(route):
        return None
    if not source.startswith("{"):
        on_lines = (part for part in location.parts.values() if _is_on_a_line(document, part))
        key_of_line = next(on_lines, first)
        above = document.text[key_of_line.key_start : key_of_line.key_end]
        key = "any.add-line" if len(pairs) == 1 else "any.add-lines"
        return phrase(key, lines=code_list(pairs), above=above)
    text = ", ".join(pairs)
    mapping_text = f"{source[:-1].rstrip().removesuffix(',')}, {text}}}"
    name = f"{route[-1]}: " if route and isinstance(route[-1], str) else ""
    return _short_line(f"{name}{mapping_text}") or phrase(
        "any.before-end", text=f", {text}", mark="}", key=_name(route)
    )


def entry_to_add(document: Document, route: Route, target: Route, entry: str) -> str:
    """Return the hint to add *entry*, which is in place of the key at *route*, to the list at *target*."""
    source, parts = document.source_text(target), document.location(target).parts
    if not document.has(target) or not parts:
        return phrase("H202.add-entry", key=target[-1], entry=entry)
    if source.startswith("["):
        entries = source[1:-1].strip().removesuffix(",")
        list_text = f"{target[-1]}: [{entries}, {entry}]"
        hint = phrase("any.before-end", text=f", {entry}", mark="]", key=target[-1])
        if _is_short_line(list_text):
            hint = phrase("H202.change-list", key=target[-1], text=list_text)
        return with_removal(document, route, hint)
    line = line_at(document.text, next(iter(parts.values())).start)
    indent = " " * (line.first - line.start)
    lines = [f"{indent}- {part}" for part in _BETWEEN.split(entry)]
    key = "any.below-key" if len(lines) == 1 else "any.several-below-key"
    return with_removal(document, route, phrase(key, lines=code_list(lines), key=target[-1]))


def with_removal(document: Document, route: Route, hint: str) -> str:
    """Return *hint* with what becomes of the key at *route*, whose words it has put elsewhere."""
    return phrase(
        "H202.moved" if _is_line(document, route) else "H202.moved-text",
        hint=hint,
        key=str(route[-1]),
    )


def pair_to_move(document: Document, route: Route, holder: Route, key: str) -> str | None:
    """Return the hint to write the value at *route* as *key* of the mapping at *holder*."""
    value = value_at(document.data, route)
    if not isinstance(value, str | int | float):
        return None
    value_in_holder = value_at(document.data, (*holder, key))
    name = _name(holder)
    if value_in_holder is not None:
        words = "H202.standing" if value_in_holder == value else "H202.other-standing"
        return phrase(words, key=key, part=name)
    text = in_flow(value) if isinstance(value, str) else document.source_text(route)
    hint = pairs_to_add(document, holder, [f"{key}: {text}"])
    if hint is None:
        return None
    before, mapping_text = source_in_braces(document, holder), to_write(hint) or ""
    if before and mapping_text.startswith("{"):
        hint = phrase("H202.change-part", part=name, before=before, text=mapping_text)
    elif f"`{name}: " not in hint:
        hint = phrase("H202.in-part", hint=hint, part=name)
    return with_removal(document, route, hint)


def entry_that_stands(document: Document, route: Route, target: Route) -> str | None:
    """Return the hint to delete the key at *route*, whose words name an entry of *target* already."""
    words, entries = value_at(document.data, route), value_at(document.data, target)
    names = [entry.get("name") for entry in entries or () if isinstance(entry, dict)]
    if words not in names:
        return None
    is_line = _is_line(document, route)
    key = "H202.entry-standing-line" if is_line else "H202.entry-standing"
    return phrase(key, key=target[-1], words=words)


def source_in_braces(document: Document, route: Route) -> str | None:
    """Return the text at *route*, empty where it is long, or None where it has no braces around it."""
    source = document.source_text(route)
    if not source.startswith("{"):
        return None
    return source if "\n" not in source and len(source) <= _SHORT else ""


def _is_on_a_line(document: Document, part: Location) -> bool:
    return part.end > part.key_end and "\n" not in document.text[part.key_start : part.end]


def _name(route: Route) -> str:
    """Return the key of the part at *route*, or of the list that it is an entry of."""
    return next((step for step in reversed(route) if isinstance(step, str)), "")


def _is_line(document: Document, route: Route) -> bool:
    location = document.location(route)
    line = line_at(document.text, location.key_start)
    return line.first == location.key_start and location.end <= line.end


def _is_short_line(text: str) -> bool:
    return len(text) <= _SHORT and not set(text) & set("\r\n`")


def _short_line(text: str) -> str | None:
    return phrase("any.write", text=text) if _is_short_line(text) else None
