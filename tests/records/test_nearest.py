"""A word that is no term leads to the terms of the same sense, and to the list of all."""

import pytest
from small_hubs import SITE_SETTINGS, TODAY, case, diagnostics, sources

from hubtool.load import load


def hints(text: str) -> list[str]:
    return [item.hint or "" for item in diagnostics({"cases/one.yml": case(text)})]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("topics: [flood risk]", "did you mean `water` (Water)?"),
        ("themes: [trusst]", "did you mean `trust`"),
        ("themes: [paying people]", "did you mean `fair-pay` (Paying people fairly)"),
    ],
)
def test_sense_comes_before_letters(text: str, start: str) -> None:
    (hint,) = hints(text)
    assert hint.startswith(start)


def test_without_a_likely_term_the_list_is_named() -> None:
    (hint,) = hints("topics: [xyzzy]")
    assert hint.startswith("write one of `water`, `poverty`, ")


def test_the_list_is_named_with_its_address_where_the_hub_has_one() -> None:
    files = {"cases/one.yml": case("topics: [xyzzy]")}
    _, told = load(sources(files, settings=SITE_SETTINGS), today=TODAY)
    (hint,) = [item.hint for item in told if item.code == "H203"]
    assert hint
    assert hint.startswith("write one of `water`, ")
    assert hint.endswith("; all are listed at https://example.org/hub/topics/")
