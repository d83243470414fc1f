"""A cover says what is recorded loudly, and what is not in a pale line."""

import re
from itertools import pairwise

import pytest
from small_hubs import case, hub

from hubtool.art.cover import MOST_MARKS, Cover, cover, cover_parts, mark_drawing, marks_drawn
from hubtool.art.shapes import families
from hubtool.pages.parts.cover_words import CoverKey, cover_key, cover_sentence
from hubtool.pages.view import View

KINDS = {"c": "community-group", "i": "university", "n": "voluntary-organisation"}


def partners(kinds: str) -> str:
    entries = (
        f"{{id: p{n}, name: P{n}, kind: {KINDS[kind]}}}" for n, kind in enumerate(kinds, start=1)
    )
    return f"partners: [{', '.join(entries)}]\n"


def timeline(*moments: str) -> str:
    entries = (f"{{when: {m.split()[0]}, kind: {m.split()[1]}, what: W.}}" for m in moments)
    return f"timeline: [{', '.join(entries)}]\n"


def read(level: str) -> str:
    return f"power: {{said_by: together, stages: {{design: {{level: {level}}}}}}}\n"


def drawn(more: str) -> str:
    built = hub({"cases/one.yml": case(more)})
    return str(cover(built, built.cases["one"]))


def parts(more: str) -> Cover:
    built = hub({"cases/one.yml": case(more)})
    return cover_parts(built, built.cases["one"])


def sentence(more: str) -> str:
    built = hub({"cases/one.yml": case(more)})
    return cover_sentence(View(built), built.cases["one"])


def key(more: str) -> CoverKey:
    built = hub({"cases/one.yml": case(more)})
    return cover_key(View(built), built.cases["one"])


def marks(more: str) -> str:
    return "".join(side[0] for side in parts(more).marks)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ("ic", "ci"),
        ("nic", "cin"),
        ("ccciii", "ccciii"),
        ("iiiiiiiic", "ciiiii"),
        ("cnnnnnnnnni", "cinnnn"),
    ],
)
def test_each_side_has_its_marks_and_none_is_left_out(kinds: str, expected: str) -> None:
    cover_ = parts(partners(kinds))
    assert "".join(side[0] for side in cover_.marks) == expected
    assert len(cover_.marks) + cover_.further == len(kinds)
    assert len(cover_.marks) <= MOST_MARKS


def test_partners_beyond_six_are_a_number() -> None:
    assert "<b>+3</b>" in drawn(partners("ciiiinnnn"))
    assert "<b>" not in drawn(partners("ci"))


def test_a_partner_of_no_recorded_kind_is_an_outline() -> None:
    assert marks("partners: [{id: a, name: A}, {id: b, name: B, kind: university}]") == "in"


def test_deciding_together_prints_both_inks_over_each_other() -> None:
    apart, over = parts(partners("cci")), parts(partners("cci") + read("shared"))
    assert (apart.is_shared, over.is_shared) == (False, True)
    assert marks_drawn(over)[0] < marks_drawn(apart)[0]


@pytest.mark.parametrize("level", ["community", "consulted", "informed"])
def test_no_other_reading_moves_the_marks(level: str) -> None:
    assert not parts(partners("ci") + read(level)).is_shared


def test_marks_touch_only_the_air_between_them() -> None:
    pink, blue = re.findall(r'plate fill-\w+"><path d="M([\d.]+)', mark_drawing("shared"))
    assert float(blue) - float(pink) < 36  # the width of a disc
    apart = marks_drawn(parts(partners("ccii")))[1]
    edges = sorted(float(x) for x in re.findall(r"M([\d.]+) (?:20a|3.5h)", apart)[:4])
    assert all(later - x >= 40 for x, later in pairwise(edges))


def test_the_question_parts_a_dotted_line_from_a_solid_one() -> None:
    svg = drawn(timeline("2019 meet", "2020 question", "2023 fund"))
    assert [name in svg for name in ('"dotted"', '"solid"', '"thin"')] == [True, True, False]
    assert svg.count('class="question-dot"') == 1


def test_where_the_date_of_the_question_is_not_recorded_the_line_claims_nothing() -> None:
    svg = drawn(timeline("2019 meet", "2023 fund"))
    assert [name in svg for name in ('"dotted"', '"solid"', '"thin"')] == [False, False, True]
    assert "question-dot" not in svg


def test_a_question_that_was_put_again_is_drawn_each_time() -> None:
    svg = drawn(timeline("2019 meet", "2020 question", "2022 question"))
    assert svg.count('class="question-dot"') == 2


def test_work_that_goes_on_runs_over_the_edge_and_ends_now() -> None:
    svg = drawn("dates: 2015/..")
    assert 'x2="100%"' in svg
    assert ">now</text>" in svg


def test_an_end_that_nobody_recorded_fades_out() -> None:
    svg = drawn("dates: 2015/\n" + timeline("2016 meet", "2018 fund"))
    assert '"faded"' in svg
    assert "?</text>" in svg
    assert '"work-band"' not in svg
    assert '"faded"' not in drawn("dates: 2015/2019")


def test_a_setback_is_a_square_on_its_point() -> None:
    assert drawn(timeline("2019 meet", "2020 rupture")).count('class="setback"') == 1


def test_a_case_without_dates_has_no_line() -> None:
    assert "<line" not in drawn("")


def test_a_cover_is_hidden_and_its_sentence_says_the_same() -> None:
    more = partners("ciin") + "dates: 2018/..\n" + timeline("2017 meet", "2019 question")
    assert 'aria-hidden="true"' in drawn(more)
    assert sentence(more + read("shared")) == (
        "One community partner, 2 institutions and one other body. "
        "The question came 1 to 3 years after they met (2019). At work since 2018, and it goes on. "
        "Decided together: designing how."
    )


@pytest.mark.parametrize(
    ("more", "lack"),
    [
        ("", "Neither the date of the question nor the end of the work is recorded."),
        ("dates: 2015/2019", "When the question was settled is not recorded."),
        (timeline("2019 question"), "When the work ended is not recorded."),
        ("dates: 2015/2019\n" + timeline("2016 question"), ""),
    ],
)
def test_what_is_not_recorded_is_said_once(more: str, lack: str) -> None:
    words = sentence(more)
    assert words.count("recorded") == (1 if lack else 0)
    assert lack in words


def test_the_key_names_what_this_cover_has_and_then_the_rest() -> None:
    rows = key(partners("cci") + timeline("2019 meet", "2020 question", "2021 fund"))
    own = {row.name.partition(":")[0]: row.words for row in rows.own}
    others = {row.name.partition(":")[0] for row in rows.others}
    assert own["Pink disc"] == "P1 and P2"
    assert own["Blue square"] == "P3"
    assert {"Dotted line", "Yellow disc", "Solid line", "Dot"} <= own.keys()
    assert {"Overlap", "Outline", "Thin line", "Square on its point"} <= others
    assert not own.keys() & others


def test_a_cover_shows_three_topics_at_most_on_the_paper_of_the_first() -> None:
    svg = drawn("topics: [water, health, housing, climate-and-energy]")
    assert 'class="case-cover tint-blue"' in svg
    assert svg.partition("</svg>")[0].count("<path") == 3


def test_every_topic_has_a_shape_of_its_own_family() -> None:
    built = hub({"cases/one.yml": case()})
    topics = [term.id for term in built.terms("topics")]
    assert len({families((topic,))[0].path for topic in topics}) == 10


def test_a_pair_of_partners_shows_both_inks() -> None:
    svg = drawn(partners("ci"))
    assert "fill-pink" in svg
    assert "fill-blue" in svg
