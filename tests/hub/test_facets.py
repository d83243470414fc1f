"""One row declares a facet: lists, pages, exports and rules follow from it."""

import json
import sys

import pytest
from small_hubs import case, diagnostics, hub

from hubtool.exports import exports
from hubtool.hub.facets import CASE_FACETS, Facet
from hubtool.pages import page_at
from hubtool.text.words import words

RULE = """\
title: Open licences
summary: Cases anybody may use.
convenors: [The hub's editors]
rule: {licence: [CC0-1.0]}
"""


@pytest.fixture
def _licence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare a facet that the tool does not have: its row, wherever the table is used."""
    row = Facet(name="licence", values=lambda record, _: (record.licence,))
    for module in [module for module in sys.modules.values() if hasattr(module, "CASE_FACETS")]:
        monkeypatch.setattr(module, "CASE_FACETS", (*CASE_FACETS, row))
    monkeypatch.setitem(words("en-GB").catalogue, "facet.cases.licence", "May be used under")


@pytest.mark.usefixtures("_licence")
def test_an_invented_facet_takes_one_row_and_its_label() -> None:
    files = {
        "cases/one.yml": case("licence: CC0-1.0"),
        "cases/two.yml": case(),
        "collections/open.yml": RULE,
    }
    assert [entry for entry in diagnostics(files) if entry.code == "H310"] == []
    made = hub(files)
    page = page_at(made, "cases/")
    assert page is not None
    assert "May be used under" in page.body
    assert "CC0-1.0" in page.body
    columns = json.loads(exports(made)["assets/find/cases.json"])
    assert sorted(columns["facets"]["licence"]["values"]) == ["CC-BY-4.0", "CC0-1.0"]
    assert [record.id for record in made.matching(made.collections["open"])] == ["one"]


def test_every_facet_that_is_listed_has_a_label() -> None:
    catalogue = words().catalogue
    for facet in CASE_FACETS:
        assert not facet.is_listed or f"facet.cases.{facet.name}" in catalogue
