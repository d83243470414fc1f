"""Every rule speaks in the first round, as far as a file can be read."""

import pytest
from small_hubs import case, diagnostics

PUBLIC = """\
consent: {status: public-record}
sources:
  - {id: report, title: A report}
timeline:
  - {when: 2019, kind: meet, what: They met.}
"""


def codes(text: str) -> list[str]:
    return [item.code for item in diagnostics({"cases/one.yml": case(text)})]


def test_a_claim_without_a_source_is_told_beside_other_faults() -> None:
    without = [code for code in codes(PUBLIC) if code == "H232"]
    assert len(without) == 2
    broken = PUBLIC.replace("2019", "2O19") + "dates: 03/04/2019\ntags: [water]\n"
    told = codes(broken)
    assert {"H207", "H202", "H232"} <= set(told)


@pytest.mark.parametrize(
    "line",
    [
        "title: River: walks",
        "title: *River* walks",
        'title: "River" walks',
        "places: [{name: Exampleton, country: GB]",
        "consent: {status: agreed, agreed_by: Anglers: all, agreed_on: 2026-01}",
    ],
)
def test_a_fault_of_syntax_hides_no_fault_of_other_parts(line: str) -> None:
    key = line.partition(":")[0]
    text = (
        "\n".join(row for row in case().splitlines() if not row.startswith(key))
        .replace("kind: worked", "kind: workd")
        .replace("said_by: community", "said_by: comunity")
    )
    told = [item.code for item in diagnostics({"cases/one.yml": f"{line}\n{text}\ndates: Soon\n"})]
    assert sorted(told) == ["H101", "H203", "H203", "H207"]


def test_what_could_not_be_read_is_neither_missing_nor_unknown() -> None:
    text = case("lead_lesson: walk-first").replace("lesson: Walk first. The", "lesson: Walk: the")
    assert [item.code for item in diagnostics({"cases/one.yml": text})] == ["H101"]
    elsewhere = case(
        """
        title: Other walks
        lessons:
          - {lesson: Yes., id: a, kind: worked, said_by: community, confirms: [one#walk-first]}
        """
    )
    told = diagnostics({"cases/one.yml": text, "cases/two.yml": elsewhere})
    assert [item.code for item in told] == ["H101"]


def test_an_address_in_a_lesson_with_faults_is_told() -> None:
    text = (
        case().replace("    kind: worked\n", "").replace("Walk first.", "Write to a@example.org.")
    )
    told = {item.code for item in diagnostics({"cases/one.yml": text})}
    assert told == {"H201", "H222"}


def test_a_part_with_faults_causes_no_words_about_the_rest() -> None:
    text = case(
        """
        investment: {said_by: together, months_before_question: 30}
        timeline:
          - {when: 2018-06, kind: question, what: We chose.}
          - {when: soon, kind: meet, what: We met.}
        """
    )
    assert [item.code for item in diagnostics({"cases/one.yml": text})] == ["H207"]
