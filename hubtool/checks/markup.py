"""Markup of other programs in words for readers: tags, entities and marks of templates."""

import re
from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.wording import phrase, wording
from hubtool.models.declare import Prose
from hubtool.models.walk import Leaf
from hubtool.records.records import Entry, Records

_TAGS = (
    "a abbr article aside b big blockquote body br button center cite code dd del details div dl dt em "
    "embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input "
    "ins kbd li link main mark nav ol p picture pre q s script section small source span strong style "
    "sub summary sup table tbody td th thead title tr u ul video"
)
_SHORTCODES = r"caption|gallery|embed|video|audio|vc_\w+|et_\w+|su_\w+"
_MARKUP = re.compile(
    rf"</?(?P<tag>{'|'.join(_TAGS.split())})(?:\s[^<>]{{0,2000}})?/?>"
    r"|(?P<comment><!--)"
    r"|(?P<entity>&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});)"
    r"|(?P<template>\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}"
    rf"|\[/?(?:{_SHORTCODES})\b[^\[\]\n]{{0,200}}\])",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"[<&{\[]")
_IN_MARKDOWN = {
    **dict.fromkeys(("em", "i", "cite"), "H410.emphasis"),
    **dict.fromkeys(("strong", "b"), "H410.strong"),
    "a": "H410.link",
    **dict.fromkeys(("ul", "ol", "li"), "H410.list"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "H410.heading"),
    **dict.fromkeys(("p", "br", "div"), "H410.paragraph"),
    "blockquote": "H410.quotation",
    **dict.fromkeys(("img", "figure", "picture"), "H410.pictures"),
    **dict.fromkeys(("video", "iframe", "embed"), "H410.films"),
}


def check(records: Records) -> Iterator[Diagnostic]:
    """Yield the texts in which readers would see markup as it is typed."""
    for entry in records.entries:
        for leaf in entry.leaves:
            if isinstance(leaf.mark, Prose) and not leaf.is_key:
                yield from _markup(entry, leaf)


def _markup(entry: Entry, leaf: Leaf) -> Iterator[Diagnostic]:
    is_markdown = isinstance(leaf.mark, Prose) and leaf.mark.markdown
    if not _BEGINNING.search(leaf.value):
        return
    matches = [
        match
        for match in _MARKUP.finditer(leaf.value)
        if not (is_markdown and match["entity"])  # which Markdown reads
    ]
    if not matches:
        return
    first, count = matches[0], len(matches) - 1
    key, hint = "H410.several" if count else "H410.markup", _hint(first, is_markdown=is_markdown)
    words = wording(key, hint, text=first[0], kind=phrase(_kind(first)), count=count)
    span = entry.document.inside(leaf.route, *first.span())
    yield entry.fault(words, route=leaf.route, span=span)


def _kind(match: re.Match[str]) -> str:
    if match["entity"]:
        return "H410.entity"
    return "H410.template" if match["template"] else "H410.html"


def _hint(match: re.Match[str], *, is_markdown: bool) -> str:
    if match["entity"]:
        return phrase("H410.write-character")
    if match["template"] or match["comment"]:
        return phrase("H410.take-out")
    rule = _IN_MARKDOWN.get(match["tag"].lower())
    return phrase(rule if rule and is_markdown else "H410.leave-words")
