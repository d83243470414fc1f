"""A reader's shelf: with the keyboard alone, and never more believed than it deserves."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsing import SETTINGS, Site, faults, sheets
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
        ("[name=questions]", "Who decided?"),
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

    assert hub.collections["first-things"].questions == ("Who decided?",)
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
def test_a_damaged_address_is_named_as_such_and_shows_the_own_shelf(
    frozen: Site, browser: Browser, code: str
) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{frozen.address}shelf/#{code}")
    expect(page.locator("[data-none]")).to_be_visible()
    expect(page.locator("[data-status]")).to_contain_text("cut or damaged")
    page.goto(f"{frozen.address}shelf/print/#{code}")
    expect(page.locator("[data-status]")).to_contain_text("cut or damaged")
    page.close()


def test_without_script_nothing_is_offered(frozen: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{frozen.address}cases/{next(iter(frozen.hub.cases))}/")
    assert page.locator(".keep").count() == 0
    page.goto(f"{frozen.address}shelf/")
    expect(page.locator("[data-shelf]")).to_be_hidden()
    page.close()


def tab_to(page: Page, selector: str) -> None:
    """Go to what *selector* names with the tabulator alone."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement?.matches(selector)", selector):
            return
    raise AssertionError(selector)


def follow(page: Page, selector: str) -> None:
    """Go to the link that *selector* names, and follow it, without a mouse."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def shelf_of(site: Site, *, title: str = "") -> dict[str, object]:
    """Return a shelf with a case that has a story, a lesson, a film, and what is not there."""
    case = next(case for case in site.hub.cases.values() if case.story and case.lessons[0].id)
    film = site.hub.films[0]
    things = (
        ("case", case.id),
        ("lesson", f"{case.id}#{case.lessons[0].id}"),
        ("film", film.address),
        ("case", "nowhere"),
    )
    items = [{"kind": kind, "address": name, "note": f"Why {name}"} for kind, name in things]
    return {"title": title, "summary": "", "questions": "Who?\nWhy?", "items": items}


@contextmanager
def filled(site: Site, browser: Browser, **context: Any) -> Iterator[Page]:
    """Open the page of a shelf that is filled."""
    own = browser.new_context(accept_downloads=True, **context)
    page = own.new_page()
    page.goto(f"{site.address}shelf/")
    key = page.evaluate("new URL('.', new URL('../', location.href)).pathname") + ".shelf"
    value = json.dumps(shelf_of(site, title="For Thursday"))
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
    page.reload()
    expect(page.locator("[data-items] > li")).to_have_count(4)
    yield page
    own.close()


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_filled_shelf_can_be_used_by_everybody(
    frozen: Site, browser: Browser, setting: str
) -> None:
    scheme, size = SETTINGS[setting]
    with filled(frozen, browser, color_scheme=scheme, viewport=size) as page:
        page.get_by_role("button", name="Take off").first.click()
        assert faults(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        page.goto(f"{frozen.address}shelf/cards/")
        expect(page.locator(".cut-card").first).to_be_visible()
        expect(page.locator("[data-status]")).to_contain_text("nowhere")
        assert faults(page) == ()


def test_what_was_taken_off_comes_back_with_the_keyboard(frozen: Site, browser: Browser) -> None:
    with filled(frozen, browser) as page:
        rows = page.locator("[data-items] > li")
        tab_to(page, "[data-items] > li:nth-child(2) .shelf-moves button:last-child")
        page.keyboard.press("Enter")
        expect(rows).to_have_count(3)
        expect(page.locator("[data-undo]")).to_be_focused()
        page.keyboard.press("Enter")
        expect(rows).to_have_count(4)
        expect(page.locator("#note-1")).to_have_value(re.compile("^Why .*#"))
        press(page, "[data-empty]")
        expect(page.locator("[data-none]")).to_be_visible()
        expect(page.locator("[data-undo]")).to_be_focused()
        page.keyboard.press("Enter")
        expect(rows).to_have_count(4)
        page.reload()
        expect(rows).to_have_count(4)


def test_a_thing_that_is_kept_again_has_its_note(frozen: Site, browser: Browser) -> None:
    with filled(frozen, browser) as page:
        id_ = page.locator("[data-items] .card").first.get_attribute("data-case")
        page.goto(f"{frozen.address}cases/{id_}/")
        for state in ("false", "true"):
            press(page, ".case-head .keep")
            expect(page.locator(".case-head .keep")).to_have_attribute("aria-pressed", state)
        page.goto(f"{frozen.address}shelf/")
        expect(page.locator("#note-3")).to_have_value(f"Why {id_}")


def test_a_shelf_is_saved_as_a_file_and_opened_elsewhere(
    frozen: Site, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "shelf.json"
    with filled(frozen, browser) as page, page.expect_download() as download:
        press(page, "[data-save-shelf]")
        download.value.save_as(file)
    page = browser.new_context().new_page()
    page.goto(f"{frozen.address}shelf/")
    nothing = tmp_path / "nothing.json"
    nothing.write_text('{"items": [{"kind": "case", "address": "../x"}]}')
    for choice, count in ((nothing, 0), (file, 4)):
        tab_to(page, "#shelf-open-empty")
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Space")
        chooser.value.set_files(choice)
        expect(page.locator("[data-status]")).not_to_be_empty()
        expect(page.locator("[data-items] > li")).to_have_count(count)
    expect(page.locator("[name=title]")).to_have_value("For Thursday")
    page.close()


def test_the_papers_of_a_shelf_are_printed_with_the_keyboard(
    frozen: Site, browser: Browser
) -> None:
    with filled(frozen, browser) as page:
        follow(page, "a[href*='cards/'][data-paper-link]")
        cards = page.locator(".cut-card")
        expect(cards.first).to_be_visible()
        expect(page.locator(".cut-card .qr-code")).to_have_count(cards.count())
        assert sheets(page) == -(-cards.count() // 8)
        for number, paper, words in (
            (4, "print", "For Thursday"),
            (1, "reading-copy", "Story 1"),
            (2, "workshop", "Who?"),
        ):
            follow(page, "a[data-paper-link]")
            expect(page.locator("[data-items] > li")).to_have_count(4)
            follow(page, f"a[href*='{paper}/'][data-paper-link]")
            expect(page.locator("[data-sheets]")).to_contain_text(words)
            assert faults(page) == ()
            assert sheets(page) >= number


def test_a_booklet_has_no_empty_note(frozen: Site, browser: Browser) -> None:
    with filled(frozen, browser) as page:
        page.fill("#note-0", " ")
        page.goto(f"{frozen.address}shelf/print/")
        expect(page.locator(".booklet-item")).to_have_count(3)
        expect(page.locator(".booklet-note")).to_have_count(2)


def test_somebody_elses_shelf_is_printed_from_its_address(frozen: Site, browser: Browser) -> None:
    with filled(frozen, browser) as page:
        expect(page.locator("[data-address]")).not_to_be_empty()
        address = page.locator("[data-address]").text_content()
    stranger = browser.new_context().new_page()
    stranger.goto(address or "")
    expect(stranger.locator("[data-items] > li")).to_have_count(4)
    press(stranger, "a[href*='cards/'][data-paper-link]")
    expect(stranger.locator(".cut-card").first).to_be_visible()
    press(stranger, "a[data-paper-link]")
    expect(stranger.locator("[data-shared]")).to_be_visible()
    stranger.close()


def test_a_paper_that_cannot_be_made_says_so(frozen: Site, browser: Browser) -> None:
    with filled(frozen, browser) as page:
        page.route("**/cases/*/", lambda route: route.abort())
        page.goto(f"{frozen.address}shelf/print/")
        expect(page.locator("[data-status]")).to_contain_text("could not be made")
        expect(page.locator("[data-sheets]")).to_be_hidden()
        assert faults(page) == ()
