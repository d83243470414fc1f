"""The page of what is open to others."""

from textwrap import dedent

from reading import Reading, faults
from small_hubs import case, hub

from hubtool.hub.hub import Hub
from hubtool.pages.opportunities import in_order, opportunity_pages
from hubtool.pages.view import View

OFFER = """\
    title: {title}
    kind: funding
    by: Example Foundation
    summary: Money before the question.
    url: https://example.org/seed
"""


def made(cases: str = "", **offers: str) -> Hub:
    files = {
        f"opportunities/{id_}.yml": dedent(OFFER.format(title=id_)) + more + "\n"
        for id_, more in offers.items()
    }
    return hub({"cases/river.yml": case(cases), **files})


def reading(built: Hub) -> Reading:
    [page] = opportunity_pages(View(built))
    assert faults(page.body) == []
    return Reading(page.body)


def test_the_next_date_stands_first_and_standing_offers_last() -> None:
    built = made(
        late="closes: 2027-03-01",
        standing="record: {checked: 2026-11-01}",
        soon="closes: 2026-12-01",
        # Its applications have closed, so the day itself is what matters.
        event="closes: 2026-11-01\nstarts: 2027-01-10",
    )
    assert [one.id for one in in_order(View(built))] == ["soon", "event", "late", "standing"]


def test_each_has_its_own_anchor_and_what_is_over_is_gone() -> None:
    page = reading(made(open="closes: 2026-11-23", over="closes: 2026-11-22"))
    assert page.at("open").tag == "article"
    assert not [one for one in page.elements if one.attributes.get("id") == "over"]


def test_a_browser_can_tell_when_it_is_over() -> None:
    page = reading(made(event="closes: 2026-12\nstarts: 2027-01-10/2027-01-12"))
    times = [
        (one.attributes["datetime"], "data-until" in one.attributes) for one in page.all("time")
    ]
    assert times == [("2026-12", False), ("2027-01-12", True)]


def test_an_offer_that_only_opens_is_never_over() -> None:
    page = reading(made(later="opens: 2027-01-10\nrecord: {checked: 2026-11-01}"))
    assert ["data-until" in one.attributes for one in page.all("time")] == [False]


def test_a_standing_offer_says_when_it_was_checked() -> None:
    text = reading(made(shop="record: {checked: 2026-10-01}")).at("shop").text
    assert "Last checked: 1 October 2026." in " ".join(text.split())


def test_it_says_whom_it_is_for_and_where() -> None:
    text = " ".join(
        reading(
            made(
                fund="closes: 2026-12-05\nplace: Exampleton\nonline: true\n"
                "for: [community-group, university]\nthemes: [seed-funding]"
            )
        )
        .at("fund")
        .text.split()
    )
    assert "For Community group and university" in text
    assert "Where Exampleton; online" in text


def test_nothing_open_is_said_plainly() -> None:
    page = reading(made())
    assert page.texts(class_="nothing") == ["Nothing with a date is open at the moment."]
    assert "hidden" not in page.all(class_="nothing")[0].attributes


def test_partnerships_that_offer_to_talk_are_there_until_their_offer_ends() -> None:
    offer = "connect: {open_to: [visits], contact_url: 'https://a.example/', until: %s}"
    assert "Open to visits." in reading(made(offer % "2027-01")).source
    assert "Open to visits." not in reading(made(offer % "2026-01")).source
