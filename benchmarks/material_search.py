"""The same pages in Material's own search, to compare with."""

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import sites

from hubtool.pages.parts.paging import is_further

_SETTINGS = """\
site_name: The same pages
site_url: http://127.0.0.1/
theme: {name: material, font: false}
plugins: [search]
"""


class _Text(HTMLParser):
    """The text of a page, in sections as Material cuts them: at each heading that has an address."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[list[str]] = [["", "", ""]]
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "h3"):
            self.sections.append([dict(attrs).get("id") or f"s{len(self.sections)}", "", ""])
            self._heading = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "h2", "h3"):
            self._heading = False

    def handle_data(self, data: str) -> None:
        self.sections[-1][1 if self._heading else 2] += f" {data}"


def material_site(made: sites.Made, folder: Path) -> Path:
    """Write a site with Material's search over the pages of *made* to *folder*, and return it."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs/index.md").write_text("# The same pages\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    index = folder / "site/search/search_index.json"
    told = json.loads(index.read_text(encoding="utf-8"))
    told["docs"] = [
        entry
        for file in sorted(made.folder.rglob("index.html"))
        for entry in _entries(made.folder, file)
    ]
    index.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return folder / "site"


def _entries(site: Path, file: Path) -> list[dict[str, str]]:
    text = file.read_text(encoding="utf-8")
    # Both search the same: what our own search passes over is not in theirs either.
    address = file.relative_to(site).as_posix().removesuffix("index.html")
    if "data-pagefind-body" not in text or is_further(address):
        return []
    reader = _Text()
    reader.feed(text.partition('<main id="content"')[2].partition("<footer")[0])
    return [
        {
            "location": f"{address}#{name}" if name else address,
            "title": " ".join(title.split()),
            "text": " ".join(words.split()),
        }
        for name, title, words in reader.sections
    ]
