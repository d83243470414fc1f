"""Everything within reach of the Tab key, seen when it is reached, and never a trap."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import probes
import pytest
from browsing import DESK, PHONE, Site, opened
from page_kinds import EVERY_KIND
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

KINDS = ["", "cases/", "cases/*/", "lessons/", "films/", "collections/*/", "about/", "nowhere/"]
# What 400 % of zoom leaves of a window of 1280 by 1024.
ZOOMED = {"width": 320, "height": 256}


@dataclass(frozen=True)
class Walk:
    """What the Tab key did on its way through a page."""

    count: int  # of all that it is to stop at
    stops: list[dict[str, Any]]
    has_left: bool


def walked(page: Page) -> Walk:
    """Walk through the whole *page* with the Tab key."""
    page.wait_for_selector("html.has-script", state="attached")
    if page.locator("[data-finder]").count():
        page.wait_for_selector("[data-awake]", state="attached")
    if page.locator("[data-atlas]").count():
        page.locator(".atlas-dot, .atlas-dots").first.wait_for()
    if page.locator("[data-form]").count():
        page.wait_for_selector("[data-ready]", state="attached")
    count = page.evaluate(probes.WATCH_FOCUS)
    for _ in range(count + 1):
        page.keyboard.press("Tab")
    has_left = page.evaluate("[null, document.body].includes(document.activeElement)")
    return Walk(count, page.evaluate("stops"), has_left)


@pytest.fixture(scope="module")
def walk(frozen: Site, browser: Browser) -> Callable[[str, Mapping[str, int]], Walk]:
    """Return the function that walks through a page in a window of a size, once a run."""
    walks: dict[tuple[str, int], Walk] = {}

    def cached(address: str, size: Mapping[str, int]) -> Walk:
        at = frozen.address + frozen.resolved(address)
        if (at, size["height"]) not in walks:
            with opened(browser, at, reduced_motion="reduce", viewport=size) as page:
                walks[at, size["height"]] = walked(page)
        return walks[at, size["height"]]

    return cached


WALKS = [
    pytest.param(
        address,
        size,
        id=f"{address or 'home'} {name}",
        marks=pytest.mark.xdist_group(f"walk {name}:{address}"),  # a page is walked through once
    )
    for name, size, addresses in (("at a desk", DESK, KINDS), ("zoomed", ZOOMED, EVERY_KIND))
    for address in addresses
]
every_walk = pytest.mark.parametrize(("address", "size"), WALKS)
Walking = Callable[[str, Mapping[str, int]], Walk]


@every_walk
def test_the_tab_key_reaches_everything_once_in_the_order_of_the_page_and_leaves(
    walk: Walking, address: str, size: Mapping[str, int]
) -> None:
    seen = walk(address, size)
    assert [stop["number"] for stop in seen.stops] == list(range(seen.count))
    assert seen.has_left


@every_walk
def test_the_focus_is_seen_wherever_it_is(
    walk: Walking, address: str, size: Mapping[str, int]
) -> None:
    assert [stop["html"] for stop in walk(address, size).stops if not stop["outlined"]] == []


@every_walk
def test_nothing_covers_what_has_the_focus(
    walk: Walking, address: str, size: Mapping[str, int]
) -> None:
    assert [stop["html"] for stop in walk(address, size).stops if stop["shown"] < 0.3] == []


def test_the_focus_is_seen_on_a_phone_in_the_dark(frozen: Site, browser: Browser) -> None:
    phone = {"viewport": PHONE, "color_scheme": "dark", "reduced_motion": "reduce"}
    with opened(browser, frozen.address, **phone) as page:
        assert [stop["html"] for stop in walked(page).stops if not stop["outlined"]] == []


@pytest.mark.parametrize("address", KINDS)
def test_the_first_stop_skips_to_the_page(frozen: Site, browser: Browser, address: str) -> None:
    with opened(browser, frozen.address + frozen.resolved(address)) as page:
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the page")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        is_inside = "document.querySelector('#content').contains(document.activeElement)"
        assert page.evaluate(is_inside) or page.locator("#content a, #content button").count() == 0
        assert not page.get_by_role("banner").locator(":focus").count()


def test_the_header_is_reached_in_order(frozen: Site, browser: Browser) -> None:
    with opened(browser, frozen.address) as page:
        reached = []
        for _ in range(11):
            page.keyboard.press("Tab")
            here = page.locator(":focus")
            reached.append(here.get_attribute("aria-label") or here.inner_text() or "the box")
    links = ["Cases", "Lessons", "Films", "Collections", "Add yours", "More"]
    first = ["Skip to the page", frozen.hub.settings.name, "the box", "Search"]
    assert reached == [*first, *links, "Switch between light and dark"]


def test_details_open_with_the_keyboard(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/") as page:
        closed = page.locator("details:visible:not([open])").first.element_handle()
        closed.query_selector("summary").focus()
        page.keyboard.press("Enter")
        assert closed.get_attribute("open") == ""


def test_the_shift_key_goes_back(frozen: Site, browser: Browser) -> None:
    with opened(browser, frozen.address) as page:
        for _ in range(5):
            page.keyboard.press("Tab")
        expect(page.get_by_role("banner").get_by_role("link", name="Cases")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("banner").get_by_role("combobox")).to_be_focused()


# ---- the search, its keys, and the facets on a phone


def test_escape_gives_the_focus_back_to_where_it_was_before_the_search(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, f"{frozen.address}about/") as page:
        link = page.locator("#content a").first
        link.focus()
        page.keyboard.press("/")
        box = page.get_by_role("banner").get_by_role("combobox")
        expect(box).to_be_focused()
        page.keyboard.type("damp")
        expect(page.get_by_role("banner").get_by_role("listbox")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("banner").get_by_role("listbox")).to_be_hidden()
        expect(box).to_be_focused()
        page.keyboard.press("Escape")
        expect(link).to_be_focused()


def test_the_key_that_searches_can_be_switched_off_and_stays_off(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, f"{frozen.address}about/") as page:
        page.get_by_role("checkbox", name="Press / anywhere to search").focus()
        page.keyboard.press("Space")
        page.keyboard.press("/")
        box = page.get_by_role("banner").get_by_role("combobox")
        expect(box).not_to_be_focused()
        page.goto(f"{frozen.address}privacy/")
        expect(page.get_by_role("checkbox", name="Press / anywhere to search")).not_to_be_checked()
        page.keyboard.press("/")
        expect(box).not_to_be_focused()
        page.keyboard.press("Control+k")
        expect(box).to_be_focused()


def test_on_a_phone_the_filters_open_with_a_key_and_escape_closes_them(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, f"{frozen.address}cases/", viewport=ZOOMED) as page:
        page.wait_for_selector("[data-awake]", state="attached")
        link = page.get_by_role("link", name="Filters")
        link.focus()
        page.keyboard.press("Enter")
        expect(page.locator("form.facets")).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('form.facets'))")
        page.keyboard.press("Escape")
        expect(page.locator("form.facets")).to_be_hidden()
        expect(link).to_be_focused()
