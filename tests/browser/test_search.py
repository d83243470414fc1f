"""The search of the header, as readers use it: with words, with keys, below a path."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import PHONE, Site, faults, opened, served
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]


class Search:
    """The search of the header of *page*."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.get_by_role("banner").get_by_role("combobox")
        self.options = page.get_by_role("banner").get_by_role("option")
        self.said = page.get_by_role("banner").get_by_role("status")

    def type(self, words: str) -> None:
        """Type *words* and wait for what is said of them."""
        self.box.focus()
        self.box.press_sequentially(words)
        expect(self.said).to_contain_text(words)

    def option(self, text: str) -> Locator:
        return self.options.filter(has_text=text).first

    def choose(self, option: Locator) -> None:
        """Choose *option* with the keys."""
        self.box.press("ArrowDown")
        for _ in range(self.options.count()):
            if option.get_attribute("aria-selected") == "true":
                break
            self.box.press("ArrowDown")
        self.box.press("Enter")


@contextmanager
def searching(browser: Browser, address: str, **context: object) -> Iterator[Search]:
    with opened(browser, address, reduced_motion="reduce", **context) as page:
        yield Search(page)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("energy bills", "Tenants chose damp"),  # in a story
        ("before they have to ask", "Pay people before they have to ask"),  # a lesson
        ("Nineteen in the kitchen", "Nineteen in the kitchen"),  # a film's title
        ("Exampleton Anglers", "Anglers and ecologists"),  # a partner
        ("hanging around", "Hanging around"),  # a method
    ],
)
def test_words_are_found_wherever_they_stand(
    rich: Site, browser: Browser, words: str, title: str
) -> None:
    with searching(browser, rich.address) as search:
        search.type(words)
        expect(search.option(title)).to_be_visible()


def test_a_synonym_finds_what_is_filed_under_the_term(frozen: Site, browser: Browser) -> None:
    term = frozen.hub.term("themes", "coproduction-or-involvement")
    assert "tokenism" in term.alt
    filed = {case.id for case in frozen.hub.cases_with("themes", term.id)}
    with searching(browser, frozen.address) as search:
        search.type("tokenism")
        expect(search.option(term.label)).to_be_visible()
        found = [option.get_attribute("href") or "" for option in search.options.all()]
    cases = {part[1] for one in found if (part := re.search(r"/cases/([a-z0-9-]+)/", one))}
    assert cases
    assert cases & filed


def test_what_is_not_there_is_said_not_to_be(frozen: Site, browser: Browser) -> None:
    with searching(browser, frozen.address) as search:
        search.type("xyzzyqwert")
        expect(search.said).to_have_text("Nothing here has “xyzzyqwert”.")
        assert search.page.get_by_text("Nothing here has “xyzzyqwert”.").first.is_visible()


def test_a_lesson_is_opened_at_its_address(rich: Site, browser: Browser) -> None:
    with searching(browser, f"{rich.address}about/") as search:
        search.type("before they have to ask")
        search.choose(search.option("Pay people before they have to ask"))
        address = f"{rich.address}cases/kitchen-table-damp/#lesson-pay-early"
        expect(search.page).to_have_url(address)
        expect(search.page.locator("#lesson-pay-early")).to_be_in_viewport()


def test_a_film_is_opened_at_its_address(rich: Site, browser: Browser) -> None:
    with searching(browser, rich.address) as search:
        search.type("Nineteen in the kitchen")
        films = search.page.get_by_role("group", name="Films").get_by_role("option")
        films.first.click()
        expect(search.page).to_have_url(
            re.compile(r"/hub/cases/kitchen-table-damp/.*#film-nineteen$")
        )
        expect(search.page.locator("#film-nineteen")).to_be_in_viewport()


def test_escape_closes_the_list_and_leaves_the_focus_in_the_box(
    rich: Site, browser: Browser
) -> None:
    with searching(browser, rich.address) as search:
        search.type("tenants")
        search.box.press("ArrowDown")
        search.box.press("Escape")
        expect(search.options.first).to_be_hidden()
        expect(search.box).to_be_focused()
        expect(search.box).to_have_value("tenants")
        expect(search.box).to_have_attribute("aria-expanded", "false")


def test_the_tab_key_leaves_the_search_and_closes_the_list(rich: Site, browser: Browser) -> None:
    with searching(browser, rich.address) as search:
        search.type("tenants")
        search.box.press("Tab")
        expect(
            search.page.get_by_role("banner").get_by_role("button", name="Search")
        ).to_be_focused()
        search.page.keyboard.press("Tab")
        expect(search.options.first).to_be_hidden()
        expect(search.page.get_by_role("banner").get_by_role("link", name="Cases")).to_be_focused()


def test_what_is_marked_is_told_to_those_who_do_not_see_it(rich: Site, browser: Browser) -> None:
    with searching(browser, rich.address) as search:
        search.type("tenants")
        search.box.press("ArrowDown")
        first = search.options.first
        expect(first).to_have_attribute("aria-selected", "true")
        expect(search.box).to_have_attribute(
            "aria-activedescendant", first.get_attribute("id") or ""
        )
        expect(search.said).to_have_text(re.compile(r"^\d+ "))


def test_the_enter_key_leads_to_all_that_was_found(rich: Site, browser: Browser) -> None:
    with searching(browser, rich.address) as search:
        search.type("tenants")
        search.box.press("Enter")
        expect(search.page).to_have_url(f"{rich.address}cases/?q=tenants")
        results = search.page.locator("#content")
        expect(
            results.get_by_role("link", name=re.compile("Tenants chose damp")).first
        ).to_be_visible()


def test_words_are_searched_from_a_page_that_is_not_there(rich: Site, browser: Browser) -> None:
    with searching(browser, f"{rich.address}no/such/page/") as search:
        search.type("tenants")
        search.option("Tenants chose damp").click()
        case = re.escape(f"{rich.address}cases/kitchen-table-damp/")
        expect(search.page).to_have_url(re.compile(f"^{case}(#|$)"))


def test_a_site_without_a_word_index_says_so(rich: Site, browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(rich.folder, tmp_path / "site", ignore=shutil.ignore_patterns("pagefind"))
    with (
        served(tmp_path / "site", "/hub/") as address,
        searching(browser, address) as search,
    ):
        search.box.press_sequentially("tenants")
        expect(search.said).to_contain_text("no word index")
        search.option("All cases").click()
        expect(search.page).to_have_url(f"{address}cases/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_list(rich: Site, browser: Browser, scheme: str) -> None:
    with searching(browser, f"{rich.address}about/", color_scheme=scheme) as search:
        search.type("tenants")
        search.box.press("ArrowDown")
        assert faults(search.page) == ()


def test_the_open_list_fits_a_small_phone(rich: Site, browser: Browser) -> None:
    with searching(browser, rich.address, viewport=PHONE) as search:
        search.page.get_by_role("banner").get_by_role("button", name="Search").click()
        search.type("tenants")
        assert search.page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
        for option in search.options.all():
            box = option.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
