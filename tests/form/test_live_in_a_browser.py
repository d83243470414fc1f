"""The live view says of a case what its page says, and what only the whole form needs comes later."""

import pytest
from browsing import DESK, Site, opened
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.engine]

ADDRESS = "contribute/case/"
# Two numbers of sources have a thin space between them; here they are taken out.
WORDS = (
    "(node) => (node?.textContent ?? '').replaceAll('\\u202f', '').replaceAll(/\\s+/g, ' ').trim()"
)
LIVE = f"""() => {{
  const words = {WORDS};
  const all = (selector) => [...document.querySelectorAll(`[data-live] ${{selector}}`)];
  const say = (name) => words(all(`[data-say=${{name}}]`)[0]);
  return {{
    title: say("title"), summary: say("summary"), places: say("places"),
    partners: all("[data-say=partners] li").map((item) => [...item.children].map(words)),
    lessons: all(".live-lesson").map((lesson) => [
      words(lesson.querySelector("[data-say=kind]")),
      words(lesson.querySelector("[data-say=lesson]")),
      [...lesson.querySelectorAll("dl div > *")].map(words),
      words(lesson.querySelector("[data-say=voices]")).split(" · "),
    ]),
    story: all("[data-say=story] > *").map(words),
  }};
}}"""
PAGE = f"""async (address) => {{
  const words = {WORDS};
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const each of page.querySelectorAll(".story .source-ref")) each.remove();
  const all = (selector) => [...page.querySelectorAll(selector)];
  const blocks = all(".story :is(p, li, h3, h4, h5, h6)").filter((each) => !each.querySelector("p"));
  return {{
    title: words(all("h1")[0]), summary: words(all("h1 + .lede")[0]),
    places: words(all("#glance .facts dd")[0]),
    partners: all("#glance .partners li > div").map((item) => [...item.children].map(words)),
    lessons: all("#lessons .lesson[id]").map((lesson) => [
      words(lesson.querySelector(".kind")),
      words(lesson.querySelector(".lesson-text")),
      [...lesson.querySelectorAll(".reasons div > *")].map(words),
      [...lesson.querySelectorAll(".lesson-foot .voice")].map(words),
    ]),
    story: blocks.map((each) => words(each)).filter(Boolean),
  }};
}}"""


def test_the_live_view_says_what_the_page_says(frozen: Site, browser: Browser) -> None:
    wrong = {}
    with opened(browser, "about:blank", viewport=DESK) as page:
        for id_ in frozen.hub.sources:
            page.goto(f"{frozen.address}{ADDRESS}?case={id_}")
            page.wait_for_selector("[data-form][data-ready]")
            expect(page.locator("[data-live] [data-say=title]")).not_to_be_empty()
            live = page.evaluate(LIVE)
            built = page.evaluate(PAGE, f"{frozen.address}cases/{id_}/")
            wrong |= {
                (id_, key): (live[key], built[key]) for key in built if live[key] != built[key]
            }
    assert len(frozen.hub.sources) > 20
    assert wrong == {}


def test_without_a_network_the_short_form_stays_and_says_so(rich: Site, browser: Browser) -> None:
    with opened(browser, rich.address + ADDRESS, viewport=DESK) as page:
        page.wait_for_selector("[data-form][data-ready]")
        page.fill("#case-title", "Anglers walked the river")
        page.route("**/whole.json", lambda route: route.abort())
        page.click("[data-whole]")
        expect(page.locator("[data-kept]")).to_contain_text("could not be loaded")
        expect(page.locator("form.is-whole")).to_have_count(0)
        page.unroute("**/whole.json")
        page.click("[data-whole]")
        expect(page.locator("form.is-whole")).to_be_visible()
        assert page.input_value("#case-title") == "Anglers walked the river"
