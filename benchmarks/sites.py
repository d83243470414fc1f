"""Makes the site of a big hub without an engine: its pages set into the frame of a small one.

MkDocs takes 6 ms and more for a page and says nothing here that the frame does not say too.
"""

import re
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import hubs

from hubtool.build import build
from hubtool.exports import exports
from hubtool.files import package_files, sources
from hubtool.hub import Hub
from hubtool.load import load
from hubtool.pages import pages
from hubtool.pages.script_words import script_words
from hubtool.search import index

TODAY = date(2026, 11, 23)

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_BODY = re.compile(
    r'(<a id="__skip" tabindex="-1"></a>).*?(</div>\s*</div>\s*</main>|</div>\s*<footer)', re.DOTALL
)
_WORDS = re.compile(r'<script type="application/json" id="find-words">.*?</script>', re.DOTALL)
_UP = re.compile(r'(href|src)="\.\./')


@dataclass(frozen=True)
class Made:
    """A site in a folder, made from a hub; its pages lead to one another from `/`."""

    folder: Path
    hub: Hub


def make(root: Path, size: int) -> Made:
    """Write a hub of *size* cases to *root*/hub and its site, with its words, to *root*/site."""
    hub = load_hub(hubs.make(root / "hub", size))
    site = root / "site"
    frame = _WORDS.sub(lambda _: script_words(hub), _frame())
    for page in pages(hub):
        _write(site / page.address / "index.html", _set(frame, page.title, page.body))
    for path, content in exports(hub).items():
        _write(site / path, content)
    for path, content in package_files("theme").items():
        if not path.startswith("overrides/"):
            _write(site / "assets" / path, content)
    told = index(site, hub)
    if told:
        raise RuntimeError(told)
    return Made(site, hub)


def load_hub(root: Path) -> Hub:
    """Return the hub in *root*."""
    hub, told = load(sources(root), today=TODAY)
    if hub is None:
        raise RuntimeError([one.message for one in told][:5])
    return hub


def _frame() -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = hubs.make(Path(folder) / "hub", 2)
        built = build(root, today=TODAY)
        if not built.is_new:
            raise RuntimeError(built.diagnostics)
        text = (root / "site/cases/index.html").read_text(encoding="utf-8")
    return (
        _UP.sub(r'\1="/', text)
        .replace('href="."', 'href="/cases/"')
        .replace('href="./"', 'href="/cases/"')
    )


def _set(frame: str, title: str, body: str) -> str:
    text = _TITLE.sub(lambda _: f"<title>{title}</title>", frame, count=1)
    return _BODY.sub(lambda match: f"{match[1]}{body}{match[2]}", text, count=1)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
