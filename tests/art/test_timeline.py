"""The timeline strip: what stands where, to scale."""

from dataclasses import dataclass
from itertools import combinations, pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtool.art.timeline import TimelineDrawing, timeline_drawing
from hubtool.hub.timeline import Months, in_order, months_before_question, months_since_question
from hubtool.text.dates import days


@dataclass(frozen=True)
class Moment:
    when: str
    kind: str = "work"


MET, ASKED, BROKE = (
    Moment("2018-01-01", "meet"),
    Moment("2020-01-01", "question"),
    Moment("2022-01-01", "rupture"),
)


def drawn(*moments: Moment, dates: str | None = None, gap: float = 38) -> TimelineDrawing | None:
    return timeline_drawing(moments, dates, width=780, gap=gap)


def test_places_are_to_scale() -> None:
    made = drawn(MET, ASKED, BROKE)
    first, second, third = (mark.x for mark in made.marks)
    assert (first, third) == (26, 754)
    assert abs(second - (first + third) / 2) < 1


def test_marks_say_what_they_are() -> None:
    made = drawn(MET, ASKED, Moment("2021-01-01"), BROKE)
    assert [mark.shape for mark in made.marks] == ["before", "question", "after", "setback"]
    assert made.question == made.marks[1].x


def test_without_a_question_nothing_is_before_it() -> None:
    assert [mark.shape for mark in drawn(MET, BROKE).marks] == ["after", "setback"]


def test_pins_keep_their_distance_and_places_stay_true() -> None:
    made = drawn(MET, Moment("2018-01-02"), Moment("2018-01-03"), BROKE)
    pins = [mark.pin for mark in made.marks]
    assert [later - pin >= 38 for pin, later in pairwise(pins)] == [True, True, True]
    assert made.marks[1].x < 27


def test_work_that_goes_on_runs_off_the_edge() -> None:
    made = drawn(MET, ASKED, dates="2019/..")
    assert made.goes_on
    assert made.end == 780
    assert made.work[1] == 780


def test_one_date_has_no_scale() -> None:
    assert drawn(MET) is None
    assert drawn() is None


def order(*dates: str) -> list[str]:
    return [moment.when for moment in in_order([Moment(when) for when in dates])]


@pytest.mark.parametrize(
    "dates",
    [
        ["2008-06", "2008/2009", "2009/2011", "2010/2012"],
        ["2019-11-12", "2019-11", "2021-05"],
        ["2017-08-11", "2017/2019", "2020", "2020"],
        ["2017", "2018-11-27", "2018/2020", "2020"],
        ["199X", "1995-10", "1995/..", "2018"],
        ["1972", "1973", "197X", "1970/1989"],
        ["2018-05", "2019-03", "2019"],
        ["2014-02", "2014/2015", "2015-04-21", "2017", "2017-06-01"],
        ["2008", "2008-05-15", "2008/2013"],
    ],
    ids=lambda dates: dates[0],
)
def test_dates_that_overlap_stay_as_written(dates: list[str]) -> None:
    assert order(*dates) == dates


def test_a_date_is_moved_before_those_that_lie_wholly_after_it() -> None:
    assert order("2020", "2019-05", "2018/2019", "2021") == ["2019-05", "2018/2019", "2020", "2021"]
    assert order("2015", "2010/2020", "2012") == ["2012", "2015", "2010/2020"]
    assert order("2019/..", "/2018", "2017") == ["/2018", "2017", "2019/.."]


def test_a_timeline_of_ten_thousand_moments_is_ordered_at_once() -> None:
    moments = [Moment(f"{year:04}") for year in range(9999, 0, -1)]
    start = perf_counter()
    assert in_order(moments) == moments[::-1]
    assert perf_counter() - start < 2


@given(st.lists(st.sampled_from(["1998", "1998-03", "199X", "1997", "1999/..", "/1996", "2001"])))
def test_no_date_stands_before_one_that_lies_wholly_before_it(dates: list[str]) -> None:
    for earlier, later in combinations(map(days, order(*dates)), 2):
        assert not (later.last and earlier.first and later.last < earlier.first)


def test_the_time_before_the_question_is_counted_from_the_first_meeting() -> None:
    moments = [Moment("2017", "fund"), Moment("2018-06", "meet"), Moment("2019-09", "question")]
    assert months_before_question(moments) == Months(15, 15)


def test_without_a_meeting_the_time_before_is_not_known() -> None:
    assert months_before_question([Moment("2017"), ASKED]) is None
    assert months_before_question([MET]) is None


def test_the_time_after_goes_to_the_last_moment_or_the_end_of_the_work() -> None:
    assert months_since_question([MET, ASKED, BROKE], None) == Months(24, 24)
    assert months_since_question([MET, ASKED, BROKE], "2020/2022-12") == Months(35, 35)


# A few dates only: reading one that is new takes milliseconds.
_DATES = st.sampled_from(
    ["1950", "1998-03", "2009~", "2011-11-30", "2011", "2011-12", "2019-21", "201X", "2030?"]
)
_MOMENTS = st.builds(
    Moment, _DATES, st.sampled_from(["meet", "question", "work", "rupture", "after"])
)


@given(st.lists(_MOMENTS, max_size=14), st.none() | _DATES.map("{}/..".format))
def test_every_strip_keeps_order_and_stays_inside(moments: list[Moment], dates: str | None) -> None:
    made = drawn(*moments, dates=dates)
    if made is not None:
        places = [mark.x for mark in made.marks]
        assert places == sorted(places)
        assert all(0 <= mark.x <= 780 and 0 <= mark.pin <= 780 for mark in made.marks)
        assert [mark.number for mark in made.marks] == list(range(1, len(moments) + 1))
