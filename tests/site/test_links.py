"""The pages of a rich hub, below a path of their own: they ask nobody else, and lead somewhere."""

import posixpath
import re
import shutil
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import mkdtemp

import pytest
from folders import REPOSITORY, SETTINGS, write_file

from hubtool.build import build

RICH = REPOSITORY / "tests/hubs/rich"
BELOW = "/hub/"  # of `site_url`
# What the records' pages lead to, and every hub therefore needs.
GUIDES = ("contribute/index.md", "contribute/reading-charts/index.md")
OWN = ("cases", "collections", "opportunities", "vocabulary", "docs")

# Elements that make a browser ask for what they name, and the attribute that names it.
LOADS = {"img": "src", "script": "src", "iframe": "src", "video": "src", "audio": "src"} | {
    "source": "src", "track": "src", "embed": "src", "object": "data", "link": "href",
}  # fmt: skip
ONLY_NAMED = {"canonical", "alternate", "license", "prev", "next", "author", "cite-as"}

pytestmark = [
    pytest.mark.engine,
    pytest.mark.parametrize(
        ("hub", "engine"), [("rich", "mkdocs"), ("rich", "zensical"), ("own", "mkdocs")]
    ),
]


@cache
def site_of(hub: str, engine: str) -> Path:
    """Return the site of the rich hub of the tests, or of this project's own."""
    root = Path(mkdtemp()) / "hub"
    if hub == "rich":
        shutil.copytree(RICH, root)
    else:
        for folder in OWN:
            shutil.copytree(REPOSITORY / folder, root / folder)
    write_file(root, "mkdocs.yml", SETTINGS)
    for guide in GUIDES if hub == "rich" else ():
        write_file(root, f"docs/{guide}", "# A guide\n")
    result = build(root, today=date(2026, 11, 23), engine_name=engine)  # type: ignore[arg-type]
    assert result.is_new, result.diagnostics
    assert not [item for item in result.diagnostics if item.code.startswith("H6")]
    return root / "site"


class _Links(HTMLParser):
    """The addresses in a page: those it leads to, those it asks for, and its own anchors."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.leads_to: list[str] = []
        self.asks_for: list[str] = []
        self.anchors: set[str] = {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        only_named = tag == "link" and set(values.get("rel", "").split()) <= ONLY_NAMED
        if (loaded := values.get(LOADS.get(tag, "-"))) and not only_named:
            self.asks_for.append(loaded)
        self.leads_to += [values[name] for name in ("href", "src", "action") if name in values]


@cache
def pages(hub: str, engine: str) -> dict[str, _Links]:
    """Return the links of every page, by its address below the site."""
    site, found = site_of(hub, engine), {}
    for file in sorted(site.rglob("*.html")):
        found[file.relative_to(site).as_posix().removesuffix("index.html")] = links = _Links()
        links.feed(file.read_text(encoding="utf-8"))
    return found


def test_no_page_asks_another_host_for_anything(hub: str, engine: str) -> None:
    assert len(pages(hub, engine)) > 50
    for address, links in pages(hub, engine).items():
        elsewhere = [one for one in links.asks_for if re.match(r"([a-z]+:)?//", one, re.IGNORECASE)]
        assert elsewhere == [], address


def test_no_style_sheet_asks_another_host_for_anything(hub: str, engine: str) -> None:
    for sheet in site_of(hub, engine).rglob("*.css"):
        asked = re.findall(
            r"(?:url\(|@import)\s*[\"']?\s*(?:[a-z]+:)?//[^\s\"')]+", sheet.read_text()
        )
        assert asked == [], sheet.name


def test_every_link_leads_to_a_page_or_a_file_and_its_anchor(hub: str, engine: str) -> None:
    astray = []
    for address, links in pages(hub, engine).items():
        for link in links.leads_to:
            path, _, anchor = link.partition("#")
            path = path.partition("?")[0]
            if re.match(r"[a-z]+:|//", path, re.IGNORECASE):
                continue
            # Every page but that of what is missing must work wherever the site stands.
            if address == "404.html":
                is_below = path.startswith(BELOW) or not path
                target = path.removeprefix(BELOW).removeprefix(".")
            else:
                is_below = not path.startswith("/")
                target = posixpath.normpath(posixpath.join("/", address, path))[1:]
                target += "/" if target and (path.endswith("/") or path in ("", ".", "..")) else ""
                target = address if not path else target
            if not (is_below and _leads_somewhere(hub, engine, target, anchor)):
                astray.append((address, link))
    assert astray == []


def _leads_somewhere(hub: str, engine: str, target: str, anchor: str) -> bool:
    page = pages(hub, engine).get(target) or pages(hub, engine).get(f"{target}/")
    if page is None:
        return (site_of(hub, engine) / target).is_file() and not anchor
    return anchor in page.anchors
