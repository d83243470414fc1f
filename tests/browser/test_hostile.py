"""Hostile text in a browser: read as text, also where scripts set it into the page.

The pages' own policy is switched off here: what gets into a page must be harmless without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from browsing import Site, opened, served
from hostile_hub import HOSTILE
from playwright.sync_api import Browser, Dialog, Page, Request, expect
from reading import straight
from sites import Sites

from hubtool.text.typography import curly

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

# Elements and attributes that no page of ours has, but that the hostile texts would make.
INJECTED = """() => [...document.querySelectorAll("iframe, object, embed, base, main style,"
  + " main script, meta[http-equiv=refresh], img[src='x'], img[src*='evil'],"
  + " a[href^='javascript:']")]
  .concat([...document.querySelectorAll("main *")].filter((one) =>
    one.getAttributeNames().some((name) => name.startsWith("on"))))
  .filter((one) => !(one.type ?? "").endsWith("json"))
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def hostile(sites: Sites, request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of a site whose every text is hostile."""
    with served(sites.of("hostile", request.param) / "site", "/hub/") as address:
        yield address


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Give a window that lets everything run."""
    with opened(browser, "about:blank", bypass_csp=True, reduced_motion="reduce") as page:
        yield page


@contextmanager
def watched(window: Page) -> Iterator[Page]:
    """Give *window*; at the end nothing must have run, been asked for or been injected."""
    alarms: list[str] = []

    def ask(dialog: Dialog) -> None:
        alarms.append(dialog.message)
        dialog.dismiss()

    def note(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "blob:", "data:")):
            alarms.append(request.url)

    def hear(error: object) -> None:
        alarms.append(str(error))

    listeners: dict[Any, Any] = {"dialog": ask, "request": note, "pageerror": hear}
    for event, listener in listeners.items():
        window.on(event, listener)
    try:
        yield window
        assert window.evaluate(INJECTED) == []
    finally:
        for event, listener in listeners.items():
            window.remove_listener(event, listener)
    assert alarms == []


def test_a_case_only_says_it(window: Page, hostile: str) -> None:
    for number, poison in enumerate(HOSTILE):
        with watched(window) as page:
            page.goto(f"{hostile}cases/case-{number}/")
            heading = page.get_by_role("heading", level=1)
            heading.hover()
            assert straight(" ".join(heading.inner_text().split())).startswith(straight(poison))


@pytest.mark.parametrize(
    "address", ["", "cases/", "lessons/", "films/", "collections/", "opportunities/", "places/"]
)
def test_a_list_only_says_it(window: Page, hostile: str, address: str) -> None:
    with watched(window) as page:
        page.goto(hostile + address)
        assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("address", ["cases/", "lessons/", "films/"])
def test_a_list_that_scripts_make_only_says_it(window: Page, hostile: str, address: str) -> None:
    with watched(window) as page:
        page.goto(f"{hostile}{address}?q=alert")
        expect(page.locator("[data-list]")).to_contain_text(HOSTILE[0])


def test_what_the_search_finds_only_says_it(window: Page, hostile: str) -> None:
    with watched(window) as page:
        page.goto(hostile)
        page.get_by_role("banner").get_by_role("combobox").press_sequentially("alert")
        found = page.get_by_role("banner").get_by_role("option")
        expect(found.filter(has_text="alert(1)").first).to_be_visible()
        found.first.hover()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_awkward_words_are_read_as_they_were_written(
    window: Page, awkward: Site, sites: Sites, engine: str
) -> None:
    root = sites.of("awkward", engine)
    with served(root / "site") as address:
        for case in awkward.hub.cases.values():
            with watched(window) as page:
                page.goto(f"{address}cases/{case.id}/")
                heading = page.get_by_role("heading", level=1)
                assert heading.inner_text() == curly(" ".join(case.title.split()))
                read = page.locator("#content").inner_text()
                for lesson in case.lessons:
                    assert straight(lesson.lesson) in straight(read)
                for partner in case.partners:
                    assert straight(partner.name or "") in straight(read)
