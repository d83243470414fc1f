"""Each kind of page in a browser, in the light at a desk and in the dark on a small phone."""

from collections.abc import Callable

import pytest
from shown import Look

# The kinds of page, each by the one that has most of everything (`*`) or least (`?`).
REAL = (
    "",
    "cases/",
    "cases/*/",
    "cases/?/",
    "lessons/",
    "lessons/*/",
    "lessons/theme/*/",
    "films/",
    "collections/",
    "collections/*/",
    "themes/",
    "themes/*/",
    "methods/",
    "methods/*/",
    "topics/",
    "topics/*/",
    "frictions/",
    "frictions/*/",
    "about/",
    "contribute/",
    "contribute/writing-a-case/",
    "contribute/fields/",
    "contribute/codes/",
    "contribute/codes/*/",
    "nowhere/",
)
RICH = ("", "cases/kitchen-table-damp/", "cases/gone/", "cases/damp/", "lessons/", "films/") + (
    "collections/before-the-money/",
    "nowhere/",
)
AWKWARD = ("", "cases/", "cases/awkward/", "cases/long/", "lessons/", "lessons/relationship/") + (
    "films/",
    "collections/",
)
PAGES = [
    pytest.param(hub, address, id=f"{hub}:{address or 'home'}")
    for hub, addresses in (("real", REAL), ("rich", RICH), ("awkward", AWKWARD))
    for address in addresses
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.engine,
    pytest.mark.parametrize(("hub", "address"), PAGES),
]
Seen = Callable[[str, str], Look]


def test_the_page_is_there(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).status == (404 if address == "nowhere/" else 200)


def test_axe_finds_nothing_in_the_light(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).faults_light == ()


def test_axe_finds_nothing_in_the_dark_on_a_phone(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).faults_dark == ()


def test_scripts_have_nothing_to_tell(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).told == ()


def test_no_other_host_is_asked(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).asked_elsewhere == ()


def test_nothing_is_wider_than_a_small_phone(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).too_wide == ()


def test_one_heading_is_first_and_no_level_is_left_out(seen: Seen, hub: str, address: str) -> None:
    levels = [level for level, _ in seen(hub, address).headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    steps = zip(levels, levels[1:], strict=False)
    assert [(above, below) for above, below in steps if below > above + 1] == []


def test_every_heading_says_something(seen: Seen, hub: str, address: str) -> None:
    assert all(text for _, text in seen(hub, address).headings)


def test_every_picture_is_named_or_hidden(seen: Seen, hub: str, address: str) -> None:
    assert seen(hub, address).nameless == ()
