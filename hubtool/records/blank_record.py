"""A file to fill in: every key of a record with what it is for, those that may be left out as comments."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from hubtool.models.annotations import FieldShape, fields
from hubtool.models.claims import Lesson
from hubtool.models.collection import Collection, Item
from hubtool.models.declare import InScheme, Model
from hubtool.models.keeping import Consent, RecordNotes
from hubtool.models.partnership import PartnerEntry, Place
from hubtool.records.pictures import picture

_WIDTH = 100
_INTRODUCTION = (
    "# Write behind the colons. A line that begins with # is a hint, and no part of the record: to use",
    "# a key that stands in one, take the # away. What you have not, you leave out.",
)
_USEFUL: Mapping[type[Model], tuple[str, ...]] = {Collection: ("items",)}
"""Keys that a record may lack, and without which it has no use."""

_FIRST: Mapping[type[Model], tuple[str, ...]] = {
    Place: ("name", "country"),
    PartnerEntry: ("name", "kind"),
    Lesson: ("id", "lesson", "kind", "said_by"),
    Item: ("case", "note"),
    Consent: ("status", "agreed_by", "agreed_on"),
    RecordNotes: ("checked",),
}
"""The keys with which a part begins; of other parts those that they must have."""

_TIMES: Mapping[type[Model], int] = {PartnerEntry: 2}
"""How often a part stands in a file to fill in: a partner for each side."""


def blank_record(model: type[Model], schema: str) -> str:
    """Return a file of *model* to fill in; *schema* is where an editor finds its schema."""
    declared = [part for part in fields(model).values() if part.key not in ("id", "formerly")]
    needed = [part for part in declared if is_wanted(model, part)]
    optional = [part for part in declared if not is_wanted(model, part)]
    lines = [f"# yaml-language-server: $schema={schema}", *_INTRODUCTION, ""]
    for part in needed:
        lines += [*_hint(part), *_empty(part), ""]
    lines += ["# What may be left out:", ""]
    for part in optional:
        lines += [*_hint(part), f"# {_example_line(part)}".replace("\n", "\n# "), ""]
    return "\n".join(lines)


def is_wanted(model: type[Model], declared: FieldShape) -> bool:
    """Say whether a new record of *model* should have this key."""
    return declared.info.is_required() or declared.key in _USEFUL.get(model, ())


def first_keys(model: type[Model]) -> tuple[str, ...]:
    """Return the keys with which a part of *model* begins."""
    return _FIRST.get(model, _needed_keys(model))


def _needed_keys(model: type[Model]) -> tuple[str, ...]:
    return tuple(key for key, part in fields(model).items() if part.info.is_required())


def _hint(declared: FieldShape) -> Iterator[str]:
    limit = next(
        (mark.max_length for mark in declared.info.metadata if hasattr(mark, "max_length")), None
    )
    size = f" At most {limit} characters." if limit and declared.shape.annotation is str else ""
    about = declared.info.description or ""
    term = declared.shape.item or declared.shape
    terms = (
        f" `hubtool explain {term.mark.scheme}` lists the words."
        if isinstance(term.mark, InScheme)
        else ""
    )
    words = f"{declared.info.title}. {about}{'' if str(limit) in about else size}{terms}"
    yield from wrap(words, _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _empty(declared: FieldShape) -> Iterator[str]:
    """Yield the lines of a key without its values, so that a file is right only when it is filled in."""
    inner = declared.shape.inner_model
    yield f"{declared.key}:"
    if inner is None:
        return
    keys = first_keys(inner)
    for number, key in enumerate(keys * _TIMES.get(inner, 1)):
        start = "  - " if declared.shape.item and number % len(keys) == 0 else "    "
        indent = start if declared.shape.item else "  "
        yield f"{indent}{key}:{_where_words_are(fields(inner)[key])}"


def _where_words_are(declared: FieldShape) -> str:
    term = declared.shape.item or declared.shape
    scheme = term.mark.scheme if isinstance(term.mark, InScheme) else None
    return f" # `hubtool explain {scheme}` lists the words" if scheme else ""


def _example_line(declared: FieldShape) -> str:
    if "example" in declared.extra and not declared.shape.inner_model:
        return f"{declared.key}: {declared.extra['example']}"
    return f"{declared.key}: {picture(declared.shape, None)}".replace(": \n", ":\n")
