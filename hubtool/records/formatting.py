"""The text of a file in the canonical layout, with its comments and nothing else changed."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.documents import SourceFile, parse
from hubtool.documents.comments import comments
from hubtool.documents.writing import write
from hubtool.errors import HubError
from hubtool.models.declare import Model
from hubtool.models.vocabulary import OrganisationsFile, VocabularyFile
from hubtool.records.ids import with_ids
from hubtool.records.layout import layouts
from hubtool.records.records import MODELS

_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class FormattedFile:
    """A file in the canonical layout; *content* is None where the file cannot be read."""

    content: bytes | None
    diagnostics: tuple[Diagnostic, ...]


def format_file(source: SourceFile, *, adds_ids: bool = False) -> FormattedFile:
    """Return the file *source* in the canonical layout, or what keeps it from being read.

    With *adds_ids* each lesson, film and source without an id gets one.
    """
    document, diagnostics = parse(source)
    if document is None or diagnostics:
        return FormattedFile(None, tuple(diagnostics))
    data = with_ids(document.data) if adds_ids else document.data
    text = write(data, _model(source.path).__name__, layouts(), comments(document))
    content = text.encode()
    written, _ = parse(SourceFile(source.path, content))
    if written is None or not _is_same(data, written.data):
        raise HubError(
            f"{source.path} cannot be laid out without changing what it says",
            hint="nothing was written; please report this with the file",
        )
    return FormattedFile(content, ())


def _model(path: str) -> type[Model]:
    folder, _, name = path.partition("/")
    if folder in MODELS:
        return MODELS[folder]
    return OrganisationsFile if name == "organisations.yml" else VocabularyFile


def _is_same(before: Any, after: Any) -> bool:
    """Say whether two values are the same, of one type, except for a year that lost its quotes."""
    match before, after:
        case Mapping(), Mapping():
            return before.keys() == after.keys() and all(
                _is_same(before[key], after[key]) for key in before
            )
        case list(), list():
            return len(before) == len(after) and all(map(_is_same, before, after))
        case str(), int() if _YEAR.fullmatch(before):
            return before == str(after)
        case float(), float() if math.isnan(before):
            return math.isnan(after)
    return bool(before == after) and isinstance(before, bool) == isinstance(after, bool)
