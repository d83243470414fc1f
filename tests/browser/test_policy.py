"""The policy of every page: what it lets in, and that it keeps everything else out."""

import re
from pathlib import Path

import pytest
from browsing import Site, opened
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]

ALLOWED = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self' https:",
    "frame-src": "www.youtube-nocookie.com player.vimeo.com",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}

# Does everything that hostile text in a page could, and tells what the browser refused.
HOSTILE = """async (count) => {
  const refused = [];
  addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
  const add = (name, given, text) => {
    const made = Object.assign(document.createElement(name), given);
    if (text) made.append(text);
    document.body.append(made);
    return made;
  };
  const there = "https://elsewhere.invalid/x";
  add("script", {}, "window.ran = 'in the page'");
  add("script", { src: there });
  add("button", {}).setAttribute("onclick", "window.ran = 'at an element'");
  add("style", {}, "body { display: none }");
  add("link", { rel: "stylesheet", href: there });
  add("img", { src: there });
  add("img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" });
  add("iframe", { src: there });
  add("iframe", { src: "data:text/html,x" });
  add("object", { data: there });
  add("base", { href: there });
  add("audio", { src: "http://elsewhere.invalid/x.mp3" });
  add("form", { action: there, method: "post", target: "_blank" }).submit();
  await fetch(there).catch(() => undefined);
  document.fonts.add(new FontFace("x", `url(${there})`));
  await document.fonts.load("1px x").catch(() => undefined);
  const end = performance.now() + 10_000;
  while (refused.length < count && performance.now() < end) await new Promise((done) => setTimeout(done, 50));
  return refused.sort();
}"""
REFUSED = [
    "base-uri",
    "connect-src",
    "font-src",
    "form-action",
    "frame-src",
    "frame-src",
    "img-src",
    "img-src",
    "media-src",
    "object-src",
    "script-src-attr",
    "script-src-elem",
    "script-src-elem",
    "style-src-elem",
    "style-src-elem",
]


def policies(page: str) -> list[str]:
    return re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)


@pytest.mark.parametrize("hub", ["real", "rich", "zensical", "awkward"])
def test_every_page_has_the_one_policy_before_anything_that_it_is_about(
    request: pytest.FixtureRequest, hub: str
) -> None:
    site: Site = request.getfixturevalue(hub)
    for file in sorted(site.folder.rglob("*.html")):
        page = file.read_text(encoding="utf-8")
        (policy,) = policies(page)
        assert dict(part.split(" ", 1) for part in policy.split("; ")) == ALLOWED, file
        before = page.partition(policy)[0]
        assert not re.search(r"<(?:script|link|style|base)\b", before), file


def inline(page: str) -> list[str]:
    """Return what would need a looser policy: scripts and styles that stand in the page."""
    scripts = re.findall(r"<script\b(?![^>]*\b(?:src=|type=\"application/))[^>]*>", page)
    return [*scripts, *re.findall(r"<style\b|<[a-z][^<>]*\son[a-z]+=[^<>]*>", page)]


def test_no_page_holds_a_script_or_a_style_sheet(real: Site, rich: Site) -> None:
    files: list[Path] = [*real.folder.rglob("*.html"), *rich.folder.rglob("*.html")]
    assert [(file, found) for file in files if (found := inline(file.read_text("utf-8")))] == []


def test_what_is_no_part_of_the_site_does_not_get_into_a_page(
    frozen: Site, browser: Browser
) -> None:
    with opened(browser, f"{frozen.address}about/") as page:
        assert page.evaluate(HOSTILE, len(REFUSED)) == REFUSED
        assert page.evaluate("window.ran") is None
