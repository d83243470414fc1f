"""The plan of a workshop: its steps with their times, and what is asked."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from hubtool.pages.view import View

PAPERS = {
    "print": "booklet.booklet",
    "cards": "workshop.cards",
    "reading-copy": "booklet.reading-copy",
    "workshop": "workshop.plan",
}
"""What is printed for a workshop: the end of its address, and what the catalogue calls it."""

_COPIES = {
    "reading-copy": "workshop.each-three",
    "cards": "workshop.each-group",
    "print": "workshop.after",
}
"""How many a workshop needs of the papers beside its plan."""

STEPS = ("arrive", "read", "sort", "decide", "break", "learn", "pair", "monday")
"""What may happen in a workshop; people read or sort, as there are stories or none."""

QUESTIONS = ("believe", "no", "monday")
"""What can be asked of any case, where nobody has written questions."""

_MINUTES = {
    "arrive": 15,
    "read": 25,
    "sort": 25,
    "decide": 20,
    "break": 10,
    "learn": 15,
    "pair": 20,
    "monday": 15,
}


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A part of a workshop, from minute *start* to minute *end*."""

    name: str
    start: int
    end: int


def papers_beside(
    view: View, folder: str, names: Container[str] = _COPIES
) -> tuple[tuple[str, str, str], ...]:
    """Return the papers *names* below *folder* that go with a plan: address, words, and how many."""
    return tuple(
        (f"{folder}{name}/", view.words(PAPERS[name]), view.words(copies))
        for name, copies in _COPIES.items()
        if name in names
    )


def steps(*, has_stories: bool, has_pair: bool) -> tuple[PlanStep, ...]:
    """Return the parts of a workshop that has stories to read or a pair to argue over, or not."""
    without = {"sort" if has_stories else "read", "" if has_pair else "pair"}
    return tuple(_timed(name for name in STEPS if name not in without))


def all_steps() -> tuple[PlanStep, ...]:
    """Return every part, for a plan that is not made yet."""
    return tuple(_timed(iter(STEPS)))


def _timed(names: Iterator[str]) -> Iterator[PlanStep]:
    start = 0
    for name in names:
        yield PlanStep(name, start, start + _MINUTES[name])
        start += _MINUTES[name]
