"""The field reference: every key of every record, from the models' own declarations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from markupsafe import Markup, escape
from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from hubtool.hub.facets import schemes_with_pages
from hubtool.models import types
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.declare import InScheme, Model, Prose, Refers, ShortForm
from hubtool.models.opportunity import Opportunity
from hubtool.pages.page import Page, page
from hubtool.pages.view import View
from hubtool.text.words import Words

_KINDS: Mapping[str, type[Model]] = {
    "case": CaseStudy,
    "collection": Collection,
    "opportunity": Opportunity,
}
_RULES = {
    "date": types.EdtfDate,
    "slug": types.Slug,
    "web-address": types.WebAddress,
    "country": types.Country,
    "region": types.Region,
    "language": types.Language,
    "licence": types.Licence,
    "doi": types.Doi,
    "orcid": types.Orcid,
    "currency": types.Currency,
    "seconds": types.Seconds,
}
_PLAIN = {str: "text", int: "whole-number", float: "number", bool: "yes-no"}


@dataclass(frozen=True, slots=True)
class Row:
    """One key: its words, what may stand there, and where that leads."""

    key: str
    label: str
    help: Markup
    holds: Markup
    link: str | None  # an address of the site or, with #, a place on the page
    is_required: bool
    limit: int | None
    example: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping of a record with its keys; *route* leads to it; empty for the record itself."""

    anchor: str
    route: str
    about: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    id: str
    parts: tuple[Part, ...]


def field_pages(view: View) -> Iterator[Page]:
    """Yield the field reference."""
    yield page(
        view,
        "reference",
        "contribute/fields/",
        title=view.words("fields.title"),
        description=view.words("fields.lede"),
        template="fields/page.html",
        kinds=tuple(kinds(view.words)),
    )


def kinds(t: Words) -> Iterator[Kind]:
    """Yield each kind of record with its parts, in the order of their declaration."""
    for id_, model in _KINDS.items():
        yield Kind(id_, tuple(_parts(id_, "", model, t)))


def _parts(kind: str, route: str, model: type[Model], t: Words) -> Iterator[Part]:
    anchor = _anchor(kind, route)
    shown = {
        info.alias or name: info
        for name, info in model.model_fields.items()
        if name != "id" or route
    }
    rows = tuple(_row(kind, route, key, info, t) for key, info in shown.items())
    yield Part(anchor, route, _coded((model.__doc__ or "").strip()), rows)
    for key, info in shown.items():
        inner = _inner_model(info.annotation)
        if inner:
            yield from _parts(kind, f"{route}.{key}" if route else key, inner, t)


def _row(kind: str, route: str, key: str, info: FieldInfo, t: Words) -> Row:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    limits = [part.max_length for part in info.metadata if hasattr(part, "max_length")]
    inner = _inner_model(info.annotation)
    scheme = _scheme(info.annotation, tuple(info.metadata))
    link = f"#{_anchor(kind, f'{route}.{key}' if route else key)}" if inner else None
    if scheme in schemes_with_pages():
        link = f"{scheme}/"
    return Row(
        key=key,
        label=info.title or key,
        help=_coded(info.description or ""),
        holds=_coded(_holds(info.annotation, tuple(info.metadata), t)),
        link=link,
        is_required=info.is_required(),
        limit=limits[0] if limits and _plain(info.annotation) is str else None,
        example=_yaml(extra["example"]) if "example" in extra else None,
    )


def _coded(text: str) -> Markup:
    """Return *text* with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # noqa: S704  (escaped before)


def _anchor(kind: str, route: str) -> str:
    return f"{kind}-{route.replace('.', '-').replace('_', '-')}" if route else kind


def _yaml(value: Any) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=1000)
    return text.removesuffix("...\n").strip()


def _opened(annotation: Any, metadata: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...]]:
    """Return *annotation* without its wrapping, and all that was said of it on the way."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            metadata = (*metadata, *more)
        elif origin in (Union, UnionType):
            annotation = next(part for part in get_args(annotation) if part is not NoneType)
        else:
            return annotation, metadata


def _plain(annotation: Any) -> Any:
    return _opened(annotation)[0]


def _inner_model(annotation: Any) -> type[Model] | None:
    """Return the model of a mapping, of a list's entries or of a mapping's values."""
    plain = _plain(annotation)
    arguments = get_args(plain)
    if isinstance(plain, type) and issubclass(plain, Model):
        return plain
    return (
        _inner_model(arguments[-1 if get_origin(plain) is not tuple else 0])
        if _is_many(plain)
        else None
    )


def _is_many(plain: Any) -> bool:
    origin = get_origin(plain)
    return origin is tuple or (isinstance(origin, type) and issubclass(origin, Mapping))


def _scheme(annotation: Any, metadata: tuple[Any, ...]) -> str | None:
    plain, said = _opened(annotation, metadata)
    if _is_many(plain):
        return _scheme(get_args(plain)[0], ())
    return next((mark.scheme for mark in said if isinstance(mark, InScheme)), None)


def _holds(annotation: Any, metadata: tuple[Any, ...], t: Words) -> str:
    """Return in words what may stand there."""
    plain, said = _opened(annotation, metadata)
    arguments = get_args(plain)
    if get_origin(plain) is tuple:
        return t("fields.list", of=_holds(arguments[0], (), t))
    if _is_many(plain):
        return t(
            "fields.mapping", key=_holds(arguments[0], (), t), value=_holds(arguments[1], (), t)
        )
    if get_origin(plain) is Literal:
        return t("fields.one-of", choices=", ".join(f"`{choice}`" for choice in arguments))
    if isinstance(plain, type) and issubclass(plain, Model):
        short = next((mark.key for mark in said if isinstance(mark, ShortForm)), None)
        return t("fields.entry-short", key=short) if short else t("fields.entry")
    return _marked(said, t) or t(f"fields.{_rule(said) or _PLAIN.get(plain, 'text')}")


def _marked(said: tuple[Any, ...], t: Words) -> str | None:
    for mark in said:
        if isinstance(mark, InScheme):
            return t("fields.term", scheme=mark.scheme)
        if isinstance(mark, Refers):
            return t(f"fields.to-{mark.to}")
        if isinstance(mark, Prose) and mark.markdown:
            return t("fields.markdown")
    return None


def _rule(said: tuple[Any, ...]) -> str | None:
    """Return the name of the rule that a text follows, told by the function that checks it."""
    checks = {mark.func for mark in said if isinstance(mark, AfterValidator | BeforeValidator)}
    for name, annotation in _RULES.items():
        own = [
            mark.func
            for mark in get_args(annotation)[1:]
            if isinstance(mark, AfterValidator | BeforeValidator)
        ]
        if own and own[-1] in checks:
            return name
    return None
