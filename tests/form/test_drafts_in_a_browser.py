"""Drafts: a file comes back with its notes, and none takes the place of another."""

from pathlib import Path

import pytest
from browsing import DESK, Site, opened, wait_until
from playwright.sync_api import Browser, Page, expect

from hubtool.documents import SourceFile
from hubtool.records.formatting import format_file

pytestmark = [pytest.mark.browser, pytest.mark.engine]

ADDRESS = "contribute/case/"
FILE = """\
# Written with the anglers.
title: Anglers walked the river
summary: They walked for a year.  # ask them again in spring
places: [{name: Exampleton, country: GB}]
partners:
  - {id: anglers, name: Exampleton Anglers, kind: community-group}
  # They joined later.
  - id: uni
    name: University of Example
    kind: university
  # They left.
  - {id: school, name: A school, kind: school}
lessons:
  - id: walk-first
    lesson: Walk first.  # their own words
    kind: worked
    said_by: community
consent: {status: agreed, agreed_by: Their committee, agreed_on: 2026-01}
"""


def ready(page: Page) -> None:
    page.wait_for_selector("[data-form][data-ready]")


def open_file(page: Page, path: Path) -> None:
    page.set_input_files("[data-file]", path)
    expect(page.locator("form.is-whole")).to_be_visible()


def file_text(page: Page) -> str:
    page.click("[data-finish]")
    expect(page.locator("#send-h")).to_be_focused()
    text = page.locator("[data-the=text]").text_content() or ""
    page.click("[data-back]")
    return text


def formatted(text: str) -> str:
    return (format_file(SourceFile("cases/a.yml", text.encode())).content or b"").decode()


def test_a_file_is_opened_with_its_notes_and_saved_with_them(
    rich: Site, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "river.yml"
    file.write_text(FILE)
    with opened(browser, rich.address + ADDRESS, viewport=DESK) as page:
        ready(page)
        assert (
            page.evaluate(
                "performance.getEntriesByName(new URL('../../assets/vendor/yaml.js', location.href).href).length"
            )
            == 0
        )
        open_file(page, file)
        with page.expect_download() as download:
            page.click("[data-save]")
        assert download.value.path().read_text() == formatted(FILE)
        page.locator("[data-list=PartnerEntry] > [data-items] > *").nth(2).locator(
            "[data-remove]"
        ).click()
        text = file_text(page)
        assert "# They joined later." in text
        assert "# They left." not in text
        assert text.endswith(formatted(text).splitlines()[-1] + "\n")
        assert text == formatted(text)
        file.write_text("title: [River\n")
        page.set_input_files("[data-file]", file)
        expect(page.locator("[data-kept]")).to_contain_text("line 2")


def test_no_draft_takes_the_place_of_another(rich: Site, browser: Browser, tmp_path: Path) -> None:
    id_ = next(iter(rich.hub.sources))
    title = rich.hub.cases[id_].title
    form = rich.address + ADDRESS
    with opened(browser, form, viewport=DESK) as page:
        page.on("dialog", lambda dialog: dialog.accept())
        ready(page)
        page.fill("#case-title", "My own story")
        page.goto(f"{form}?case={id_}")
        ready(page)
        assert page.input_value("#case-title") == title
        expect(page.locator("[data-others] li")).to_contain_text("My own story")
        page.fill("#case-title", "A change")
        page.goto(f"{form}?case={id_}")
        ready(page)
        assert page.input_value("#case-title") == "A change"
        expect(page.locator("[data-kept]")).to_contain_text("You began to change this page")
        page.click("[data-begin-again]")
        expect(page.locator("#case-title")).to_have_value(title)
        assert page.locator("[data-others] li b").all_inner_texts() == ["A change", "My own story"]
        page.click("[data-others] li:nth-child(2) button:first-of-type")
        ready(page)
        assert page.input_value("#case-title") == "My own story"
        file = tmp_path / "river.yml"
        file.write_text(FILE)
        open_file(page, file)
        assert page.locator("[data-others] li b").all_inner_texts() == ["A change", "My own story"]
        page.click("[data-others] li:nth-child(2) button:first-of-type")
        ready(page)
        wait_until(page, "document.querySelector('#case-title').value === 'My own story'")
        page.click("[data-delete]")
        expect(page.locator("#case-title")).to_have_value("")
        assert page.locator("[data-others] li").count() == 2
