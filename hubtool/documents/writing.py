"""Data to YAML text in the canonical layout: the same data make the same text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.diagnostics.spans import Route
from hubtool.documents.comments import Comments
from hubtool.documents.quoting import WIDTH, block, scalar

_STEP = "  "


@dataclass(frozen=True, slots=True)
class FieldLayout:
    """How the value of a key is laid out.

    *mapping* names the layout of the value if it is a mapping, or of each mapping in a list;
    *values* is the layout of each value of a mapping whose keys are free. A field with *has_lines*
    never stands on one line with its key; one that *is_date* holds dates.
    """

    mapping: str | None = None
    values: FieldLayout | None = None
    has_lines: bool = False
    is_date: bool = False


_PLAIN = FieldLayout()


@dataclass(frozen=True, slots=True)
class MappingLayout:
    """How a mapping is laid out: its keys in order, and those that an empty line stands before.

    One that *is_small* stands on one line if it fits. *others* is the layout of all other keys.
    """

    fields: Mapping[str, FieldLayout]
    sections: frozenset[str] = frozenset()
    is_small: bool = False
    others: FieldLayout = _PLAIN

    def field(self, key: str) -> FieldLayout:
        """Return the layout of the value of *key*."""
        return self.fields.get(key, self.others)

    def keys(self, data: Mapping[str, Any]) -> list[str]:
        """Return the keys of *data* in order: those without a layout come last."""
        return [
            *(key for key in self.fields if key in data),
            *(key for key in data if key not in self.fields),
        ]


def write(
    data: Mapping[str, Any],
    name: str,
    layouts: Mapping[str, MappingLayout],
    comments: Comments | None = None,
) -> str:
    """Return *data* as YAML, laid out as the mapping *name* of *layouts*, with *comments*."""
    writer = _Writer(layouts, comments or Comments())
    lines = [*writer.before((), ""), *writer.mapping(data, layouts[name], "", ())]
    return "\n".join([*lines, ""]) if data else "{}\n"


@dataclass(frozen=True)
class _Writer:
    layouts: Mapping[str, MappingLayout]
    comments: Comments

    def mapping(
        self,
        data: Mapping[str, Any],
        layout: MappingLayout,
        indent: str,
        route: Route,
        dash: str | None = None,
    ) -> Iterator[str]:
        """Yield the lines of *data*; in a list, *dash* stands before the first key."""
        for position, key in enumerate(layout.keys(data)):
            inner = (*route, key)
            if position and key in layout.sections:
                yield ""
            if position or dash is None:
                yield from self.before(inner, indent)
            start = dash if dash and not position else indent
            head = f"{start}{scalar(key)}:"
            yield from self._value(head, data[key], layout.field(key), indent + _STEP, inner)
        yield from self._after(route, indent)

    def before(self, route: Route, indent: str) -> Iterator[str]:
        """Yield the comments that stand before the part at *route*."""
        return (f"{indent}{comment}" for comment in self.comments.before.get(route, ()))

    def _after(self, route: Route, indent: str) -> Iterator[str]:
        return (f"{indent}{comment}" for comment in self.comments.after.get(route, ()))

    def _list(
        self, data: list[Any], field: FieldLayout, indent: str, route: Route
    ) -> Iterator[str]:
        for position, item in enumerate(data):
            inner = (*route, position)
            yield from self.before(inner, indent)
            if isinstance(item, dict) and item:
                yield from self.before(self._first(item, field, inner), indent)
            if self._line(f"{indent}-", item, field, inner) is None:
                yield from self._item(item, field, indent, inner)
            else:
                yield from self._value(f"{indent}-", item, field, indent + _STEP, inner)
        yield from self._after(route, indent)

    def _item(self, item: Any, field: FieldLayout, indent: str, route: Route) -> Iterator[str]:
        """Yield the lines of an item that takes more than one."""
        if isinstance(item, dict | list) and (comment := self.comments.beside.get(route)):
            # Beside the dash it would be read as a comment before the first part.
            yield f"{indent}{comment}"
        if isinstance(item, dict):
            dash = f"{indent}- "
            yield from self.mapping(item, self._layout(field), indent + _STEP, route, dash)
        elif isinstance(item, list):
            yield f"{indent}-"
            yield from self._list(item, field, indent + _STEP, route)
        else:
            yield from self._value(f"{indent}-", item, field, indent + _STEP, route)

    def _first(self, data: dict[str, Any], field: FieldLayout, route: Route) -> Route:
        """Return the route to the key of *data* that is written first."""
        return (*route, *self._layout(field).keys(data)[:1])

    def _is_commented(self, value: Any, field: FieldLayout, route: Route) -> bool:
        """Say whether comments keep *value* from one line.

        In a list those before the first key of an item stand before the item.
        """
        count = self.comments.inside.get(route, 0)
        if count and isinstance(value, dict) and isinstance(route[-1], int):
            count -= len(self.comments.before.get(self._first(value, field, route), ()))
        return count > 0

    def _value(
        self, head: str, value: Any, field: FieldLayout, indent: str, route: Route
    ) -> Iterator[str]:
        """Yield the lines of *value* after *head*, which is its key or its dash."""
        comment = self.comments.beside.get(route)
        beside = f"  {comment}" if comment else ""
        line = self._line(head, value, field, route)
        if line is not None:
            yield f"{line}{beside}"
        elif isinstance(value, dict):
            yield f"{head}{beside}"
            yield from self.mapping(value, self._layout(field), indent, route)
        elif isinstance(value, list):
            yield f"{head}{beside}"
            yield from self._list(value, field, indent, route)
        elif text := block(value, indent):
            yield f"{head} {text.header}{beside}"
            yield from text.lines

    def _line(self, head: str, value: Any, field: FieldLayout, route: Route) -> str | None:
        """Return *head* and *value* on one line, None where they take more than one."""
        if isinstance(value, dict | list):
            flow = None if self._is_commented(value, field, route) else self._flow(value, field)
            line = f"{head} {flow}"
            return line if flow is not None and (len(line) <= WIDTH or not value) else None
        line = f"{head} {scalar(value, is_date=field.is_date)}"
        if isinstance(value, str) and ("\n" in value or len(line) > WIDTH) and block(value, ""):
            return None
        return line

    def _flow(self, value: Any, field: FieldLayout) -> str | None:
        """Return *value* as it stands between brackets, None where its layout has no such form."""
        match value:
            case list() if any(isinstance(item, dict | list) for item in value):
                return None
            case list():
                items = [self._flow(item, field) for item in value]
            case dict():
                items = self._flow_items(value, field)
            case str() if "\n" in value:
                return None
            case _:
                return scalar(value, is_date=field.is_date, in_flow=True)
        texts = [item for item in items if item is not None]
        if len(texts) < len(items) or (value and field.has_lines):
            return None
        return f"{{{', '.join(texts)}}}" if isinstance(value, dict) else f"[{', '.join(texts)}]"

    def _flow_items(self, value: dict[str, Any], field: FieldLayout) -> list[str | None]:
        layout = self._layout(field)
        items: list[str | None] = []
        for key in layout.keys(value):
            text = self._flow(value[key], layout.field(key)) if layout.is_small else None
            items.append(None if text is None else f"{scalar(key, in_flow=True)}: {text}")
        return items

    def _layout(self, field: FieldLayout) -> MappingLayout:
        if field.mapping:
            return self.layouts[field.mapping]
        return MappingLayout({}, is_small=True, others=field.values or _PLAIN)
