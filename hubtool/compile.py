"""Makes the whole source of the site, as MkDocs and Zensical read it, from the hub."""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubtool.diagnostics import Diagnostic, Severity, diagnostic
from hubtool.escape import json_in_html
from hubtool.exports import exports
from hubtool.files import package_files
from hubtool.hub import Hub
from hubtool.pages import Page, pages
from hubtool.pages.script_words import script_words

# An ending that an engine renders, or that a browser runs, is no picture and no captions.
_MEDIA = re.compile(
    r"\.(avif|gif|jpe?g|png|webp|vtt|mp[34]|m4[av]|ogg|og[av]|webm|pdf)$", re.IGNORECASE
)

STYLES = (
    *("tokens", "base", "frame", "parts", "docs", "lessons", "films", "terms", "case", "pages"),
    *("finder", "directory", "evidence", "booklet", "compare", "look"),
)
"""The style sheets, in the order in which they count."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile(r"[\r\n\x85\u2028\u2029]+")
_LINE_START = re.compile(r"^([ ]*)([`~])", re.MULTILINE)
_LINE_END = re.compile(r" $", re.MULTILINE)


def tree(hub: Hub, docs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what the engine reads: the paths `docs/…` and `theme/…` with their bytes, sorted.

    *docs* are the hand-written pages by their paths below docs/; a page of the hub goes before one
    with its address.
    """
    theme = package_files("theme")
    overrides = {path: content for path, content in theme.items() if path.startswith("overrides/")}
    sheets = {path for path in theme if path.startswith("css/")}
    made = {f"docs/{page.address}index.md": markdown(page) for page in pages(hub)}
    made |= {f"docs/{path}": content for path, content in exports(hub).items()}
    assets = theme.keys() - overrides.keys() - sheets
    made |= {f"docs/assets/{path}": theme[path] for path in assets}
    made["docs/assets/css/site.css"] = style_sheet(theme)
    made |= {
        f"theme/{path.removeprefix('overrides/')}": content for path, content in overrides.items()
    }
    made["theme/partials/words.html"] = script_words(hub).encode()
    written = {
        f"docs/{path}": content
        for path, content in docs.items()
        if f"docs/{_address(path)}" not in made
    }
    return dict(sorted((written | made).items()))


def style_sheet(theme: Mapping[str, bytes]) -> bytes:
    """Return the style sheets of *theme* as one, without comments: a phone asks once."""
    text = "".join(theme[f"css/{name}.css"].decode() for name in STYLES)
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line).encode()


def hidden(docs: Mapping[str, bytes], made: Mapping[str, bytes | Path]) -> list[Diagnostic]:
    """Return a word about each hand-written page of *docs* that another one hides in *made*."""
    message = "this page is not shown: the hub makes the one at its address itself"
    hint = "give the file another name or folder"
    return [
        diagnostic("H117", message, path=f"docs/{path}", hint=hint, severity=Severity.WARNING)
        for path, content in docs.items()
        if made.get(f"docs/{path}") != content
    ]


def media(hub: Hub, root: Path) -> dict[str, Path]:
    """Return where in the tree the media of published cases stand, and where they lie."""
    return {f"docs/{path}": root / path for path in hub.media if _MEDIA.search(path)}


def markdown(page: Page) -> bytes:
    """Return *page* as a Markdown file: front matter and one block of HTML."""
    front = {
        # Both engines set these two into the page's head as they stand.
        "title": html.escape(page.title),
        "description": html.escape(page.description),
        "hide": ["navigation", "toc"],
        "kind": page.kind,
        "noindex": page.noindex,
        "head": page.head,
        "picture": page.picture,
        "linked": _linked(page),
    }
    lines = "".join(f"{key}: {_yaml(value)}\n" for key, value in front.items())
    return f"---\n{lines}---\n\n{block(page.body)}\n".encode()


def block(body: str) -> str:
    """Return the HTML *body* so that Python-Markdown passes it through as it stands.

    Its preprocessors run before raw HTML is set aside: they expand tabs, cut spaces at the end of a
    line, and read fences and snippet marks. So these are written as entities, which mean the same
    in HTML.
    """
    plain = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", body.strip().replace("\r\n", "\n"))
    plain = plain.replace("\r", "&#13;").replace("\t", "&#9;").replace("--8<", "&#45;-8<")
    plain = _LINE_END.sub("&#32;", plain)
    return _LINE_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", plain)


def _linked(page: Page) -> str | None:
    """Return what *page* is about as JSON-LD."""
    if not page.data:
        return None
    return json_in_html({"@context": "https://schema.org", "@graph": page.data})


def _address(path: str) -> str:
    """Return the path at which the page *path* would stand as a folder: `a.md` is `a/index.md`."""
    is_page = path.endswith(".md") and path.rpartition("/")[2] != "index.md"
    return f"{path.removesuffix('.md')}/index.md" if is_page else path


def _yaml(value: Any) -> str:
    """JSON on one line is YAML too, but for what YAML calls unprintable or takes for a line end."""
    return json.dumps(_printable(value), ensure_ascii=False)


def _printable(value: Any) -> Any:
    match value:
        case str():
            return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub(" ", value))
        case Mapping():
            return {key: _printable(item) for key, item in value.items()}
        case list() | tuple():
            return [_printable(item) for item in value]
        case _:
            return value
