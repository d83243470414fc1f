"""The page of the visual language shows every part there is."""

import re
from pathlib import Path

from reading import faults
from small_hubs import case, hub

from hubtool.art.colours import colours
from hubtool.hub.hub import Hub
from hubtool.pages import Page
from hubtool.pages.look import look_pages
from hubtool.pages.view import View

THEME = Path(__file__).parents[2] / "hubtool" / "theme" / "css"
FULL = """
    topics: [housing]
    power: {said_by: community, stages: {question: shared}}
    tensions: [{about: payment, what: Benefits., open: true, said_by: community}]
"""


def shown(of: Hub) -> Page:
    (page,) = look_pages(View(of))
    return page


def test_every_colour_has_a_swatch() -> None:
    names = {colour.name for colour in colours()}
    sheet = (THEME / "look.css").read_text(encoding="utf-8")
    swatches = dict(
        re.findall(r"^\.swatch-([\w-]+) { background: var\(--([\w-]+)\); }", sheet, re.MULTILINE)
    )
    assert {"paper", "blue", "pink", "mix", "yellow", "tint-lilac"} <= names
    assert swatches == {name: name for name in names}


def test_headings_are_shown_as_large_as_they_are() -> None:
    base = (THEME / "base.css").read_text(encoding="utf-8")
    look = (THEME / "look.css").read_text(encoding="utf-8")
    real = dict(re.findall(r"^(h\d) { font-size: (.*?);", base, re.MULTILINE))
    here = dict(re.findall(r"^\.as-(h\d) { font-size: (.*?);", look, re.MULTILINE))
    assert here == real


def test_every_reading_voice_and_kind_of_evidence_is_shown() -> None:
    of = hub({"cases/river.yml": case(FULL)})
    body = shown(of).body
    readings = [one for one in of.terms("power") if one.id != "not-applicable"]
    for term in (*readings, *of.terms("voices"), *of.terms("evidence")):
        assert term.label in body
    for topic in of.terms("topics"):
        assert topic.label.lower() in body.lower()


def test_the_page_is_well_formed_with_and_without_cases() -> None:
    for files in ({"cases/river.yml": case(FULL)}, {}):
        page = shown(hub(files))
        assert faults(page.body) == []
        assert " style=" not in page.body
