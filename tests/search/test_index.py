"""Words, found in a real browser as readers find them."""

import shutil
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from small_hubs import REPOSITORY, case, make_hub, write_file

from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages.parts.script_words import script_words
from hubtool.pages.view import View
from hubtool.search.index import index

WELSH = case("title: Teithiau afon\nlanguage: cy-GB\nthemes: [before-the-question]")
FILMED = case("""\
themes: [before-the-question]
films:
  - id: the-walk
    title: The third walk
    url: https://vimeo.com/1
    kind: participatory-film
    made_by: community
    captions: [{language: en-GB, file: cases/river-walks/walk.vtt}]
""")
VTT = """\
WEBVTT

00:01.000 --> 00:09.000
<v An angler>We came for the fish.

01:23.000 --> 01:28.000
<v A child>Nobody had asked about kingfishers.
"""
PAGE = """\
<!doctype html><html lang="{language}" class="no-script"><head><title>x</title></head>
<body><nav>chrome navigation</nav>
<!-- words -->
<div data-pagefind-body><h1>{title}</h1><p>{text}</p></div></body></html>
"""
SEARCH = """\
async ([kind, words]) => {
  const { search } = await import(new URL("assets/js/find/indexes.js", document.baseURI));
  const all = await Promise.all((await search(kind, words)).map((one) => one.data()));
  return all.map((one) => [one.url, one.excerpt, one.meta.kind ?? null]);
}"""


def hub_in(root: Path) -> Hub:
    hub, told = load(sources(root), today=date(2026, 11, 23))
    assert hub, told
    return hub


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds, below hub/, a site with its words."""
    root = make_hub(tmp_path_factory.mktemp("words"))
    write_file(root, "cases/river-walks.yml", FILMED)
    write_file(root, "cases/river-walks/walk.vtt", VTT)
    write_file(root, "cases/teithiau-afon.yml", WELSH)
    pages = {
        "index.html": ("en-GB", "Home", "Nothing much."),
        "cases/river-walks/index.html": ("en-GB", "Estuary walks", "Anglers walked the river."),
        "cases/teithiau-afon/index.html": (
            "en-GB",
            "Teithiau afon",
            "Cydgynhyrchu ar lan yr afon.",
        ),
        "themes/before-the-question/index.html": ("en", "Before the question", "A theme."),
    }
    for path, (language, title, text) in pages.items():
        page = PAGE.format(language=language, title=title, text=text)
        write_file(root, f"out/hub/{path}", page)
    write_file(root, "out/hub/bare/index.html", "<html><body>loneword</body></html>")
    hub = hub_in(root)
    assert index(root / "out/hub", hub) == []
    home = root / "out/hub/index.html"
    home.write_text(home.read_text().replace("<!-- words -->", script_words(View(hub))))
    shutil.copytree(REPOSITORY / "hubtool/theme/js", root / "out/hub/assets/js")
    return root / "out"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def found(site: Path, browser: Browser) -> Iterator[Any]:
    """Return the function that searches the site as a reader does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/hub/")
    yield lambda words, kind="pages": page.evaluate(SEARCH, [kind, words])
    page.close()
    server.shutdown()
    server.server_close()


def addresses(results: list[list[str]]) -> set[str]:
    return {address for address, _, _ in results}


@pytest.mark.browser
def test_a_page_is_found_below_the_sites_path(found: Any) -> None:
    assert "/hub/cases/river-walks/" in addresses(found("anglers"))


@pytest.mark.browser
def test_a_lesson_is_found_by_itself_at_its_address(found: Any) -> None:
    lessons = addresses(found("third walk", "lessons"))
    assert "/hub/cases/river-walks/#lesson-walk-first" in lessons


@pytest.mark.browser
def test_what_is_said_in_a_film_is_found_at_its_second(found: Any) -> None:
    (film,) = found("kingfishers", "films")
    assert film[0] == "/hub/cases/river-walks/?t=83#film-the-walk"
    assert film[2] == "passage"


@pytest.mark.browser
def test_what_is_filed_under_a_term_is_found_by_its_synonym_which_is_not_shown(
    found: Any, site: Path
) -> None:
    theme = hub_in(site.parent).term("themes", "before-the-question")
    results = found(theme.alt[0])
    lessons = found(theme.alt[0], "lessons")
    assert addresses(results) >= {"/hub/cases/river-walks/", "/hub/themes/before-the-question/"}
    assert "/hub/cases/river-walks/#lesson-walk-first" in addresses(lessons)
    for _, excerpt, _ in (*results, *lessons):
        assert theme.alt[0] not in excerpt


@pytest.mark.browser
def test_a_case_in_another_language_is_found_from_an_english_page(found: Any) -> None:
    assert addresses(found("cydgynhyrchu")) == {"/hub/cases/teithiau-afon/"}


@pytest.mark.browser
def test_what_stands_around_a_page_is_not_found(found: Any) -> None:
    assert found("chrome") == []
    assert found("loneword") == []


def test_each_language_has_an_index_of_its_own(site: Path) -> None:
    assert {path.name for path in (site / "hub/pagefind").iterdir()} == {
        "pages-en",
        "pages-cy",
        "lessons-en",
        "lessons-cy",
        "films-en",
    }


def test_an_index_holds_nothing_that_our_pages_do_not_load(site: Path) -> None:
    names = {path.name for path in (site / "hub/pagefind/pages-en").iterdir() if path.is_file()}
    assert {name for name in names if not name.endswith(".pf_meta")} == {
        "pagefind.js",
        "pagefind-entry.json",
        "rows.json",
        "wasm.en.pagefind",
    }


def test_indexing_again_replaces_the_old_words(site: Path) -> None:
    before = {path.name for path in (site / "hub/pagefind").rglob("*")}
    assert index(site / "hub", hub_in(site.parent)) == []
    assert {path.name for path in (site / "hub/pagefind").rglob("*")} == before


def test_a_site_without_a_lessons_page_has_no_record_of_it(
    hub_folder: Path, tmp_path: Path
) -> None:
    write_file(tmp_path, "site/index.html", PAGE.format(language="en", title="Home", text="x"))
    assert index(tmp_path / "site", hub_in(hub_folder)) == []
    assert [path.name for path in (tmp_path / "site/pagefind").iterdir()] == ["pages-en"]


@pytest.mark.parametrize("binary", ["/bin/false", "/no/such/program"])
def test_an_indexer_that_fails_is_told_and_leaves_the_old_words(
    site: Path, monkeypatch: pytest.MonkeyPatch, binary: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", binary)
    told = index(site / "hub", hub_in(site.parent))
    assert [item.code for item in told] == ["H602"]
    assert (site / "hub/pagefind/pages-en/pagefind.js").exists()
