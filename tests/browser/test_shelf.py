"""A reader's shelf: with the keyboard alone, and never more believed than it deserves."""

from pathlib import Path

import pytest
from browsing import Site
from playwright.sync_api import Browser, Page, expect

from hubtool.documents import SourceFile
from hubtool.files import sources
from hubtool.load import load
from hubtool.records.formatting import format_file

pytestmark = pytest.mark.browser


def press(page: Page, button: str) -> None:
    """Press a button as somebody does who has no mouse."""
    page.locator(button).first.focus()
    page.keyboard.press("Enter")


def test_a_shelf_is_filled_ordered_shared_and_sent_with_the_keyboard(
    frozen: Site, browser: Browser
) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    case = next(case for case in frozen.hub.cases.values() if case.lessons[0].id)
    lesson = case.lessons[0]
    page.goto(f"{frozen.address}cases/{case.id}/")
    expect(page.locator(".shelf-link")).to_be_hidden()
    press(page, ".case-head .keep")
    press(page, f"#lesson-{lesson.id} .keep")
    expect(page.locator(f"#lesson-{lesson.id} .keep")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".shelf-link")).to_have_text("Shelf 2")

    press(page, ".shelf-link")
    rows = page.locator("[data-items] > li")
    expect(rows).to_have_count(2)
    expect(rows.nth(0).locator(f"a[href$='cases/{case.id}/']")).to_be_visible()
    press(page, "[data-items] > li:nth-child(2) .shelf-moves button:first-child")
    expect(rows.nth(0).locator(f"a[href$='#lesson-{lesson.id}']")).to_be_visible()
    assert page.evaluate("document.activeElement.closest('li') !== null")
    for selector, words in (
        ("[name=title]", "First things"),
        ("[name=summary]", "What to read first."),
        ("#note-0", 'Begin here: <b>"now"</b> # not a comment'),
        ("#note-1", "Then this."),
        ("[name=convenor]", "Exampleton Library"),
    ):
        page.locator(selector).focus()
        page.keyboard.type(words)
    save = page.locator("[data-send] [data-save-file]")
    expect(save).to_be_visible()
    with page.expect_download() as download:
        press(page, "[data-send] [data-save-file]")
    assert download.value.suggested_filename == "first-things.yml"
    text = Path(download.value.path()).read_text()
    source = SourceFile("collections/first-things.yml", text.encode())
    assert format_file(source).content == source.content
    files = sources(frozen.root)
    with_it = files.__class__(**{**_values(files), "records": (*files.records, source)})
    hub, diagnostics = load(with_it, today=frozen.hub.today)
    assert hub, diagnostics
    assert hub.collections["first-things"].items[0].lesson == f"{case.id}#{lesson.id}"

    with page.expect_download() as download:
        press(page, "[data-cite=bib]")
    assert case.id in Path(download.value.path()).read_text()
    address = page.locator("[data-address]").text_content()
    assert address
    stranger = browser.new_context().new_page()
    stranger.goto(address)
    expect(stranger.locator("[data-items] > li")).to_have_count(2)
    expect(stranger.locator("[data-shared]")).to_be_visible()
    expect(stranger.locator("#note-0")).to_have_value('Begin here: <b>"now"</b> # not a comment')
    assert stranger.evaluate("localStorage.length") == 0
    press(stranger, "[data-adopt]")
    expect(stranger.locator("[data-own]")).to_be_visible()
    assert "#" not in stranger.url
    context.close()


def _values(files: object) -> dict[str, object]:
    return {name: getattr(files, name) for name in files.__dataclass_fields__}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "code",
    ["x", "%3Cscript%3E", "A" * 20_000, "q1YqyUgtSlWyUoqOrtXRUUpLLErMSU1RsqpWKkpMyVRSqlWqBQA"],
)
def test_an_address_that_is_no_shelf_shows_the_own_one(
    frozen: Site, browser: Browser, code: str
) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{frozen.address}shelf/#{code}")
    expect(page.locator("[data-none]")).to_be_visible()
    page.close()


def test_without_script_nothing_is_offered(frozen: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{frozen.address}cases/{next(iter(frozen.hub.cases))}/")
    assert page.locator(".keep").count() == 0
    page.goto(f"{frozen.address}shelf/")
    expect(page.locator("[data-shelf]")).to_be_hidden()
    page.close()
