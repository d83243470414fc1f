"""What a first visit costs on a slow line: what is sent, and what moves while it arrives."""

import gzip
import re
from pathlib import Path

import probes
import pytest
from browsing import DESK, PHONE, Site, opened
from playwright.sync_api import Browser, Page, Request, Route

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

KB = 1000
PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")
PACKED = (".woff2", *PICTURES[1:])
# The letters that a second file of each family is asked for.
RARE = re.compile("[Ā-ʯḀ-ỿ]")
KINDS = [
    "",
    "cases/*/",
    "lessons/",
    "films/",
    "places/",
    "about/",
    # Lists that are sifted by their address.
    "cases/?q=flood",
    "lessons/?kind=did-not-work",
]


def sent(file: Path) -> int:
    """Return how many bytes a host sends for *file*, packed where that helps."""
    content = file.read_bytes()
    return len(content) if file.suffix in PACKED else len(gzip.compress(content, 6))


def weight(site: Site, browser: Browser, address: str) -> dict[Path, int]:
    """Return what a first visit asks for, and what each file of it weighs."""
    asked: list[str] = []
    with opened(browser, "about:blank", viewport=DESK) as page:

        def note(request: Request) -> None:
            asked.append(request.url)

        page.on("request", note)
        page.goto(site.address + address, wait_until="networkidle")
    assert asked
    assert all(url.startswith(site.address) for url in asked)
    files = {site.folder / url.removeprefix(site.address).partition("?")[0] for url in asked}
    whole = {file / "index.html" if file.is_dir() else file for file in files}
    return {file: sent(file) for file in whole}


def heaviest_with_rare_letters(site: Site) -> str:
    pages = [site.folder / "cases" / id_ / "index.html" for id_ in site.hub.cases]
    rare = [page for page in pages if RARE.search(page.read_text(encoding="utf-8"))]
    return f"cases/{max(rare, key=sent).parent.name}/"


@pytest.mark.parametrize("which", ["cases/*/", "rare letters"])
def test_a_case_weighs_little_without_its_pictures(
    frozen: Site, browser: Browser, which: str
) -> None:
    address = (
        heaviest_with_rare_letters(frozen) if which == "rare letters" else frozen.resolved(which)
    )
    files = weight(frozen, browser, address)
    assert {"index.html", "site.css", "site.js"} <= {file.name for file in files}
    assert sum(size for file, size in files.items() if file.suffix not in PICTURES) <= 150 * KB


@pytest.mark.parametrize(("address", "most"), [("", 100 * KB), ("places/", 200 * KB)])
def test_a_page_weighs_little_with_its_pictures(
    frozen: Site, browser: Browser, address: str, most: int
) -> None:
    assert sum(weight(frozen, browser, address).values()) <= most


def shifted(page: Page, address: str) -> list[tuple[float, list[str]]]:
    """Open *address* as on a slow line: first the page, then its scripts, last its letters."""
    scripts: list[Route] = []
    fonts: list[Route] = []
    page.add_init_script(probes.WATCH_SHIFTS)
    # A method of a list cannot be marked as heard, as Playwright does with its listeners.
    page.route("**/*.woff2", lambda route: fonts.append(route))  # noqa: PLW0108
    page.route("**/assets/js/site.js", lambda route: scripts.append(route))  # noqa: PLW0108
    page.goto(address, wait_until="commit")
    page.wait_for_selector("footer.foot")
    page.wait_for_timeout(200)
    for held in (scripts, fonts):
        assert held
        for route in held:
            route.continue_()
        if page.locator("[data-finder]").count():
            page.wait_for_selector("[data-awake]", state="attached")
        page.wait_for_timeout(300)
    found: list[tuple[float, list[str]]] = page.evaluate("window.shifts")
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", KINDS)
def test_hardly_anything_moves_while_a_page_arrives_and_wakes(
    frozen: Site, browser: Browser, address: str, size: dict[str, int]
) -> None:
    name, _, query = address.partition("?")
    at = frozen.address + frozen.resolved(name) + (f"?{query}" if query else "")
    with opened(browser, "about:blank", viewport=size) as page:
        shifts = shifted(page, at)
    assert sum(value for value, _ in shifts) <= 0.02, shifts


def test_what_moves_would_be_seen(frozen: Site, browser: Browser) -> None:
    with opened(browser, "about:blank", viewport=PHONE) as page:
        page.add_init_script(probes.WATCH_SHIFTS)
        page.goto(f"{frozen.address}about/")
        page.wait_for_timeout(100)
        page.evaluate("document.querySelector('#content').prepend(document.createElement('hr'))")
        page.evaluate("document.querySelector('#content hr').style.height = '300px'")
        page.wait_for_timeout(200)
        assert sum(value for value, _ in page.evaluate("window.shifts")) > 0.02
