"""What the partners of a case are sent, in a browser: its own page for whoever opens it there."""

import pytest
from browsing import PHONE, Site, faults, opened
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.engine, pytest.mark.browser]

CASE = "cases/river-walks/"


@pytest.mark.parametrize("has_scripts", [True, False])
def test_it_stands_alone_at_its_address_and_leads_to_the_whole_page(
    rich: Site, browser: Browser, has_scripts: bool
) -> None:
    address = f"{rich.address}{CASE}#for-partners"
    with opened(browser, address, viewport=PHONE, java_script_enabled=has_scripts) as page:
        part, title = page.locator("#for-partners"), page.locator("h1")
        expect(part).to_be_visible()
        expect(title).to_be_hidden()
        if has_scripts:
            assert faults(page) == ()
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        part.get_by_role("link", name="See the whole page").click()
        expect(title).to_be_visible()
        expect(part).to_be_hidden()
        page.get_by_role("link", name="For its partners").click()
        expect(part).to_be_visible()


def test_the_form_opens_on_the_case(rich: Site, browser: Browser) -> None:
    with opened(browser, f"{rich.address}{CASE}#for-partners") as page:
        page.locator("#for-partners").get_by_role("link", name="Open this story").click()
        page.wait_for_selector("[data-form][data-ready]")
        assert page.input_value("#case-title") == rich.hub.cases["river-walks"].title
