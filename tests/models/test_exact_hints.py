"""What can be read is written out, and is a fix; somebody else's number is never shown."""

import pytest
from small_hubs import case, diagnostics


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("dates: 3 April 2019", "2019-04-03"),
        ("dates: 2019 to present", "2019/.."),
        ("dates: {start: 2019, end: 2021}", "2019/2021"),
        ("dates: {from: May 2019}", "2019-05"),
        ("credits: [{partner: anglers, name: A, orcid: https://orcid.org/0000-0001-5109-3700}]",
         "0000-0001-5109-3700"),
        ("credits: [{partner: anglers, name: A, orcid: orcid.org/0000000151093700}]",
         "0000-0001-5109-3700"),
        ("sources: [{id: a, title: A, doi: https://www.doi.org/10.5334/cstp.154}]",
         "10.5334/cstp.154"),
        ("sources: [{id: a, title: A, doi: doi 10.5334/cstp.154}]", "10.5334/cstp.154"),
        ("films: [{id: a, title: A, url: www.youtube.com/watch?v=aqz-KE-bpKQ}]",
         "https://www.youtube.com/watch?v=aqz-KE-bpKQ"),
        ("places: [{name: Oslo, country: Norway}]", "NO"),
    ],
)  # fmt: skip
def test_the_exact_text_is_a_fix(text: str, fix: str) -> None:
    told = [d for d in diagnostics({"cases/one.yml": case(text)}) if d.severity == "error"]
    assert [item.fix and item.fix.replacement for item in told] == [fix]
    assert [item.hint for item in told] == [f"write `{fix}`"]


def test_a_day_that_can_be_read_in_two_ways_is_asked_about() -> None:
    (item,) = diagnostics({"cases/one.yml": case("dates: 03/04/2019")})
    assert item.fix is None
    assert item.hint == (
        "write the year first: `2019-04-03`, or `2019-03-04` if the month came first"
    )


def test_wrong_digits_are_not_mended_with_the_number_of_somebody_else() -> None:
    text = case("credits: [{partner: anglers, name: A, orcid: 0000-0001-5109-3701}]")
    hints = [d.hint or "" for d in diagnostics({"cases/one.yml": text}) if d.code == "H217"]
    assert hints == ["check the digits: one of them is wrong"]
