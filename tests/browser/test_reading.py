"""Pages read in other ways: without scripts, on paper, in forced colours, without motion."""

import re
from collections.abc import Iterator
from typing import Any

import probes
import pytest
from browsing import DESK, Site, opened
from page_kinds import Seen, every_page
from playwright.sync_api import Browser, Page, Route, expect

from hubtool.text.typography import curly

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

CASES = ["cases/*/", "cases/?/"]
HAND = {"width": 390, "height": 844}


def words(page: Page) -> str:
    """Return what can be read on *page*, with one space between words."""
    return " ".join(page.locator("#content").inner_text().split())


def plain(text: str) -> str:
    return curly(" ".join(text.split()))


# ---- without scripts


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """Give a window in which no script runs."""
    with opened(browser, "about:blank", java_script_enabled=False, viewport=DESK) as page:
        yield page


@every_page
def test_without_scripts_a_page_says_the_same_and_offers_nothing_that_does_nothing(
    seen: Seen, bare: Page, request: pytest.FixtureRequest, hub: str, address: str
) -> None:
    site: Site = request.getfixturevalue(hub)
    page = site.folder / site.resolved(address) / "index.html"
    if page.is_file() and "data-moved" in page.read_text(encoding="utf-8"):
        return  # it leads on at once
    bare.goto(site.address + site.resolved(address))
    assert seen(hub, address).said - frozenset(bare.evaluate(probes.SAID)) == frozenset()
    # The search leads to all cases; the choice of sides works with the style sheet alone; on
    # paper the form is filled in by hand.
    # A picture shows its colours by the style sheet alone too.
    works = (f"{site.address}cases/", "sift wrap", "popover", "wrap form-grid", "picture")
    assert [one for one in bare.evaluate(probes.CONTROLS) if one["does"] not in works] == []


def test_without_scripts_lessons_of_one_side_can_be_chosen(frozen: Site, bare: Page) -> None:
    bare.goto(f"{frozen.address}lessons/relationship/")
    shown = bare.locator(".sifted .lesson:visible")
    before = shown.count()
    bare.locator("input[value=community]").check()
    assert 0 < shown.count() < before
    assert bare.locator(".sifted .lesson:not(.wash-community):visible").count() == 0


def test_without_scripts_every_case_is_in_the_list_once(frozen: Site, browser: Browser) -> None:
    listed: list[str] = []
    with opened(browser, f"{frozen.address}cases/", java_script_enabled=False) as page:
        while True:
            listed += [one.inner_text() for one in page.locator("article.card h3:visible").all()]
            pager = page.get_by_role("navigation", name="Pages of this list", exact=True)
            following = pager.locator('li:has([aria-current="page"]) + li a')
            if not following.count():
                break
            following.click()
    assert len(listed) > 24  # more than a page
    assert sorted(listed) == sorted(curly(case.title) for case in frozen.hub.cases.values())


def test_without_scripts_cases_stand_in_groups_that_lead_to_all_of_them(
    frozen: Site, browser: Browser
) -> None:
    labels = {term.label: term.id for term in frozen.hub.terms("themes")}
    used = [term for term in labels.values() if frozen.hub.cases_with("themes", term)]
    address = f"{frozen.address}cases/by-theme/"
    with opened(browser, address, java_script_enabled=False) as page:
        groups = page.locator("#by-theme h3 a").all_inner_texts()
        assert page.locator("#by-country h3").count() > 20
        page.locator("#by-theme h3 a").first.click()
        read = words(page)
    assert sorted(labels[group] for group in groups) == sorted(used)
    for case in frozen.hub.cases_with("themes", labels[groups[0]]):
        assert plain(case.title) in read


@pytest.mark.parametrize("address", CASES)
def test_without_scripts_a_case_has_all_its_sections(
    frozen: Site, browser: Browser, address: str
) -> None:
    with opened(
        browser, frozen.address + frozen.resolved(address), java_script_enabled=False
    ) as page:
        contents = page.get_by_role("navigation", name="On this page").get_by_role("link").all()
        parts = [(link.get_attribute("href") or "")[1:] for link in contents]
        for part in parts:
            section = page.locator(f"section#{part}")
            assert section.get_by_role("heading", level=2).first.is_visible(), part
            assert len(section.inner_text()) > 40, part
        assert {"glance", "lessons", "about"} <= set(parts)
        case = frozen.hub.cases[frozen.resolved(address).split("/")[1]]
        read = words(page)
    for lesson in case.lessons:
        assert plain(lesson.lesson) in read
    for outcome in case.outcomes:
        assert plain(outcome.what) in read
    for tension in case.tensions:
        assert plain(tension.what) in read
    for source in case.sources:
        assert plain(source.title) in read


def test_without_scripts_every_lesson_of_a_stage_is_there(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}lessons/question/", java_script_enabled=False) as page:
        read = words(page)
    lessons = frozen.hub.lessons_with("stages", "question")
    assert len(lessons) > 5
    for entry in lessons:
        assert plain(entry.lesson.lesson) in read, entry.address


def test_without_scripts_the_search_leads_to_all_cases(frozen: Site, browser: Browser) -> None:
    with opened(browser, frozen.address, java_script_enabled=False) as page:
        page.get_by_role("banner").get_by_role("searchbox").fill("damp")
        page.get_by_role("banner").get_by_role("searchbox").press("Enter")
        assert page.url == f"{frozen.address}cases/?q=damp"
        assert page.get_by_role("heading", level=1).inner_text() == "Cases"


# ---- on paper


@pytest.mark.parametrize("address", CASES)
def test_a_case_prints_to_a_few_sheets(frozen: Site, browser: Browser, address: str) -> None:
    with opened(browser, frozen.address + frozen.resolved(address)) as page:
        printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 14


def test_paper_holds_the_sections_and_leaves_out_what_only_a_screen_can_do(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, frozen.address + frozen.resolved("cases/*/")) as page:
        on_screen = [one.inner_text() for one in page.locator("section.part > h2").all()]
        page.emulate_media(media="print")
        on_paper = [one.inner_text() for one in page.locator("section.part > h2").all()]
        assert on_paper == on_screen
        assert not page.get_by_role("searchbox").first.is_visible()
        assert not page.get_by_role("navigation", name="Main").is_visible()


def test_paper_is_light_whatever_the_screen_is(frozen: Site, browser: Browser) -> None:
    ink = "getComputedStyle(document.querySelector('#content h1')).color"
    at = frozen.address + frozen.resolved("cases/*/")
    with opened(browser, at, color_scheme="dark") as page:
        button = page.get_by_role("button", name="Switch between light and dark")
        button.click()
        button.click()
        assert page.evaluate(ink) == "rgb(245, 242, 255)"
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(ink) == "rgb(23, 22, 58)"
        assert ground(page) in (LIGHT, "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize(
    "address",
    ["", "cases/*/", "lessons/", "collections/*/", "collections/*/print/", "evidence/"],
)
def test_nothing_is_wider_than_the_sheet_and_nothing_is_left_out_at_its_edge(
    frozen: Site, browser: Browser, address: str
) -> None:
    sheet = {"width": 672, "height": 1000}  # A4 in CSS pixels, less 16 mm on both sides
    at = frozen.address + frozen.resolved(address)
    with opened(browser, at, viewport=sheet) as page:
        page.emulate_media(media="print")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 672
        assert page.evaluate(probes.CUT) == []
        hidden = page.evaluate(
            """() => [...document.querySelectorAll("#content *")].filter((one) =>
              ["auto", "scroll"].includes(getComputedStyle(one).overflowX)
              && one.checkVisibility() && one.scrollWidth > one.clientWidth + 1
            ).map((one) => one.outerHTML.slice(0, 100))"""
        )
        assert hidden == []


def test_the_reference_of_the_fields_is_on_paper_too(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}contribute/fields/") as page:
        page.emulate_media(media="print")
        assert page.get_by_text("What happened, rather than the project’s name.").is_visible()


# ---- in forced colours


def test_forced_colours_keep_the_inks_that_are_data(frozen: Site, browser: Browser) -> None:
    inks = "(all) => all.map((one) => getComputedStyle(one).backgroundColor)"
    with opened(browser, frozen.address, color_scheme="light") as page:
        free = page.locator(".ink-key li").evaluate_all(inks)
    assert len(set(free)) == 4
    with opened(browser, frozen.address, forced_colors="active", color_scheme="light") as page:
        assert page.locator(".ink-key li").evaluate_all(inks) == free


# ---- light and dark

LIGHT, DARK = "rgb(251, 250, 247)", "rgb(18, 18, 43)"


def ground(page: Page) -> str:
    """Return the colour of the paper."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize(("system", "other"), [("light", DARK), ("dark", LIGHT)])
def test_the_colours_a_reader_chose_are_remembered_on_every_page(
    frozen: Site, browser: Browser, system: str, other: str
) -> None:
    with opened(browser, frozen.address, color_scheme=system) as page:
        assert ground(page) == {"light": LIGHT, "dark": DARK}[system]
        page.get_by_role("button", name="Switch between light and dark").click()
        assert ground(page) == other
        page.reload()
        assert ground(page) == other
        page.goto(frozen.address + frozen.resolved("cases/*/"))
        assert ground(page) == other
        page.get_by_role("button", name="Switch between light and dark").click()
        assert ground(page) == {"light": LIGHT, "dark": DARK}[system]


def test_the_colours_chosen_in_one_tab_are_those_of_all(frozen: Site, browser: Browser) -> None:
    with opened(browser, frozen.address, color_scheme="light") as page:
        second = page.context.new_page()
        second.goto(f"{frozen.address}about/")
        page.get_by_role("button", name="Switch between light and dark").click()
        expect(second.locator("html")).to_have_attribute("data-scheme-now", "dark")


def test_the_button_works_with_the_keyboard(frozen: Site, browser: Browser) -> None:
    with opened(browser, frozen.address, color_scheme="light") as page:
        page.get_by_role("button", name="Switch between light and dark").focus()
        page.keyboard.press("Space")
        assert ground(page) == DARK


def test_no_page_flashes_in_the_colours_that_were_not_chosen(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, frozen.address, color_scheme="light") as page:
        page.get_by_role("button", name="Switch between light and dark").click()
        page.add_init_script(
            """const seen = window.grounds = [];
            (function look() {
              const { body } = document;
              if (body) seen.push(getComputedStyle(body).backgroundColor);
              requestAnimationFrame(look);
            })();"""
        )

        # A slow line: pages are drawn while their scripts are still on the way.
        def later(route: Route) -> None:
            page.wait_for_timeout(250)
            route.continue_()

        page.route("**/*.js", later)
        page.goto(f"{frozen.address}lessons/")
        page.wait_for_timeout(300)
        grounds = page.evaluate("window.grounds")
        page.unroute_all(behavior="ignoreErrors")
    assert len(grounds) > 5
    assert set(grounds) == {DARK}


# ---- the first screens of a case


@pytest.mark.parametrize(("size", "most"), [(HAND, 62), (DESK, 76)], ids=["phone", "desk"])
def test_the_header_leaves_the_screen_to_the_page(
    frozen: Site, browser: Browser, size: dict[str, int], most: int
) -> None:
    with opened(browser, frozen.address, viewport=size) as page:
        box = page.get_by_role("banner").bounding_box()
    assert box
    assert box["height"] <= most


_ON_A_PHONE = """() => {
  const main = document.querySelector("main");
  const marks = [...main.querySelectorAll(".moments > li > i")].map((mark) => mark.getBoundingClientRect());
  return {
    story: (main.querySelector("#story p")?.getBoundingClientRect().top ?? 0) + scrollY,
    covered: marks.filter(({ top }, at) => at > 0 && top < marks[at - 1].bottom).length,
    words: main.innerText,
  };
}"""


@pytest.fixture(scope="module")
def on_a_phone(frozen: Site, browser: Browser) -> dict[str, dict[str, Any]]:
    """Return where the story of each case begins, how many marks are covered, and its words."""
    with opened(browser, "about:blank", viewport=HAND) as page:
        seen = {}
        for id_ in frozen.hub.cases:
            page.goto(f"{frozen.address}cases/{id_}/", wait_until="load")
            seen[id_] = page.evaluate(_ON_A_PHONE)
        return seen


def test_a_story_begins_on_the_second_screen(on_a_phone: dict[str, dict[str, Any]]) -> None:
    assert {id_: one["story"] for id_, one in on_a_phone.items() if one["story"] > 1350} == {}


def test_no_mark_of_a_timeline_covers_another(on_a_phone: dict[str, dict[str, Any]]) -> None:
    assert {id_: one["covered"] for id_, one in on_a_phone.items() if one["covered"]} == {}


def test_what_is_not_recorded_is_said_twice_at_most(on_a_phone: dict[str, dict[str, Any]]) -> None:
    own = re.compile("Not recorded|When [^.]* is not recorded[.]|date not recorded")
    told = {id_: len(own.findall(one["words"])) for id_, one in on_a_phone.items()}
    assert {id_: count for id_, count in told.items() if count > 2} == {}
