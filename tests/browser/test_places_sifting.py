"""The map with the filters of the list of cases, as readers use it."""

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from browsing import DESK, PHONE, Site, faults, opened, wait_until
from playwright.sync_api import Browser, Locator, Page, expect
from sifting import ASKED, drawn, passing, query

from hubtool.hub.hub import Hub
from hubtool.text.typography import curly
from hubtool.text.words import words

pytestmark = [pytest.mark.browser, pytest.mark.engine]

COMBINATIONS = 24
Listed = set[tuple[str, str, str, frozenset[str]]]

# The list of places that is shown, all of it: country, region, place, and the titles of its cases.
LISTED = """async () => {
  const busy = () => document.querySelector("[data-finder][aria-busy]");
  const more = () => document.querySelector("[data-more]:not([hidden]) button");
  const frame = () => new Promise(requestAnimationFrame);
  while (busy()) await frame();
  while (more()) {
    const before = document.querySelectorAll("[data-list] .place-list > li").length;
    more().click();
    while (document.querySelectorAll("[data-list] .place-list > li").length === before) await frame();
  }
  const text = (one) => one?.textContent.trim() ?? "";
  return [...document.querySelectorAll(".place-list > li")].filter((one) => one.checkVisibility()).map((one) => {
    const before = one.parentElement.previousElementSibling;
    const region = before.localName === "h4" ? text(before) : "";
    const titles = [...one.querySelectorAll("a")].map(text);
    return [text(one.closest("section").querySelector("h3 a")), region, text(one.querySelector("b")), titles];
  });
}"""
COUNTRIES = """() => [...document.querySelectorAll(".country")].filter((one) => one.checkVisibility())
  .map((one) => [one.querySelector("h3 a").textContent, parseInt(one.querySelector("h3 .heading-count").textContent)])"""
DOTS = """() => [...document.querySelectorAll(".atlas-dot, .atlas-dots")]
  .reduce((sum, one) => sum + Number(one.textContent || 1), 0)"""


def expected(hub: Hub, ids: set[str]) -> Listed:
    """Return the places of some cases, straight from the hub."""
    t = words(hub.settings.hub.language)
    found: dict[tuple[str, str, str], set[str]] = {}
    for id_ in ids:
        for place in hub.cases[id_].places:
            region = t.region(place.region) if place.region else ""
            key = (t.country(place.country), region, place.name)
            found.setdefault(key, set()).add(curly(hub.cases[id_].title))
    return {(*key, frozenset(titles)) for key, titles in found.items()}


def drawn_places(hub: Hub, ids: set[str]) -> int:
    """Return how many of their places have a point."""
    places = [place for id_ in ids for place in hub.cases[id_].places if place.lat is not None]
    return len({(place.country, place.region, place.name) for place in places})


def listed(page: Page) -> Listed:
    rows = [(*row[:3], frozenset(row[3])) for row in page.evaluate(LISTED)]
    assert len(rows) == len(set(rows))
    return set(rows)


def dots_become(page: Page, count: int) -> None:
    wait_until(page, f"(count) => ({DOTS})() === count", count)


@pytest.fixture
def places(generated: Site, browser: Browser) -> Iterator[Page]:
    """Give the page of places of the generated hub, its map drawn and nothing moving."""
    address = f"{generated.address}places/"
    with opened(browser, address, viewport=DESK, reduced_motion="reduce") as page:
        page.locator(".atlas-dots").first.wait_for()
        yield page


def test_the_map_and_its_list_show_what_a_plain_filter_finds(generated: Site, places: Page) -> None:
    draw = random.Random(3)  # noqa: S311  (no secret)
    hub = generated.hub
    for _ in range(COMBINATIONS):
        chosen = drawn(hub, draw)
        seen: dict[str, Any] = places.evaluate(ASKED, query(chosen) if chosen else "")
        ids = passing(hub, chosen, set(hub.cases))
        right = expected(hub, ids)
        assert set(seen["ids"]) == ids
        assert listed(places) == right
        assert dict(places.evaluate(COUNTRIES)) == {
            land: len({title for one in right if one[0] == land for title in one[3]})
            for land in {one[0] for one in right}
        }
        dots_become(places, drawn_places(hub, ids))
        number = re.search(r"in (\d+) place", seen["heading"])
        assert int(number[1] if number else 0) == len(right)


def test_words_sift_the_map_too(generated: Site, places: Page) -> None:
    ids = set(places.evaluate(ASKED, "?q=children")["ids"])
    assert 0 < len(ids) < len(generated.hub.cases)
    assert listed(places) == expected(generated.hub, ids)
    dots_become(places, drawn_places(generated.hub, ids))


def test_what_is_asked_goes_to_the_map_and_back(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        page.get_by_role("checkbox", name="Water").check()
        page.locator("#head-search").fill("river")
        page.get_by_role("combobox", name="Sort by").select_option("title")
        page.wait_for_url("**sort=title")
        asked = page.url.partition("?")[2]
        assert "q=river" in asked
        assert "topic=" in asked
        cases = page.locator("[data-count]").inner_text()
        page.locator("[data-other]", has_text="Map").click()
        page.wait_for_url(f"**/places/?{asked}")
        expect(page.locator("[data-count]")).to_have_text(re.compile(rf"^{cases} in \d+ places?$"))
        expect(page.locator("#head-search")).to_have_value("river")
        page.reload()
        expect(page.locator("[data-count]")).to_have_text(re.compile(rf"^{cases} in \d+ places?$"))
        page.get_by_role("link", name="As a list").click()
        page.wait_for_url(f"**/cases/?{asked}")
        expect(page.locator("[data-count]")).to_have_text(cases)
        expect(page.get_by_role("combobox", name="Sort by")).to_have_value("title")


def test_the_back_button_brings_back_what_the_map_showed(frozen: Site, browser: Browser) -> None:
    with opened(
        browser, f"{frozen.address}places/", viewport=DESK, reduced_motion="reduce"
    ) as page:
        page.locator(".atlas-dots").first.wait_for()
        everything = page.evaluate(DOTS)
        page.get_by_role("checkbox", name="Housing").check()
        page.wait_for_url("**/places/?topic=housing")
        expect(page.locator("[data-plain]")).to_be_hidden()
        wait_until(page, f"(count) => ({DOTS})() < count", everything)
        some = page.evaluate(DOTS)
        page.go_back()
        dots_become(page, everything)
        expect(page.locator("[data-plain]")).to_be_visible()
        page.go_forward()
        dots_become(page, some)
        page.locator("[data-list] .place-list a").first.click()
        page.wait_for_url("**/cases/*/")
        page.go_back()
        dots_become(page, some)
        expect(page.get_by_role("checkbox", name="Housing")).to_be_checked()


def test_the_number_found_is_announced_with_its_places(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}places/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        page.get_by_role("checkbox", name="Housing").check()
        expect(page.locator("[data-said][role=status]")).to_have_text(
            re.compile(r"^\d+ of \d+ cases in \d+ places$")
        )


def test_a_case_in_several_places_is_at_each_of_them(frozen: Site, browser: Browser) -> None:
    case = max(frozen.hub.cases.values(), key=lambda case: len(case.places))
    with opened(browser, f"{frozen.address}places/?q={case.title}", viewport=DESK) as page:
        said = page.locator(
            "[data-list] .case-here", has=page.get_by_role("link", name=curly(case.title))
        )
        expect(said).to_have_count(len(case.places))
        expect(said.first).to_contain_text(f"in {len(case.places)} places in all")


def popup(page: Page) -> Locator:
    return page.locator(".atlas-popup")


def test_dots_that_part_keep_the_focus_of_the_keyboard(places: Page) -> None:
    places.evaluate(ASKED, "?country=GB")
    places.locator("[data-list]:not([hidden])").wait_for()
    places.locator(".atlas-dots").first.focus()
    for _ in range(12):
        if popup(places).count():
            break
        places.keyboard.press("Enter")
        places.wait_for_timeout(80)
        assert places.evaluate("document.activeElement !== document.body")
    expect(popup(places).locator("a").first).to_be_focused()
    places.keyboard.press("Escape")
    expect(popup(places)).to_have_count(0)
    assert places.evaluate("document.activeElement.matches('.leaflet-marker-icon')")


def test_more_places_are_shown_on_demand_and_the_keyboard_goes_on_there(places: Page) -> None:
    places.evaluate(ASKED, "?depth=full&depth=snapshot&depth=")
    more = places.get_by_role("button", name=re.compile(r"Show \d+ more"))
    more.click()
    expect(
        places.locator("[data-list] .place-list > li").nth(100).locator("a").first
    ).to_be_focused()


def test_a_jump_to_a_country_leaves_the_list_as_it_is(places: Page) -> None:
    places.evaluate(ASKED, "?depth=full&depth=snapshot")
    places.get_by_role("button", name=re.compile(r"Show \d+ more")).click()
    items = places.locator("[data-list] .place-list > li")
    expect(items.nth(100)).to_be_visible()
    count = items.count()
    places.locator("[data-list] .country-jumps a").last.click()
    places.wait_for_url("**#found-*")
    places.wait_for_timeout(300)
    assert items.count() == count
    expect(places.locator("[data-list] .country").last).to_be_in_viewport()


def test_where_nothing_is_found_the_map_is_empty_and_says_so(places: Page) -> None:
    places.evaluate(ASKED, "?q=xyzzyqwert")
    dots_become(places, 0)
    expect(places.locator("[data-notes]")).to_contain_text("Nothing here has “xyzzyqwert”.")
    expect(places.locator(".place-list:visible")).to_have_count(0)


def test_without_script_the_dots_lead_to_the_countries_of_the_list(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, f"{frozen.address}places/", java_script_enabled=False) as page:
        expect(page.locator("form.facets")).to_be_hidden()
        expect(page.get_by_role("link", name="As a list")).to_be_visible()
        page.locator(".still-map a[href='#ke'] circle").first.click()
        page.wait_for_url("**/places/#ke")
        assert page.locator("#ke h3").inner_text() == "Kenya 1 case"
        links = page.locator(".still-map a").count()
        assert links == page.locator(".country-jumps a").count()
        assert page.locator(".still-map a:not([tabindex='-1'])").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_on_the_map_of_what_was_found(
    frozen: Site, browser: Browser, scheme: str, size: dict[str, int]
) -> None:
    context = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    address = f"{frozen.address}places/?theme=trust&country=GB"
    with opened(browser, address, **context) as page:
        page.locator(".leaflet-marker-icon").first.wait_for()
        if size is PHONE:
            page.get_by_role("link", name="Filters").click()
            expect(page.get_by_role("checkbox", name="Housing")).to_be_visible()
        assert faults(page) == ()
        assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_on_the_still_map(
    frozen: Site, browser: Browser, size: dict[str, int]
) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.route("**/assets/js/**", lambda route: route.abort())
    page.goto(f"{frozen.address}places/")
    expect(page.locator(".still-map")).to_be_visible()
    assert faults(page) == ()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]
    context.close()


def test_the_small_map_of_the_home_page_leads_to_the_big_one(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, frozen.address, viewport=DESK) as page:
        page.get_by_role("link", name=re.compile(r"^A map of the world with \d+ places")).click()
        page.wait_for_url("**/places/")
