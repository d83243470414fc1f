"""Measures how readers find things: `python benchmarks/finding.py 100 1000 10000`.

For each size it makes a hub and its site, opens it in a browser, and prints what is loaded over the
network, compressed, on top of the page, and how long readers wait.
"""

import gzip
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sites
from material_search import material_site
from playwright.sync_api import Browser, Page, sync_playwright
from serving import Sent, served

from hubtool.hub.hub import Hub

SEARCHES = 12
CLICKS = 30

_CLICK = """async (place) => {
  const boxes = [...document.querySelectorAll('form.facets input[type=checkbox]')]
    .filter((box) => !box.closest("li").classList.contains("is-empty"));
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
    words = _queries(made.hub)
    with served(made.folder) as (address, sent):
        reader = Reader(browser, address, sent)
        index = _gzipped(made.folder / "assets/find/cases.json")
        print(f"  facet index            {index / 1000:8.1f} kB  ({index / size:.1f} kB per 1,000)")
        searches = [reader.search(one) for one in words]
        _print("first search, header", searches)
        _print("first search, a slip", [reader.search(_slip(one)) for one in words])
        _print("first search, list", [reader.search_list(one) for one in words])
        clicks = reader.clicks()
        print(
            f"  facet click            {statistics.median(clicks):8.1f} ms  (longest {max(clicks):.1f})"
        )
    pages = sorted(made.folder.rglob("index.html"), key=lambda file: file.stat().st_size)
    heaviest = max(pages[-20:], key=_gzipped)
    place = heaviest.parent.relative_to(made.folder)
    print(f"  heaviest page          {_gzipped(heaviest) / 1000:8.1f} kB  ({place}/)")
    if size <= int(os.environ.get("MATERIAL_UP_TO", "10000")):
        _compare(browser, made, folder / "material", searches)
    shutil.rmtree(folder / str(size))


def _compare(browser: Browser, made: sites.Made, folder: Path, ours: list[Wait]) -> None:
    with served(material_site(made, folder)) as (address, sent):
        reader = Reader(browser, address, sent)
        theirs = [reader.search_material(one) for one in _queries(made.hub)[:3]]
    _print("Material's search", theirs)
    loaded = _median(theirs, "loaded") / _median(ours, "loaded")
    waited = _median(theirs, "seconds") / _median(ours, "seconds")
    print(f"  Material to ours       {loaded:8.1f} times the bytes, {waited:.1f} times the time")
    shutil.rmtree(folder)


def _queries(hub: Hub) -> list[str]:
    """Return words of titles, one or two in turn."""
    draw = random.Random(7)
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


@dataclass(frozen=True)
class Reader:
    """Somebody who has never been here before, with each thing they do."""

    browser: Browser
    address: str
    sent: list[Sent]

    @contextmanager
    def _page(self, path: str) -> Iterator[Page]:
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(f"{self.address}{path}", wait_until="networkidle")
        if path == "cases/":
            page.wait_for_selector("[data-awake]")
            page.wait_for_load_state("networkidle")
        self.sent.clear()
        yield page
        context.close()

    def _loaded(self, page: Page, *, but: str = "") -> int:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(200)
        return sum(one.size for one in self.sent if not but or but not in one.path)

    def search(self, words: str) -> Wait:
        """Type *words* into the box of the header."""
        with self._page("methods/") as page:
            seconds = page.evaluate(_TYPED, ["#head-search", "#head-search-found", words])
            return Wait(self._loaded(page), seconds)

    def search_list(self, words: str) -> Wait:
        """Search the list of cases for *words*; cards are loaded as they are shown."""
        with self._page("cases/") as page:
            seconds = page.evaluate(_SUBMITTED, words)
            return Wait(self._loaded(page, but="/find/cards/"), seconds)

    def clicks(self) -> list[float]:
        """Return how long each click on a facet took, in milliseconds."""
        draw = random.Random(3)
        with self._page("cases/") as page:
            return [page.evaluate(_CLICK, draw.randrange(10**6)) for _ in range(CLICKS)]

    def search_material(self, words: str) -> Wait:
        """Type *words* into Material's box; its index is loaded with the page."""
        context = self.browser.new_context()
        page = context.new_page()
        self.sent.clear()
        page.goto(self.address)
        seconds = page.evaluate(_MATERIAL, words)
        loaded = sum(one.size for one in self.sent if "search" in one.path or "lunr" in one.path)
        context.close()
        return Wait(loaded, seconds)


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


_SUBMITTED = """(words) => new Promise((done) => {
  const form = document.getElementById("head-search").form;
  form.elements.q.value = words;
  const start = performance.now();
  document.querySelector("[data-finder]").addEventListener("found", () => done((performance.now() - start) / 1000), { once: true });
  form.requestSubmit();
})"""


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


def _median(waits: list[Wait], what: str) -> float:
    return statistics.median(getattr(wait, what) for wait in waits)


def _gzipped(file: Path) -> int:
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
