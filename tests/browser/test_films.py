"""Films in a browser: nothing before the click, then a player led and followed by its transcript.

No host is ever asked: what a host would send is answered here.
"""

import io
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import TODAY, faults, served
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect
from small_hubs import make_hub, write_file

from hubtool.site.build import build
from hubtool.site.engine import EngineName
from hubtool.site.last_build import Options

pytestmark = [pytest.mark.engine, pytest.mark.browser]

CASE = """\
title: {title}
summary: Anglers and ecologists walked the river, then chose together what to measure.
places: [{{name: Exampleton, country: GB}}]
partners:
  - {{name: Exampleton Anglers, kind: community-group}}
  - {{name: University of Example, kind: university}}
lessons:
  - id: walk-first
    lesson: Walk first.
    kind: worked
    said_by: community
    film: {{id: film, at: "1:23"}}
films:
  - id: film
    title: {title} film
    url: "{url}"
    kind: talk
    content_note: A flood is shown.
    captions: {captions}
consent: {{status: agreed, agreed_by: The anglers, agreed_on: 2026-01}}
"""
FILMS = {
    "tube": "https://www.youtube.com/watch?v=SCtFTslwgR0",
    "vim": "https://vimeo.com/76979871/0a1b2c3d4e",
    "sound": "https://films.example.org/talk.wav",
    "gone": "https://films.example.org/gone.mp4",
    "paged": "https://films.example.org/about-the-film",
}
ENGLISH = """\
WEBVTT

00:01.000 --> 00:04.000
<v Mary>Nineteen of us came.

00:10.000 --> 00:12.000
We walked <b>the river</b> & talked.

01:23.000 --> 01:27.000
"Then" somebody <i>asked</i> the question.
"""
WELSH = """\
WEBVTT

00:01.000 --> 00:04.000
Daeth pedwar ar bymtheg ohonom.
"""

# What a player does with messages, as each host documents or does it.
YOUTUBE = """\
<!doctype html><title>A player</title><p id="at"></p><button>Play</button><script>
let at = Number(new URLSearchParams(location.search).get("start") || 0);
const tell = (message) => parent.postMessage(JSON.stringify(message), "*");
const show = () => document.getElementById("at").textContent = "at " + at;
show();
addEventListener("message", ({ data }) => {
  const message = JSON.parse(data);
  if (message.event === "listening") tell({ event: "initialDelivery", info: { currentTime: at } });
  if (message.func === "seekTo") at = message.args[0];
  show();
  tell({ event: "infoDelivery", info: { currentTime: at } });
});
</script>"""
VIMEO = """\
<!doctype html><title>A player</title><p id="at"></p><script>
let at = parseInt(location.hash.slice(3) || "0"), isHeard = false;
const tell = (message) => parent.postMessage(JSON.stringify(message), "*");
const show = () => {
  document.getElementById("at").textContent = "at " + at;
  if (isHeard) tell({ event: "timeupdate", data: { seconds: at } });
};
show();
tell({ event: "ready" });
addEventListener("message", ({ data }) => {
  const message = JSON.parse(data);
  if (message.method === "addEventListener") isHeard = true;
  if (message.method === "setCurrentTime") at = message.value;
  show();
});
</script>"""


def sound(seconds: int) -> bytes:
    """Return silence as a sound file."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(4000)
        file.writeframes(b"\x80" * 4000 * seconds)
    return content.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site with a film of every sort."""
    yield from built("mkdocs", tmp_path_factory.mktemp("films") / "hub")


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the same site, made by the other engine."""
    yield from built("zensical", tmp_path_factory.mktemp("films") / "hub")


def built(engine: EngineName, folder: Path) -> Iterator[str]:
    root = make_hub(folder)
    for id_, url in FILMS.items():
        own = f"cases/{id_}/film"
        english = f"{{language: en-GB, file: {own}.en.vtt}}"
        welsh = f"{{language: cy, file: {own}.cy.vtt}}"
        captions = f"[{welsh}, {english}]" if id_ == "tube" else f"[{english}]"
        title = id_.capitalize()
        write_file(root, f"cases/{id_}.yml", CASE.format(title=title, url=url, captions=captions))
        write_file(root, f"{own}.en.vtt", ENGLISH)
        if id_ == "tube":
            write_file(root, f"{own}.cy.vtt", WELSH)
    result = build(root, Options(today=TODAY, engine_name=engine))
    assert result.is_new, result.diagnostics
    with served(root / "site", "/hub/") as address:
        yield address


class Visit:
    """One page, what its browser asked of other hosts, and what the page's policy forbade."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.forbidden: list[str] = []
        page.on("console", lambda told: self._hear(told.text))
        page.on("pageerror", lambda error: self.forbidden.append(str(error)))
        page.route("**/*", self._answer)

    @property
    def film(self) -> "FilmPart":
        return FilmPart(self.page)

    def _hear(self, text: str) -> None:
        if "Content Security Policy" in text or "Content-Security-Policy" in text:
            self.forbidden.append(text)

    def _answer(self, route: Route) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1", "data:", "blob:")):
            route.continue_()
            return
        self.asked.append(url)
        if "youtube-nocookie" in url:
            route.fulfill(body=YOUTUBE, content_type="text/html")
        elif "player.vimeo" in url:
            route.fulfill(body=VIMEO, content_type="text/html")
        elif url.endswith(".wav"):
            self._send_part(route, sound(120))
        else:
            route.fulfill(status=404, body="")

    def _send_part(self, route: Route, content: bytes) -> None:
        # Without parts of a file nobody could go to a moment in it.
        first = int(route.request.headers.get("range", "bytes=0-")[6:].split("-")[0])
        told = {"Content-Range": f"bytes {first}-{len(content) - 1}/{len(content)}"}
        told |= {"Accept-Ranges": "bytes", "Content-Type": "audio/wav"}
        route.fulfill(status=206, headers=told, body=content[first:])


class FilmPart:
    """The card of the film on the page."""

    def __init__(self, page: Page) -> None:
        self.card = page.locator("#film-film")
        self.button = self.card.locator("[data-play]")
        self.lines = self.card.locator("[data-at]:visible")
        self.current = self.card.locator('[data-at][aria-current="true"]')

    @property
    def frame(self) -> FrameLocator:
        return self.card.frame_locator("iframe")


@contextmanager
def visit(browser: Browser, address: str, **options: object) -> Iterator[Visit]:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    seen = Visit(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    yield seen
    context.close()
    assert seen.forbidden == []


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait, from outside: the browser's own waiting needs `eval`, which the policy forbids."""
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_nothing_is_asked_before_the_click_and_the_host_is_named(
    browser: Browser, site: str
) -> None:
    with visit(browser, f"{site}cases/tube/") as seen:
        expect(seen.film.button).to_have_accessible_description(
            "When you press it, your browser asks youtube-nocookie.com for the film. "
            "That host may set cookies."
        )
        seen.page.mouse.wheel(0, 4000)
        assert seen.asked == []


def test_after_the_click_a_player_takes_the_pictures_place_and_the_focus(
    browser: Browser, site: str
) -> None:
    with visit(browser, f"{site}cases/tube/") as seen:
        seen.film.button.click()
        expect(seen.film.frame.locator("#at")).to_have_text("at 0")
        assert seen.page.evaluate("document.activeElement.localName") == "iframe"
        assert seen.asked[0].startswith("https://www.youtube-nocookie.com/embed/SCtFTslwgR0?")
        expect(seen.film.card.locator("iframe")).to_have_attribute("title", "Tube film")
        seen.film.card.locator("[data-close]").click()
        expect(seen.film.card.locator("iframe")).to_have_count(0)
        expect(seen.film.button).to_be_focused()


@pytest.mark.parametrize("case", ["tube", "vim"])
def test_an_address_with_a_second_waits_there_for_the_click(
    browser: Browser, site: str, case: str
) -> None:
    with visit(browser, f"{site}cases/{case}/?t=83#film-film") as seen:
        expect(seen.film.button).to_contain_text("Play here from 1:23")
        expect(seen.film.current).to_contain_text("asked the question")
        assert seen.asked == []
        seen.film.button.click()
        expect(seen.film.frame.locator("#at")).to_have_text("at 83")


@pytest.mark.parametrize("case", ["tube", "vim"])
def test_the_transcript_leads_the_player_and_follows_it(
    browser: Browser, site: str, case: str
) -> None:
    with visit(browser, f"{site}cases/{case}/") as seen:
        seen.film.button.click()
        expect(seen.film.frame.locator("#at")).to_have_text("at 0")
        seen.film.lines.nth(1).click()
        expect(seen.film.frame.locator("#at")).to_have_text("at 10")
        expect(seen.film.current).to_contain_text("We walked the river & talked.")
        assert seen.page.url.endswith(f"/cases/{case}/?t=10#film-film")
        # What the player says is what counts: here it was moved by its own controls.
        frame = next(one for one in seen.page.frames if one != seen.page.main_frame)
        frame.evaluate("at = 90; dispatchEvent(new MessageEvent('message', {data: '{}'}))")
        expect(seen.film.current).to_contain_text("“Then” somebody asked the question.")


def test_a_line_before_the_click_asks_nobody(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}cases/tube/") as seen:
        seen.film.lines.nth(2).click()
        expect(seen.film.button).to_be_focused()
        expect(seen.film.button).to_contain_text("Play here from 1:23")
        assert seen.asked == []


def test_a_lesson_leads_to_its_moment_without_loading_the_page_again(
    browser: Browser, site: str
) -> None:
    with visit(browser, f"{site}cases/tube/") as seen:
        seen.page.evaluate("window.isSame = true")
        seen.page.get_by_role("link", name="Hear it at 1:23 in the film").click()
        expect(seen.film.button).to_contain_text("Play here from 1:23")
        expect(seen.film.button).to_be_focused()
        assert seen.page.evaluate("window.isSame")
        seen.page.go_back()
        assert seen.page.url.endswith("/cases/tube/")


def test_the_transcript_is_read_with_the_arrow_keys(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}cases/vim/") as seen:
        lines = seen.film.lines
        assert [one.get_attribute("tabindex") for one in lines.all()] == ["0", "-1", "-1"]
        lines.first.focus()
        seen.page.keyboard.press("ArrowDown")
        expect(lines.nth(1)).to_be_focused()
        seen.page.keyboard.press("End")
        expect(lines.nth(2)).to_be_focused()
        seen.page.keyboard.press("Enter")
        expect(seen.film.button).to_contain_text("Play here from 1:23")


def test_another_language_takes_the_place_of_the_first(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}cases/tube/") as seen:
        select = seen.film.card.get_by_label("Language")
        assert select.locator("option").all_inner_texts() == ["English", "Welsh"]
        expect(seen.film.lines).to_have_count(3)
        select.select_option("Welsh")
        expect(seen.film.lines).to_have_count(1)
        expect(seen.film.lines.first).to_contain_text("Daeth pedwar ar bymtheg ohonom.")
        expect(seen.film.card.locator("ol:visible")).to_have_attribute("lang", "cy")


def test_a_file_plays_without_a_host_s_page(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}cases/sound/?t=83#film-film") as seen:
        assert seen.asked == []
        seen.film.button.click()
        audio = seen.film.card.locator("audio")
        expect(audio).to_be_focused()
        expect(seen.film.current).to_contain_text("asked the question")
        wait_until(lambda: audio.evaluate("one => one.currentTime") >= 83)
        seen.film.lines.nth(1).click()
        wait_until(lambda: 10 <= audio.evaluate("one => one.currentTime") < 20)
        expect(seen.film.current).to_contain_text("We walked")
        assert set(seen.asked) == {FILMS["sound"]}


def test_of_a_film_that_is_gone_the_transcript_is_left(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}cases/gone/") as seen:
        seen.film.button.click()
        expect(seen.film.card.get_by_role("status")).to_have_text(
            "The film does not play here. The link opens it where it lives."
        )
        expect(seen.film.button).to_be_visible()
        expect(seen.film.lines).to_have_count(3)


def test_a_page_that_carries_a_film_is_a_link(browser: Browser, site: str) -> None:
    with visit(browser, f"{site}cases/paged/") as seen:
        expect(seen.film.button).to_have_count(0)
        link = seen.film.card.get_by_role("link", name="Watch on films.example.org")
        expect(link).to_have_attribute("href", FILMS["paged"])
        expect(seen.film.lines).to_have_count(3)


@pytest.mark.parametrize("sifted", ["", "?q=nineteen"])
def test_films_play_in_the_gallery(browser: Browser, site: str, sifted: str) -> None:
    with visit(browser, f"{site}films/{sifted}") as seen:
        card = seen.page.locator('[data-film="vimeo"]:visible').first
        card.locator("[data-play]").click()
        expect(card.frame_locator("iframe").locator("#at")).to_have_text("at 0")
        assert [url.split("#")[0] for url in seen.asked] == [
            "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c3d4e&autoplay=1"
        ]


def test_a_second_film_ends_the_first_and_leaves_the_focus_to_its_own(
    browser: Browser, site: str
) -> None:
    # A page that glides moves away from below a scripted click.
    with visit(browser, f"{site}films/", reduced_motion="reduce") as seen:
        films = [
            seen.page.locator(f"article[data-title='{name} film']:visible")
            for name in ("Tube", "Vim", "Sound")
        ]
        for film in (*films, films[0]):
            film.locator("[data-play]").click()
            player = film.locator("iframe, audio")
            expect(player).to_be_focused()
            expect(seen.page.locator("iframe, audio, video")).to_have_count(1)
            expect(seen.page.locator(".is-playing")).to_have_count(1)
        for film in films[1:]:
            expect(film.locator("[data-play]")).to_be_visible()


def test_without_script_there_are_the_link_and_all_that_is_said(
    browser: Browser, site: str
) -> None:
    with visit(browser, f"{site}cases/tube/", java_script_enabled=False) as seen:
        expect(seen.film.button).to_be_hidden()
        expect(seen.film.card.get_by_role("link", name="Watch on youtube.com")).to_be_visible()
        expect(seen.film.lines).to_have_count(4)
        assert seen.film.card.get_by_role("heading", name="Welsh").is_visible()
        text = seen.film.card.inner_text()
        assert "Mary: Nineteen of us came." in text
        assert "A flood is shown." in text


@pytest.mark.parametrize(
    ("words", "moment"), [("asked", "?t=83#film-film"), ("Daeth", "?t=1#film-film")]
)
def test_what_is_said_is_found_to_the_second_in_any_language(
    browser: Browser, site: str, words: str, moment: str
) -> None:
    with visit(browser, f"{site}films/?q={words}") as seen:
        found = seen.page.locator(f'a[href$="/cases/tube/{moment}"]')
        expect(found).to_be_visible()
        found.click()
        expect(seen.film.button).to_be_focused()
        assert seen.asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_film_that_plays_has_no_fault_that_axe_knows(
    browser: Browser, site: str, scheme: str
) -> None:
    with visit(browser, f"{site}cases/tube/?t=83#film-film", color_scheme=scheme) as seen:
        seen.film.button.click()
        expect(seen.film.frame.locator("#at")).to_have_text("at 83")
        assert [one for one in faults(seen.page) if "film" in one.lower()] == []


PAGES = ("", "cases/", "cases/tube/", "lessons/", "films/", "about/", "themes/", "404.html")


@pytest.mark.parametrize("engine", ["site", "zensical"])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_does_what_its_policy_forbids(
    browser: Browser, request: pytest.FixtureRequest, address: str, engine: str
) -> None:
    with visit(browser, request.getfixturevalue(engine) + address) as seen:
        policy = seen.page.locator('meta[http-equiv="Content-Security-Policy"]')
        said = policy.get_attribute("content") or ""
        assert "'unsafe-inline'" not in said.partition("script-src")[2].partition(";")[0]
        seen.page.locator('input[name="q"]').first.fill("river")
        seen.page.wait_for_timeout(600)
        assert seen.asked == []


def test_a_script_that_gets_into_a_page_does_not_run(browser: Browser, site: str) -> None:
    with visit(browser, site) as seen:
        seen.page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            " document.body.append(s); document.body.setAttribute('onclick', 'window.ran = 2');"
            " document.body.click(); }"
        )
        assert seen.page.evaluate("window.ran") is None
        assert len(seen.forbidden) == 2
        seen.forbidden.clear()
