import json

from click.testing import CliRunner
from small_hubs import FROZEN, case, hub

from hubtool.cli import hubtool
from hubtool.hub.report import report


def test_a_case_is_told_in_figures() -> None:
    text = case(
        """
        story: We walked and walked.
        outcomes: [{what: A rule., kind: practice-policy, said_by: researcher, sources: [paper]}]
        tensions: [{about: payment, what: Late pay., said_by: community}]
        sources: [{id: paper, title: A paper}]
        """
    )
    (line,) = report(hub({"cases/one.yml": text})).cases
    assert (line.words, line.lessons, line.unwelcome) == (4, 1, 0)
    assert (line.claims, line.sourced) == (3, 1)
    assert line.voices == ("community", "researcher")


def test_gaps_are_values_that_fewer_than_three_cases_have() -> None:
    cases = {f"cases/{name}.yml": case("themes: [trust, dissent]") for name in ("a", "b")}
    cases["cases/c.yml"] = case("themes: [trust]")
    gaps = {(gap.facet, gap.value): gap.count for gap in report(hub(cases)).gaps}
    assert gaps["theme", "dissent"] == 2
    assert ("theme", "trust") not in gaps


def test_claims_with_a_source_are_counted_in_a_whole_hub() -> None:
    result = CliRunner().invoke(hubtool, ["--hub", str(FROZEN), "report", "--format", "json"])
    assert result.exit_code == 0
    told = json.loads(result.output)
    assert [one["id"] for one in told["cases"] if one["sourced"] < one["claims"]] == []


def test_what_readers_can_check_is_counted() -> None:
    text = case(
        """
        story: It says so [@paper].
        lessons:
          - {id: a, lesson: Go., kind: worked, said_by: researcher, because: It was near., sources: [paper]}
          - {id: b, lesson: Stay., kind: condition, said_by: researcher}
        films: [{id: film, title: A film, url: "https://vimeo.com/123456"}]
        sources: [{id: paper, title: A paper}, {id: aside, title: An aside}]
        power: {said_by: outside, stages: {question: community, design: {note: They met.}}}
        """
    )
    counts = {
        share.name: (share.count, share.total)
        for share in report(hub({"cases/one.yml": text})).qualities
    }
    assert counts["cases without a community voice"] == (1, 1)
    assert counts["cases with only welcome lessons"] == (1, 1)
    assert counts["claims that rest on one source"] == (1, 3)
    assert counts["sources that no claim names"] == (1, 2)
    assert counts["lessons without a reason"] == (1, 2)
    assert counts["films that play on the page"] == (1, 1)
    assert counts["stages with a reading"] == (1, 2)
    assert counts["readings of community"] == (1, 1)
