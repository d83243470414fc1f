"""Hostile text in every text field of a record builds to inert text, with both engines."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile_hub import HOSTILE
from reading import straight
from sites import Sites

pytestmark = pytest.mark.engine


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.headings: list[str] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        loaded = values.get("src", "")
        if tag in ("iframe", "style", "object", "embed") or any(n.startswith("on") for n in values):
            self.faults.append(f"<{tag} {attrs}>")
        is_data = values.get("type") in ("application/json", "application/ld+json")
        if tag == "script" and not is_data and (not loaded or "//" in loaded):
            self.faults.append(f"<script {attrs}>")
        if tag == "img" and ("//" in loaded or loaded == "x"):
            self.faults.append(f"<img {attrs}>")
        if values.get("href", "").strip().lower().startswith(("javascript:", "data:")):
            self.faults.append(f"<a {attrs}>")
        if tag == "h1":
            self._in_heading = True
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = self._in_heading and tag != "h1"

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"<!--{data}-->")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"<?{data}>")

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.headings[-1] += data


def read(page: Path) -> _Page:
    parser = _Page()
    parser.feed(page.read_text(encoding="utf-8"))
    parser.close()
    return parser


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_no_page_holds_anything_but_text(sites: Sites, engine: str) -> None:
    site = sites.of("hostile", engine) / "site"
    for page in sorted(site.rglob("*.html")):
        assert read(page).faults == [], page.relative_to(site)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_every_page_says_what_was_written(sites: Sites, engine: str) -> None:
    site = sites.of("hostile", engine) / "site"
    for number, poison in enumerate(HOSTILE):
        headings = read(site / f"cases/case-{number}/index.html").headings
        assert len(headings) == 1, poison
        heading, words = " ".join(headings[0].split()), " ".join(poison.split())
        assert straight(heading).startswith(straight(words))


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_no_settings_file_is_read_into_a_page(sites: Sites, engine: str) -> None:
    for page in (sites.of("hostile", engine) / "site").rglob("*.html"):
        assert "docs_dir" not in page.read_text(encoding="utf-8")
