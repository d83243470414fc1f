"""The stages of a build, with the time that each took."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

STAGES = ("reading", "pages", "pictures", "engine", "writing", "words", "publishing")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that is over. *processor* counts the seconds of all programs that it ran."""

    name: str
    seconds: float
    processor: float


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much there is of what a build makes, and how much of it is new."""

    pages: int = 0
    pictures: int = 0
    new_pictures: int = 0
    indexes: int = 0
    new_indexes: int = 0


@dataclass
class Stages:
    """The stages so far; *show* learns the name of each that begins."""

    show: Callable[[str], object] = str
    past: list[Stage] = field(default_factory=list)
    _now: tuple[str, float, float] | None = None

    def begin(self, name: str) -> None:
        """End the present stage, and begin the stage *name*."""
        self.end()
        self._now = name, perf_counter(), _processor()
        self.show(name)

    def end(self) -> None:
        """End the present stage, if there is one."""
        if self._now:
            name, start, used = self._now
            self.past.append(Stage(name, perf_counter() - start, _processor() - used))
            self._now = None


def _processor() -> float:
    return sum(os.times()[:4])
