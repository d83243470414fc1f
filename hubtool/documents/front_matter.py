"""Finds where the first document of a file ends: at a second one, or at the text of a page."""

import re

from hubtool.documents import faults
from hubtool.documents.faults import Fault

_MARKER = re.compile(r"^---(?=[ \t\r\n]|\Z)", re.MULTILINE)
_BEFORE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+|%[^\r\n]*[\r\n]+)*")
_KEYS = re.compile(r"\s*+(?:#[^\r\n]*+\s*+)*+(?:[\w-]+:(?=\s)|\Z)")


def first_document(text: str) -> tuple[str, Fault | None]:
    """Return *text* up to a second document in it, and the fault of that, if there is one."""
    markers = _MARKER.finditer(text)
    marker = next(markers, None)
    opens = marker is not None and _BEFORE.fullmatch(text, 0, marker.start()) is not None
    if opens:
        marker = next(markers, None)
    if marker is None:
        return text, None
    if opens and not text[marker.end() :].strip():
        return text[: marker.start()], None  # the head of a page that has no text
    is_page = _KEYS.match(text, marker.end()) is None
    at = marker.span()
    fault = faults.page_body(*at, is_second=opens) if is_page else faults.second(*at)
    return text[: marker.start()], fault
