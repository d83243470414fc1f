"""Lists and their facets, as readers use them; and the words that find things."""

import csv
import random
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import rispy
import yaml
from browsing import DESK, PHONE, SHIFTS, Site, faults, opened
from playwright.sync_api import Browser, Page, expect
from pybtex.database import parse_string
from sifting import ASKED, drawn, held, passing, query

from hubtool.hub.hub import Hub
from hubtool.hub.references import item_case

pytestmark = [pytest.mark.browser, pytest.mark.engine]

COMBINATIONS = 200
HAND = {"width": 390, "height": 844}
_TITLES_IN_SIGHT = """[...document.querySelectorAll("[data-plain] h3 a")].filter((link) => {
  const { top } = link.getBoundingClientRect();
  return top >= 0 && top + 24 <= innerHeight; // its first line at least
}).length"""
WORDS = ("children", "flood", "university", "research money", "their river")
ANSWERS: Mapping[str, list[list[str]]] = yaml.safe_load(
    (Path(__file__).parent / "queries.yml").read_text(encoding="utf-8")
)

SUGGESTED = """async (words) => {
  const { suggestions } = await import(new URL("assets/js/find/suggestions.js", document.baseURI));
  return (await suggestions(words)).groups.flatMap(({ found }) => found.map(({ url }) => url));
}"""


@pytest.fixture
def cases(generated: Site, browser: Browser) -> Iterator[Page]:
    """Give the page of all cases of the generated hub, awake."""
    with opened(browser, f"{generated.address}cases/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        yield page


def assert_right(
    hub: Hub, seen: dict[str, Any], chosen: Mapping[str, set[str]], base: set[str]
) -> None:
    """Hold what the browser shows against a filter that looks at every case for every value."""
    assert set(seen["ids"]) == passing(hub, chosen, base)
    assert len(seen["ids"]) == len(set(seen["ids"]))
    for name, value, count, is_dimmed in seen["counts"]:
        others = {facet: values for facet, values in chosen.items() if facet != name}
        right = {id_ for id_ in passing(hub, others, base) if value in held(hub, id_, name)}
        assert count == len(right), (name, value)
        assert is_dimmed == (not right)


def test_every_result_and_every_count_is_that_of_a_plain_filter(
    generated: Site, cases: Page
) -> None:
    draw = random.Random(11)  # noqa: S311  (no secret)
    hub = generated.hub
    empty = 0
    for _ in range(COMBINATIONS):
        chosen = drawn(hub, draw)
        seen = cases.evaluate(ASKED, query(chosen))
        assert_right(hub, seen, chosen, set(hub.cases))
        empty += not seen["ids"]
    assert empty < COMBINATIONS / 2


def test_words_and_facets_work_together(generated: Site, cases: Page) -> None:
    draw = random.Random(5)  # noqa: S311  (no secret)
    hub = generated.hub
    for words in WORDS:
        found = set(cases.evaluate(ASKED, f"?q={words}")["ids"])
        assert found
        for _ in range(4):
            chosen = drawn(hub, draw)
            assert_right(hub, cases.evaluate(ASKED, query(chosen, q=words)), chosen, found)


def test_the_orders_are_those_that_are_named(generated: Site, cases: Page) -> None:
    hub = generated.hub
    titles = [
        hub.cases[id_].title.casefold() for id_ in cases.evaluate(ASKED, "?sort=title")["ids"]
    ]
    assert titles == sorted(titles)
    created = [hub.cases[id_].record.created or "" for id_ in cases.evaluate(ASKED, "")["ids"]]
    assert created == sorted(created, reverse=True)
    ends = [hub.facets[id_]["year"][-1] for id_ in cases.evaluate(ASKED, "?sort=work")["ids"]]
    assert ends == sorted(ends, reverse=True)


def chips(page: Page) -> list[str]:
    return [
        text.removesuffix("×").strip()
        for text in page.locator("[data-chips] button").all_inner_texts()
    ]


def found(page: Page) -> str:
    return page.locator("[data-count]").inner_text()


def test_the_address_holds_what_was_asked(frozen: Site, browser: Browser) -> None:
    address = f"{frozen.address}cases/"
    with opened(browser, address, viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        everything = found(page)
        page.get_by_role("checkbox", name="Water").check()
        page.wait_for_url("**/cases/?topic=water")
        some = found(page)
        assert some != everything
        page.get_by_role("checkbox", name="Health and care").check()
        page.wait_for_url("**/cases/?topic=health&topic=water")
        more = found(page)
        page.go_back()
        expect(page.locator("[data-count]")).to_have_text(some)
        expect(page.get_by_role("checkbox", name="Health and care")).not_to_be_checked()
        page.go_forward()
        expect(page.locator("[data-count]")).to_have_text(more)
        page.reload()
        expect(page.locator("[data-count]")).to_have_text(more)
        expect(page.get_by_role("checkbox", name="Health and care")).to_be_checked()
        page.locator("[data-list] h3 a").first.click()
        page.go_back()
        expect(page.locator("[data-count]")).to_have_text(more)


def test_what_is_active_can_be_taken_away_one_by_one_and_all_at_once(
    frozen: Site, browser: Browser
) -> None:
    address = f"{frozen.address}cases/?q=river&topic=water&country=GB&sort=title"
    with opened(browser, address, viewport=DESK) as page:
        expect(page.locator("[data-chips] button").first).to_be_visible()
        assert chips(page) == ["“river”", "Water", "United Kingdom", "Clear all"]
        page.get_by_role("button", name="Water, remove").click()
        page.wait_for_url("**/cases/?q=river&country=GB&sort=title")
        expect(page.get_by_role("button", name="United Kingdom, remove")).to_be_focused()
        page.get_by_role("button", name="Clear all").click()
        page.wait_for_url("**/cases/")
        expect(page.locator("[data-plain]")).to_be_visible()
        expect(page.locator("[data-chips]")).to_be_hidden()
        assert page.input_value("#head-search") == ""


def test_the_number_found_is_announced(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        page.get_by_role("checkbox", name="Water").check()
        expect(page.locator("[data-said][role=status]")).to_have_text(
            re.compile(r"^\d+ of \d+ cases$")
        )


def test_everything_is_done_with_the_keyboard(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        page.locator("form.facets summary").first.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator("[data-chips] button")).to_have_count(2)
        before = found(page)
        page.keyboard.press("Space")
        expect(page.locator("[data-count]")).not_to_have_text(before)
        page.locator("form.facets summary").nth(1).focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "theme"


def test_on_a_phone_the_filters_open_and_say_how_many_are_in_use(
    frozen: Site, browser: Browser
) -> None:
    address = f"{frozen.address}cases/?topic=water&theme=trust"
    with opened(browser, address, viewport=PHONE) as page:
        link = page.get_by_role("link", name="Filters")
        expect(link).to_contain_text("2 on")
        expect(page.locator("form.facets")).to_be_hidden()
        link.click()
        expect(page.get_by_role("checkbox", name="Water")).to_be_checked()
        page.get_by_role("checkbox", name="Water").uncheck()
        page.wait_for_url("**/cases/?theme=trust#filters")
        shown = page.get_by_role("link", name=re.compile(r"^Show \d+ cases?$"))
        expect(shown).to_be_in_viewport()
        shown.click()
        expect(page.locator("form.facets")).to_be_hidden()
        expect(page.locator("[data-count]")).to_be_in_viewport()


def test_more_is_shown_and_stays_after_a_reload(generated: Site, browser: Browser) -> None:
    with opened(browser, f"{generated.address}cases/?sort=title", viewport=DESK) as page:
        expect(page.locator("[data-list] article")).to_have_count(24)
        page.get_by_role("button", name=re.compile(r"Show \d+ more")).click()
        expect(page.locator("[data-list] article")).to_have_count(48)
        page.reload()
        expect(page.locator("[data-list] article")).to_have_count(48)


@pytest.mark.parametrize(("size", "least"), [(DESK, 4), (HAND, 2)], ids=["desk", "phone"])
def test_the_first_screen_of_the_list_shows_cases(
    frozen: Site, browser: Browser, size: dict[str, int], least: int
) -> None:
    with opened(browser, f"{frozen.address}cases/", viewport=size) as page:
        page.wait_for_selector("[data-awake]")
        assert page.evaluate(_TITLES_IN_SIGHT) >= least
        if size == HAND:
            assert page.evaluate("document.scrollingElement.scrollHeight") <= 12_000


def test_a_card_says_why_it_was_found(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/?q=river", viewport=DESK) as page:
        expect(page.locator("[data-list] article mark").first).to_have_text(
            re.compile("river", re.IGNORECASE)
        )
        page.goto(f"{frozen.address}lessons/?q=satellite")
        expect(page.locator("[data-list] .lesson mark").first).to_have_text("satellite")


def test_what_stands_nowhere_is_said_aloud_and_the_rest_is_offered(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, f"{frozen.address}cases/?q=xyzzyqwert river", viewport=DESK) as page:
        expect(page.locator("[data-said]")).to_contain_text("Nothing here has “xyzzyqwert”.")
        page.get_by_role("button", name="Try “river”").click()
        page.wait_for_url("**/cases/?q=river")
        expect(page.locator("[data-list] article").first).to_be_visible()


@pytest.mark.parametrize("path", ["cases/", "lessons/", "films/"])
def test_without_script_the_list_is_whole_and_leads_on(
    frozen: Site, browser: Browser, path: str
) -> None:
    with opened(browser, frozen.address + path, java_script_enabled=False, viewport=DESK) as page:
        expect(page.locator("form.facets")).to_be_hidden()
        expect(page.locator("[data-sort]")).to_be_hidden()
        expect(page.locator("[data-plain] article").first).to_be_visible()
        if path != "films/":
            link = page.locator("nav.facets a").first
            link.click()
            expect(page.locator("h1")).to_be_visible()
    if path == "cases/":
        pages = sorted((frozen.folder / "cases").glob("page/*/index.html"))
        paths = ["cases/index.html", *(str(page.relative_to(frozen.folder)) for page in pages)]
        assert set.union(*(page_ids(frozen, at) for at in paths)) == set(frozen.hub.cases)


def page_ids(site: Site, path: str) -> set[str]:
    text = (site.folder / path).read_text(encoding="utf-8")
    return set(re.findall(r'data-case="([\w-]+)"', text))


def test_without_script_every_case_is_on_the_page_of_its_country(frozen: Site) -> None:
    for code in {place.country for case in frozen.hub.cases.values() for place in case.places}:
        expected = {case.id for case in frozen.hub.cases_with("country", code)}
        assert page_ids(frozen, f"places/{code.lower()}/index.html") == expected


def test_a_lesson_that_is_found_opens_at_its_address(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}lessons/?q=satellite", viewport=DESK) as page:
        page.locator("[data-list] .lesson a.from").first.click()
        page.wait_for_url(
            "**/cases/gulf-oil-spill-grassroots-mapping/#lesson-document-your-own-coast"
        )


def test_lessons_are_sifted_by_stage_kind_and_voice(frozen: Site, browser: Browser) -> None:
    lessons = [
        entry.address
        for entry in frozen.hub.lessons
        if entry.lesson.kind in {"risk", "barrier"} and "community" in entry.lesson.said_by
    ]
    with opened(browser, f"{frozen.address}lessons/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        seen = page.evaluate(ASKED, "?kind=risk&kind=barrier&voice=community")
    assert sorted(seen["ids"]) == sorted(lessons)


def test_what_is_said_in_a_film_opens_it_at_that_second(rich: Site, browser: Browser) -> None:
    said = next(cues for cues in rich.hub.transcripts.values() if cues)[0]
    words = " ".join(re.findall(r"\w{4,}", said.text)[:2])
    with opened(browser, f"{rich.address}films/?q={words}", viewport=DESK) as page:
        line = page.locator(".passages a").first
        expect(line).to_have_text(re.compile(r"^At \d+:\d\d$"))
        line.click()
        expect(page).to_have_url(re.compile(r"/cases/[\w-]+/\?t=\d+#film-"))


def test_within_a_topic_only_its_cases_are_sifted(frozen: Site, browser: Browser) -> None:
    topic = "health"
    own = {case.id for case in frozen.hub.cases_with("topics", topic)}
    with opened(browser, f"{frozen.address}topics/{topic}/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        seen = page.evaluate(ASKED, "?country=GB")
        assert_right(frozen.hub, seen, {"country": {"GB"}}, own)
        page.get_by_label("Words").fill("children")
        expect(page.locator("[data-chips]")).to_contain_text("“children”")
        expect(page.locator("[data-count]")).to_have_text(re.compile(rf"^\d+ of {len(own)} cases$"))


def test_within_a_collection_only_its_cases_are_sifted(frozen: Site, browser: Browser) -> None:
    hub, (id_, collection) = frozen.hub, next(iter(frozen.hub.collections.items()))
    own = {item_case(item) for item in collection.items}
    own |= {case.id for case in hub.matching(collection)}
    with opened(browser, f"{frozen.address}collections/{id_}/", viewport=DESK) as page:
        page.wait_for_selector("[data-awake]")
        seen = page.evaluate(ASKED, "?country=GB")
    assert_right(hub, seen, {"country": {"GB"}}, own)


def test_what_was_found_can_be_taken_away(frozen: Site, browser: Browser) -> None:
    address = f"{frozen.address}cases/?topic=water&voice=community&sort=title"
    with opened(browser, address, viewport=DESK, accept_downloads=True) as page:
        page.get_by_role("button", name="Table (CSV)").wait_for()
        ids = page.evaluate(ASKED, "?topic=water&voice=community&sort=title")["ids"]
        files = {name: _downloaded(page, name) for name in ("CSV", "RIS", "BibTeX")}
    titles = [frozen.hub.cases[id_].title for id_ in ids]
    rows = list(csv.DictReader(StringIO(files["CSV"].removeprefix("\ufeff"), newline="")))
    assert [row["Title"] for row in rows] == titles
    assert all("Water" in row["Topic"].split("; ") for row in rows)
    assert [one["title"] for one in rispy.load(StringIO(files["RIS"], newline=""))] == titles
    assert list(parse_string(files["BibTeX"], "bibtex").entries) == ids


def _downloaded(page: Page, name: str) -> str:
    with page.expect_download() as told:
        page.get_by_role("button", name=f"({name})").click()
    return told.value.path().read_bytes().decode()


def test_no_cell_of_a_table_is_a_formula(frozen: Site, browser: Browser) -> None:
    script = """async () => {
      const { csv } = await import(new URL("assets/js/find/take_formats.js", document.baseURI));
      return csv([["=1+1", "+1", "-1", "@x", "\\ty"], ['a "b", c', "line\\nend", " x ", "5 - 1", ""]]);
    }"""
    with opened(browser, frozen.address) as page:
        text = page.evaluate(script)
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows == [
        ["'=1+1", "'+1", "'-1", "'@x", "'\ty"],
        ['a "b", c', "line\nend", " x ", "5 - 1", ""],
    ]


def test_two_to_four_cases_can_be_set_side_by_side(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/?theme=fair-pay", viewport=DESK) as page:
        ids = {case.id for case in frozen.hub.cases_with("themes", "fair-pay")}
        assert 2 <= len(ids) <= 4
        address = page.get_by_role("link", name="Compare these").get_attribute("href") or ""
        assert set(re.findall(r"case=([\w-]+)", address)) == ids
        feed = page.get_by_role("link", name="Follow in a feed reader").get_attribute("href") or ""
        assert feed == f"{frozen.address}themes/fair-pay/feed.xml"


def test_a_slip_of_the_keyboard_is_met(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/?q=Granegtown", viewport=DESK) as page:
        expect(page.locator("[data-notes]")).to_contain_text("This is for “grangetown”.")
        expect(page.locator("[data-list] article").first).to_contain_text("Grangetown")


def test_the_answer_is_among_the_first(frozen: Site, browser: Browser) -> None:
    ranks = []
    with opened(browser, frozen.address) as page:
        for asked, answer in (pair for pairs in ANSWERS.values() for pair in pairs):
            addresses = [one.removeprefix(frozen.address) for one in suggested(page, asked)]
            hits = [place for place, one in enumerate(addresses, 1) if is_answer(one, answer)]
            ranks.append((min(hits, default=99), asked))
    assert len(ranks) == 60
    assert sum(rank == 1 for rank, _ in ranks) >= 54, sorted(ranks)[-10:]
    assert sum(rank <= 3 for rank, _ in ranks) >= 59, sorted(ranks)[-5:]


def suggested(page: Page, words: str) -> list[str]:
    host = "/".join(page.url.split("/")[:3])
    return [f"{host}{address}" for address in page.evaluate(SUGGESTED, words)]


def is_answer(address: str, answer: str) -> bool:
    return address == answer or ("#" not in answer and address.startswith(answer))


def test_keys_lead_to_the_search_and_back(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}about/", viewport=DESK) as page:
        box = page.locator("#head-search")
        link = page.locator("#content a").first
        link.focus()
        page.keyboard.press("/")
        expect(box).to_be_focused()
        page.keyboard.press("Escape")
        expect(link).to_be_focused()
        page.keyboard.press("Control+k")
        expect(box).to_be_focused()
        page.keyboard.type("a/b")
        expect(box).to_have_value("a/b")


def test_the_key_can_be_switched_off(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}about/", viewport=DESK) as page:
        page.get_by_label("Press / anywhere to search").uncheck()
        page.reload()
        page.locator("#content a").first.focus()
        page.keyboard.press("/")
        expect(page.locator("#head-search")).not_to_be_focused()
        page.keyboard.press("Control+k")
        expect(page.locator("#head-search")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "path",
    [
        "cases/?q=river&topic=water&voice=community",
        "cases/?q=xyzzyqwert",
        "lessons/?kind=risk",
        "films/?kind=testimony",
        "topics/health/?country=GB",
    ],
)
def test_axe_finds_nothing_in_what_was_found(
    frozen: Site, browser: Browser, path: str, size: dict[str, int], scheme: str
) -> None:
    context = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    with opened(browser, frozen.address + path, **context) as page:
        expect(page.locator("[data-chips] button").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        if size is PHONE:
            page.get_by_role("link", name="Filters").click()
        assert faults(page) == ()
        assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize(
    "path",
    [
        "cases/",
        "lessons/",
        "films/",
        "places/",
        "topics/health/",
        "cases/?theme=trust",
        "places/?theme=trust&country=GB",
    ],
)
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_moves_when_a_slow_network_brings_the_facets(
    frozen: Site, browser: Browser, path: str, size: dict[str, int]
) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    # Letters that come late move lines a little, whatever the facets do (tests/browser/test_weight.py).
    page.route("**/*.woff2", lambda route: route.abort())
    page.route("**/assets/js/**", lambda route: (page.wait_for_timeout(150), route.continue_()))
    page.route("**/assets/find/**", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.add_init_script(SHIFTS)
    page.goto(frozen.address + path, wait_until="networkidle")
    page.wait_for_selector("[data-awake]")
    page.wait_for_timeout(500)
    assert page.evaluate("globalThis.shifts") == []
    context.close()


def test_words_in_the_address_are_no_markup(frozen: Site, browser: Browser) -> None:
    address = f"{frozen.address}cases/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
    with opened(browser, address, viewport=DESK) as page:
        expect(page.locator("[data-chips]")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(page.locator("[data-finder] img")).to_have_count(0)


def test_the_same_words_can_be_looked_for_elsewhere(frozen: Site, browser: Browser) -> None:
    with opened(browser, f"{frozen.address}cases/?q=trust", viewport=DESK) as page:
        page.get_by_role("link", name="Lessons for “trust”").click()
        page.wait_for_url("**/lessons/?q=trust")
        expect(page.locator("[data-list] .lesson").first).to_be_visible()
