from datetime import date

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from hubtool.text.dates import DateError, Days, days, has_passed, months_between, year


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2019", Days(date(2019, 1, 1), date(2019, 12, 31))),
        ("2019-09", Days(date(2019, 9, 1), date(2019, 9, 30))),
        ("2019-09~", Days(date(2019, 9, 1), date(2019, 9, 30))),
        ("199X", Days(date(1990, 1, 1), date(1999, 12, 31))),
        ("2019-09~/2023-03", Days(date(2019, 9, 1), date(2023, 3, 31))),
        ("2021/..", Days(date(2021, 1, 1), None, goes_on=True)),
        ("2015/", Days(date(2015, 1, 1), None)),
        ("/2020", Days(None, date(2020, 12, 31))),
    ],
)
def test_a_date_means_the_days_it_can_mean(text: str, known: Days) -> None:
    assert days(text) == known


@pytest.mark.parametrize(
    "text",
    ["", "/", "2O19", "2019-13", "30.09.2019", "2019-02-30", "../..", "2019/2020/2021", "{2019}"],
)
def test_what_is_no_date_of_level_1_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        days(text)


def test_a_date_has_passed_only_when_its_last_day_is_over() -> None:
    assert not has_passed("2026-11", date(2026, 11, 30))
    assert has_passed("2026-11", date(2026, 12, 1))
    assert not has_passed("2015/", date(2026, 12, 1))
    assert not has_passed(None, date(2026, 12, 1))


def test_months_between_two_months_are_exact_and_between_years_a_range() -> None:
    assert months_between("2018-06", "2019-09") == (15, 15)
    assert months_between("2018", "2019") == (1, 23)


def test_the_year_is_that_of_the_start_or_else_of_the_end() -> None:
    assert [year("2019/2021"), year("/2021"), year(None)] == [2019, 2021, None]


MONTHS = st.integers(0, 20).map(lambda month: f"-{month:02}")
DAYS = st.integers(0, 33).map(lambda day: f"-{day:02}")
# Without seasons: the package refuses a doubtful one, and knows those of level 2.
PARTS = st.tuples(
    st.integers(1000, 2999).map(str),
    st.one_of(st.just(""), MONTHS, st.tuples(MONTHS, DAYS).map("".join)),
    st.sampled_from(["", "~", "?", "%"]),
)


@given(PARTS.map("".join))
@examples(60)
def test_a_date_means_what_the_edtf_package_says_it_means(text: str) -> None:
    try:
        parsed = parse_edtf(text)
        theirs = (date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3]))
    except (EDTFParseException, ValueError, AttributeError):
        theirs = None
    try:
        ours = (days(text).first, days(text).last)
    except DateError:
        ours = None
    assert ours == theirs
