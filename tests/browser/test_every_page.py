"""Each kind of page in a browser: light and dark, at a desk and on a small phone, and read otherwise."""

import re
from fnmatch import fnmatch
from itertools import pairwise

import pytest
from browsing import SETTINGS, Site, address_of
from page_kinds import BY_HAND, EVERY_KIND, OF_MANY, Seen, every_page

pytestmark = [pytest.mark.browser, pytest.mark.engine, pytest.mark.usefixtures("browser")]


def test_every_kind_of_page_is_visited(real: Site) -> None:
    files = real.folder.rglob("index.html")
    # The further pages of lists of terms are all of one kind.
    addresses = {re.sub(r"page/\d+/$", "", address_of(file, real.folder)) for file in files}
    kinds = {*EVERY_KIND, *OF_MANY, *BY_HAND}
    assert [one for one in sorted(addresses) if not any(fits(one, kind) for kind in kinds)] == []


def fits(address: str, kind: str) -> bool:
    return address.count("/") == kind.count("/") and fnmatch(address, kind)


@every_page
def test_the_page_is_there(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).status == (404 if address == "nowhere/" else 200)


@pytest.mark.parametrize("setting", SETTINGS)
@every_page
def test_axe_finds_nothing(seen: Seen, hub: str, address: str, setting: str) -> None:
    assert seen(hub, address).faults[setting] == ()


@every_page
def test_scripts_have_nothing_to_tell_and_the_policy_forbids_nothing(
    seen: Seen, hub: str, address: str
) -> None:
    assert seen(hub, address).told == ()


@every_page
def test_no_other_host_is_asked(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).asked_elsewhere == ()


@every_page
def test_one_heading_is_first_and_no_level_is_left_out(seen: Seen, hub: str, address: str) -> None:
    levels = [level for level, _ in seen(hub, address).headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [step for step in pairwise(levels) if step[1] > step[0] + 1] == []


@every_page
def test_every_heading_says_something(seen: Seen, hub: str, address: str) -> None:
    assert all(text for _, text in seen(hub, address).headings)


@every_page
def test_nothing_is_wider_than_a_small_phone(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["wide"] == ()


@every_page
def test_no_words_stand_letter_by_letter(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["squeezed"] == ()


@every_page
def test_every_picture_is_named_or_hidden(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["nameless"] == ()


@every_page
def test_every_control_has_a_label(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["labelless"] == ()


@every_page
def test_nothing_moves_for_those_who_asked_for_that(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["moving"] == ()


@every_page
def test_forced_colours_keep_the_edges_of_controls(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["edgeless"] == ()


@every_page
def test_text_may_be_spaced_widely(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).wrong["spaced"] == ()
