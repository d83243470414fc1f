"""The thirteen jobs of whoever looks after a hub, each done with the commands and the pages."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from photographs import photograph
from small_hubs import SITE_CASE, TODAY, make_hub, write_file

from hubtool.cli import hubtool
from hubtool.files import sources
from hubtool.links.answers import LinkAnswer
from hubtool.links.history import LinkHistory, write_history
from hubtool.load import load
from hubtool.pages import page_at

NAMES = ("bog", "dune", "heath", "marsh", "moor")
COLLECTION = """\
title: First walks
summary: Partnerships that began outdoors.
convenors: [Exampleton Library]
items:
  - {case: bog, note: Read it first.}
  - {case: dune, note: Another country.}
  - {case: heath, note: It went wrong.}
  - {case: marsh, note: It is still open.}
  - {case: moor, note: And they walked on.}
  - {lesson: "river-walks#walk-first", note: The same in a sentence.}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {f"cases/{name}.yml": SITE_CASE.replace("Estuary", name.title()) for name in NAMES}
    return make_hub(tmp_path / "hub", files)


def run(root: Path, *words: str, code: int = 0) -> str:
    result = CliRunner().invoke(hubtool, ["--hub", str(root), *words])
    assert result.exit_code == code, result.output
    return result.output


def report(root: Path, section: str) -> str:
    return run(root, "report", section, "--today", "2026-11-23")


def body(root: Path, address: str) -> str:
    hub, diagnostics = load(sources(root), today=TODAY)
    assert hub is not None, diagnostics
    page = page_at(hub, address)
    assert page is not None
    return page.body


def test_a_collection_of_five_cases_and_a_lesson_each_with_a_note(root: Path) -> None:
    write_file(root, "collections/first-walks.yml", COLLECTION)
    run(root, "validate", "--strict", "--today", "2026-11-23")
    page = body(root, "collections/first-walks/")
    notes = ("Read it first.", "Another country.", "It went wrong.", "And they walked on.")
    assert all(note in page for note in (*notes, "The same in a sentence.", "Exampleton Library"))


def test_which_cases_nobody_has_checked_for_long(root: Path) -> None:
    write_file(root, "cases/bog.yml", SITE_CASE + "record: {checked: 2020-01}\n")
    write_file(root, "cases/dune.yml", SITE_CASE + "record: {checked: 2026-01}\n")
    stale = report(root, "stale")
    assert "31 January 2020" in stale
    assert "cases/bog.yml" in stale
    assert "cases/dune.yml" not in stale


def test_whose_consent_runs_out_before_it_has(root: Path) -> None:
    consent = "agreed_on: 2026-01, review_by: 2027-02"
    write_file(root, "cases/bog.yml", SITE_CASE.replace("agreed_on: 2026-01", consent))
    due = report(root, "due")
    assert "28 February 2027" in due
    assert "ask the community partner again" in due
    assert "https://example.org/hub/cases/bog/#for-partners" in due


def test_what_each_case_lacks_and_the_step_that_helps_most(root: Path) -> None:
    lacks = report(root, "lacks")
    assert "It lacks what was hard, a story, what changed" in lacks
    assert "First: ask what was hard" in lacks


def test_what_nobody_put_into_a_collection(root: Path) -> None:
    write_file(root, "collections/first-walks.yml", COLLECTION)
    lines = report(root, "uncollected").splitlines()
    assert [line.strip() for line in lines if ".yml" in line] == []
    write_file(root, "collections/first-walks.yml", COLLECTION.replace("case: bog", "case: dune"))
    run(root, "validate", code=1)
    write_file(
        root,
        "collections/first-walks.yml",
        COLLECTION.replace("  - {case: bog, note: Read it first.}\n", ""),
    )
    assert "cases/bog.yml" in report(root, "uncollected")


def test_which_links_are_dead(root: Path) -> None:
    url = "https://gone.example/"
    write_file(root, "cases/bog.yml", f'{SITE_CASE}resources: [{{title: R, url: "{url}"}}]\n')
    answer = LinkAnswer("missing", "2026-11-22", since="2026-11-20", runs=3)
    write_history(root, LinkHistory({url: answer}, {url: ("cases/bog.yml",)}))
    for told in (run(root, "links", "--offline"), report(root, "links")):
        assert f"gone, missing since 20 November 2026: {url}" in told
        assert "cases/bog.yml" in told


def test_a_case_is_withdrawn_whole(root: Path) -> None:
    write_file(root, "collections/first-walks.yml", COLLECTION)
    assert "collections/first-walks.yml" in run(root, "withdraw", "bog", "--yes")
    assert "bog" not in (root / "collections/first-walks.yml").read_text(encoding="utf-8")
    run(root, "validate", "--today", "2026-11-23")


def test_a_case_is_renamed_and_its_old_address_leads_on(root: Path) -> None:
    write_file(root, "collections/first-walks.yml", COLLECTION)
    run(root, "rename", "bog", "peat-bog", "--yes")
    assert "case: peat-bog" in (root / "collections/first-walks.yml").read_text(encoding="utf-8")
    run(root, "validate", "--strict", "--today", "2026-11-23")
    assert 'href="../peat-bog/"' in body(root, "cases/bog/")


def test_a_term_of_a_vocabulary_gets_a_page(root: Path) -> None:
    file = root / "vocabulary/topics.yml"
    concept = "  - {id: peat, label: Peat, definition: What bogs are made of.}\n"
    file.write_text(
        file.read_text(encoding="utf-8").rstrip("\n") + f"\n{concept}", encoding="utf-8"
    )
    write_file(root, "cases/bog.yml", SITE_CASE + "topics: [peat]\n")
    run(root, "validate", "--today", "2026-11-23")
    assert "What bogs are made of." in body(root, "topics/peat/")


@pytest.mark.parametrize(("closes", "is_shown"), [("2026-11-24", True), ("2026-11-22", False)])
def test_what_closes_tomorrow_is_shown_and_what_closed_yesterday_is_gone(
    root: Path, closes: str, is_shown: bool
) -> None:
    offer = {
        "title": "Walk with us",
        "kind": "training",
        "by": "Anglers",
        "summary": "A day.",
        "url": "https://anglers.example.org/walk",
        "closes": closes,
    }
    write_file(root, "opportunities/walk.yml", yaml.safe_dump(offer).replace("'", ""))
    assert ("Walk with us" in body(root, "opportunities/")) is is_shown
    assert ("H406" in run(root, "validate", "--today", "2026-11-23")) is not is_shown
    assert ("24 November 2026" in report(root, "due")) is is_shown


def test_a_picture_that_tells_a_place_is_mended_before_it_is_shown(root: Path) -> None:
    picture = "cases/bog/walk.jpg"
    write_file(root, picture, photograph(place=True))
    image = f"{{file: {picture}, alt: A walk, credit: Anglers, licence: CC-BY-4.0}}"
    write_file(root, "cases/bog.yml", f"{SITE_CASE}images: [{image}]\n")
    run(root, "validate", "--today", "2026-11-23", code=1)
    run(root, "validate", "--fix", "--today", "2026-11-23")
    assert b"Exif" not in (root / picture).read_bytes()
    assert 'alt="A walk"' in body(root, "cases/bog/")


def test_captions_can_be_read_on_the_page(root: Path) -> None:
    write_file(root, "cases/bog/mud.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ana>Walk first.\n")
    film = (
        "{id: mud, title: Mud, url: 'https://vimeo.com/123456', "
        "captions: [{language: en-GB, file: cases/bog/mud.vtt}]}"
    )
    write_file(root, "cases/bog.yml", f"{SITE_CASE}films: [{film}]\n")
    run(root, "validate", "--today", "2026-11-23")
    assert "Walk first." in body(root, "cases/bog/")
    assert "Mud" not in report(root, "films")


def test_what_a_stranger_proposes_is_reviewed_by_what_readers_will_see(
    root: Path, tmp_path: Path
) -> None:
    change = make_hub(tmp_path / "change", {"cases/new.yml": SITE_CASE.replace("Estuary", "New")})
    run_of_checks = {
        "head_sha": "5" * 40,
        "head_branch": "new",
        "head_repository": {"owner": {"login": "stranger"}},
    }
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": run_of_checks}), encoding="utf-8")
    run(change, "review", str(event), str(tmp_path / "reply.json"), "--against", str(root))
    assert "New walks" in (tmp_path / "reply.json").read_text(encoding="utf-8")
