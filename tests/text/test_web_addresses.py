"""Any text may stand where an address should, and takes nothing down."""

import re

import pytest
from small_hubs import REPOSITORY, case, diagnostics

from hubtool.text.web_addresses import split_address, target_of

ODD = (
    "https://[",
    "https://[::1",
    "https://a]b.org/",
    "//[",
    "https://a.b\u2100c/",
)


@pytest.mark.parametrize("text", ODD)
def test_a_text_that_can_be_no_address_has_no_parts(text: str) -> None:
    assert not any(split_address(text))
    assert target_of("https://a.org/", text) == ""


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize(
    "form",
    [
        "films: [{{title: A film, url: '{}', access: {{captions: true}}}}]",
        "sources: [{{id: s, title: S, url: '{}'}}]",
        "story: 'We read [it]({}) and <{}>.'",
        "resources: [{{title: R, url: '{}'}}]",
        "title: '{}'",
    ],
)
def test_no_text_in_place_of_an_address_is_a_fault_inside_hubtool(form: str, text: str) -> None:
    told = diagnostics({"cases/river-walks.yml": case(form.format(text, text))})
    assert all(item.code.startswith(("H2", "H3", "H4")) for item in told)


def test_addresses_are_taken_apart_in_one_place_only() -> None:
    modules = {
        path.name
        for path in (REPOSITORY / "hubtool").rglob("*.py")
        if re.search(r"\burl(?:split|parse|join)\(", path.read_text(encoding="utf-8"))
    }
    assert modules == {"web_addresses.py"}
