"""The input of a reporter, and the line that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hubtool.diagnostics.diagnostic import Diagnostic, Severity


@dataclass(frozen=True)
class Report:
    """Diagnostics in order, the *texts* they point into, by path, and what was *checked*."""

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    checked: Mapping[str, int] = field(default_factory=dict)
    version: str = ""
    has_colour: bool = False

    def counts(self) -> dict[Severity, int]:
        """Return how many diagnostics there are of each severity."""
        numbers = Counter(item.severity for item in self.diagnostics)
        return {severity: numbers[severity] for severity in Severity}


def summary(report: Report) -> str:
    """Return the line that sums *report* up."""
    counts = report.counts()
    phrases = [counted(number, severity.value) for severity, number in counts.items() if number]
    if not phrases:
        checked = [counted(number, noun) for noun, number in report.checked.items() if number]
        return f"{', '.join(checked) or 'nothing to check'}: all clear"
    files = len({item.path for item in report.diagnostics})
    return f"{listed(phrases)} in {counted(files, 'file')}"


def counted(number: int, noun: str) -> str:
    """Return *number* with its *thing* in the singular or plural."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def listed(parts: list[str]) -> str:
    """Return *parts* with commas, and `and` before the last."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
