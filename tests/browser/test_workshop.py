"""What a workshop prints, in a browser: how many sheets, and nothing cut off."""

from collections.abc import Iterator

import pytest
from browsing import PHONE, TODAY, faults, opened, served, sheets
from playwright.sync_api import Browser, expect
from small_hubs import SITE_CASE, make_hub, write_file

from hubtool.site.build import Options, build

pytestmark = [pytest.mark.engine, pytest.mark.browser]

NAMES = ("one", "two", "three", "four", "five")
LONG = "A lesson may run on when nobody stops it, and then its card has to hold all of it. " * 4
CUT_OFF = """[...document.querySelectorAll(".cut-card, .cut-text")].filter(
  (part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1
).map((part) => part.textContent)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site with a collection of five cases and their lessons."""
    root = make_hub(tmp_path_factory.mktemp("workshop") / "hub")
    for name in NAMES:
        case = SITE_CASE.replace("Estuary walks", f"Case {name}")
        write_file(root, f"cases/{name}.yml", case)
    items = "".join(f"  - {{case: {name}, note: Why.}}\n" for name in NAMES)
    write_file(
        root,
        "collections/walks.yml",
        f"title: First walks\nsummary: Outdoors.\nconvenors: [Library]\nitems:\n{items}",
    )
    result = build(root, Options(today=TODAY))
    assert result.is_new, result.diagnostics
    with served(root / "site", "/hub/") as address:
        yield address


def test_eight_cards_stand_on_a_sheet_and_none_is_cut_off(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}collections/walks/") as page:
        page.get_by_role("link", name="Cards to cut out").click()
        expect(page.locator(".cut-card")).to_have_count(10)
        assert faults(page) == ()
        assert sheets(page) == 2
        page.emulate_media(media="print")
        expect(page.get_by_role("button", name="Print")).to_be_hidden()
        assert page.evaluate(CUT_OFF) == []
        page.locator(".cut-text p").first.evaluate("(text, long) => text.textContent = long", LONG)
        assert sheets(page) == 2


def test_cards_stand_below_one_another_on_a_phone(browser: Browser, site: str) -> None:
    address = f"{site}collections/walks/cards/"
    with opened(browser, address, viewport=PHONE, color_scheme="dark") as page:
        assert faults(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_plan_prints_one_sheet_for_whoever_runs_it_and_the_questions(
    browser: Browser, site: str
) -> None:
    with opened(browser, f"{site}collections/walks/workshop/") as page:
        assert faults(page) == ()
        assert sheets(page) == 2
        page.get_by_role("link", name="Cards to cut out").click()
        expect(page).to_have_url(f"{site}collections/walks/cards/")
    with opened(browser, f"{site}collections/walks/workshop/", viewport=PHONE) as page:
        assert faults(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
