"""Markup of other programs in words for readers: tags, entities and marks of templates."""

import re
from collections.abc import Iterator

from hubtool.diagnostics.diagnostic import Diagnostic
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
    **dict.fromkeys(("em", "i", "cite"), "write `*words*` for emphasis"),
    **dict.fromkeys(("strong", "b"), "write `**words**` for strong words"),
    "a": "write `[words](https://…)` for a link",
    **dict.fromkeys(
        ("ul", "ol", "li"), "begin each item of the list on a line of its own with `- `"
    ),
    **dict.fromkeys(
        ("h1", "h2", "h3", "h4", "h5", "h6"), "write `## ` before the words of a heading"
    ),
    **dict.fromkeys(("p", "br", "div"), "leave an empty line between paragraphs"),
    "blockquote": "write `> ` before a quotation",
    **dict.fromkeys(("img", "figure", "picture"), "put pictures under `images`"),
    **dict.fromkeys(
        ("video", "iframe", "embed"), "put films under `films`, with the address of each"
    ),
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
    more = f", and {count} more of its like in this text" if count else ""
    yield entry.fault(
        "H410",
        f"`{first[0]}` is {_kind(first)}: readers would see it as it stands{more}",
        route=leaf.route,
        span=entry.document.inside(leaf.route, *first.span()),
        hint=_hint(first, is_markdown=is_markdown),
    )


def _kind(match: re.Match[str]) -> str:
    if match["entity"]:
        return "a character in the spelling of HTML"
    return "a mark of a template" if match["template"] else "HTML"


def _hint(match: re.Match[str], *, is_markdown: bool) -> str:
    if match["entity"]:
        return "write the character itself, such as `&` or a plain space"
    if match["template"] or match["comment"]:
        return "take it out: it belongs to the program that made the other page"
    rule = _IN_MARKDOWN.get(match["tag"].lower())
    if not is_markdown:
        return "take the tags out, and leave the words"
    start = "take the tags out; in Markdown" if rule else "take the tags out, and leave the words"
    return f"{start} {rule}" if rule else start
