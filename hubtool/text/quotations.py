"""Takes the quotations out of a contributor's Markdown."""

import html
import re

import cmarkgfm
from cmarkgfm.cmark import Options

from hubtool.text.markdown import BEFORE_TAG, without_tags

_LINE_END = re.compile(r"\r\n|\r")
_QUOTATION = re.compile(r'<blockquote data-sourcepos="(\d+):(\d+)-(\d+):\d+">')
_EDGE = re.compile(r"(</?blockquote[^<>]*>)")
_MARKER_ALONE = re.compile(rb"[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]*)*")
_QUOTATION_IN_HTML = re.compile(r"<(?:blockquote|q)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def without_quotations(text: str) -> str | None:
    """Return *text*, in Markdown, without its quotations, wherever they stand; None if nothing is left.

    A text that would change its meaning without them (a quotation holds the address of a link, for
    instance), or that quotes in HTML, is left out as a whole: no word of a quotation may stay.
    """
    if _QUOTATION_IN_HTML.search(text):
        return None
    source = without_tags(_LINE_END.sub("\n", text))
    rendered = _rendered(source)
    lines = source.encode().split(b"\n")
    for quotation in _QUOTATION.finditer(rendered):
        first, column, last = map(int, quotation.groups())
        before = lines[first - 1][: column - 1]
        lines[first - 1] = b"" if _MARKER_ALONE.fullmatch(before) else before.rstrip()
        lines[first:last] = [b""] * (last - first)
    remainder = b"\n".join(lines).decode()
    if _words(_rendered(remainder)) != _words(_outside(rendered)):
        return None
    kept = re.sub(r"\n{3,}", "\n\n", remainder).strip("\n")
    return kept.replace(BEFORE_TAG, "<") if kept.strip() else None


def _rendered(source: str) -> str:
    return str(cmarkgfm.markdown_to_html(source, options=Options.CMARK_OPT_SOURCEPOS))


def _outside(rendered: str) -> str:
    """Return *rendered* without its quotations."""
    depth, parts = 0, []
    for part in _EDGE.split(rendered):
        if part.startswith("<blockquote"):
            depth += 1
        elif part.startswith("</blockquote"):
            depth -= 1
        elif not depth:
            parts.append(part)
    return "".join(parts)


def _words(rendered: str) -> list[str]:
    return html.unescape(_TAG.sub(" ", rendered)).split()
