"""What came of asking an address, and what it means after what came before."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Literal

RUNS_UNTIL_GONE = 3
"""On how many days in a row an address must be missing before it counts as gone."""

AnswerKind = Literal[
    "ok",
    "moved",
    "missing",
    "closed",
    "limited",
    "failing",
    "silent",
    "certificate",
    "loop",
    "home",
    "private",
]

LOST: frozenset[AnswerKind] = frozenset({"missing", "silent", "home", "loop"})
"""The answers of which several in a row mean that a page is gone."""


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """The answer of an address on a *day*; *since* is the day from which it was lost, *runs* how often.

    *target* is where it leads now, *title* that of its page, *was* the title that it had before.
    """

    kind: AnswerKind
    day: str
    status: int = 0
    target: str = ""
    title: str = ""
    was: str = ""
    since: str = ""
    runs: int = 0

    @property
    def is_gone(self) -> bool:
        """Whether it was lost on several days in a row."""
        return self.kind in LOST and self.runs >= RUNS_UNTIL_GONE


def joined(before: LinkAnswer | None, answer: LinkAnswer) -> LinkAnswer:
    """Return *answer* with what it means after the answer *before*."""
    known_title = (before.was or before.title) if before else ""
    values = asdict(answer)
    if answer.kind in ("ok", "moved") and known_title and answer.title != known_title:
        values["was"] = known_title if answer.title else ""
    if answer.kind in LOST:
        is_again = before is not None and before.kind in LOST
        runs = before.runs if before and is_again else 0
        is_same_day = before is not None and is_again and before.day == answer.day
        values["runs"] = runs if is_same_day else runs + 1
        values["since"] = before.since if before and is_again else answer.day
        values["title"] = known_title
    return LinkAnswer(**values)


def is_fresh(answer: LinkAnswer | None, today: date, *, days: int) -> bool:
    """Say whether *answer* need not be asked for again: it was good within *days*, or is of today."""
    if answer is None:
        return False
    try:
        age = today - date.fromisoformat(answer.day)
    except ValueError:
        return False
    good_for = days if answer.kind in ("ok", "moved", "closed") else 1
    return timedelta(0) <= age < timedelta(days=good_for)


def archived(url: str) -> str:
    """Return the address at which an archive may hold copies of *url*; nobody has looked there."""
    return f"https://web.archive.org/web/2*/{url}"


def problems(answers: Mapping[str, LinkAnswer]) -> Iterator[tuple[str, LinkAnswer]]:
    """Yield the addresses that somebody must look at: lost, moved, wrong, or called otherwise."""
    for url, answer in sorted(answers.items()):
        if answer.kind not in ("ok", "closed", "limited") or answer.was:
            yield url, answer
