"""Pages of a large hub stay light, and all that they leave out is one link away."""

from functools import cache

from reading import Reading, faults
from small_hubs import case, hub

from hubtool.hub.hub import Hub
from hubtool.pages import Page
from hubtool.pages.cases import CaseGroup, _cut
from hubtool.pages.terms import term_pages
from hubtool.pages.view import View

TENSION = "{{about: payment, what: Dispute {n}., said_by: community}}"


@cache
def disputed(count: int) -> Hub:
    tensions = ", ".join(TENSION.format(n=n) for n in range(count))
    return hub({"cases/a.yml": case(f"tensions: [{tensions}]")})


def pages(count: int) -> dict[str, Page]:
    return {page.address: page for page in term_pages(View(disputed(count)))}


def words(page: Page) -> str:
    return " ".join(Reading(page.body).elements[0].text.split())


def test_many_tensions_about_one_thing_have_pages_of_their_own() -> None:
    made = pages(81)
    first, second = (made[f"frictions/payment/tensions/{end}"] for end in ("", "page/2/"))
    assert "frictions/payment/tensions/page/3/" not in made
    assert "All 81 tensions about this" in words(made["frictions/payment/"])
    assert len(Reading(made["frictions/payment/"].body).texts("article", "tension")) == 32
    assert len(Reading(first.body).texts("article", "tension")) == 80
    assert "Dispute 80." in words(second)
    assert faults(first.body) == faults(second.body) == []


def test_few_tensions_stand_on_the_page_of_their_friction() -> None:
    made = pages(32)
    assert "frictions/payment/tensions/" not in made
    assert "Dispute 31." in words(made["frictions/payment/"])


def test_a_large_group_of_titles_makes_room_for_the_small_ones() -> None:
    entry = disputed(1).cases["a"]
    groups = [CaseGroup(str(n), "", (entry,) * n, n, "") for n in (1, 900, 2, 400)]
    cut = _cut(groups)
    assert [len(group.cases) for group in cut] == [1, 299, 2, 299]
    assert [group.count for group in cut] == [1, 900, 2, 400]


def test_groups_that_fit_are_whole() -> None:
    entry = disputed(1).cases["a"]
    groups = [CaseGroup(str(n), "", (entry,) * n, n, "") for n in (100, 500)]
    assert [len(group.cases) for group in _cut(groups)] == [100, 500]
