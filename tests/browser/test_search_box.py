"""The search box, as somebody with a keyboard meets it."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from small_hubs import case, hub

from hubtool.pages.parts.script_words import script_words
from hubtool.pages.view import View
from hubtool.search.index import index

pytestmark = pytest.mark.browser

THEME = Path(__file__).parents[2] / "hubtool" / "theme"
FRAME = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A hub</title>
<script src="{root}assets/js/base.js"></script>
{words}<script type="module" src="{root}assets/js/site.js"></script></head>
<body><form data-search action="{root}cases/"><label for="box">Search</label>
<input id="box" name="q" type="search"><button>Go</button></form>
<button type="button" data-scheme>Colours</button>
<main data-pagefind-body data-pagefind-meta="kind:{kind}"><h1>{title}</h1><p>{text}</p></main>
</body></html>
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site with words at `/hub/`, and of one without at `/bare/`."""
    folder = tmp_path_factory.mktemp("boxes")
    for name in ("hub", "bare"):
        shutil.copytree(THEME / "js", folder / name / "assets/js")
        _write(folder / name / "index.html", root="", kind="page", title="Home", text="Nothing.")
        for path, title in (("cases", "Cases"), ("cases/one", "River walks")):
            root = "../" * (path.count("/") + 1)
            text = "Anglers walked the river <b>often</b>."
            _write(
                folder / name / path / "index.html", root=root, kind="case", title=title, text=text
            )
    assert index(folder / "hub", hub({"cases/one.yml": case()})) == []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _write(path: Path, **values: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    words = script_words(View(hub({"cases/one.yml": case()})))
    path.write_text(FRAME.format(words=words, **values), encoding="utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    opened.close()
    assert faults == []


def test_results_stand_below_the_box_by_kind(page: Page, address: str) -> None:
    page.goto(f"{address}/hub/")
    page.fill("#box", "walk")
    found = page.get_by_role("listbox")
    expect(found.get_by_role("group", name="Cases")).to_contain_text("River walks")
    expect(page.locator("#box")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").first).to_contain_text("for “walk”")


def test_arrows_choose_enter_opens_and_escape_returns_to_the_box(page: Page, address: str) -> None:
    page.goto(f"{address}/hub/")
    page.fill("#box", "river walk")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    chosen = page.locator('[role=option][aria-selected="true"]')
    expect(chosen).to_have_count(1)
    assert page.get_attribute("#box", "aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.locator("#box-found")).to_be_hidden()
    expect(page.locator("#box")).to_be_focused()
    expect(page.locator("#box")).to_have_value("river walk")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowUp")
    expect(chosen).to_have_text("Films, and what is said in them, for “river walk”")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hub/cases/one/**")


def test_nothing_found_is_said(page: Page, address: str) -> None:
    page.goto(f"{address}/hub/")
    page.fill("#box", "xylophone")
    expect(page.locator("#box-found")).to_contain_text("Nothing here has “xylophone”.")


def test_without_an_index_the_box_leads_to_the_cases_and_says_why(page: Page, address: str) -> None:
    page.goto(f"{address}/bare/")
    page.fill("#box", "walk")
    found = page.locator("#box-found")
    expect(found).to_contain_text("This copy of the site has no word index")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bare/cases/")


def test_the_colours_that_were_chosen_stay(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}/hub/")
    page.get_by_role("button", name="Colours").click()
    page.goto(f"{address}/hub/cases/")
    assert page.evaluate("document.documentElement.dataset.schemeNow") == "dark"
    page.get_by_role("button", name="Colours").click()
    assert page.evaluate("document.documentElement.dataset.schemeNow") == "light"
