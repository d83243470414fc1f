"""Recognises records that lie where none is read: beside the settings, or in a folder named alike."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from hubtool.diagnostics.diagnostic import Diagnostic, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import wording
from hubtool.documents import SourceFile
from hubtool.models.types import slug_from

_KEY = re.compile(rb"^([a-z_]+):", re.MULTILINE)
_TELLING: Mapping[str, frozenset[bytes]] = {
    "cases": frozenset((b"summary", b"places", b"partners", b"lessons", b"consent", b"films")),
    "collections": frozenset((b"summary", b"items", b"convenors")),
    "opportunities": frozenset((b"summary", b"by", b"kind", b"closes")),
}
_ENOUGH = 3  # of the telling keys


def lost_records(files: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each of *files* that holds a record, with the place where it belongs."""
    for file in files:
        keys = frozenset(_KEY.findall(file.content))
        fitting = {folder: len(keys & telling) for folder, telling in _TELLING.items()}
        folder = max(fitting, key=lambda name: fitting[name])
        if b"title" in keys and fitting[folder] >= _ENOUGH:
            name = slug_from(PurePosixPath(file.path).stem) or "name"
            yield diagnostic(
                wording("H117.lost-record", folder=folder, name=name),
                path=file.path,
                span=Span(1, 1, 1, 1),
            )
