"""Privacy and safety of text: what must not be public, and unsafe links."""

import re
from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.models.declare import Prose
from hubtool.models.walk import Leaf
from hubtool.records.records import Entry, Records

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
# International with a plus, or of the UK with a zero; not part of a longer number.
_TELEPHONE = re.compile(
    r"(?<![\w.+/-])(?:\+\d{1,3}(?:[ ().-]{0,3}\d){7,12}|\(?0\d{2,4}\)?(?:[ .-]?\d){6,8})(?![\w-])"
)
_NOT_A_TELEPHONE = re.compile(
    r"https?://\S+|\b10\.\d{4,9}/\S+|\bIS[BS]N[:\s]*[\dXx -]+", re.IGNORECASE
)
_LINK = re.compile(
    r"\]\(\s*<?\s*([a-z][a-z0-9+.-]*):|<([a-z][a-z0-9+.-]*):[^\s>]*>|^\s*\[[^\]]+\]:\s*<?([a-z][a-z0-9+.-]*):",
    re.IGNORECASE | re.MULTILINE,
)


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield e-mail addresses, telephone numbers and links that are not to the web."""
    for entry in records.entries:
        for leaf in entry.leaves:
            if leaf.is_key:
                continue
            for match in _EMAIL.finditer(leaf.value):
                yield entry.fault(
                    "H222",
                    "an e-mail address must not be published",
                    route=leaf.route,
                    span=_match_span(entry, leaf, match),
                    hint="remove it; link to a page with a contact form, or name the organisation",
                )
            if isinstance(leaf.mark, Prose):
                yield from _telephones(entry, leaf)
                yield from _links(entry, leaf)


def _telephones(entry: Entry, leaf: Leaf) -> Iterator[Diagnostic]:
    prose = _NOT_A_TELEPHONE.sub(lambda match: "·" * len(match[0]), leaf.value)
    for match in _TELEPHONE.finditer(prose):
        yield entry.fault(
            "H223",
            "this looks like a telephone number, which must not be published",
            route=leaf.route,
            span=_match_span(entry, leaf, match),
            hint="remove it; if it is another number, write it without spaces",
        )


def _links(entry: Entry, leaf: Leaf) -> Iterator[Diagnostic]:
    for match in _LINK.finditer(leaf.value):
        scheme = next(group for group in match.groups() if group)
        if scheme.lower() not in ("http", "https"):
            yield entry.fault(
                "H213",
                f"a link starts with `{scheme}:`",
                route=leaf.route,
                span=_match_span(entry, leaf, match, match.lastindex or 0),
                hint="write an address that starts with https://",
            )


def _match_span(entry: Entry, leaf: Leaf, match: re.Match[str], group: int = 0) -> Span:
    return entry.document.inside(leaf.route, *match.span(group))
