"""Everything within reach of the Tab key, seen when it is reached, and never a trap."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from shown import PHONE, Site, opened

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

KINDS = ["", "cases/", "cases/*/", "lessons/", "films/", "collections/*/", "about/", "nowhere/"]

# All that the Tab key is to stop at, each with a number to know it by.
NUMBER = """() => {
  const found = [...document.querySelectorAll("a[href], button, input, select, textarea, summary,"
    + " iframe, audio[controls], video[controls], [tabindex]")].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]")
    && one.checkVisibility({ visibilityProperty: true }));
  found.forEach((one, number) => one.setAttribute("data-stop", number));
  return found.length;
}"""

# Where the focus is, and if a reader can see that it is there: on it, on the card that it covers,
# or on the label around it.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const isOutlined = (part, pseudo) => {
    const { content, outlineStyle, outlineWidth } = getComputedStyle(part, pseudo);
    return content !== "none" && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const box = one.getBoundingClientRect();
  const label = one.closest("label") ?? one;
  return {
    number: Number(one.getAttribute("data-stop")),
    html: one.outerHTML.slice(0, 120),
    seen: (isOutlined(one) || isOutlined(one, "::after") || isOutlined(label))
      && box.right > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth,
  };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Return where the Tab key stops on its way through the whole page."""
    page.wait_for_load_state("networkidle")
    count = page.evaluate(NUMBER)
    found = []
    for _ in range(count + 2):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        found.append(here)
    return found


@pytest.fixture(scope="module")
def walk(real: Site, browser: Browser) -> Callable[[str], tuple[int, list[dict[str, Any]]]]:
    """Return the function that walks through a page with the Tab key, once a run."""

    @cache
    def walked(address: str) -> tuple[int, list[dict[str, Any]]]:
        at = real.address + real.resolved(address)
        with opened(browser, at, reduced_motion="reduce") as page:
            found = stops(page)
            return page.locator("[data-stop]").count(), found

    return walked


@pytest.mark.parametrize("address", KINDS)
def test_the_tab_key_reaches_everything_once_in_the_order_of_the_page(
    walk: Callable[[str], tuple[int, list[dict[str, Any]]]], address: str
) -> None:
    count, found = walk(address)
    assert [stop["number"] for stop in found] == list(range(count))


@pytest.mark.parametrize("address", KINDS)
def test_the_focus_is_seen_wherever_it_is(
    walk: Callable[[str], tuple[int, list[dict[str, Any]]]], address: str
) -> None:
    assert [stop["html"] for stop in walk(address)[1] if not stop["seen"]] == []


def test_the_focus_is_seen_on_a_phone_in_the_dark(real: Site, browser: Browser) -> None:
    phone = {"viewport": PHONE, "color_scheme": "dark", "reduced_motion": "reduce"}
    with opened(browser, real.address, **phone) as page:
        assert [stop["html"] for stop in stops(page) if not stop["seen"]] == []


@pytest.mark.parametrize("address", KINDS)
def test_the_first_stop_skips_to_the_page(real: Site, browser: Browser, address: str) -> None:
    with opened(browser, real.address + real.resolved(address)) as page:
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the page")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        is_inside = "document.querySelector('#content').contains(document.activeElement)"
        assert page.evaluate(is_inside) or page.locator("#content a, #content button").count() == 0
        assert not page.get_by_role("banner").locator(":focus").count()


def test_the_header_is_reached_in_order(real: Site, browser: Browser) -> None:
    with opened(browser, real.address) as page:
        reached = []
        for _ in range(10):
            page.keyboard.press("Tab")
            here = page.locator(":focus")
            reached.append(here.get_attribute("aria-label") or here.inner_text() or "the box")
    links = ["Cases", "Lessons", "Films", "Collections", "Add yours"]
    first = ["Skip to the page", "Coproduction Hub", "the box", "Search"]
    assert reached == [*first, *links, "Switch between light and dark"]


def test_details_open_with_the_keyboard(real: Site, browser: Browser) -> None:
    with opened(browser, f"{real.address}cases/") as page:
        closed = page.locator("details:visible:not([open])").first.element_handle()
        closed.query_selector("summary").focus()
        page.keyboard.press("Enter")
        assert closed.get_attribute("open") == ""


def test_the_shift_key_goes_back(real: Site, browser: Browser) -> None:
    with opened(browser, real.address) as page:
        for _ in range(5):
            page.keyboard.press("Tab")
        expect(page.get_by_role("banner").get_by_role("link", name="Cases")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("banner").get_by_role("combobox")).to_be_focused()
