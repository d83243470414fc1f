"""The input of a reporter, and the line that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hubtool.diagnostics.diagnostic import Diagnostic, Severity

MOST_OF_A_FILE = 50
"""How many diagnostics of one file are listed for people."""


_FIRST = ("H106",)
"""What is wrong with a file as a whole comes before what follows from it."""


@dataclass(frozen=True)
class Report:
    """Diagnostics in order, the *texts* they point into, by path, and what was *checked*.

    For people, notes are listed only if it *has_notes*; else there is one line with their number.
    """

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    checked: Mapping[str, int] = field(default_factory=dict)
    version: str = ""
    has_colour: bool = False
    has_notes: bool = True

    def counts(self) -> dict[Severity, int]:
        """Return how many diagnostics there are of each severity."""
        numbers = Counter(item.severity for item in self.diagnostics)
        return {severity: numbers[severity] for severity in Severity}


@dataclass(frozen=True)
class Selection:
    """The diagnostics that people read, and how *many_more* each file has, by path."""

    diagnostics: tuple[Diagnostic, ...]
    many_more: Mapping[str, int]


def selection(report: Report) -> Selection:
    """Return what people read of *report*: errors first, each file together, so many a file."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    severities = _listed_severities(report)
    ordered = sorted(
        (item for item in report.diagnostics if item.severity in severities),
        key=lambda item: (ranks[item.severity], item.path, item.code not in _FIRST),
    )
    numbers: Counter[str] = Counter()
    selected = []
    for item in ordered:
        numbers[item.path] += 1
        if numbers[item.path] <= MOST_OF_A_FILE:
            selected.append(item)
    many_more = {path: number - MOST_OF_A_FILE for path, number in numbers.items()}
    return Selection(tuple(selected), {path: more for path, more in many_more.items() if more > 0})


def summary(report: Report) -> str:
    """Return the line that sums *report* up."""
    counts = report.counts()
    severities = _listed_severities(report)
    phrases = [counted(counts[each], each.value) for each in severities if counts[each]]
    notes = counts[Severity.NOTE] if Severity.NOTE not in severities else 0
    about_notes = f"; {counted(notes, 'note')} more with `--notes`" if notes else ""
    if not phrases:
        checked = [counted(number, noun) for noun, number in report.checked.items() if number]
        return f"{', '.join(checked) or 'nothing to check'}: all clear{about_notes}"
    files = len({item.path for item in report.diagnostics if item.severity in severities})
    return f"{listed(phrases)} in {counted(files, 'file')}{about_notes}"


def _listed_severities(report: Report) -> tuple[Severity, ...]:
    return tuple(each for each in Severity if report.has_notes or each is not Severity.NOTE)


def counted(number: int, noun: str) -> str:
    """Return *number* with its *thing* in the singular or plural."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def listed(parts: list[str]) -> str:
    """Return *parts* with commas, and `and` before the last."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
