"""GitHub's interface, as far as a reply needs it."""

import base64
import hashlib
import http.client
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from hubtool import __version__
from hubtool.errors import HubError
from hubtool.github.reply import GitHubReply, Proposal
from hubtool.text.web_addresses import split_address

_REPOSITORY = re.compile(r"[A-Za-z0-9-]{1,39}/[A-Za-z0-9._-]{1,100}")
_BLOB = re.compile(r"<!-- hubtool blob ([0-9a-f]{40}) (cases/[a-z0-9-]+\.yml) -->")
_PAGES = 5
_SECONDS = 30
_BASE_REFUSES = (403, 422)


@dataclass(frozen=True, slots=True)
class SentReply:
    """What was done: the comment's address, and whether a pull request could not be opened."""

    comment: str
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class GitHub:
    """One repository at the interface *address*, with the token of a workflow."""

    address: str
    repository: str
    token: str

    def __post_init__(self) -> None:
        if not _REPOSITORY.fullmatch(self.repository):
            raise HubError("GITHUB_REPOSITORY names no repository")

    def call(self, verb: str, path: str, body: Mapping[str, Any] | None = None) -> tuple[int, Any]:
        """Return the status and the answer to one request."""
        parts = split_address(self.address)
        secure = parts.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(parts.netloc, timeout=_SECONDS)
        heads = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "User-Agent": f"hubtool/{__version__}",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        try:
            content = json.dumps(body).encode() if body is not None else None
            connection.request(verb, f"{parts.path}/repos/{self.repository}{path}", content, heads)
            response = connection.getresponse()
            text = response.read()
            return response.status, json.loads(text) if text else None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise HubError("GitHub does not answer") from error
        finally:
            connection.close()

    def get(self, path: str) -> Any:
        """Return the answer to a question; None where there is nothing."""
        status, answer = self.call("GET", path)
        if status == 404:
            return None
        return _done(status, answer)

    def change(self, verb: str, path: str, body: Mapping[str, Any]) -> Any:
        """Return the answer to a change that must succeed."""
        return _done(*self.call(verb, path, body))


def _done(status: int, answer: Any) -> Any:
    if status >= 400:
        reason = answer.get("message") if isinstance(answer, dict) else None
        raise HubError(f"GitHub refuses ({status}): {reason}")
    return answer


def send(github: GitHub, reply: GitHubReply) -> SentReply | None:
    """Post *reply*, or bring the comment there up to date; None where its pull request has moved on."""
    number = reply.number or _pull_request(github, reply)
    if not number:
        return None
    comment = _comment(github, number, reply.marker)
    parts: list[str] = []
    is_refused = False
    if reply.proposal:
        memory = _BLOB.search(comment["body"]) if comment else None
        parts, is_refused = _propose(github, reply, reply.proposal, memory)
    elif comment and (memory := _BLOB.search(comment["body"])):
        parts = [memory[0]]
    body = {"body": "\n\n".join([reply.marker, *parts, reply.comment])}
    if comment is None:
        answer = github.change("POST", f"/issues/{number}/comments", body)
    else:
        answer = github.change("PATCH", f"/issues/comments/{int(comment['id'])}", body)
    return SentReply(str(answer.get("html_url", "")), is_refused)


def _pull_request(github: GitHub, reply: GitHubReply) -> int:
    """Return the number of the open pull request of a branch, 0 where its newest commit is another."""
    pulls = github.get(f"/pulls?state=open&head={quote(reply.head, safe='')}") or []
    return next((int(pull["number"]) for pull in pulls if pull["head"]["sha"] == reply.commit), 0)


def _comment(github: GitHub, number: int, marker: str) -> Any:
    """Return our own comment with *marker*: nobody else's, whatever it says."""
    for page in range(1, _PAGES + 1):
        comments = github.get(f"/issues/{number}/comments?per_page=100&page={page}") or []
        for comment in comments:
            if comment["user"]["type"] == "Bot" and comment["body"].startswith(marker):
                return comment
        if len(comments) < 100:
            return None
    return None


def _propose(
    github: GitHub, reply: GitHubReply, plan: Proposal, memory: re.Match[str] | None
) -> tuple[list[str], bool]:
    """Put the file on its branch and open the pull request; return what the comment says of it."""
    base = str(github.get("")["default_branch"])
    path = memory[2] if memory else plan.path
    is_ours, blob = _put_file(github, plan, base, path, memory[1] if memory else None)
    mark = f"<!-- hubtool blob {blob} {path} -->"
    number = _open(github, plan, base)
    words = reply.opened.format(number=number) if number else reply.unopened
    return [mark, words, *([] if is_ours else [reply.edited])], not number


def _put_file(
    github: GitHub, plan: Proposal, base: str, path: str, last: str | None
) -> tuple[bool, str]:
    """Write the file on the branch, unless somebody else has changed it; return that and its blob."""
    if github.get(f"/git/ref/heads/{plan.branch}") is None:
        start = github.get(f"/git/ref/heads/{quote(base)}")["object"]["sha"]
        ref = {"ref": f"refs/heads/{plan.branch}", "sha": start}
        github.change("POST", "/git/refs", ref)
    content = plan.content.encode()
    blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    there = github.get(f"/contents/{path}?ref={plan.branch}")
    if there is not None and there["sha"] == blob:
        return True, blob
    if there is not None and there["sha"] != (last or _published(github, plan, base, path)):
        return False, last or "0" * 40
    body = {
        "message": plan.message,
        "branch": plan.branch,
        "content": base64.b64encode(content).decode(),
        **({"sha": there["sha"]} if there else {}),
    }
    github.change("PUT", f"/contents/{path}", body)
    return True, blob


def _published(github: GitHub, plan: Proposal, base: str, path: str) -> str | None:
    """Return the blob that a change may take the place of; None where *plan* is no change."""
    there = github.get(f"/contents/{path}?ref={quote(base, safe='')}") if plan.is_change else None
    return str(there["sha"]) if there else None


def _open(github: GitHub, plan: Proposal, base: str) -> int:
    """Return the number of the pull request, opened where there is none; 0 where that is refused."""
    owner = github.repository.partition("/")[0]
    pulls = github.get(f"/pulls?state=open&head={owner}:{plan.branch}")
    if pulls:
        return int(pulls[0]["number"])
    body = {"title": plan.title, "head": plan.branch, "base": base, "body": plan.about}
    status, answer = github.call("POST", "/pulls", body)
    if status in _BASE_REFUSES:
        return 0
    return int(_done(status, answer)["number"])
