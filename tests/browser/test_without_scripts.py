"""What a browser can keep from us: storage, scripts, a server. What cannot work is not shown."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from browsing import Site
from playwright.sync_api import Browser, Page, Route, expect

from hubtool.site.offline import name_pages

pytestmark = [pytest.mark.engine, pytest.mark.browser]

BLOCKED = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("no", "SecurityError"); } });
"""


@contextmanager
def page_of(browser: Browser, faults: list[str], init: str = "", block: str = "") -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(20_000)
    if init:
        context.add_init_script(init)
    if block:
        context.route(block, lambda route: route.abort())
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    try:
        yield page
    finally:
        context.close()


def test_without_storage_all_works_but_the_memory(browser: Browser, frozen: Site) -> None:
    faults: list[str] = []
    with page_of(browser, faults, init=BLOCKED) as page:
        page.goto(f"{frozen.address}cases/")
        count = page.locator("[data-count]")
        before = count.inner_text()
        page.locator(".facets.script-only input[type=checkbox]").first.check()
        expect(count).not_to_have_text(before)
        scheme = page.locator("html").get_attribute("data-scheme-now")
        page.locator("[data-scheme]").first.click()
        assert page.locator("html").get_attribute("data-scheme-now") != scheme
        page.goto(f"{frozen.address}contribute/case/")
        page.locator("form input[type=text], form textarea").first.fill("A walk")
    assert faults == []


@pytest.mark.parametrize("blocked", ["**/js/site.js", "**/find/finder.js", "**/find/form.js"])
def test_where_a_script_does_not_come_the_plain_links_stay(
    browser: Browser, frozen: Site, blocked: str
) -> None:
    faults: list[str] = []
    with page_of(browser, faults, block=blocked) as page:
        page.goto(f"{frozen.address}cases/?topic=water&q=river")
        expect(page.locator("html")).to_have_class("no-script is-unanswered")
        expect(page.get_by_text("Here all of them are shown")).to_be_visible()
        assert page.locator("nav.facets.no-script-only").is_visible()
        assert page.locator(".script-only:visible").count() == 0
        assert page.locator("[data-plain] a:visible").count() > 3
    assert faults == []


def test_controls_do_not_appear_before_their_script(browser: Browser, frozen: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    waiting: list[Route] = []
    context.route("**/find/finder.js", lambda route: waiting.append(route))  # noqa: PLW0108  (Playwright asks for a function)
    page.goto(f"{frozen.address}cases/", wait_until="domcontentloaded")
    while not waiting:
        page.wait_for_timeout(50)
    assert page.locator(".script-only:visible").count() == 0
    assert not page.locator("nav.facets.no-script-only").is_visible()
    waiting[0].continue_()
    expect(page.locator(".facets.script-only")).to_be_visible()
    context.close()


def test_from_a_folder_pages_lead_to_pages(
    browser: Browser, frozen: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = shutil.copytree(frozen.folder, tmp_path_factory.mktemp("offline") / "site")
    name_pages(folder)
    with page_of(browser, []) as page:
        page.goto((folder / "index.html").as_uri())
        page.locator(".site-nav a").first.click()
        assert urlsplit(page.url).path.endswith("/cases/index.html")
        expect(page.locator("html")).to_have_class("no-script")
        assert page.locator(".script-only:visible").count() == 0
        page.locator("[data-plain] a[href*='index.html']").first.click()
        assert urlsplit(page.url).path.endswith("/index.html")
        hrefs = page.evaluate("[...document.links].map((link) => link.href)")
        assert [
            href for href in hrefs if href.startswith("file:") and urlsplit(href).path[-1] == "/"
        ] == []
