"""The examples on the pages of the codes are the first tests of the codes."""

import re

import pytest
from examples import Expected, diagnose, expected
from photographs import photograph
from small_hubs import REPOSITORY

from hubtool.diagnostics.codes import code_page, codes

_FENCE = re.compile(r"^```\w+(?P<place>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
# these come from the whole site, from bytes or from a bug: an example in YAML can't show them
_NOT_SHOWN = {
    "H110",
    "H111",
    "H311",
    "H601",
    "H602",
    "H506",
    "H507",
    "H508",
    "H509",
    "H510",
    "H511",
    "H603",
    "H604",
    "H708",
    "H712",
    "H901",
    "H902",
}
_SHOWN = [code for code in codes() if code not in _NOT_SHOWN]
_SECTIONS = ["What it says", "Why it matters", "Bad", "Good"]


def examples(code: str, section: str) -> list[tuple[Expected, str]]:
    text = code_page(code).text.partition(f"## {section}\n")[2].partition("\n## ")[0]
    fences = list(_FENCE.finditer(text))
    return [(expected(fence["place"]), fence["text"]) for fence in fences if fence["place"].strip()]


def as_files(parts: list[tuple[Expected, str]]) -> dict[str, bytes]:
    texts = {at.path: at.file(text) for at, text in parts}
    # A page can't show a photograph: words stand for it.
    return {
        path: photograph() if path.endswith(".jpg") else text.encode()
        for path, text in texts.items()
    }


@pytest.mark.parametrize("code", _SHOWN)
def test_the_bad_example_yields_its_code_where_marked(code: str) -> None:
    parts = examples(code, "Bad")
    (place,) = [at for at, _ in parts if at.span]
    told = diagnose(as_files(parts))
    beside = {place.beside}
    assert [(d.code, d.path, d.span) for d in told if d.code not in beside] == [
        (code, place.path, place.span)
    ]


@pytest.mark.parametrize("code", _SHOWN)
def test_the_good_example_yields_nothing(code: str) -> None:
    parts = examples(code, "Good")
    assert parts
    assert diagnose(as_files(parts)) == []


@pytest.mark.parametrize("code", codes())
def test_a_page_has_the_four_sections_in_order(code: str) -> None:
    assert re.findall(r"^## (.*)$", code_page(code).text, re.MULTILINE) == _SECTIONS


def test_every_code_used_has_a_page_and_every_page_is_used() -> None:
    modules = (REPOSITORY / "hubtool").rglob("*.py")
    used = {
        code for module in modules for code in re.findall(r"\bH\d{3}\b", module.read_text("utf-8"))
    }
    assert used == set(codes())
