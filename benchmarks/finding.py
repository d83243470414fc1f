"""Measures how readers find things: `python benchmarks/finding.py 100 1000 10000`.

For each size it makes a hub and its site, opens it in a browser, and prints what is loaded over the
network, compressed, on top of the page, and how long readers wait.
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sites
from material_search import material_site
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from serving import served

from hubtool.hub import Hub

SEARCHES = 12
CLICKS = 30

_CLICK = """async (place) => {
  const boxes = [...document.querySelectorAll('form.facets input[type=checkbox]')]
    .filter((box) => !box.closest("li").classList.contains("z"));
  const box = boxes[place % boxes.length];
  const heading = document.querySelector("[data-count]");
  const start = performance.now();
  box.click();
  const seen = new Promise((done) => document.querySelector("[data-finder]").addEventListener("found", done, { once: true }));
  await seen;
  document.body.offsetHeight;
  return performance.now() - start;
}"""


@dataclass(frozen=True)
class Wait:
    """What one search loaded, in bytes, and how long it took, in seconds."""

    loaded: int
    seconds: float


def measure(size: int, folder: Path, browser: Browser) -> None:
    """Print what finding takes in a hub of *size* cases made in *folder*."""
    made = sites.make(folder / str(size), size)
    print(f"\n{size} cases, {len(made.hub.lessons)} lessons, {len(made.hub.films)} films")
    with served(made.folder) as address:
        index = _compressed(browser, f"{address}assets/find/cases.json")
        print(f"  facet index            {index / 1000:8.1f} kB  ({index / size:.1f} kB per 1,000)")
        searches = [_search(browser, address, words) for words in _queries(made.hub)]
        _print("first search, header", searches)
        _print("first search, a slip", [_search(browser, address, _slip(words)) for words in _queries(made.hub)])
        _print("first search, list", [_list_search(browser, address, words) for words in _queries(made.hub)])
        clicks = _clicks(browser, address)
        print(f"  facet click            {statistics.median(clicks):8.1f} ms  (longest {max(clicks):.1f})")
    heaviest = max(made.folder.rglob("index.html"), key=lambda file: file.stat().st_size)
    weight = _gzipped(heaviest)
    print(f"  heaviest page          {weight / 1000:8.1f} kB  ({heaviest.parent.relative_to(made.folder)}/)")
    if size <= int(os.environ.get("MATERIAL_UP_TO", "10000")):
        _material(browser, made, folder, searches)
    shutil.rmtree(folder / str(size))


def _material(browser: Browser, made: sites.Made, folder: Path, ours: list[Wait]) -> None:
    site = material_site(made, folder / "material")
    with served(site) as address:
        theirs = [_material_search(browser, address, words) for words in _queries(made.hub)[:3]]
    _print("Material's search", theirs)
    loaded = statistics.median(one.loaded for one in theirs) / statistics.median(one.loaded for one in ours)
    waited = statistics.median(one.seconds for one in theirs) / statistics.median(one.seconds for one in ours)
    print(f"  Material to ours       {loaded:8.1f} times the bytes, {waited:.1f} times the time")


def _queries(hub: Hub) -> list[str]:
    """Return words of titles, one or two in turn."""
    draw = random.Random(7)  # noqa: S311  (no secret)
    cases = draw.sample(sorted(hub.cases.values(), key=lambda case: case.id), SEARCHES)
    found = []
    for number, case in enumerate(cases):
        words = [word for word in case.title.split() if len(word) > 4]
        found.append(" ".join(draw.sample(words, 1 + number % 2)))
    return found


def _slip(words: str) -> str:
    """Return *words* with two letters of the longest in each other's place."""
    longest = max(words.split(), key=len)
    middle = len(longest) // 2
    slipped = longest[: middle - 1] + longest[middle] + longest[middle - 1] + longest[middle + 1 :]
    return words.replace(longest, slipped)


@contextmanager
def _watched(browser: Browser) -> Iterator[tuple[Page, Callable[[], int]]]:
    """Give a page of a reader who has never been here, and what it has loaded since last asked."""
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda told: sizes.append(int(told["encodedDataLength"])))

    def loaded() -> int:
        total = sum(sizes)
        sizes.clear()
        return total

    yield page, loaded
    context.close()


def _search(browser: Browser, address: str, words: str) -> Wait:
    with _watched(browser) as (page, loaded):
        page.goto(f"{address}about/", wait_until="networkidle")
        loaded()
        seconds = page.evaluate(_TYPED, ["#head-search", "#head-search-found", words])
        page.wait_for_timeout(300)
        return Wait(loaded(), seconds)


# From the last letter to the list, without the pause in which somebody may go on typing.
_TYPED = """([box, list, words]) => new Promise((done, fail) => {
  const field = document.querySelector(box);
  field.focus();
  field.value = words;
  const start = performance.now();
  const shown = () => {
    const found = document.querySelector(list);
    if (found && !found.hidden && found.querySelector("a")) done((performance.now() - start - 180) / 1000);
    else requestAnimationFrame(shown);
  };
  field.dispatchEvent(new Event("input", { bubbles: true }));
  shown();
  setTimeout(() => fail(new Error(`nothing for ${words}`)), 120000);
})"""


def _list_search(browser: Browser, address: str, words: str) -> Wait:
    with _watched(browser) as (page, loaded):
        page.goto(f"{address}cases/", wait_until="networkidle")
        loaded()
        cards: list[int] = []
        page.on("response", lambda told: cards.append(int(told.headers.get("content-length", 0))) if "/find/cards/" in told.url else None)
        seconds = page.evaluate(_SUBMITTED, words)
        page.wait_for_load_state("networkidle")
        return Wait(loaded() - sum(cards), seconds)


_SUBMITTED = """(words) => new Promise((done) => {
  const form = document.querySelector("form[data-words]");
  form.elements.q.value = words;
  const start = performance.now();
  document.querySelector("[data-finder]").addEventListener("found", () => done((performance.now() - start) / 1000), { once: true });
  form.requestSubmit();
})"""


def _clicks(browser: Browser, address: str) -> list[float]:
    with _watched(browser) as (page, _):
        page.goto(f"{address}cases/", wait_until="networkidle")
        draw = random.Random(3)  # noqa: S311  (no secret)
        return [page.evaluate(_CLICK, draw.randrange(10**6)) for _ in range(CLICKS)]


def _material_search(browser: Browser, address: str, words: str) -> Wait:
    with _watched(browser) as (page, loaded):
        page.goto(address, wait_until="networkidle")
        loaded()
        seconds = page.evaluate(_MATERIAL, words)
        page.wait_for_timeout(300)
        return Wait(loaded(), seconds)


_MATERIAL = """(words) => new Promise((done, fail) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const start = performance.now();
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event("keyup", { bubbles: true }));
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const shown = () => {
    if (document.querySelector(".md-search-result__item")) done((performance.now() - start) / 1000);
    else requestAnimationFrame(shown);
  };
  shown();
  setTimeout(() => fail(new Error(`Material finds nothing for ${words}`)), 300000);
})"""


def _compressed(browser: Browser, address: str) -> int:
    with _watched(browser) as (page, loaded):
        page.goto(address)
        page.wait_for_timeout(100)
        return loaded()


def _gzipped(file: Path) -> int:
    import gzip  # noqa: PLC0415  (one use)

    return len(gzip.compress(file.read_bytes(), 6))


def _print(what: str, waits: list[Wait]) -> None:
    loaded = [one.loaded / 1000 for one in waits]
    seconds = statistics.median(one.seconds for one in waits)
    print(
        f"  {what:<22} {statistics.median(loaded):8.1f} kB  (most {max(loaded):.1f}), {seconds:.2f} s"
    )


def main(sizes: list[int]) -> None:
    """Measure hubs of all *sizes*."""
    arguments: dict[str, Any] = {"args": ["--no-sandbox"]} if os.geteuid() == 0 else {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        executable = os.environ.get("HUBTOOL_BROWSER") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, **arguments)
        for size in sizes:
            measure(size, Path(folder), browser)
        browser.close()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1000])
