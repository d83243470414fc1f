"""The map of places and what hides by itself, in a browser."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from browsing import TODAY, faults, opened, served
from playwright.sync_api import Browser, Page, expect
from small_hubs import make_hub, write_file

from hubtool.site.build import build
from hubtool.site.last_build import Options

pytestmark = [pytest.mark.engine, pytest.mark.browser]

CASE = """\
title: {title}
summary: Anglers and ecologists walked the river, then chose together what to measure.
places: {places}
partners:
  - {{name: Exampleton Anglers, kind: community-group}}
lessons:
  - {{id: one, lesson: Walk first., kind: worked, said_by: community}}
consent: {{status: agreed, agreed_by: The anglers, agreed_on: 2026-01}}
"""
YORK = "{name: York, country: GB, lat: 53.96, lon: -1.08}"
LEEDS = "{name: Leeds, country: GB, lat: 53.8, lon: -1.55}"
CARDIFF = "{name: Cardiff, country: GB, lat: 51.48, lon: -3.18}"
NAIROBI = "{name: Nairobi, country: KE, lat: -1.29, lon: 36.82}"
PLACES = {
    "North": f"[{YORK}, {LEEDS}]",
    "Wales": f"[{CARDIFF}]",
    "Far": f"[{NAIROBI}, {YORK}]",
    "Nowhere": "[{name: A place without a point, country: GB}]",
}
OFFER = """\
title: {title}
kind: funding
by: Example Foundation
summary: Money before the question.
url: https://example.org/seed
{dates}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site with a few places and offers."""
    root = make_hub(tmp_path_factory.mktemp("places") / "hub")
    for title, places in PLACES.items():
        text = CASE.format(title=title, places=places)
        write_file(root, f"cases/{title.lower()}.yml", text)
    for title, dates in {"Soon": "closes: 2026-12-05", "Month": "closes: 2026-12"}.items():
        text = OFFER.format(title=title, dates=dates)
        write_file(root, f"opportunities/{title.lower()}.yml", text)
    result = build(root, Options(today=TODAY))
    assert result.is_new, result.diagnostics
    with served(root / "site", "/hub/") as address:
        yield address


@pytest.fixture
def places(browser: Browser, site: str) -> Iterator[Page]:
    """Open the page of places, with its map drawn and nothing moving."""
    with opened(browser, f"{site}places/", reduced_motion="reduce") as page:
        page.locator(".atlas-dots").first.wait_for()
        yield page


def test_places_that_would_touch_are_one_dot_with_their_number(places: Page) -> None:
    expect(places.locator(".atlas-dots")).to_have_text(["3"])
    expect(places.locator(".atlas-dot")).to_have_count(1)
    expect(places.locator(".atlas-dots")).to_have_attribute("title", "3 places near one another")


def test_a_click_on_several_goes_nearer_until_they_part(places: Page) -> None:
    places.locator(".atlas-dots").click()
    expect(places.locator(".atlas-dot[title='Cardiff']")).to_have_count(1)
    expect(places.locator(".atlas-dots")).to_have_text(["2"])


def test_a_dot_opens_what_the_list_says_with_its_links(places: Page, site: str) -> None:
    places.locator(".atlas-dot[title='Nairobi']").click()
    said = places.locator(".atlas-popup")
    expect(said).to_contain_text("Nairobi")
    expect(said).to_contain_text("in 2 places in all")
    said.get_by_role("link", name="Far").click()
    places.wait_for_url(f"{site}cases/far/")


def test_places_that_no_map_could_part_are_told_together_with_all_their_cases(
    places: Page,
) -> None:
    places.locator(".atlas-dots").click()
    expect(places.locator(".atlas-dots")).to_have_text(["2"])
    places.locator(".atlas-dots").click()
    expect(places.locator(".atlas-popup b")).to_have_text(["Leeds", "York"])
    expect(places.locator(".atlas-popup a")).to_have_text(["North", "Far", "North"])


def test_what_a_dot_opens_leaves_out_the_cases_that_were_not_found(places: Page) -> None:
    places.get_by_text("Country", exact=True).click()
    places.get_by_role("checkbox", name="Kenya").check()
    expect(places.locator(".atlas-dots")).to_have_count(0)
    expect(places.locator(".atlas-dot")).to_have_count(2)
    places.locator(".atlas-dot[title='York']").click()
    expect(places.locator(".atlas-popup a")).to_have_text(["Far"])
    expect(places.locator("[data-unmapped]")).to_be_empty()
    places.get_by_role("button", name="Kenya, remove").click()
    expect(places.locator(".atlas-popup")).to_have_count(0)
    expect(places.locator(".atlas-dots")).to_have_text(["3"])
    expect(places.locator("[data-unmapped]")).to_have_text("2 places have no point on the map.")


def test_the_map_works_by_keyboard(places: Page) -> None:
    dot = places.locator(".atlas-dot[title='Nairobi']")
    dot.focus()
    places.keyboard.press("Enter")
    expect(places.locator(".atlas-popup a")).to_be_focused()
    places.keyboard.press("Escape")
    expect(places.locator(".atlas-popup")).to_have_count(0)
    expect(dot).to_be_focused()


def test_on_a_phone_what_a_dot_opens_lies_within_the_map_and_covers_no_button(
    browser: Browser, site: str
) -> None:
    size = {"width": 320, "height": 640}
    address = f"{site}places/?country=KE"
    with opened(browser, address, viewport=size, reduced_motion="reduce") as page:
        page.locator(".atlas-dot[title='York']").click()
        around = page.locator(".atlas").bounding_box()
        box = page.locator(".leaflet-popup-content-wrapper").bounding_box()
        assert around
        assert box
        assert around["x"] <= box["x"]
        assert box["x"] + box["width"] <= around["x"] + around["width"]
        assert around["y"] <= box["y"]
        expect(page.locator(".leaflet-control-zoom")).to_be_hidden()
        page.get_by_role("button", name="Close").click()
        expect(page.locator(".leaflet-control-zoom")).to_be_visible()


def test_every_place_of_the_map_is_in_the_list_too(places: Page) -> None:
    names = places.locator("[data-plain] .place-list b").all_inner_texts()
    assert {"A place without a point", "Cardiff", "Leeds", "Nairobi", "York"} <= set(names)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_map_and_in_what_it_opens(
    browser: Browser, site: str, scheme: str
) -> None:
    with opened(browser, f"{site}places/", color_scheme=scheme, reduced_motion="reduce") as page:
        page.locator(".atlas-dot").first.click()
        page.locator(".atlas-popup").wait_for()
        assert faults(page) == ()


def test_nothing_comes_from_another_host_and_nothing_is_forbidden(
    browser: Browser, site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto(f"{site}places/")
    page.locator(".atlas-dots").first.click()
    page.locator(".leaflet-control-zoom-out").click()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((site, "data:"))] == []
    assert told == []
    context.close()


def test_without_script_the_still_map_and_the_list_are_there(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}places/", java_script_enabled=False) as page:
        expect(page.locator(".still-map circle")).to_have_count(4)
        expect(page.locator(".place-list a").first).to_be_visible()


def test_where_the_map_cannot_be_had_the_still_one_stays_and_the_list_is_sifted(
    browser: Browser, site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/leaflet.js", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{site}places/", wait_until="networkidle")
    expect(page.locator(".still-map svg")).to_be_visible()
    expect(page.locator(".atlas")).to_have_count(0)
    page.goto(f"{site}places/?country=KE", wait_until="networkidle")
    expect(page.locator(".place-list:visible b")).to_have_text(["Nairobi", "York"])
    # It has the dots of all places, not only of those that were found.
    expect(page.locator(".still-map .dots")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (datetime(2026, 12, 5, 23, tzinfo=UTC), ["Soon", "Month"]),
        (datetime(2026, 12, 6, 1, tzinfo=UTC), ["Month"]),
        (datetime(2026, 12, 31, 23, tzinfo=UTC), ["Month"]),
        (datetime(2027, 1, 1, 1, tzinfo=UTC), []),
    ],
)
def test_an_offer_hides_on_the_day_after_its_last(
    browser: Browser, site: str, day: datetime, shown: list[str]
) -> None:
    context = browser.new_context(timezone_id="UTC")
    page = context.new_page()
    page.clock.set_fixed_time(day)
    page.goto(f"{site}opportunities/", wait_until="networkidle")
    assert page.locator("[data-offer]:visible h3").all_inner_texts() == shown
    assert page.locator("[data-none]").is_visible() is (not shown)
    context.close()
