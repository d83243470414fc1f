"""Cases side by side, and a collection on paper, in a browser."""

import re
from collections.abc import Iterator

import pytest
from browsing import TODAY, faults, opened, served
from playwright.sync_api import Browser, expect
from small_hubs import SITE_CASE, make_hub, write_file

from hubtool.site.build import build
from hubtool.site.last_build import Options

pytestmark = [pytest.mark.engine, pytest.mark.browser]

POWER = """\
power:
  said_by: together
  stages: {question: shared, inquiry: {note: The anglers counted.}}
"""
COLLECTION = """\
title: First walks
summary: Partnerships that began outdoors.
convenors: [Exampleton Library]
why: Because walking comes first.
items:
  - {case: one, note: The question came late.}
  - {case: two, note: The same river.}
questions: [When did you last walk?]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site with six cases and a collection."""
    root = make_hub(tmp_path_factory.mktemp("compare") / "hub")
    for name in ("one", "two", "three", "four", "five"):
        write_file(
            root, f"cases/{name}.yml", SITE_CASE.replace("Estuary walks", f"Case {name}") + POWER
        )
    write_file(root, "collections/first-walks.yml", COLLECTION)
    result = build(root, Options(today=TODAY))
    assert result.is_new, result.diagnostics
    with served(root / "site", "/hub/") as address:
        yield address


def test_the_address_says_which_cases_stand_side_by_side(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}compare/?case=two&case=one") as page:
        heads = page.locator("thead th")
        expect(heads).to_have_count(2)
        assert [head.inner_text().split("\n")[0] for head in heads.all()] == [
            "Case two",
            "Case one",
        ]
        row = page.locator('[data-row="stage-inquiry"] td')
        expect(row.first).to_contain_text("The anglers counted.")
        expect(page.locator('[data-row="stage-design"] td').first).to_have_text("Not recorded")
        assert faults(page) == ()


def test_those_that_tell_most_stand_there_to_start_with(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}compare/") as page:
        start = page.locator("[data-start]")
        expect(start.locator("li")).to_have_count(3)
        start.get_by_role("link", name="Set these 3 side by side").click()
        expect(page.locator("thead th")).to_have_count(3)
        expect(start).to_be_hidden()
        for _ in range(3):
            page.locator(".comparison-remove").first.click()
        expect(start).to_be_visible()


def test_cases_come_and_go_and_the_back_button_undoes_it(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}compare/") as page:
        expect(page.get_by_role("table")).to_be_hidden()
        for name in ("one", "two", "three", "four"):
            page.get_by_label("Add a case").select_option(f"Case {name}")
            expect(page.locator("[data-compare] [data-said]")).to_have_text(f"Added: Case {name}")
        expect(page.locator("thead th")).to_have_count(4)
        expect(page.get_by_label("Add a case")).to_be_disabled()
        page.get_by_role("button", name="Remove Case two").click()
        expect(page.locator("thead th")).to_have_count(3)
        assert page.url.endswith("/compare/?case=one&case=three&case=four")
        page.go_back()
        expect(page.locator("thead th")).to_have_count(4)


def test_a_case_that_is_not_there_is_told(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}compare/?case=one&case=../x&case=gone") as page:
        expect(page.locator("thead th")).to_have_count(1)
        expect(page.locator("[data-absent]")).to_contain_text("not here, or not any more")


def test_a_phone_shows_each_row_under_its_cases_names(browser: Browser, site: str) -> None:
    address = f"{site}compare/?case=one&case=two"
    with opened(browser, address, viewport={"width": 320, "height": 640}) as page:
        expect(page.locator("thead th")).to_have_count(2)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_the_comparison_leads_to_the_cases(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}compare/?case=one", java_script_enabled=False) as page:
        expect(page.get_by_role("link", name="Case five")).to_be_visible()
        expect(page.get_by_label("Add a case")).to_be_hidden()


def test_a_booklet_prints_on_a4_without_the_site_around_it(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}collections/first-walks/") as page:
        page.get_by_role("link", name="Print it as a booklet").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("First walks")
        assert faults(page) == ()
        paper = page.pdf(prefer_css_page_size=True)
        sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper))
        assert [(round(float(w)), round(float(h))) for w, h in sizes] == [(595, 842)]
        # The front, what is in it, two short cases together, and what to talk about.
        assert len(re.findall(rb"/Type /Page\b(?!s)", paper)) == 4
        page.emulate_media(media="print")
        expect(page.get_by_role("banner")).to_be_hidden()
        expect(page.get_by_role("button", name="Print the booklet")).to_be_hidden()
