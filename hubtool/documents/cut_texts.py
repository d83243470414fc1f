"""Finds texts that a `#` has cut: what follows it on the line is a comment, and is lost."""

from collections.abc import Iterator

from hubtool.documents.document import Document
from hubtool.documents.faults import CUTTING_SIGN, Fault, cut_text
from hubtool.documents.lines import line_at

_QUOTES_AND_BLOCKS = ("'", '"', "|", ">", "[", "{")


def cut_texts(document: Document) -> Iterator[Fault]:
    """Yield the fault of each text of *document* that ends at a `#` which may belong to it."""
    text = document.text
    for match in CUTTING_SIGN.finditer(text):
        route = document.route_at(match.start() - 1)
        location = document.location(route)
        if not route or location.parts:
            continue
        value = text[location.start : location.end]
        is_cut = location.end == match.start() and not value.startswith(_QUOTES_AND_BLOCKS)
        is_comment_alone = location.start == location.end and location.key_end == match.start() - 1
        if is_cut or is_comment_alone:
            start = location.start if is_cut else match.start("sign")
            yield cut_text(text, start, match.start("sign"), line_at(text, match.start()).end)
