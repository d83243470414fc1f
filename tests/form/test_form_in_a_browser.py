"""An average case, entered by keyboard alone, with the commonest mistakes on the way."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import DESK, PHONE, Site, opened
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from hubtool.cli import hubtool
from hubtool.documents import SourceFile
from hubtool.records.formatting import format_file

pytestmark = [pytest.mark.browser, pytest.mark.engine]

ADDRESS = "contribute/case/"
MOST_STEPS = 400


@pytest.fixture
def page(rich: Site, browser: Browser) -> Iterator[Page]:
    with opened(browser, rich.address + ADDRESS, viewport=DESK) as page:
        page.wait_for_selector("[data-form][data-ready]")
        yield page


def go_to(page: Page, id_: str, key: str = "Tab") -> None:
    """Press *key* until the control *id_* has the focus."""
    for _ in range(MOST_STEPS):
        if page.evaluate("document.activeElement.id") == id_:
            return
        page.keyboard.press(key)
    raise AssertionError(id_)


def write(page: Page, id_: str, text: str) -> None:
    go_to(page, id_)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def choose(page: Page, id_: str, term: str) -> None:
    """Open the choice *id_*, go to *term* in it and choose it."""
    go_to(page, id_)
    page.keyboard.press("Enter")
    chosen = f"document.activeElement.value === '{term}'"
    for _ in range(MOST_STEPS):
        if page.evaluate(chosen):
            break
        is_radio = page.evaluate("document.activeElement.type === 'radio'")
        page.keyboard.press("ArrowDown" if is_radio else "Tab")
    page.keyboard.press("Space")
    go_to(page, id_, "Shift+Tab")
    page.keyboard.press("Enter")


def press(page: Page, selector: str) -> None:
    """Go to the button *selector* by keyboard and press it."""
    for _ in range(MOST_STEPS):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def mistakes(page: Page) -> list[str]:
    return page.locator("[data-summary] li").all_inner_texts()


def messages(page: Page) -> list[str]:
    return page.locator(".mistake").all_inner_texts()


def enter_with_mistakes(page: Page) -> None:
    press(page, "[data-finish]")
    expect(page.locator("[data-summary]")).to_be_focused()
    assert len(mistakes(page)) == 12  # each missing answer once
    write(page, "case-title", "Anglers walked the river with ecologists")
    write(page, "case-summary", "They walked. " * 40)
    page.keyboard.press("Tab")
    assert any("400 is the most" in text for text in messages(page))
    page.keyboard.press("Shift+Tab")
    write(page, "case-summary", "They walked for a year. Ask ann@mail.example for more.")
    page.keyboard.press("Tab")
    assert any("e-mail address must not be published" in text for text in messages(page))
    page.keyboard.press("Shift+Tab")
    write(page, "case-summary", "They walked for a year, then chose what to measure.")
    write(page, "places-0-name", "Exampleton")
    go_to(page, "places-0-country")
    page.keyboard.type("United Kingdom")
    write(page, "partners-0-name", "Exampleton Anglers")
    choose(page, "partners-0-kind", "community-group")


def enter_the_rest(page: Page) -> None:
    write(page, "partners-1-name", "University of Example")
    choose(page, "partners-1-kind", "university")
    write(page, "lessons-0-lesson", "Walk first. The question came from the third walk.")
    choose(page, "lessons-0-said_by", "community")
    choose(page, "lessons-0-kind", "worked")
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name === 'consent-status'"):
            break
    page.keyboard.press("Space")
    press(page, "[data-finish]")
    assert len(mistakes(page)) == 2  # who agreed, and when
    write(page, "consent-agreed-by", "Exampleton Anglers committee")
    write(page, "consent-agreed-on", "30/9/2025")
    page.keyboard.press("Tab")
    assert any(
        "Write the year first" in text or "write the year first" in text for text in messages(page)
    )
    page.keyboard.press("Shift+Tab")
    write(page, "consent-agreed-on", "2025-09-30")


def test_a_case_by_keyboard_alone_validates_and_is_laid_out(
    page: Page, rich: Site, tmp_path: Path
) -> None:
    enter_with_mistakes(page)
    page.reload()  # closed, and opened again
    page.wait_for_selector("[data-form][data-ready]")
    assert page.input_value("#places-0-name") == "Exampleton"
    enter_the_rest(page)
    press(page, "[data-finish]")
    expect(page.locator("#send-h")).to_be_focused()
    with page.expect_download() as download:
        press(page, "[data-save-file]")
    name = download.value.suggested_filename
    assert name == "anglers-walked-the-river-with-ecologists.yml"
    hub = tmp_path / "hub"
    for folder in ("cases", "vocabulary"):
        (hub / folder).mkdir(parents=True)
    for file in (rich.root / "vocabulary").iterdir():
        (hub / "vocabulary" / file.name).write_bytes(file.read_bytes())
    (hub / "mkdocs.yml").write_text("site_name: A hub\nextra: {hub: {schema: 1}}\n")
    download.value.save_as(hub / "cases" / name)
    run = CliRunner()
    result = run.invoke(hubtool, ["--hub", str(hub), "validate", "--strict"])
    assert (result.exit_code, result.output) == (0, "1 case: all clear\n")
    result = run.invoke(hubtool, ["--hub", str(hub), "fmt", "--check", str(hub / "cases")])
    assert result.exit_code == 0, result.output


def test_each_way_out_says_what_leaves(page: Page) -> None:
    enter_with_mistakes(page)
    enter_the_rest(page)
    press(page, "[data-finish]")
    expect(page.locator("#send-h")).to_be_focused()
    mail = urlsplit(page.get_attribute("[data-mail]", "href") or "")
    assert mail.path == "stories@hub.example"
    assert "anglers-walked" in unquote(mail.query)
    issue = urlsplit(page.get_attribute("[data-issue]", "href") or "")
    query = parse_qs(issue.query)
    assert query["template"] == ["story.yml"]
    assert query["title"] == ["Anglers walked the river with ecologists"]
    unpacked = page.evaluate(
        "async code => (await import(new URL('assets/js/form/packing.js', new URL('../../', location.href)))).unpacked(code)",
        query["case"][0],
    )
    assert unpacked.startswith("title: Anglers walked the river with ecologists\n")


def test_a_browser_that_keeps_nothing_says_so(rich: Site, browser: Browser) -> None:
    with opened(browser, "about:blank", viewport=DESK) as page:
        page.add_init_script(
            "Storage.prototype.setItem = () => { throw new Error('blocked'); };"
            "Storage.prototype.getItem = () => { throw new Error('blocked'); };"
        )
        page.goto(rich.address + ADDRESS)
        page.wait_for_selector("[data-form][data-ready]")
        write(page, "case-title", "A story")
        assert "keeps nothing" in page.inner_text("[data-kept]")


def test_a_case_of_the_hub_opens_in_the_form(rich: Site, browser: Browser) -> None:
    id_ = next(iter(rich.hub.sources))
    with opened(browser, f"{rich.address}{ADDRESS}?case={id_}", viewport=DESK) as page:
        page.wait_for_selector("[data-form][data-ready]")
        assert page.input_value("#case-title") == rich.hub.cases[id_].title
        press(page, "[data-finish]")
        expect(page.locator("#send-h")).to_be_focused()
        text = page.locator("[data-the=text]").text_content()
    source = SourceFile(f"cases/{id_}.yml", (rich.root / f"cases/{id_}.yml").read_bytes())
    assert (text or "").encode() == format_file(source).content


def test_a_request_for_a_change_names_the_page(rich: Site, browser: Browser) -> None:
    id_ = next(iter(rich.hub.cases))
    address = f"{rich.address}contribute/change/?page=cases/{id_}/"
    with opened(browser, address, viewport=PHONE) as page:
        page.wait_for_selector("[data-change][data-ready]")
        page.check("text=Take the page down")
        words = page.inner_text("[data-the=request]")
        assert words.splitlines()[0] == f"Page: {rich.address}cases/{id_}/"
        assert "Take the page down" in words
        assert "mailto:stories@hub.example" in (page.get_attribute("[data-mail]", "href") or "")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_accessible_with_mistakes_and_open_choices(
    rich: Site, browser: Browser, size: dict[str, int], scheme: str
) -> None:
    with opened(browser, rich.address + ADDRESS, viewport=size, color_scheme=scheme) as page:
        page.wait_for_selector("[data-form][data-ready]")
        page.evaluate("document.querySelector('[data-whole]').click()")
        page.evaluate("document.querySelector('[data-finish]').click()")
        page.wait_for_selector("[data-summary] li")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.wait_for_timeout(300)
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
