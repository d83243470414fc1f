import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from small_hubs import case, hub

from hubtool.art.cover import cover, cover_label
from hubtool.art.cover_parts import WIDTH, stage_shapes
from hubtool.art.png.paths import outlines_of
from hubtool.art.shapes import BANDS, families

ALL_STAGES = ("relationship", "question", "resources", "design", "inquiry", "sensemaking", "action")


def drawn(more: str = "") -> str:
    made = hub({"cases/one.yml": case(more)})
    return str(cover(made, made.cases["one"]))


def label(more: str = "") -> str:
    made = hub({"cases/one.yml": case(more)})
    return cover_label(made, made.cases["one"])


def power(**levels: str) -> str:
    stages = ", ".join(f"{stage}: {{{said}}}" for stage, said in levels.items())
    return f"power: {{said_by: together, stages: {{{stages}}}}}\n"


def plate(svg: str, name: str) -> list[str]:
    """Return the shapes of the stages on one plate: the first group of that name."""
    found = re.search(rf'<g class="{name}">(.*?)</g>', svg)
    return re.findall(r"<(?:path|circle)", found[1]) if found else []


def stages(svg: str) -> str:
    return svg.rpartition('<g class="overprint">')[0]


@pytest.mark.parametrize(
    ("level", "blue", "pink"),
    [
        ("informed", 1, 0),
        ("consulted", 1, 1),
        ("involved", 1, 1),
        ("shared", 1, 1),
        ("community", 0, 1),
    ],
)
def test_a_reading_is_printed_in_its_inks(level: str, blue: int, pink: int) -> None:
    svg = stage_shapes([level], families(("water",)), 1)
    assert (len(plate(svg, "plate fill-blue")), len(plate(svg, "plate fill-pink"))) == (blue, pink)


def test_a_stage_that_is_only_described_is_drawn_in_bands_and_in_neither_ink() -> None:
    svg = stage_shapes(["described"], families(("water",)), 1)
    bands = re.findall(r'<g class="([\w-]+)">(?=<path)', svg)
    assert bands == ["fill-ink", "fill-sheet", "fill-ink", "fill-sheet", "fill-ink"]
    assert "plate" not in svg


@pytest.mark.parametrize(
    "topic", ["water", "poverty", "housing", "farming-and-food", "land-and-rights"]
)
def test_bands_lie_inside_each_other(topic: str) -> None:
    (family,) = families((topic,))
    boxes = [
        [
            (min(ends), max(ends))
            for ends in zip(
                *(p for outline in outlines_of(path) for p in outline.points), strict=True
            )
        ]
        for path, scale in map(family.band, BANDS)
        if scale == 1
    ]
    for outer, inner in pairwise(boxes):
        for (low, high), (lower, higher) in zip(outer, inner, strict=True):
            assert low <= lower < higher <= high


def test_the_paper_says_the_topic_and_dirties_no_ink() -> None:
    svg = stage_shapes(["shared", "community"], families(("water", "health")), 1)
    papers = re.findall(r'class="((?:tint|deep)-\w+)"', svg.partition('<g class="overprint">')[0])
    assert sorted(papers) == ["deep-blue", "deep-pink", "tint-blue", "tint-pink"]
    assert not re.search(r'class="(?:tint|deep)-', svg.partition('<g class="overprint">')[2])


def test_a_stage_that_is_not_recorded_is_a_dot_and_one_that_did_not_happen_is_nothing() -> None:
    svg = stage_shapes([None, "not-applicable", "shared", None], families(()), 1)
    assert len(plate(svg, "fill-ink")) == 2


def test_both_sides_of_a_dispute_stand_apart() -> None:
    svg = stage_shapes(["disputed"], families(("health",)), 1)
    (blue,) = re.findall(r'plate fill-blue"><path[^>]*translate\(([\d.]+) ', svg)
    (pink,) = re.findall(r'plate fill-pink"><path[^>]*translate\(([\d.]+) ', svg)
    assert float(pink) - float(blue) > 50


@pytest.mark.parametrize("count", range(1, 8))
def test_shapes_lie_inside_the_cover_and_do_not_touch(count: int) -> None:
    levels = ["community"] * count + [None] * (7 - count)
    svg = stage_shapes(levels, families(("science-and-technology",)), 1)
    pattern = r"translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)"
    shapes = {tuple(map(float, found)) for found in re.findall(pattern, svg)}
    assert len(shapes) == count
    for x, _, size in shapes:
        assert size * 50 <= x <= WIDTH - size * 50
    for one in shapes:
        for other in shapes - {one}:
            side = max(abs(one[0] - other[0]), abs(one[1] - other[1]))
            assert side >= (one[2] + other[2]) * 50


def test_a_case_of_which_nobody_says_who_decided_shows_its_subject_in_neither_ink() -> None:
    svg = stages(drawn("topics: [water, housing]"))
    assert len(plate(svg, "fill-ink")) == 2
    assert "plate" not in svg


def test_every_lesson_has_a_mark_in_the_ink_of_its_voice() -> None:
    svg = drawn(
        """
        lessons:
          - {id: a, lesson: One., kind: worked, said_by: community}
          - {id: b, lesson: Two., kind: worked, said_by: researcher}
          - {id: c, lesson: Three., kind: worked, said_by: outside}
          - {id: d, lesson: Four., kind: worked, said_by: together}
        """
    )
    marks = svg.rpartition('<g class="overprint">')[2]
    counted = [len(plate(marks, name)) for name in ("plate fill-blue", "plate fill-pink", "bare")]
    assert counted == [2, 2, 1]


def test_the_question_is_a_disc_only_where_its_date_is_known() -> None:
    asked = (
        "timeline: [{when: 2019, kind: meet, what: Met.}, {when: 2020, kind: question, what: Q.}]"
    )
    assert 'class="question-dot"' in drawn(asked)
    assert 'class="question-dot"' not in drawn("timeline: [{when: 2019, kind: meet, what: Met.}]")


def test_there_is_a_dot_for_each_new_year() -> None:
    svg = drawn("dates: 2015/2019")
    assert svg.count('r="3"') == 4


def test_work_that_goes_on_runs_off_the_edge() -> None:
    assert f'H{WIDTH}"' in drawn("dates: 2015/..")
    assert f'H{WIDTH}"' not in drawn("dates: 2015/2019")


def test_a_setback_is_a_square_on_its_point() -> None:
    broken = "timeline: [{when: 2019, kind: rupture, what: Broke.}]"
    assert drawn(broken).count('class="setback"') == 1


def test_a_case_without_dates_has_no_line() -> None:
    assert 'class="path-line' not in drawn()


def test_the_label_says_what_is_drawn() -> None:
    said = label(
        power(question="level: shared", design="note: They met.")
        + "timeline: [{when: 2019, kind: meet, what: Met.}]\n"
    )
    assert said == (
        "Cover drawn from the record. "
        "Who decided: Choosing the question, decided together; Designing how, described, not read. "
        "5 stages are not recorded. 1 dated moment on the line. "
        "No date is recorded for the question. Lessons by voice: 1 by community partner."
    )


def test_the_label_says_where_nobody_recorded_who_decided() -> None:
    assert "Who decided is not recorded, so only the subject is drawn." in label()


def test_a_cover_is_decoration_unless_it_is_labelled() -> None:
    made = hub({"cases/one.yml": case()})
    one = made.cases["one"]
    assert 'aria-hidden="true"' in cover(made, one)
    assert 'role="img" aria-label="Cover drawn' in cover(made, one, labelled=True)


def test_two_cases_of_one_topic_look_different() -> None:
    shapes: Iterable[str] = (
        stage_shapes(["described"] * 3, families(("poverty",)), seed) for seed in range(8)
    )
    assert len(set(shapes)) == 8


def test_every_topic_has_a_shape_of_its_own_family() -> None:
    made = hub({"cases/one.yml": case()})
    topics = [term.id for term in made.terms("topics")]
    assert len({families((topic,))[0].path for topic in topics}) == 10
