"""Hostile text in every text field of a record builds to inert text, with both engines."""

import copy
import shutil
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml
from folders import REPOSITORY, SETTINGS, write_file

from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.declare import Model, Prose
from hubtool.models.opportunity import Opportunity
from hubtool.models.walk import leaves
from hubtool.site.build import build

RICH = REPOSITORY / "tests/hubs/rich"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "![x](https://evil.example/x.png)",
    "</div></div></main><h1>Loose",
    "{{ 7 * 7 }}{% if %}{{ config }}",
    '--8<-- "mkdocs.yml"',
    "<!-- not closed",
    "&lt;b&gt;&amp;lt;",
    "``` fence",
    "<https://evil.example/a>",
    "<style>*{display:none}</style>",
    "]]> <![CDATA[ <?php ?>",
    "<iframe src=//evil.example>",
    "{: onclick=alert(1) }",
)


def poisoned(model: type[Model], data: dict[str, Any], poison: str) -> dict[str, Any]:
    """Return *data* with *poison* at the start of every text that is written for readers."""
    spoilt = copy.deepcopy(data)
    for leaf in leaves(model, data):
        if isinstance(leaf.mark, Prose):
            *way, last = leaf.route
            part: Any = spoilt
            for step in way:
                part = part[step]
            part[last] = f"{poison} {leaf.value}"
    return spoilt


@cache
def hostile_site(engine: str) -> Path:
    """Return the site of a hub whose every record is poisoned, one poison to each case."""
    root = Path(mkdtemp())
    shutil.copytree(RICH / "docs", root / "docs")
    shutil.copytree(RICH / "vocabulary", root / "vocabulary")
    write_file(root, "mkdocs.yml", SETTINGS)
    write_file(root, "docs/contribute/index.md", "# Add yours\n")
    case = yaml.safe_load((RICH / "cases/kitchen-table-damp.yml").read_text(encoding="utf-8"))
    for number, poison in enumerate(HOSTILE):
        name = f"case-{number}"
        spoilt = poisoned(CaseStudy, case, poison)
        for film in spoilt["films"]:
            film.pop("captions", None)
        for lesson in spoilt["lessons"]:
            lesson.pop("confirms", None)
            lesson.pop("contradicts", None)
        spoilt.pop("images", None)
        spoilt.pop("formerly", None)
        _write(root, f"cases/{name}.yml", spoilt)
        item = {"case": name, "note": "Chosen."}
        chosen = {"title": "T", "summary": "S", "convenors": ["C"], "why": "W", "items": [item]}
        chosen |= {"questions": ["Q"], "wanted": ["W"]}
        _write(root, f"collections/set-{number}.yml", poisoned(Collection, chosen, poison))
        offer = {"title": "T", "kind": "event", "by": "B", "summary": "S"}
        offer |= {"url": "https://example.org/", "opens": "2026-01", "closes": "2027-01"}
        _write(root, f"opportunities/offer-{number}.yml", poisoned(Opportunity, offer, poison))
    result = build(root, today=date(2026, 11, 23), engine_name=engine)  # type: ignore[arg-type]
    assert result.is_new, {(i.code, i.message, i.path) for i in result.diagnostics}
    return root / "site"


def _write(root: Path, path: str, data: dict[str, Any]) -> None:
    # YAML 1.1, as PyYAML writes it, is YAML 1.2 here: everything doubtful is quoted.
    write_file(root, path, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000))


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


@pytest.mark.engine
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_no_page_holds_anything_but_text(engine: str) -> None:
    site = hostile_site(engine)
    for page in sorted(site.rglob("*.html")):
        assert read(page).faults == [], page.relative_to(site)


@pytest.mark.engine
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_every_page_says_what_was_written(engine: str) -> None:
    site = hostile_site(engine)
    for number, poison in enumerate(HOSTILE):
        headings = read(site / f"cases/case-{number}/index.html").headings
        assert len(headings) == 1, poison
        assert " ".join(headings[0].split()).startswith(" ".join(poison.split()))


@pytest.mark.engine
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_no_settings_file_is_read_into_a_page(engine: str) -> None:
    for page in hostile_site(engine).rglob("*.html"):
        assert "docs_dir" not in page.read_text(encoding="utf-8")
