"""Each page loads the style sheets that its classes need."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Site

from hubtool.site.styles import STYLES_OF_KINDS, style_sheets

pytestmark = pytest.mark.engine

SHEETS = Path(__file__).parents[2] / "hubtool" / "theme" / "css"
LEAFLET = {"vendor/leaflet.css": b""}


def selectors(name: str) -> set[frozenset[str]]:
    """Return the classes of each selector of the sheet *name*."""
    text = (SHEETS / f"{name}.css").read_text(encoding="utf-8")
    bare = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"|:not\([^)]*\)", "", text, flags=re.DOTALL)
    each = (
        one for rule in re.findall(r"([^{};]+)\{", bare) for one in re.split(r",(?![^(]*\))", rule)
    )
    return {frozenset(re.findall(r"\.([A-Za-z][\w-]*)", one)) for one in each} - {frozenset()}


def unstyled(site: Site) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each page that a sheet which it does not load has a rule for, and the classes of it."""
    of_kinds = {name: selectors(name) for name in STYLES_OF_KINDS}
    for file in sorted(site.folder.rglob("index.html")):
        text = file.read_text(encoding="utf-8")
        carried = {word for value in re.findall(r'class="([^"]*)"', text) for word in value.split()}
        for name, rules in of_kinds.items():
            if f"assets/css/{name}.css" not in text:
                for classes in rules:
                    if classes <= carried:
                        yield str(file.relative_to(site.folder)), name, sorted(classes)


@pytest.mark.parametrize("hub", ["rich", "real"])
def test_no_page_lacks_a_style_sheet(hub: str, request: pytest.FixtureRequest) -> None:
    assert [*unstyled(request.getfixturevalue(hub))] == []


def test_a_rule_for_what_is_inside_of_something_stays_one() -> None:
    rule = b".a :is(.b, c) :not(.d) { color: red }"
    sheets = style_sheets({f"css/{file.name}": rule for file in SHEETS.glob("*.css")} | LEAFLET)
    assert all(
        b".a :is(.b,c) :not(.d){" in sheet for name, sheet in sheets.items() if "/css/" in name
    )
