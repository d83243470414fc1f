"""An issue that tells a case: answered in one comment, and proposed once it is complete."""

import json
import re
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from git_hub import Repository, serving
from short_cases import ANSWERS, body, lexicon
from small_hubs import TODAY, make_hub, sources

from hubtool.cli import hubtool
from hubtool.documents import SourceFile, parse
from hubtool.github.issues import IssueEvent, read_event, reply_to_issue
from hubtool.github.markdown import block, plain
from hubtool.load import Memory
from hubtool.records.records import read_entry

PACKED = "The whole case, packed"
PATH = "cases/tenants-and-a-university-measured-damp-then.yml"


def event(text: str, **changes: Any) -> dict[str, Any]:
    """Return an event as GitHub records it, of an issue with the body *text*."""
    return {
        "action": "opened",
        "issue": {
            "number": 12,
            "state": "open",
            "title": "A case: damp",
            "body": text,
            "labels": [],
            "user": {"login": "tea-at-noon", "id": 583231, "type": "User"},
            **changes,
        },
        "repository": {"full_name": "hub/hub", "default_branch": "main"},
        "sender": {"login": "tea-at-noon", "id": 583231},
    }


class Desk:
    """The two steps of the workflow, with a GitHub to answer to."""

    def __init__(self, folder: Path, address: str, repository: Repository) -> None:
        self.folder, self.address, self.repository = folder, address, repository

    def receive(self, text: str, **changes: Any) -> str:
        """Run both steps for an issue with the body *text*; return what the second one said."""
        (self.folder / "event.json").write_text(json.dumps(event(text, **changes)), "utf-8")
        (self.folder / "reply.json").unlink(missing_ok=True)
        said = ""
        environment = {
            "GITHUB_API_URL": self.address, "GITHUB_REPOSITORY": "hub/hub", "GITHUB_TOKEN": "t",
        }  # fmt: skip
        hub = ["--hub", str(self.folder / "hub")]
        files = [str(self.folder / "event.json"), str(self.folder / "reply.json")]
        for command in (["issue", *files], ["answer", files[1]]):
            result = CliRunner().invoke(hubtool, [*hub, *command], env=environment)
            assert result.exit_code == 0, (result.output, result.exception)
            said = result.output
        return said


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    make_hub(tmp_path / "hub")
    repository = Repository()
    with serving(repository) as address:
        yield Desk(tmp_path, address, repository)


def test_a_conversation_from_three_faults_to_a_pull_request(desk: Desk) -> None:
    repository = desk.repository
    faulty = {
        **ANSWERS,
        "lessons.1.said_by": "me",
        "consent.agreed_on": "last spring",
        "places.1.country": "Erewhon",
    }
    desk.receive(body(faulty))
    (comment,) = repository.comments
    assert "nothing of it is lost. 3 things keep it from being complete." in comment["body"]
    assert comment["body"].partition("To mend it")[0].count("\n- ") == 3
    assert "**Lesson 1&#58; Whose view is it?**: <code>me</code> is not" in comment["body"]
    assert "If you cannot mend it, leave it as it is. Somebody" in comment["body"]
    assert repository.pulls == []

    desk.receive(
        body({**faulty, "lessons.1.said_by": "Community partner", "places.1.country": "GB"})
    )
    (comment,) = repository.comments
    assert "One thing keeps it from being complete." in comment["body"]
    assert repository.pulls == []

    desk.receive(body())
    (comment,) = repository.comments
    assert "It is proposed in the pull request #40." in comment["body"]
    (pull,) = repository.pulls
    assert (pull["base"], pull["head"]["ref"]) == ("main", "case-12")
    assert pull["title"] == f"A case: {ANSWERS['title']}"
    (message,) = repository.messages
    assert message.endswith(
        "\n\nCo-authored-by: tea-at-noon <583231+tea-at-noon@users.noreply.github.com>\n"
    )
    content = repository.branches["case-12"][PATH]
    assert read_entry(SourceFile(PATH, content), lexicon()).diagnostics == ()

    desk.receive(
        body({**ANSWERS, "summary": "Another summary: shorter.", "title": "Another title"})
    )
    assert len(repository.comments) == len(repository.pulls) == 1
    assert b"Another summary" in repository.branches["case-12"][PATH]
    assert list(repository.branches["case-12"]) == [PATH]


def test_a_paragraph_alone_is_answered_with_the_questions_that_are_left(desk: Desk) -> None:
    desk.receive(f"### In one paragraph\n\nWe counted.\n\n### {PACKED}\n\n_No response_")
    (comment,) = desk.repository.comments
    assert "One thing keeps it from being complete." in comment["body"]
    assert "still needed: **Place 1&#58; Town or area**, " in comment["body"]
    assert "**Has the community partner read this, and may it be public?**" in comment["body"]
    assert "kind&#58;" not in comment["body"].partition("<details>")[0]  # nothing of a file


def test_what_somebody_else_has_mended_is_not_written_over(desk: Desk) -> None:
    desk.receive(body())
    desk.repository.branches["case-12"][PATH] += b"# mended by a convenor\n"
    desk.receive(body({**ANSWERS, "summary": "Another summary."}))
    assert b"mended by a convenor" in desk.repository.branches["case-12"][PATH]
    assert "Somebody has worked on the file since" in desk.repository.comments[0]["body"]


def test_a_hub_that_lets_no_workflow_open_pull_requests_is_told_what_to_switch_on(
    desk: Desk,
) -> None:
    desk.repository.opens_pulls = False
    assert "Allow GitHub Actions to create and approve pull requests" in desk.receive(body())
    assert (
        "somebody who looks after the hub will open the pull request"
        in desk.repository.comments[0]["body"]
    )


def test_a_comment_of_somebody_else_is_left_alone(desk: Desk) -> None:
    words = {
        "user": {"type": "User"},
        "body": f"<!-- hubtool issue -->\n<!-- hubtool blob {'0' * 40} {PATH} -->",
    }
    desk.repository.comments.append({"id": 0, "html_url": "", **words})
    desk.receive(body())
    assert len(desk.repository.comments) == 2
    assert desk.repository.comments[0]["body"] == words["body"]


def packed(text: str, changes: str = "") -> str:
    """Return the body that the form in the browser makes of the file *text*."""
    packer = zlib.compressobj(wbits=-15)
    letters = urlsafe_b64encode(packer.compress(text.encode()) + packer.flush()).decode()
    answers = {
        "In one paragraph": "Shorter.",
        "The page that it changes": changes or "_No response_",
        PACKED: f"```text\n{letters}\n```",
    }
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in answers.items())


WALKS = "cases/river-walks.yml"


@pytest.fixture
def published(desk: Desk) -> str:
    """Return the file of a case that is published."""
    content = (desk.folder / "hub" / WALKS).read_bytes()
    desk.repository.branches["main"][WALKS] = content
    return content.decode()


def test_a_change_to_a_page_is_proposed_in_its_place(desk: Desk, published: str) -> None:
    repository = desk.repository
    for title in ("River walks, again", "River walks, once more"):
        desk.receive(packed(published.replace("Estuary walks", title), "river-walks"))
        (comment,) = repository.comments
        assert "It changes the page <code>river-walks</code>. That page stays" in comment["body"]
        content = repository.branches["case-12"][WALKS].decode()
        assert content.startswith(f"title: {title}\n")
    (pull,) = repository.pulls
    assert pull["title"] == "A change to a case: River walks, again"
    assert repository.messages[0].startswith("Change the case river-walks\n")
    assert list(repository.branches["case-12"]) == [WALKS]
    assert repository.branches["main"][WALKS].decode() == published


@pytest.mark.parametrize("changes", ["", "another-case", "../river-walks"])
def test_no_page_is_changed_unasked(desk: Desk, published: str, changes: str) -> None:
    desk.receive(packed(published.replace("summary: ", "summary: Or: "), changes))
    assert all(
        files.get(WALKS) in (None, published.encode())
        for files in desk.repository.branches.values()
    )


def test_a_page_that_was_withdrawn_is_not_brought_back(desk: Desk, published: str) -> None:
    notice = "title: River walks\nconsent: {status: withdrawn, withdrawn_on: 2026-02}\n"
    (desk.folder / "hub" / WALKS).write_text(notice, "utf-8")
    desk.receive(packed(published, "river-walks"))
    assert "has a case with the name" in desk.repository.comments[0]["body"]
    assert desk.repository.pulls == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("### What went wrong?\n\nThe page is blank.", {}),
        ("", {}),
        (None, {}),
        (body(), {"state": "closed"}),
        (body(), {"pull_request": {"url": ""}}),
    ],
    ids=["a bug", "nothing", "no body", "closed", "a pull request"],
)
def test_what_tells_no_case_is_not_answered(desk: Desk, text: str, changes: dict[str, Any]) -> None:
    assert desk.receive(text, **changes) == "there is nothing to answer\n"
    assert desk.repository.changes == []


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"consent.status": "Not yet"}, "The community partner has not agreed yet."),
        (
            {"topics": "Housing; ring me on 020 7946 0958"},
            "an e-mail address or a telephone number",
        ),
        ({"title": "River walks"}, "The hub has a case with the name <code>river-walks</code>"),
    ],
)
def test_what_must_not_be_proposed_is_not(desk: Desk, answers: dict[str, str], words: str) -> None:
    desk.receive(body({**ANSWERS, **answers}))
    assert words in desk.repository.comments[0]["body"]
    assert list(desk.repository.branches) == ["main"]


EMPTY = sources({})
MEMORY = Memory()
HOSTILE = [
    "$(touch /tmp/x)", "`touch /tmp/x`", "; rm -rf ~", "${{ github.token }}", "::set-output name=a::b",
    "::add-mask::x", "@everyone", "#1", "fixes #1", "<script>alert(1)</script>", "<!-- hubtool issue -->",
    "</details>", "<img src=x onerror=a>", "![a](http://x.example/p.png)", "[a](javascript:b)",
    "```\n```\n@admin", "````", "~~~", "../../../.github/workflows/a.yml", "!!python/object/apply:os.system [id]",
    "&a [*a, *a]", "%YAML 9", "--- # a", "\u202eabc", "\x1b[31m", "\x00", "\ud800", "a" * 5000, "{{ 7 * 7 }}",
    "{% raw %}", "=HYPERLINK(1)", "\r\n\r\n### When?\r\n\r\nnow", "### In one sentence\n\nagain", "\t\t", "|",
    ">", "- - - -", "? :", "'", '"', "\\", "\N{FULLWIDTH COMMERCIAL AT}everyone", "https://x.example/" + "a" * 3000,
    '--8<-- "/etc/passwd"', "Co-authored-by: a <b@c>", "\n\nCo-authored-by: a", "null", "NO", "1e999", "\N{BOM}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "names", [("title", "lessons.1.said_by"), ("story", "topics", "consent.agreed_by")]
)
def test_a_hostile_body_does_nothing(text: str, names: tuple[str, ...]) -> None:
    hostile = body({**ANSWERS, **dict.fromkeys(names, text)})
    reply = reply_to_issue(IssueEvent(12, text, hostile, "a", 1), EMPTY, today=TODAY, memory=MEMORY)
    assert reply is not None
    outside = re.sub(r"(?s)(`{3,})yaml\n.*?\n\1(?=\n\n</details>)", "", reply.comment)
    outside = re.sub(r"</?(?:details|summary|code)>", "", outside)
    assert not re.search(r"[<>@$`{}\x00\x1b\u202e]", outside)
    assert not re.search(r"(?<!&)#\d|\]\(|://", outside)
    assert reply.comment.count("</details>") == 1 or "</details>" in text
    if plan := reply.proposal:
        assert re.fullmatch(r"cases/[a-z0-9-]+\.yml", plan.path)
        assert plan.branch == "case-12"
        assert plan.message.count("Co-authored-by") == 1
        document, diagnostics = parse(SourceFile(plan.path, plan.content.encode()))
        assert document is not None
        assert diagnostics == []


def test_an_event_with_a_strange_login_is_nobody(tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event(body(), user={"login": "a>\nb", "id": 1})), encoding="utf-8")
    assert read_event(file) is None


def test_words_of_others_are_words_and_code_ends_where_it_must() -> None:
    assert plain("a_b *c* @d <e> #1") == "a&#95;b &#42;c&#42; &#64;d &#60;e&#62; &#35;1"
    assert block("a\n````\nb").startswith("`````yaml\na\n````\nb\n`````")
