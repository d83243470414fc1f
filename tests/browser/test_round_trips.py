"""How many round trips a reader waits for: on a slow line each is a second or more."""

import pytest
from browsing import DESK, Site, opened
from playwright.sync_api import Browser
from round_trips import SlowServer

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

_FOUND = "document.querySelector('[data-list]:not([hidden]) article') !== null"
_MOVABLE = "document.querySelector('.atlas .leaflet-marker-icon') !== null"
_SUGGESTED = "document.querySelector('#head-search-found a.suggestion') !== null"
_WHOLE = """(() => {
  const plain = document.querySelector("[data-plain]");
  return plain !== null && !plain.hidden && getComputedStyle(plain).visibility === "visible";
})()"""


@pytest.mark.parametrize(
    ("address", "is_there", "most"),
    [
        ("cases/?topic=water", _FOUND, 5),
        ("cases/?q=water", _FOUND, 7),
        ("lessons/?kind=risk", _FOUND, 5),
        ("places/", _MOVABLE, 6),
    ],
)
def test_an_address_is_answered_after_few_round_trips(
    frozen: Site, browser: Browser, address: str, is_there: str, most: int
) -> None:
    with opened(browser, "about:blank", viewport=DESK) as page:
        server = SlowServer(page)
        server.open(frozen.address + address)
        assert server.trips_until(is_there) <= most, server.levels


def test_the_first_suggestion_comes_after_four_round_trips(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}about/", viewport=DESK) as page:
        server = SlowServer(page)
        page.locator("#head-search").click()
        page.keyboard.type("water")
        assert server.trips_until(_SUGGESTED) <= 4, server.levels


def test_the_whole_list_is_never_shown_before_what_was_asked(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, "about:blank", viewport=DESK) as page:
        server = SlowServer(page)
        server.open(f"{frozen.address}cases/?topic=water")
        sign = "document.querySelector('[data-asking]')?.offsetHeight > 0"
        server.trips_until(sign, never=_WHOLE)
        server.trips_until(_FOUND, never=_WHOLE)
        assert not page.evaluate(sign)
        assert not page.evaluate(_WHOLE)
