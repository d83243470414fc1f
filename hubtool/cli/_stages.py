"""Shows on a terminal what a build is doing, and in words what it has done."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from hubtool.site.stages import STAGES, Amounts, Stage

_ENOUGH_TO_NAME = 0.05  # of all the time


@contextmanager
def bar() -> Iterator[Callable[[str], object]]:
    """Show a bar while the body runs; its value is called with the name of each stage that begins.

    Nothing is shown where the output goes elsewhere than to a terminal.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield str
        return
    with click.progressbar(
        length=len(STAGES), show_eta=False, item_show_func=lambda name: name or "", file=sys.stderr
    ) as progress:

        def show(name: str) -> None:
            progress.update(STAGES.index(name) - progress.pos, name)
            progress.render_progress()

        yield show


def summary(amounts: Amounts, stages: Sequence[Stage]) -> str:
    """Return what was made anew, what was kept, and how long the longest stages took."""
    old_pictures = amounts.pictures - amounts.new_pictures
    seconds = sum(stage.seconds for stage in stages)
    longest = [stage for stage in stages if stage.seconds >= _ENOUGH_TO_NAME * seconds]
    times = ", ".join(f"{stage.name} {stage.seconds:.1f} s" for stage in longest)
    return (
        f"{_number(amounts.pages, 'page')} made, {_number(amounts.new_pictures, 'picture')} drawn, "
        f"{old_pictures} kept, {amounts.new_indexes} of {_number(amounts.indexes, 'word index')} made; "
        f"{seconds:.1f} s ({times})"
    )


def table(stages: Sequence[Stage]) -> str:
    """Return the stages, one a line, with the seconds that each took."""
    seconds = sum(stage.seconds for stage in stages)
    processor = sum(stage.processor for stage in stages)
    lines = (f"{s.name:<10}{s.seconds:>8.2f}{s.processor:>11.2f}" for s in stages)
    head = f"{'stage':<10}{'seconds':>8}{'processor':>11}"
    return "\n".join((head, *lines, f"{'all':<10}{seconds:>8.2f}{processor:>11.2f}"))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}{'es' if noun[-1] == 'x' else 's'}"
