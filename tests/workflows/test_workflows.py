"""The workflows: pinned, with few rights, and other people's words never in an expression."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from small_hubs import REPOSITORY

from hubtool.cli._hub_terms import terms
from hubtool.imports import headings
from hubtool.imports.issue_template import issue_template
from hubtool.pages.requests import REQUESTS
from hubtool.text.words import words

STARTER = REPOSITORY / "hubtool/starter/github"
OURS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
WORKFLOWS = [*OURS, *sorted((STARTER / "workflows").glob("*.yml"))]
FORMS = sorted((REPOSITORY / ".github/ISSUE_TEMPLATE").glob("*.yml"))
OWN_WORDS = re.compile(r"\$\{\{(?!\s*(?:matrix|steps|needs)\.)")
PINNED = re.compile(
    r"^\./\.github/workflows/test\.yml\b|^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d", re.ASCII
)


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job.get("steps", ())]


@pytest.mark.parametrize("path", WORKFLOWS, ids=str)
def test_no_expression_stands_in_a_shell_and_every_action_is_pinned(path: Path) -> None:
    assert [step["run"] for step in steps(path) if OWN_WORDS.search(step.get("run", ""))] == []
    uses = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert [action for action in uses if not PINNED.match(action)] == []


def test_what_is_installed_comes_from_a_lock_with_hashes() -> None:
    runs = [step.get("run", "") for path in OURS for step in steps(path)]
    assert [run for run in runs if "pip" in run] == []
    installs = re.findall(
        r"^\t.*pip install.*$", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE
    )
    assert len(installs) > 3
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)


@pytest.mark.parametrize("path", WORKFLOWS, ids=str)
def test_rights_are_given_by_job_and_no_token_is_left_behind(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] in ({}, {"contents": "read"})
    checkouts = [step for step in steps(path) if "checkout" in step.get("uses", "")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@pytest.mark.parametrize("name", ["case", "check", "preview", "review"])
def test_a_new_hub_has_the_workflows_of_this_one(name: str) -> None:
    ours = (REPOSITORY / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    theirs = (STARTER / f"workflows/{name}.yml").read_text(encoding="utf-8")
    install = "python -m pip install --quiet -r requirements.txt"
    assert theirs == ours.replace("make .venv/.run", install).replace(".venv/bin/", "")


def test_the_fast_check_builds_nothing() -> None:
    runs = [
        step["run"] for step in steps(REPOSITORY / ".github/workflows/check.yml") if "run" in step
    ]
    assert runs == ["make .venv/.run", ".venv/bin/hubtool validate --format github"]


def test_a_new_hub_has_the_issue_forms_of_this_one() -> None:
    theirs = [*(STARTER / "ISSUE_TEMPLATE").iterdir()]
    assert len(theirs) > 2
    for file in theirs:
        assert file.read_bytes() == (FORMS[0].parent / file.name).read_bytes()


def test_only_the_job_that_answers_may_write() -> None:
    jobs = yaml.safe_load((REPOSITORY / ".github/workflows/case.yml").read_text("utf-8"))["jobs"]
    assert jobs["read"]["permissions"] == {"contents": "read"}
    tokens = [step for step in jobs["read"]["steps"] if "token" in str(step)]
    assert tokens == []


def test_what_is_proposed_is_never_run_with_rights_to_lose() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/review.yml").read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "pull-requests": "write"}
    lines = [line for step in job["steps"] for line in step.get("run", "").splitlines()]
    assert [line for line in lines if "change" in line] == [
        'git worktree add --quiet --detach ../change "$COMMIT"',
        '.venv/bin/hubtool --hub ../change review "$GITHUB_EVENT_PATH" reply/reply.json --against ../base',
    ]
    assert not any("ref" in step.get("with", {}) for step in job["steps"])


def test_the_issue_form_is_what_the_models_make() -> None:
    form = terms(REPOSITORY).form
    file = REPOSITORY / ".github/ISSUE_TEMPLATE/case.yml"
    assert file.read_bytes() == issue_template(form), (
        "run `hubtool form .github/ISSUE_TEMPLATE/case.yml --replace`"
    )


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_github_takes_the_issue_forms(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    questions = [part for part in form["body"] if part["type"] != "markdown"]
    labels = [part["attributes"]["label"] for part in questions]
    ids = [part["id"] for part in questions]
    assert len(set(labels)) == len(labels)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", id_) for id_ in ids)
    for part in questions:
        options = part["attributes"].get("options", [])
        assert len(set(options)) == len(options)
        assert not {option.casefold() for option in options} & {"none", "true", "false"}


def test_a_case_that_the_form_on_github_takes_is_read() -> None:
    file = REPOSITORY / ".github/ISSUE_TEMPLATE/story.yml"
    parts = yaml.safe_load(file.read_text(encoding="utf-8"))["body"]
    labels = {part["id"]: part["attributes"]["label"] for part in parts if "id" in part}
    body = f"### {labels['changes']}\n\nriver-walks\n\n### {labels['case']}\n\nletters"
    assert (headings.changed_case(body), headings.packed_case(body)) == ("river-walks", "letters")


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda request_: request_.name)
def test_the_form_on_github_takes_each_answer_of_a_request(request_: Any) -> None:
    file = REPOSITORY / ".github/ISSUE_TEMPLATE" / request_.form
    parts = yaml.safe_load(file.read_text(encoding="utf-8"))["body"]
    by_id = {part["id"]: part["attributes"] for part in parts if "id" in part}
    assert {question.part for question in request_.questions} == by_id.keys()
    for question in request_.questions:
        key = f"form.{request_.name}.{question.name}"
        options = [words()(f"{key}-{option}") for option in question.options]
        assert by_id[question.part].get("options", []) == options
