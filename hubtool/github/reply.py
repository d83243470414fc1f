"""A reply to a person on GitHub, as the file that passes from the step that reads to the one that writes."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from hubtool.errors import HubError

_PATH = re.compile(r"cases/[a-z0-9]+(?:-[a-z0-9]+)*\.yml")
_BRANCH = re.compile(r"case-[0-9]{1,12}")
_LONGEST_COMMENT = 60_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file to be proposed in a pull request; *about* is what the request says.

    Where *is_change* is set, it takes the place of the file that is published under its name.
    """

    path: str
    content: str
    branch: str
    title: str
    about: str
    message: str
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class GitHubReply:
    """What to say under the issue or pull request *number*, and what to propose, if anything.

    *topic* tells one lasting comment from another. *opened* stands for the comment's first words
    once there is a pull request, *unopened* where none could be opened. Where *head* names the
    branch of a pull request and *commit* its newest commit, the number is looked up.
    """

    topic: str
    number: int
    comment: str
    proposal: Proposal | None = None
    opened: str = ""
    unopened: str = ""
    edited: str = ""
    head: str = ""
    commit: str = ""

    @property
    def marker(self) -> str:
        """The line by which the comment is found again."""
        return f"<!-- hubtool {self.topic} -->"


def write_reply(reply: GitHubReply, file: Path) -> None:
    """Write *reply* to *file*."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(asdict(reply), ensure_ascii=False), encoding="utf-8")


def read_reply(file: Path) -> GitHubReply:
    """Return the reply in *file*, every part of it looked at again."""
    try:
        data: Any = json.loads(file.read_text(encoding="utf-8"))
        proposal = data.pop("proposal")
        reply = GitHubReply(**data, proposal=Proposal(**proposal) if proposal else None)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise HubError(f"{file} holds no reply") from error
    if type(data["number"]) is not int or reply.topic not in ("issue", "review"):
        raise HubError(f"{file} holds no reply")
    plan = reply.proposal
    if plan and not (_PATH.fullmatch(plan.path) and _BRANCH.fullmatch(plan.branch)):
        raise HubError(f"{file} proposes something else than a case")
    return reply


def shortened(comment: str) -> str:
    """Return *comment* as long as GitHub takes it."""
    return comment if len(comment) <= _LONGEST_COMMENT else f"{comment[:_LONGEST_COMMENT]}…"
