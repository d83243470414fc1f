"""The pages of partners, funders and places."""

import json
from functools import cache

import pytest
from reading import Reading, faults
from small_hubs import case, hub

from hubtool.art.map import world
from hubtool.exports.places import place_files
from hubtool.hub.hub import Hub
from hubtool.pages import Page
from hubtool.pages.case_study import case_pages
from hubtool.pages.funders import funder_pages
from hubtool.pages.partners import partner_pages
from hubtool.pages.parts.directories import DirectoryEntry, directory, directory_pages
from hubtool.pages.parts.paging import BackLink
from hubtool.pages.places import countries, place_pages
from hubtool.pages.view import View

CASES = {
    "river": """
        title: River walks
        dates: 2015/2018
        places:
          - {name: York, country: GB, region: GB-ENG, lat: 53.96, lon: -1.08}
          - {name: Nairobi, country: KE}
        partners:
          - {id: anglers, name: Anglers, kind: community-group}
          - {id: uni, org: university-of-york, role: Held the grant}
        funders: [{org: wellcome, award: EX-1}, {name: A small trust}]
        investment:
          said_by: together
          basis: estimate
          months_before_question: 15
          costs_to_people: Three people stopped.
          money: {low: 1000, high: 2000, currency: GBP, year: 2015, held_by: uni,
                  community_share_percent: 40}
          hours: [{who: anglers, paid: 10, unpaid: 200}]
          payment: {offered: false}
        power:
          said_by: together
          stages: {resources: {level: involved, note: The council could overrule it.}}
        tensions:
          - {about: money, what: The money came late., said_by: community}
          - {about: trust, what: Nobody rang back., said_by: community}
        outcomes:
          - {what: One., kind: practice-policy, said_by: community}
          - {what: Two., kind: practice-policy, said_by: community}
          - {what: Three., kind: practice-policy, said_by: community}
          - {what: Four., kind: practice-policy, said_by: community}
          - {what: It stung., kind: practice-policy, said_by: community, direction: harm}
    """,
    "town": """
        title: Town hall
        dates: 2010/2012
        places: [{name: York, country: GB, region: GB-ENG}]
        partners:
          - {org: university-of-york}
          - {name: Anglers, kind: community-group}
          - {name: Somebody}
        funders: [{org: wellcome}]
    """,
    "lone": """
        title: Lone wolf
        places: [{name: Leeds, country: GB, region: GB-ENG}]
        partners: [{org: university-of-leeds}]
        funders: [{org: nuffield-foundation}]
    """,
}


@cache
def made() -> Hub:
    return hub({f"cases/{id_}.yml": case(more) for id_, more in CASES.items()})


@cache
def pages() -> dict[str, Page]:
    kinds = (partner_pages, funder_pages, place_pages, case_pages)
    return {page.address: page for kind in kinds for page in kind(View(made()))}


def reading(address: str) -> Reading:
    return Reading(pages()[address].body)


def text(address: str) -> str:
    return " ".join(
        " ".join(one.text for one in reading(address).elements if one.depth == 0).split()
    )


@pytest.mark.parametrize(
    "address",
    [
        "partners/",
        "partners/university-of-york/",
        "funders/",
        "funders/wellcome/",
        "places/",
    ],
)
def test_a_page_is_well_made(address: str) -> None:
    assert faults(pages()[address].body) == []


def test_only_who_is_in_more_than_one_case_has_a_page() -> None:
    assert [address for address in pages() if address.startswith(("partners/", "funders/"))] == [
        "partners/",
        "partners/university-of-york/",
        "funders/",
        "funders/wellcome/",
    ]


def test_partners_stand_under_their_kind_with_how_many_there_are() -> None:
    assert reading("partners/").texts("summary") == [
        "University 2 partners",
        "Community group 2 partners",
        "Kind not recorded 1 partner",
    ]


def test_two_bodies_of_one_name_are_not_taken_for_one() -> None:
    assert reading("partners/").texts("b").count("Anglers") == 2


def test_a_partner_of_one_case_leads_to_it() -> None:
    links = [one.attributes["href"] for one in reading("partners/").all("a")]
    assert "../cases/lone/" in links
    assert "university-of-york/" in links


def test_a_partner_says_what_it_did_and_who_else_was_there() -> None:
    said = text("partners/university-of-york/")
    assert "University of York was a partner in 2 cases here." in said
    assert "What it did: Held the grant" in said
    assert "Anglers 2 cases" in said
    assert "Wellcome" in said


def test_a_funder_sees_the_earliest_case_first_and_no_order_of_merit() -> None:
    assert reading("funders/wellcome/").texts("h2")[:2] == ["Town hall", "River walks"]


def test_a_funder_sees_what_was_risked_given_spent_and_gained() -> None:
    said = text("funders/wellcome/")
    for words in (
        "£1,000 to £2,000, in 2015",
        "They had known one another for 15 months when the question was chosen.",
        "award EX-1",
        "Also paid for by A small trust.",
        "In the room. The council could overrule it.",
        "Held by University of York.",
        "40% of it reached community partners.",
        "Three people stopped.",
        "Anglers: 200 unpaid hours.",
        "The money came late.",
        "All 5 outcomes",
    ):
        assert words in said


def test_a_tension_about_something_else_is_no_cost_of_the_money() -> None:
    assert "Nobody rang back." not in text("funders/wellcome/")


def test_a_harm_is_never_left_out_for_want_of_room() -> None:
    said = text("funders/wellcome/")
    assert "It stung." in said
    assert "Four." not in said


def test_what_nobody_told_is_said_to_be_not_recorded() -> None:
    [town] = [one for one in reading("funders/wellcome/").all("article") if "Town hall" in one.text]
    assert town.text.count("Not recorded") == 1
    assert "Not recorded: money, time before the question" in town.text


def test_a_case_links_to_the_pages_of_its_partners_and_funders() -> None:
    links = [one.attributes["href"] for one in reading("cases/river/").all("a")]
    assert "../../partners/university-of-york/" in links
    assert "../../funders/wellcome/" in links
    assert not [link for link in reading("cases/lone/").all("a") if "partners/u" in str(link)]


def test_places_stand_by_country_and_region_each_once() -> None:
    lands = [
        (land.name, land.count, [(r.name, [s.name for s in r.places]) for r in land.regions])
        for land in countries(View(made()))
    ]
    assert lands == [
        ("Kenya", 1, [("", ["Nairobi"])]),
        ("United Kingdom", 3, [("England", ["Leeds", "York"])]),
    ]


def test_a_place_lists_all_its_cases_and_says_where_else_they_happened() -> None:
    [york] = [text for text in reading("places/").texts("li") if text.startswith("York ")]
    assert york == "York River walks in 2 places in all Town hall"


def test_the_dots_of_a_country_lead_to_it_and_hold_up_no_keyboard() -> None:
    page = reading("places/")
    links = [one for one in page.all("a") if one.attributes.get("tabindex") == "-1"]
    assert [one.attributes["href"] for one in links] == ["#gb"]
    assert page.texts("title") == ["United Kingdom, 3 cases"]
    assert page.all("svg")[0].attributes["aria-hidden"] == "true"
    assert "2 places have no point on the map." in text("places/")


def test_the_map_has_the_facets_of_the_list_of_cases_and_leads_to_it() -> None:
    assert {one.attributes["name"] for one in reading("places/").all("input")} >= {"country"}
    [other] = [one for one in reading("places/").all("a") if "data-other" in one.attributes]
    assert (other.attributes["href"], other.text) == ("../cases/", "As a list")
    assert reading("places/").texts("h2") == ["Filters", "3 cases in 3 places"]


def test_a_browser_gets_every_place_with_its_cases_and_its_entry_in_the_list() -> None:
    files = place_files(View(made()))
    data = json.loads(files["assets/find/places.json"])
    assert data == {
        "together": 50,
        "countries": [
            {"id": "ke", "name": "Kenya", "regions": [["", 1]]},
            {"id": "gb", "name": "United Kingdom", "regions": [["England", 2]]},
        ],
        "names": ["Nairobi", "Leeds", "York"],
        "points": ["", "", "473.24 52.79"],
        "cases": ["1", "0", "1 2"],
    }
    entries = Reading(json.loads(files["assets/find/places/0.json"]))
    assert entries.texts("b") == ["Nairobi", "Leeds", "York"]
    assert entries.all("a")[-1].attributes["href"] == "cases/town/"


def test_the_page_of_a_large_hub_shows_the_first_places_of_each_country() -> None:
    names = [f"{{name: Place {number}, country: GB}}" for number in range(801)]
    large = hub({"cases/river.yml": case(f"title: River walks\nplaces: [{', '.join(names)}]\n")})
    [page] = place_pages(View(large))
    assert len(Reading(page.body).all("b")) == 12
    assert "and 789 more places" in page.body
    assert len(json.loads(place_files(View(large))["assets/find/places.json"])["names"]) == 801


def test_of_very_many_dots_only_those_are_drawn_that_can_be_told_apart() -> None:
    at = [
        f"{{name: Place {number}, country: GB, lat: {50 + number / 200}, lon: {number % 7}}}"
        for number in range(500)
    ]
    many = world(hub({"cases/river.yml": case(f"title: River walks\nplaces: [{', '.join(at)}]\n")}))
    assert many.count == 500
    assert 10 < len(many.dots) <= 400


def test_a_hub_without_cases_has_these_pages() -> None:
    empty = hub({})
    for kind in (partner_pages, funder_pages, place_pages):
        [page] = kind(View(empty))
        assert faults(page.body) == []


def test_a_long_directory_has_pages_of_its_own() -> None:
    bodies = tuple(
        DirectoryEntry(f"Body {n:03}", "", "partners/x/" if n == 450 else None, ())
        for n in range(500)
    )
    found = directory(bodies, "partners/kind/charity/")
    assert found.address == "partners/kind/charity/"
    assert [one.name for one in found.first[:2]] == ["Body 450", "Body 000"]
    made = hub({"cases/river.yml": case()})
    back = BackLink("partners/", "Partners")
    pages = list(directory_pages(View(made), "partner", found, "Charities", back=back))
    assert [page.address for page in pages] == [
        "partners/kind/charity/",
        "partners/kind/charity/page/2/",
        "partners/kind/charity/page/3/",
    ]
    assert pages[2].title == "Charities, page 3 of 3"
    names = "".join(page.body for page in pages)
    assert [name for name in (one.name for one in bodies) if names.count(name) != 1] == []


def test_a_short_directory_stays_on_one_page() -> None:
    bodies = tuple(DirectoryEntry(f"Body {n}", "", None, ()) for n in range(30))
    found = directory(bodies, "partners/kind/charity/")
    assert (found.first, found.address) == (bodies, None)
