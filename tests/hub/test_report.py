import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_hubs import FROZEN, SITE_CASE, TODAY, case, commit_all, hub, make_hub, write_file

from hubtool.cli import hubtool
from hubtool.hub.changes import PartChange, changes
from hubtool.hub.report import HubReport, report
from hubtool.links.answers import LinkAnswer
from hubtool.links.history import NOTHING_ASKED, LinkHistory, history_now, write_history
from hubtool.pages import pages
from hubtool.pages.parts.report_outline import SECTIONS


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
    assert counts["cases-silent"] == (1, 1)
    assert counts["cases-welcome"] == (1, 1)
    assert counts["claims-one-source"] == (1, 3)
    assert counts["sources-unnamed"] == (1, 2)
    assert counts["lessons-unreasoned"] == (1, 2)
    assert counts["films-playing"] == (1, 1)
    assert counts["stages-read"] == (1, 2)
    assert [share.name for share in report(hub({"cases/one.yml": text})).readings] == ["community"]


def report_on(text: str, *, today: date = TODAY, months: int = 6) -> HubReport:
    files = {"cases/one.yml": case(text)}
    return report(hub(files, today=today), within=timedelta(days=31 * months))


def test_what_falls_due_is_told_ahead_of_time_and_by_the_day_that_one_names() -> None:
    text = """
    consent: {status: agreed, agreed_by: The committee, agreed_on: 2025-03, review_by: 2027-03}
    checkpoints: [{due: 2026-06}, {due: 2026-01, visited: 2026-02}]
    connect: {contact_url: "https://anglers.example.org/", until: 2027-01}
    record: {checked: 2026-01, review_due: 2029}
    """
    due = [(duty.kind, duty.day.isoformat(), duty.is_late) for duty in report_on(text).due]
    assert due == [
        ("visit", "2026-06-30", True),
        ("talk", "2027-01-31", False),
        ("consent", "2027-03-31", False),
    ]
    assert [duty.kind for duty in report_on(text, months=1).due] == ["visit"]
    later = report_on(text, today=date(2029, 12, 1)).due
    assert [duty.kind for duty in later if not duty.is_late] == ["review"]


def test_a_standing_offer_is_due_a_year_after_somebody_checked_it() -> None:
    offer = "kind: standing-offer\ncloses: null\nrecord: {checked: 2026-01-10}\n"
    text = (
        "title: Walk with us\nby: Anglers\nsummary: A day.\nurl: https://anglers.example.org/walk\n"
        + offer
    )
    (duty,) = report(hub({"opportunities/walk.yml": text})).due
    assert (duty.kind, duty.day) == ("offer", date(2027, 1, 11))


def test_a_case_is_stale_after_the_years_of_the_hub_or_where_nobody_says() -> None:
    assert report_on("record: {checked: 2026-01}").stale == ()
    (old,) = report_on("record: {checked: 2026-01}", today=date(2029, 3, 1)).stale
    assert old.checked == date(2026, 1, 31)
    (unknown,) = report_on("").stale
    assert unknown.checked is None


def test_each_case_has_one_step_that_helps_most() -> None:
    (lacks,) = report_on("").lacks
    assert lacks.step == "tension"
    assert {"story", "outcome", "power", "voices", "reason"} <= set(lacks.parts)
    lesson = "lessons: [{id: a, lesson: Go., kind: worked, said_by: researcher}]"
    assert report_on(lesson).lacks[0].step == "community-voice"
    assert [entry.title for entry in report_on(lesson).silent] == ["River walks"]


def test_cases_that_no_collection_shows_are_named() -> None:
    files = {f"cases/{name}.yml": case("themes: [trust]" if name == "b" else "") for name in "abc"}
    files["collections/walks.yml"] = (
        "title: Walks\nsummary: Some.\nconvenors: [Library]\nrule: {theme: [trust]}\n"
        "items: [{case: a, note: First.}]\n"
    )
    assert [entry.address for entry in report(hub(files)).uncollected] == ["c"]


def test_a_tie_is_told_with_both_texts() -> None:
    first = """
    lessons: [{id: go, lesson: Go early., kind: worked, said_by: community, contradicts: ["two#stay"]}]
    """
    second = "lessons: [{id: stay, lesson: Stay put., kind: worked, said_by: community}]"
    (tie,) = report(hub({"cases/one.yml": case(first), "cases/two.yml": case(second)})).ties
    assert (tie.relation, tie.first.title, tie.second.title) == (
        "contradicts",
        "Go early.",
        "Stay put.",
    )


def test_films_and_thin_claims_and_empty_decades_are_told() -> None:
    text = """
    dates: 1991/1993
    films: [{id: f, title: A film, url: "https://example.org/film-page"}]
    sources: [{id: paper, title: A paper}]
    lessons: [{id: a, lesson: Go., kind: worked, said_by: community, sources: [paper]}]
    """
    later = case("dates: 2015/2016")
    whole = report(hub({"cases/one.yml": case(text), "cases/two.yml": later}))
    (film,) = whole.films
    assert (film.has_captions, film.plays) == (False, False)
    assert whole.thin[0].claims == (("lessons", "Go.", "paper"),)
    decades = {gap.value: gap.count for gap in whole.gaps if gap.facet == "years"}
    assert decades == {"1990s": 1, "2000s": 0, "2010s": 1}


def test_an_edition_is_compared_with_another() -> None:
    before = hub({"cases/one.yml": case(), "cases/two.yml": case()})
    after = hub(
        {
            "cases/one.yml": case("title: New\nthemes: [trust]"),
            "cases/two.yml": "consent: {status: withdrawn}\n",
            "cases/three.yml": case(),
        }
    )
    told = {change.path: change for change in changes(before, after)}
    assert {path: change.event for path, change in told.items()} == {
        "cases/one.yml": "changed",
        "cases/two.yml": "withdrawn",
        "cases/three.yml": "new",
    }
    assert told["cases/one.yml"].parts == (PartChange("Title"), PartChange("Themes", 1, 0))


def run(root: Path, *words: str) -> str:
    result = CliRunner().invoke(hubtool, ["--hub", str(root), "report", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_report_is_text_markdown_and_json_of_the_same_sections(tmp_path: Path) -> None:
    root = make_hub(
        tmp_path,
        {"cases/b.yml": SITE_CASE.replace("title: Estuary walks", 'title: "*B* @them walks"')},
    )
    assert "*B* @them walks" in run(root, "lacks")
    assert r"\*B\* \@" in run(root, "lacks", "--format", "markdown")
    data = json.loads(run(root, "--format", "json", "--today", "2026-11-23"))
    assert data["today"] == "2026-11-23"
    titles = [line for line in run(root).splitlines() if line[:1].strip()]
    assert len(titles) == len(SECTIONS)


def test_the_report_says_what_a_branch_changes(tmp_path: Path) -> None:
    root = make_hub(tmp_path / "in" / "hub")
    commit_all(tmp_path / "in")
    write_file(root, "cases/new-walks.yml", SITE_CASE.replace("Estuary", "New"))
    output = run(root, "changes", "--since", "main")
    assert "new: New walks" in output
    assert "Estuary" not in output
    bare = CliRunner().invoke(hubtool, ["--hub", str(root), "report", "changes"])
    assert "needs `--since REVISION`" in bare.output
    wrong = CliRunner().invoke(hubtool, ["--hub", str(root), "report", "--since", "--output=x"])
    assert wrong.exit_code == 2


def test_the_report_tells_what_became_of_links_until_they_are_mended(tmp_path: Path) -> None:
    bad, gone = "https://old.example/", "https://doi.org/10.1000/182"
    sources = (
        f'sources: [{{id: a, title: A, url: "{bad}"}}, {{id: b, title: B, doi: 10.1000/182}}]\n'
    )
    root = make_hub(tmp_path, {"cases/b.yml": SITE_CASE + sources})
    assert "Nobody has asked yet" in run(root, "links")
    answers = {
        bad: LinkAnswer("moved", "2026-11-22", target="https://new.example/"),
        gone: LinkAnswer("missing", "2026-11-23", since="2026-11-20", runs=3),
        "https://good.example/": LinkAnswer("ok", "2026-11-23"),
    }
    files = dict.fromkeys(answers, ("cases/b.yml", "../../etc/passwd"))
    write_history(root, LinkHistory(answers, files))
    assert "moved for good: https://old.example/" in run(root, "links")
    assert "**gone, missing since 20 November 2026**" in run(root, "links", "--format", "markdown")
    links = json.loads(run(root, "--format", "json"))["links"]
    assert [(link["address"], link["files"]) for link in links] == [
        (gone, ["cases/b.yml"]),
        (bad, ["cases/b.yml"]),
    ]
    made = pages(hub({"cases/b.yml": SITE_CASE + sources}), links=history_now(root))
    (page,) = [page for page in made if page.address == "convene/"]
    assert "https://old.example/" in page.body
    write_file(root, "cases/b.yml", SITE_CASE + sources.replace(bad, "https://new.example/"))
    assert [link["address"] for link in json.loads(run(root, "--format", "json"))["links"]] == [
        gone
    ]


@pytest.mark.parametrize("is_asked", [True, False])
def test_the_page_for_convenors_is_made_only_where_it_is_asked_for(is_asked: bool) -> None:
    made = {
        page.address: page
        for page in pages(hub({"cases/a.yml": case()}), links=NOTHING_ASKED if is_asked else None)
    }
    assert ("convene/" in made) is is_asked
    if is_asked:
        assert made["convene/"].noindex
        assert "River walks" in made["convene/"].body
