"""The fields of the data model's second edition: what each takes and refuses."""

import pytest
from small_hubs import SETTINGS, TODAY, case, diagnostics, hub, sources

from hubtool.load import load


def codes(more: str) -> list[str]:
    return [
        entry.code for entry in diagnostics({"cases/one.yml": case(more)}) if entry.code[1] in "23"
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ("{online: true}", []),
        ("{online: true}, {name: Exampleton, country: GB}", []),
        ("{name: Pristina, country: XK}", []),
        ("{online: true, country: GB}", ["H233"]),
        ("{online: false}", ["H201"]),
        ("{name: Exampleton}", ["H201"]),
        ("{name: Exampleton, country: XX}", ["H214"]),
        ("{country: GB, lat: 155}", ["H201", "H210"]),
    ],
)
def test_a_place_is_somewhere_or_online(places: str, expected: list[str]) -> None:
    assert sorted(codes(f"places: [{places}]")) == expected


def test_a_case_that_met_online_stands_in_no_countrys_list() -> None:
    made = hub({"cases/one.yml": case("places: [{online: true}]")})
    assert made.cases["one"].mapped_places == ()
    assert made.facets["one"]["country"] == ()


def test_the_lead_lesson_is_one_of_the_cases_own() -> None:
    assert codes("lead_lesson: nowhere") == ["H303"]


def test_a_use_says_when_who_and_how() -> None:
    assert codes("used: [{when: 2027-03, by: A tenants' group, how: Read it aloud.}]") == []
    assert codes("used: [{when: 2027-03, by: A tenants' group}]") == ["H201"]


@pytest.mark.parametrize(
    ("contact", "is_right"),
    [
        ("hub@example.org", True),
        ("stories.hub+new@mail.example.org", True),
        ("hub@example", False),
        ("https://example.org", False),
        ("hub@example.org?cc=x@example.org", False),
        ("hub@example.org,x@example.org", False),
    ],
)
def test_the_contact_is_one_mailbox(contact: str, is_right: bool) -> None:
    settings = SETTINGS.replace("schema: 1", f'schema: 1, contact: "{contact}"')
    entries = load(sources({"cases/one.yml": case()}, settings=settings), today=TODAY)[1]
    assert [entry.code for entry in entries] == ([] if is_right else ["H703"])
