"""A case as somebody sent it: its data, and the words that have no field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.spans import Route
from hubtool.documents.comments import Comments
from hubtool.errors import HubError
from hubtool.imports.routes import put_at, without_gaps
from hubtool.imports.values import value_of
from hubtool.records.resolve import Lexicon


class UnreadableError(HubError):
    """What was sent cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Words that fit no field: *label* says where they stood, *route* the field they belong beside."""

    label: str
    text: str
    route: Route = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody wrote for the field at *route*, under the words *label*."""

    route: Route
    label: str
    text: str


@dataclass(frozen=True)
class Draft:
    """One case to be written: its *data*, *remarks* that fit no field, and *comments* of a file.

    *id* is the name that its file shall have, where that was said. *diagnostics* are about a file
    that could not be read.
    """

    data: Mapping[str, Any]
    remarks: tuple[Remark, ...] = ()
    comments: Comments | None = None
    id: str | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    text: str = ""


def draft_from(
    answers: Iterable[Answer], lexicon: Lexicon, remarks: Iterable[Remark] = ()
) -> Draft:
    """Return the case that *answers* make; of two to one question the second is a remark."""
    data: dict[str, Any] = {}
    surplus: list[Remark] = [*remarks]
    routes: set[Route] = set()
    id_ = None
    for answer in answers:
        text = answer.text.strip()
        if not text:
            continue
        if answer.route in routes:
            surplus.append(Remark(answer.label, text, answer.route))
            continue
        routes.add(answer.route)
        if answer.route == ("id",):
            id_ = text
        else:
            put_at(data, answer.route, value_of(answer.route, text, lexicon))
    return Draft(without_gaps(data), tuple(surplus), id=id_)
