"""Sites as readers get them: served by a plain host, and what a browser sees of a page."""

import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import probes
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from hubtool.hub.hub import Hub

TODAY = date(2026, 11, 23)
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 800}

# Everything axe knows, the rules that it keeps for later included.
_AXE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}

# At a desk and on a small phone, which is also what 400 % of zoom leaves of a desk.
SETTINGS = {
    f"{scheme} at {size['width']}": (scheme, size)
    for scheme, size in (("light", DESK), ("dark", DESK), ("dark", PHONE), ("light", PHONE))
}

# Notes what moves while a page loads; scripts must have it from the beginning.
SHIFTS = """globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries())
    if (one.value > 0.001) globalThis.shifts.push([one.value, ...one.sources.map(({ node }) => node?.className ?? String(node))]);
}).observe({ type: "layout-shift", buffered: true });"""


class _Host(SimpleHTTPRequestHandler):
    """A static host: it serves a folder below a path, and 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, prefix: str, **more: Any) -> None:
        self.prefix = prefix
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        if not self.path.startswith(self.prefix):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.path = f"/{self.path.removeprefix(self.prefix)}"
        super().do_GET()

    def list_directory(self, path: Any) -> None:  # noqa: ARG002
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, prefix: str = "/") -> Iterator[str]:
    """Serve *folder* below *prefix* and give the address of its first page."""
    handler = partial(_Host, directory=str(folder), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


def address_of(file: Path, folder: Path) -> str:
    """Return the address of the page *file* below the site in *folder*."""
    return file.relative_to(folder).as_posix().removesuffix("index.html")


@dataclass(frozen=True)
class Site:
    """A built hub: where its files lie, and where a browser finds it."""

    root: Path
    hub: Hub
    address: str

    @property
    def folder(self) -> Path:
        return self.root / "site"

    def resolved(self, address: str) -> str:
        """Return *address*, or with a `*` in it the longest page there: it has most of everything.

        With `?` in place of `*` it is the shortest.
        """
        if not set("*?") & set(address):
            return address
        pages = [*self.folder.glob(f"{address.replace('?', '*')}index.html")]
        if address in {"cases/*/", "cases/?/"}:
            pages = [page for page in pages if page.parent.name in self.hub.cases]
        pick = max if "*" in address else min
        return address_of(pick(pages, key=lambda page: (page.stat().st_size, page)), self.folder)


@dataclass(frozen=True)
class Look:
    """What one visit to a page showed."""

    status: int
    told: tuple[str, ...]  # on the console, the policy's refusals among it, and by broken scripts
    asked_elsewhere: tuple[str, ...]
    faults: Mapping[str, tuple[str, ...]]  # what axe says, by setting
    wrong: Mapping[str, tuple[str, ...]]  # what else is wrong, by what it is about
    headings: tuple[tuple[int, str], ...]
    said: frozenset[str]  # what can be read at a desk, but for what only scripts can do


def look(context: BrowserContext, address: str) -> Look:
    """Visit the page at *address* once, in each setting."""
    page = context.new_page()
    told: list[str] = []
    elsewhere: list[str] = []
    host = "/".join(address.split("/")[:3])

    def hear(message: ConsoleMessage) -> None:
        # That a page that is not there is not there, is no fault of its own.
        is_absent = message.text.startswith("Failed to load") and message.location["url"] == address
        if message.type in ("error", "warning") and not is_absent:
            told.append(f"{message.text} ({message.location['url']})")

    def note(request: Request) -> None:
        if not request.url.startswith((f"{host}/", "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", note)
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    answer = page.goto(address, wait_until="load")
    assert answer
    wrong = {
        "nameless": page.evaluate(probes.NAMELESS),
        "squeezed": page.evaluate(probes.SQUEEZED),
    }
    said = frozenset(page.evaluate(probes.SAID))
    headings = tuple((level, text) for level, text in page.evaluate(probes.HEADINGS))
    found = {}
    for setting, (scheme, size) in SETTINGS.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(size)  # type: ignore[arg-type]
        found[setting] = faults(page)
    wrong |= _read_otherwise(page)
    page.close()
    shown = {about: tuple(those) for about, those in wrong.items()}
    return Look(answer.status, tuple(told), tuple(elsewhere), found, shown, headings, said)


def _read_otherwise(page: Page) -> dict[str, list[str]]:
    """Return what is wrong on a small phone, then without motion, in forced colours, widely spaced."""
    found = {"wide": page.evaluate(probes.OVERFLOW), "labelless": page.evaluate(probes.LABELLESS)}
    page.emulate_media(reduced_motion="reduce")
    found["moving"] = page.evaluate(probes.MOVING)
    page.emulate_media(forced_colors="active")
    found["edgeless"] = page.evaluate(probes.EDGELESS)
    page.emulate_media(forced_colors="none")
    page.evaluate(probes.SPACE_TEXT)
    found["spaced"] = page.evaluate(probes.OVERFLOW) + page.evaluate(probes.CUT)
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    found["spaced"] += page.evaluate(probes.CUT)
    return found


def faults(page: Page) -> tuple[str, ...]:
    """Return what axe says against *page* as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE_SCRIPT};0")
    found = page.evaluate("(options) => axe.run(options)", _AXE)["violations"]
    return tuple(
        f"{one['id']}: {node['html'][:160]} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    )


def sheets(page: Page) -> int:
    """Return how many sheets of A4 *page* prints on."""
    paper = page.pdf(prefer_css_page_size=True)
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper))
    assert [(round(float(w)), round(float(h))) for w, h in sizes] == [(595, 842)]
    return len(re.findall(rb"/Type /Page\b(?!s)", paper))


def wait_until(page: Page, script: str, given: object = None) -> None:
    """Wait until *script* holds on *page*, whose policy forbids a wait of the browser's own."""
    end = time.monotonic() + 10
    while not page.evaluate(script, given):
        assert time.monotonic() < end, script
        page.wait_for_timeout(50)


@contextmanager
def opened(browser: Browser, address: str, **context: Any) -> Iterator[Page]:
    """Open *address* in a browser of its own, which remembers nothing, set up by *context*."""
    own = browser.new_context(**context)
    own.set_default_timeout(10_000)
    try:
        page = own.new_page()
        page.goto(address, wait_until="load")
        yield page
    finally:
        own.close()
