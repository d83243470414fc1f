# ruff: noqa: INP001  (a script of this repository, not a package)
"""Takes the pictures of the form that its guide shows: `python tools/form_pictures.py ADDRESS`.

ADDRESS is that of a site as readers get it, such as the one that `hubtool serve` names.
"""

import argparse
import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

_FOLDER = Path(__file__).parent.parent / "docs" / "contribute" / "form"
_WIDTH = 720  # pixels; pictures on the page are as wide at most


def main() -> None:
    """Walk through the form at the address that is named, and take each picture."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("address")
    options.add_argument("--browser", help="the path of a Chromium, if not Playwright's own")
    values = options.parse_args()
    address = values.address.rstrip("/")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=values.browser)
        size = {"width": 760, "height": 900}
        page = browser.new_page(viewport=size, color_scheme="light")  # type: ignore[arg-type]
        page.goto(f"{address}/contribute/case/")
        page.wait_for_selector("[data-form][data-ready]")
        _take(page, page.locator("[data-draft]"), page.locator("#part-what"), name="first")
        page.fill("#partners-0-name", "Exampleton Anglers")
        page.click("#partners-0-kind")
        item = page.locator("#part-who .item").first
        _take(page, item, item, name="choice", most=760)
        page.click("#partners-0-kind")
        page.click("[data-finish]")
        page.wait_for_selector("[data-summary] li")
        summary = page.locator("[data-summary]")
        _take(page, summary, summary, name="needed")
        page.evaluate("document.querySelector('[data-send]').hidden = false")
        ways = page.locator(".send-ways")
        _take(page, ways, ways, name="send")
        browser.close()


def _take(page: Page, first: Locator, last: Locator, *, name: str, most: int = 2000) -> None:
    """Take what lies from *first* to *last*, *most* pixels of it at most."""
    page.evaluate("scrollTo(0, 0)")
    start, end = first.bounding_box(), last.bounding_box()
    if start is None or end is None:
        raise SystemExit(f"{name} is not there")
    height = min(most, end["y"] + end["height"] - start["y"])
    clip = {"x": 0, "y": start["y"] - 12, "width": 760, "height": height + 24}
    content = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    with Image.open(io.BytesIO(content)) as picture:
        picture.thumbnail((_WIDTH, 4000))
        picture.convert("RGB").save(_FOLDER / f"{name}.webp", quality=60, method=6)


if __name__ == "__main__":
    main()
