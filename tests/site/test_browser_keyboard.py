"""Everything within reach of the Tab key, seen when it is reached, and never a trap."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from shown import PHONE, Site, opened

pytestmark = [pytest.mark.browser, pytest.mark.engine]

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

# Where the focus is, and if a reader can see that it is there. What is read aloud only may show
# the focus on its label.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const shown = one.matches(".vh") ? document.querySelector(`label[for="${one.id}"]`) : one;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    number: Number(one.getAttribute("data-stop")),
    html: one.outerHTML.slice(0, 120),
    seen: (outlined || style.boxShadow !== "none") && box.width > 1 && box.right > 0
      && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth,
  };
}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Return where the Tab key stops on its way through the whole page."""
    count = page.evaluate(NUMBER)
    found = []
    for _ in range(count + 2):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            break
        found.append(here)
    return found


@pytest.mark.parametrize("address", KINDS)
def test_the_tab_key_reaches_everything_once_in_the_order_of_the_page(
    real: Site, browser: Browser, address: str
) -> None:
    with opened(browser, real.address + real.resolved(address)) as page:
        count = page.evaluate(NUMBER)
        assert [stop["number"] for stop in stops(page)] == list(range(count))


@pytest.mark.parametrize("address", KINDS)
def test_the_focus_is_seen_wherever_it_is(real: Site, browser: Browser, address: str) -> None:
    with opened(browser, real.address + real.resolved(address), reduced_motion="reduce") as page:
        assert [stop["html"] for stop in stops(page) if not stop["seen"]] == []


def test_the_focus_is_seen_on_a_phone_in_the_dark(real: Site, browser: Browser) -> None:
    phone = {"viewport": PHONE, "color_scheme": "dark", "reduced_motion": "reduce"}
    with opened(browser, f"{real.address}cases/", **phone) as page:
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
    assert reached == ["Skip to the page", "Coproduction Hub", "the box", "Search"] + [
        *("Cases", "Lessons", "Films", "Collections", "Add yours"),
        "Switch between light and dark",
    ]


def test_details_open_with_the_keyboard(real: Site, browser: Browser) -> None:
    with opened(browser, f"{real.address}cases/") as page:
        closed = page.locator("details:not([open]) > summary").first
        closed.focus()
        page.keyboard.press("Enter")
        assert closed.evaluate("(one) => one.parentElement.open")


def test_the_shift_key_goes_back(real: Site, browser: Browser) -> None:
    with opened(browser, real.address) as page:
        for _ in range(5):
            page.keyboard.press("Tab")
        expect(page.get_by_role("banner").get_by_role("link", name="Cases")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("banner").get_by_label(re.compile("Search cases"))).to_be_focused()
