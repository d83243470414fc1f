"""A collection is signed only by a convenor of the hub."""

import pytest
from small_hubs import case, diagnostics, hub, sources

from hubtool.load import load
from hubtool.pages import page_at

WALKS = """\
title: First walks
summary: Partnerships that began outdoors.
convenors: [Exampleton Library, Exampleton Museum]
items: [{case: river-walks, note: The question came late.}]
"""


def files(text: str = WALKS) -> dict[str, str]:
    return {"cases/river-walks.yml": case(), "collections/first-walks.yml": text}


def body(address: str, *, settings: str) -> str:
    text = f"site_name: A small hub\nextra: {{hub: {{schema: 1{settings}}}}}\n"
    made, _ = load(sources(files(), settings=text), today=hub({}).today)
    assert made is not None
    page = page_at(made, address)
    assert page is not None
    return page.body


def test_a_name_that_is_no_convenor_of_the_hub_signs_nothing() -> None:
    (told,) = [item for item in diagnostics(files()) if item.code == "H313"]
    assert "`Exampleton Museum` is not a convenor of this hub" in told.message
    signed = body("collections/first-walks/", settings=", convenors: [Exampleton Library]")
    assert "Chosen by Exampleton Library<" in signed.replace("\n", "<")
    assert "Museum" not in signed


def test_a_slip_in_a_convenors_name_is_told() -> None:
    text = WALKS.replace("Library, Exampleton Museum", "Librarry")
    (told,) = [item for item in diagnostics(files(text)) if item.code == "H313"]
    assert told.hint == "did you mean `Exampleton Library`?"


@pytest.mark.parametrize("address", ["collections/first-walks/", "collections/"])
def test_a_collection_that_nobody_signs_says_so_and_how_that_changes(address: str) -> None:
    unsigned = body(address, settings="")
    assert "Unsigned" in unsigned
    assert "Exampleton Library" not in unsigned
    assert 'contribute/acceptance/#signing"' in unsigned


def test_the_list_of_collections_names_the_convenors_of_the_settings() -> None:
    listed = body("collections/", settings=", convenors: [Exampleton Library, The Archive]")
    assert '<b>Exampleton Library</b> <span class="muted">1 collection</span>' in listed
    assert '<b>The Archive</b> <span class="muted">no collections yet</span>' in listed
