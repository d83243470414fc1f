"""A pull request: one comment says what changes for readers and what a reviewer looks at."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from git_hub import Repository, serving
from small_hubs import TODAY, case, sources

from hubtool.documents import SourceFile
from hubtool.errors import HubError
from hubtool.files import Sources
from hubtool.github.api import GitHub, send
from hubtool.github.reply import GitHubReply, read_reply, write_reply
from hubtool.github.review import PullRequestHead, read_head, review

HEAD = PullRequestHead("stranger:my-case", "5" * 40)
PATH = "cases/river-walks.yml"
BASE = sources({PATH: case()})


def with_file(path: str, text: str) -> Sources:
    others = tuple(source for source in BASE.records if source.path != path)
    return replace(BASE, records=(*others, SourceFile(path, text.encode())))


def comment(change: Sources) -> str:
    reply = review(HEAD, change, BASE, today=TODAY)
    assert reply is not None
    return reply.comment


def test_a_new_case_brings_a_checklist_made_from_it() -> None:
    text = comment(with_file("cases/new-walks.yml", case("title: New *walks* @all")))
    assert (
        "### New &#42;walks&#42; &#64;all\n\nNew: <code>cases/new&#45;walks.yml</code>."
        in text.replace("new-walks", "new&#45;walks")
    )
    assert "Readers will see: 2 partners, 1 lessons, 0 changes, 0 films." in text
    assert "Still wanted, and no condition: a story, " in text
    assert "- [ ] Consent: <code>Exampleton Anglers committee</code> agreed (January 2026)." in text
    assert (
        "- [ ] Are both sides named, as they call themselves? <code>Exampleton Anglers</code>, "
        in text
    )
    assert (
        "- [ ] People appear by their roles only. Could a neighbour tell who somebody is?" in text
    )


def test_of_a_changed_case_the_fields_are_named() -> None:
    text = comment(with_file(PATH, case("summary: Shorter.")))
    assert f"Changed: <code>{PATH}</code>, in **Summary**." in text


def test_faults_and_what_is_taken_away_are_named() -> None:
    assert "One thing keeps it from being published" in comment(
        with_file(PATH, case("dates: soon"))
    )
    gone = comment(replace(BASE, records=()))
    assert f"Taken away: <code>{PATH}</code>." in gone


def test_where_no_record_changes_nothing_is_said() -> None:
    assert review(HEAD, BASE, BASE, today=TODAY) is None


def test_there_is_one_comment_and_none_on_an_older_commit(tmp_path: Path) -> None:
    repository = Repository()
    repository.pulls = [{"number": 7, "head": {"ref": "my-case", "sha": HEAD.commit}}]
    reply = GitHubReply("review", 0, "Words", head=HEAD.label, commit=HEAD.commit)
    write_reply(reply, tmp_path / "reply.json")
    with serving(repository) as address:
        github = GitHub(address, "hub/hub", "t")
        for _ in range(2):
            assert send(github, read_reply(tmp_path / "reply.json")) is not None
        assert send(github, replace(reply, commit="6" * 40)) is None
    assert [item["body"] for item in repository.comments] == ["<!-- hubtool review -->\n\nWords"]


EVENT = {
    "workflow_run": {
        "head_sha": "5" * 40,
        "head_branch": "my-case",
        "head_repository": {"owner": {"login": "stranger"}},
    }
}


def test_the_event_names_the_head(tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps(EVENT), encoding="utf-8")
    assert read_head(file) == HEAD


@pytest.mark.parametrize(
    "change", [{"head_sha": "HEAD; ls"}, {"head_repository": None}, {"head_sha": 5}]
)
def test_another_event_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps({"workflow_run": {**EVENT["workflow_run"], **change}}), "utf-8")
    with pytest.raises(HubError):
        read_head(file)
