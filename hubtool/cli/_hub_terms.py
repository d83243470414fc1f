"""What the commands about forms share: the questions in the hub's words and terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from hubtool.imports.form_fields import FormParts
    from hubtool.records.resolve import Lexicon

CaseData = Mapping[str, Mapping[str, Any]]
"""The data of cases by their ids."""


@dataclass(frozen=True, slots=True)
class HubTerms:
    """What a form needs to know of the hub, whether or not its records have faults."""

    name: str
    language: str
    form: FormParts
    lexicon: Lexicon


def terms(root: Path) -> HubTerms:
    """Return the questions of the hub in *root*."""
    from hubtool.files import sources  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.imports.form_fields import form_parts  # noqa: PLC0415
    from hubtool.load import read  # noqa: PLC0415
    from hubtool.text.catalogues import FALLBACK  # noqa: PLC0415
    from hubtool.text.words import words  # noqa: PLC0415

    records, _ = read(sources(root), today=date.min)
    settings = records.settings
    language = settings.hub.language if settings else FALLBACK
    return HubTerms(
        name=settings.name if settings else "",
        language=language,
        form=form_parts(words(language), records.lexicon),
        lexicon=records.lexicon,
    )


def records(paths: Iterable[Path]) -> CaseData:
    """Return the data in the case files *paths*."""
    from hubtool.documents import SourceFile, parse  # noqa: PLC0415

    data: dict[str, Mapping[str, Any]] = {}
    for path in paths:
        document, _ = parse(SourceFile(f"cases/{path.name}", path.read_bytes()))
        if document is None:
            raise click.UsageError(f"{path} cannot be read: see `hubtool validate`")
        data[path.stem] = document.data
    return data
