"""An average case, entered by keyboard alone, with the commonest mistakes on the way."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browsing import DESK, PHONE, Site, faults, opened, wait_until
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Response, ViewportSize, expect

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
    drawn = "id => document.getElementById(id).closest('details').querySelector('input')"
    wait_until(page, drawn, id_)
    chosen = f"document.activeElement.value === '{term}'"
    for _ in range(MOST_STEPS):
        if page.evaluate(chosen):
            break
        is_radio = page.evaluate("document.activeElement.type === 'radio'")
        page.keyboard.press("ArrowDown" if is_radio else "Tab")
    else:
        raise AssertionError(term)
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


def unfold(page: Page, words: str) -> None:
    """Go to the heading that says *words*, which hides questions, and open it."""
    shown = "words => document.activeElement.matches('summary') && document.activeElement.textContent === words"
    for _ in range(MOST_STEPS):
        if page.evaluate(shown, words):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(words)


def needed(page: Page) -> list[str]:
    return page.locator("[data-summary] li").all_inner_texts()


def messages(page: Page) -> list[str]:
    texts = page.locator(".mistake").all_text_contents()
    return [" ".join(text.split()) for text in texts]


def err_and_mend(page: Page, wrong: str, words: str, right: str) -> None:
    """Type *wrong* where the focus is, be told *words* once, and type *right* instead."""
    page.keyboard.press("Control+a")
    page.keyboard.type(wrong)
    page.keyboard.press("Tab")
    assert len(messages(page)) == 1, wrong
    assert words in messages(page)[0]
    page.keyboard.press("Shift+Tab")
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert page.evaluate("document.activeElement.ariaInvalid") == "true"
    assert any(page.locator(f"#{id_}.mistake").count() for id_ in described.split())
    page.keyboard.press("Control+a")
    page.keyboard.type(right)
    page.keyboard.press("Tab")
    assert messages(page) == []
    page.keyboard.press("Shift+Tab")


SUMMARY = "They walked for a year, then chose what to measure."


def enter_short_form(page: Page) -> None:
    write(page, "case-title", "Anglers walked the river with ecologists")
    write(page, "case-summary", SUMMARY)
    write(page, "places-0-name", "Exampleton")
    go_to(page, "places-0-country")
    page.keyboard.type("United Kingdom")
    write(page, "partners-0-name", "Exampleton Anglers")
    choose(page, "partners-0-kind", "community-group")
    write(page, "partners-1-name", "University of Example")
    choose(page, "partners-1-kind", "university")
    write(page, "lessons-0-lesson", "Walk first. The question came from the third walk.")
    choose(page, "lessons-0-said_by", "community")
    choose(page, "lessons-0-kind", "worked")
    go_to_consent(page)
    page.keyboard.press("Space")
    assert page.is_checked("[value=agreed]")
    write(page, "consent-agreed-by", "Exampleton Anglers committee")
    write(page, "consent-agreed-on", "2025-09-30")


def go_to_consent(page: Page) -> None:
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name === 'consent-status'"):
            return
    raise AssertionError


def err_in_the_short_form(page: Page) -> None:
    press(page, "[data-finish]")
    expect(page.locator("[data-summary]")).to_be_focused()
    assert len(needed(page)) == len(set(needed(page))) == 12  # each missing answer once
    go_to(page, "case-title", "Shift+Tab")
    enter_short_form(page)
    press(page, "[data-finish]")
    page.click("[data-back]")
    go_to(page, "case-title", "Shift+Tab")
    err_and_mend(page, "River " * 40, "200 is the most: shorten it by", "Anglers walked the river")
    go_to(page, "case-summary")
    err_and_mend(page, "Ask ann@mail.example.", "e-mail address must not be published", SUMMARY)
    err_and_mend(page, "Ring 020 7946 0018.", "telephone number, which must not be", SUMMARY)
    go_to_consent(page)
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    press(page, "[data-finish]")
    expect(page.locator("[data-kept]")).to_contain_text("cannot be sent before they agree")
    go_to_consent(page)
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    go_to(page, "consent-agreed-on")
    err_and_mend(page, "5/9/2025", "year first: 2025-09-05, or 2025-05-09", "2025-09-30")
    err_and_mend(page, "2O25-09", "write 2025-09: you typed a letter (O, l or I)", "2025-09-30")


def err_in_the_whole_form(page: Page) -> None:
    press(page, "[data-whole]")
    go_to(page, "case-title", "Shift+Tab")
    unfold(page, "More about what happened")
    go_to(page, "case-dates")
    err_and_mend(page, "2018-2023", "with a stroke: 2018/2023", "2018/2023")
    err_and_mend(page, "May 2019", "write 2019-05", "2018/2023")
    write(page, "sources-0-title", "A report")
    page.keyboard.press("Tab")
    err_and_mend(
        page, "film.example/walk", "write https://film.example/walk", "https://film.example/walk"
    )
    unfold(page, "More about this source")
    go_to_key(page, "doi")
    err_and_mend(page, "doi:10.5334/cstp.154", "write 10.5334/cstp.154", "10.5334/cstp.154")
    press(page, "[data-finish]")


def go_to_key(page: Page, key: str) -> None:
    for _ in range(MOST_STEPS):
        if page.evaluate("document.activeElement.dataset.key") == key:
            return
        page.keyboard.press("Tab")
    raise AssertionError(key)


def reopened(page: Page) -> Page:
    """Close *page*, and open the form anew in the same browser."""
    context, address = page.context, page.url.partition("#")[0]
    page.close()
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("[data-form][data-ready]")
    return page


def test_a_case_by_keyboard_alone_validates_and_is_laid_out(
    page: Page, rich: Site, tmp_path: Path
) -> None:
    err_in_the_short_form(page)
    page = reopened(page)
    assert page.input_value("#places-0-name") == "Exampleton"
    err_in_the_whole_form(page)
    expect(page.locator("#send-h")).to_be_focused()
    with page.expect_download() as download:
        press(page, "[data-save-file]")
    name = download.value.suggested_filename
    assert name == "anglers-walked-the-river.yml"
    hub = tmp_path / "hub"
    (hub / "cases").mkdir(parents=True)
    shutil.copytree(rich.root / "vocabulary", hub / "vocabulary")
    (hub / "mkdocs.yml").write_text("site_name: A hub\nextra: {hub: {schema: 1}}\n")
    download.value.save_as(hub / "cases" / name)
    text = (hub / "cases" / name).read_text()
    assert "org: university-of-example" in text
    run = CliRunner()
    result = run.invoke(hubtool, ["--hub", str(hub), "validate", "--strict"])
    assert result.output == "1 case: all clear\n"
    result = run.invoke(hubtool, ["--hub", str(hub), "fmt", "--check", str(hub / "cases")])
    assert result.exit_code == 0, result.output


def test_the_short_form_asks_for_sixteen_answers_at_most(page: Page) -> None:
    page.check("[name=consent-status][value=agreed]")
    seen = page.locator(
        "form [data-key]:is(input:not([type=radio]), textarea, select, .choice), form [data-radio]"
    )
    asked = [
        control
        for control in seen.all()
        if control.is_visible()
        and not control.locator("xpath=ancestor-or-self::*[contains(@class, 'question')]")
        .last.locator(".optional")
        .count()
    ]
    assert 12 <= len(asked) <= 16


def test_a_message_that_comes_or_goes_does_not_make_a_press_miss(page: Page) -> None:
    choice = page.locator("details.choice:has(#partners-0-kind)")
    page.fill("#partners-0-name", "x")
    page.locator("#partners-0-name").press_sequentially(" ann@mail.example")
    page.click("#partners-0-kind")
    expect(choice).to_have_attribute("open", "")
    expect(page.locator(".mistake")).to_have_count(1)
    page.click("#partners-0-kind")
    page.click("#partners-0-name")
    page.keyboard.press("Control+a")
    page.keyboard.type("Anglers")
    page.click("#partners-0-kind")
    expect(choice).to_have_attribute("open", "")
    expect(page.locator(".mistake")).to_have_count(0)
    assert page.evaluate("document.documentElement.dataset.schemeNow") is None  # no colours change


def test_each_way_out_says_what_leaves(page: Page) -> None:
    enter_short_form(page)
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
    file = urlsplit(page.get_attribute("[data-new-file]", "href") or "")
    assert parse_qs(file.query)["value"] == [unpacked]


def test_a_phone_shows_one_part_at_a_time_with_its_number(rich: Site, browser: Browser) -> None:
    with opened(browser, rich.address + ADDRESS, viewport=PHONE) as page:
        page.wait_for_selector("[data-form][data-ready]")
        page.fill("#case-title", "Anglers walked the river")
        page.click(".is-here [type=button]:text('Continue')")
        expect(page.locator("[data-summary] li")).to_have_count(1)
        page.fill("#case-summary", SUMMARY)
        page.click(".is-here [type=button]:text('Continue')")
        expect(page.locator("#part-where-h")).to_be_focused()
        assert page.locator(".part-title:visible i").get_attribute("data-number") == "2"
        page.go_back()
        expect(page.locator("#part-what-h")).to_be_focused()


def test_back_on_a_phone_stays_in_the_form(rich: Site, browser: Browser) -> None:
    with opened(browser, f"{rich.address}{ADDRESS}#part-where", viewport=PHONE) as page:
        page.wait_for_selector("[data-form][data-ready]")
        page.click(".is-here [type=button]:text('Back')")
        expect(page.locator("#part-what-h")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_end_of_the_short_form_leads_on_to_the_whole(
    rich: Site, browser: Browser, size: ViewportSize
) -> None:
    with opened(browser, f"{rich.address}{ADDRESS}#part-end", viewport=size) as page:
        page.wait_for_selector("[data-form][data-ready]")
        further = page.locator("[data-part].full-form-only").first
        expect(further).to_be_hidden()
        page.click("[data-whole]")
        expect(further.locator("> h2")).to_be_focused()
        expect(further).to_be_visible()


def test_the_end_of_the_form_on_a_phone_has_a_way_back(rich: Site, browser: Browser) -> None:
    with opened(browser, f"{rich.address}{ADDRESS}#part-end", viewport=PHONE) as page:
        page.wait_for_selector("[data-form][data-ready]")
        page.click(".form-end [type=button]:text('Back')")
        last = page.locator("[data-part]:not(.full-form-only)").last
        expect(last.locator("> h2")).to_be_focused()
        expect(last).to_be_visible()


def test_a_first_visit_is_light(rich: Site, browser: Browser) -> None:
    sizes: dict[str, int] = {}
    with opened(browser, "about:blank", viewport=DESK) as page:
        page.on("response", lambda answer: sizes.update({answer.url: packed(answer)}))
        page.goto(rich.address + ADDRESS)
        page.wait_for_selector("[data-form][data-ready]")
        page.wait_for_load_state("networkidle")
    assert sum(sizes.values()) <= 150_000, sorted(sizes.items(), key=lambda item: -item[1])


def packed(answer: Response) -> int:
    """Return how many bytes the body takes as a host sends it; fonts are packed already."""
    body = answer.body()
    return len(body) if answer.url.endswith("woff2") else len(gzip.compress(body))


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
        page.wait_for_selector("[data-request][data-ready]")
        page.check("text=Take the page down")
        words = page.inner_text("[data-the=request]")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.click("[data-copy]")
        expect(page.locator("[data-sent]")).to_contain_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == words
        assert words.splitlines()[0] == f"Page: {rich.address}cases/{id_}/"
        assert "Take the page down" in words
        assert "mailto:stories@hub.example" in (page.get_attribute("[data-mail]", "href") or "")


def test_how_something_was_used_is_told_without_an_account(rich: Site, browser: Browser) -> None:
    id_ = next(iter(rich.hub.collections))
    address = f"{rich.address}contribute/used/?page=collections/{id_}/"
    with opened(browser, address, viewport=PHONE) as page:
        page.wait_for_selector("[data-request][data-ready]")
        page.get_by_label("Which body").fill("Exampleton Tenants")
        page.get_by_label("What did you do").fill("We read it. $& Ask jo@example.org.")
        expect(page.locator("[data-private]")).to_contain_text("e-mail address")
        page.get_by_label("What did you do").fill("We read it aloud.")
        expect(page.locator("[data-private]")).to_be_empty()
        page.get_by_text("The body named agrees").click()
        assert page.inner_text("[data-the=request]").splitlines() == [
            f"Page: {rich.address}collections/{id_}/",
            "Used by: Exampleton Tenants",
            "How: We read it aloud.",
            "The body named agrees to its being published.",
        ]
        mail = unquote(page.get_attribute("[data-mail]", "href") or "")
        assert mail.startswith("mailto:stories@hub.example?subject=How we used it:")
        issue = parse_qs(urlsplit(page.get_attribute("[data-issue]", "href") or "").query)
        assert issue["template"] == ["used.yml"]
        assert issue["by"] == ["Exampleton Tenants"]
        assert issue["how"] == ["We read it aloud.\nThe body named agrees to its being published"]
        assert faults(page) == ()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_form_is_accessible_with_mistakes_and_open_choices(
    rich: Site, browser: Browser, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 800}
    with opened(browser, rich.address + ADDRESS, viewport=size, color_scheme=scheme) as page:
        page.wait_for_selector("[data-form][data-ready]")
        page.evaluate("document.querySelector('[data-whole]').click()")
        page.evaluate("for (const each of document.querySelectorAll('[data-add]')) each.click()")
        page.evaluate("document.querySelector('[data-finish]').click()")
        page.wait_for_selector("[data-summary] li")
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        page.evaluate(
            "for (const each of document.querySelectorAll('.step')) each.classList.add('is-here')"
        )
        page.wait_for_timeout(300)
        assert faults(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_it_is_a_form_on_paper(rich: Site, browser: Browser) -> None:
    with opened(browser, rich.address + ADDRESS, java_script_enabled=False) as page:
        page.emulate_media(media="print")
        assert page.locator(".paper-note").is_visible()
        assert (
            page.locator("[data-send], [data-draft], .live, [data-finish]")
            .filter(visible=True)
            .count()
            == 0
        )
        fields = page.locator(".step:not(.full-form-only) .input:not(.full-form-only *), .choice")
        heights = [
            box["height"]
            for each in fields.filter(visible=True).all()
            if (box := each.bounding_box())
        ]
        assert len(heights) >= 12
        assert min(heights) >= 36  # a centimetre: room to write by hand
        assert page.locator("[data-scheme-words=partner-kinds] dd").first.is_visible()


def test_from_add_your_story_to_a_sent_story_in_six_steps(rich: Site, browser: Browser) -> None:
    """Find the form, write, choose a way, save and open the e-mail; attaching and *Send* are two more."""
    with opened(browser, rich.address, viewport=PHONE) as page:
        page.get_by_role("link", name="Add your story").last.click()
        assert page.url == f"{rich.address}contribute/"
        page.get_by_role("link", name="Add your story").first.click()
        page.wait_for_selector("[data-form][data-ready]")
        assert page.url == rich.address + ADDRESS
        page.set_viewport_size(DESK)
        enter_short_form(page)
        page.get_by_role("button", name="Choose how to send it").click()
        mail = page.locator("#way-mail")
        expect(mail).to_contain_text("no account")
        expect(mail).to_contain_text("Attach the file and press Send")
        with page.expect_download() as download:
            mail.get_by_role("link", name="Save the file and open the e-mail").click()
        assert download.value.suggested_filename == "anglers-walked-the-river-with-ecologists.yml"
        assert page.url.partition("#")[0] == rich.address + ADDRESS
