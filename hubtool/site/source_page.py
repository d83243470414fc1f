"""Writes a page as the engines read it: front matter and one block of HTML."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from hubtool.pages import Page
from hubtool.pages.view import relative
from hubtool.site.scripts import data_for, modules_for
from hubtool.text.escape import json_in_html

PICTURE = "assets/preview.png"
"""The picture of a page that has none of its own."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile(r"[\r\n\x85\u2028\u2029]+")
_LINE_START = re.compile(r"^([ ]*)([`~])", re.MULTILINE)
_LINE_END = re.compile(r" $", re.MULTILINE)
_PROPERTIES = ("og:", "article:")


def markdown(page: Page) -> bytes:
    """Return *page* as a Markdown file."""
    # Nobody uses the engines' own search, which would hold every page once more.
    fixed = {"search": {"exclude": True}, "kind": page.kind}
    body = page.body
    front = {**fixed, **parts(page, body)}
    lines = "".join(f"{key}: {_yaml(value)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{block(body)}\n".encode()


def parts(page: Page, body: str) -> dict[str, str]:
    """Return the parts of the head of *page*, whose body is *body*, each as HTML on one line.

    Both engines put them into the head unchanged.
    """
    return {
        "title": _line(html.escape(page.title)),
        "tab": _line(html.escape(page.tab or page.title)),
        "description": _line(html.escape(page.description)),
        "picture": page.picture or PICTURE,
        "head": _line("".join(_head(page, body))),
    }


def block(body: str) -> str:
    """Return the HTML *body* so that Python-Markdown passes it through as it stands.

    Its preprocessors run before raw HTML is set aside: they expand tabs, cut spaces at line ends,
    and read fences and snippet marks; Zensical looks for the targets of links even in an example.
    So these are written as entities, which mean the same in HTML.
    """
    plain = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", body.strip().replace("\r\n", "\n"))
    plain = plain.replace("\r", "&#13;").replace("\t", "&#9;").replace("--8<", "&#45;-8<")
    plain = plain.replace("](", "]&#40;")
    plain = _LINE_END.sub("&#32;", plain)
    return _LINE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", plain)


def _head(page: Page, body: str) -> Iterator[str]:
    if page.noindex:
        yield '<meta name="robots" content="noindex">'
    if page.moved_to is not None:
        target = html.escape(relative(page.address, page.moved_to))
        # A script leads on where there is one, because it keeps the lesson in the address.
        yield f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>'
    for name, content in page.head.items():
        key = "property" if name.startswith(_PROPERTIES) else "name"
        for text in (content,) if isinstance(content, str) else content:
            yield f'<meta {key}="{html.escape(name)}" content="{html.escape(text)}">'
    if page.feed:
        title, address = html.escape(page.title), relative(page.address, page.feed)
        yield f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{address}">'
    yield from _preloads(page.address, body)
    if page.data:
        data = json_in_html({"@context": "https://schema.org", "@graph": page.data})
        # Data, not a script; what could end it is escaped.
        yield f'<script type="application/ld+json">{data}</script>'


def _preloads(address: str, body: str) -> Iterator[str]:
    """Yield links to the scripts and data of *body*: a browser asks for all of them at once."""
    for module in modules_for(body):
        yield f'<link rel="modulepreload" href="{relative(address, module)}">'
    for link in data_for(body):
        yield f'<link rel="preload" as="fetch" crossorigin href="{link}">'


def _yaml(value: Any) -> str:
    """JSON on one line is YAML too, but for what YAML calls unprintable or takes for a line end."""
    return json.dumps(value, ensure_ascii=False)


def _line(text: str) -> str:
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub(" ", text))
