"""The field reference: every key of every record, from the models' own declarations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from markupsafe import Markup, escape

from hubtool.models.annotations import FieldShape, Shape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.declare import InScheme, Model, Prose, Refers
from hubtool.models.opportunity import Opportunity
from hubtool.models.rules import FILLED, rule_of
from hubtool.pages.page import Content, Page, page
from hubtool.pages.view import View
from hubtool.records.vocabularies import Vocabulary
from hubtool.text.words import Words

_KINDS: Mapping[str, type[Model]] = {
    "case": CaseStudy,
    "collection": Collection,
    "opportunity": Opportunity,
}
_PLAIN = {str: "text", int: "whole-number", float: "number", bool: "yes-no"}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One key: its words, which values it takes, and where to read more about them."""

    key: str
    label: str
    help: Markup
    holds: Markup
    link: str | None  # an anchor of the page
    is_required: bool
    limit: int | None
    example: str | None


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """A mapping of a record with its keys; *route* is empty for the record itself."""

    anchor: str
    route: str
    about: Markup
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of record with all its mappings."""

    id: str
    groups: tuple[FieldGroup, ...]


@dataclass(frozen=True)
class FieldsContent(Content):
    """Every key of every kind of record, and the vocabularies that keys take their words from."""

    template = "fields/page.html"

    kinds: tuple[RecordKind, ...]
    vocabularies: tuple[Vocabulary, ...]


def field_pages(view: View) -> Iterator[Page]:
    """Yield the field reference."""
    record_kinds = tuple(kinds(view.words))
    rows = (row for kind in record_kinds for group in kind.groups for row in group.rows)
    links = {row.link for row in rows}
    vocabularies = view.hub.vocabularies.values()
    yield page(
        view,
        "reference",
        "contribute/fields/",
        title=view.words("fields.title"),
        description=view.words("fields.lede"),
        content=FieldsContent(
            record_kinds, tuple(each for each in vocabularies if _words_link(each.id) in links)
        ),
    )


def kinds(t: Words) -> Iterator[RecordKind]:
    """Yield each kind of record with its fields, in the order of their declaration."""
    for id_, model in _KINDS.items():
        yield RecordKind(id_, tuple(_groups(id_, "", model, t)))


def _groups(kind: str, route: str, model: type[Model], t: Words) -> Iterator[FieldGroup]:
    declared = [part for part in fields(model).values() if part.key != "id" or route]
    rows = tuple(_row(kind, route, part, t) for part in declared)
    yield FieldGroup(_anchor(kind, route), route, _coded((model.__doc__ or "").strip()), rows)
    for part in declared:
        if inner := part.shape.inner_model:
            yield from _groups(kind, _below(route, part.key), inner, t)


def _row(kind: str, route: str, declared: FieldShape, t: Words) -> FieldRow:
    info, shape, key = declared.info, declared.shape, declared.key
    limits = [mark.max_length for mark in info.metadata if hasattr(mark, "max_length")]
    link = f"#{_anchor(kind, _below(route, key))}" if shape.inner_model else None
    if scheme := _scheme(shape):
        link = _words_link(scheme)
    return FieldRow(
        key=key,
        label=info.title or key,
        help=_coded(info.description or ""),
        holds=_coded(_holds(shape, t)),
        link=link,
        is_required=info.is_required(),
        limit=limits[0] if limits and shape.annotation is str else None,
        example=_yaml(declared.extra["example"]) if "example" in declared.extra else None,
    )


def _words_link(scheme: str) -> str:
    return f"#words-{scheme}"


def _below(route: str, key: str) -> str:
    return f"{route}.{key}" if route else key


def _scheme(shape: Shape) -> str | None:
    """Return the vocabulary of a term, of a list's terms or of the keys of a mapping."""
    term = shape.item or shape.key or shape
    return term.mark.scheme if isinstance(term.mark, InScheme) else None


def _coded(text: str) -> Markup:
    """Return *text* with the words between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704  (escaped before)


def _anchor(kind: str, route: str) -> str:
    return f"{kind}-{route.replace('.', '-').replace('_', '-')}" if route else kind


def _yaml(value: Any) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=1000)
    return text.removesuffix("...\n").strip()


def _holds(shape: Shape, t: Words) -> str:
    """Return in words which values a key takes."""
    if shape.item:
        return t("fields.list", of=_holds(shape.item, t))
    if shape.key and shape.value:
        return t("fields.mapping", key=_holds(shape.key, t), value=_holds(shape.value, t))
    if shape.choices:
        return t("fields.one-of", choices=", ".join(f"`{choice}`" for choice in shape.choices))
    if shape.model:
        return t("fields.entry-short", key=shape.short) if shape.short else t("fields.entry")
    rule = rule_of(shape.marks)
    is_ruled = rule not in {None, FILLED}
    kind = rule if is_ruled else _PLAIN.get(shape.annotation, "text")
    return _marked(shape, t) or t(f"fields.{kind}")


def _marked(shape: Shape, t: Words) -> str | None:
    match shape.mark:
        case InScheme(scheme):
            return t("fields.term", scheme=scheme)
        case Refers(to):
            return t(f"fields.to-{to}")
        case Prose(markdown=True):
            return t("fields.markdown")
    return None
