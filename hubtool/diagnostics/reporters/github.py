"""Diagnostics as annotations on a pull request."""

from __future__ import annotations

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.reporters.report import Report, selection, summary
from hubtool.text.escape import github_data, github_property

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(report: Report) -> str:
    """Return *report* as GitHub's workflow commands."""
    part = selection(report)
    more = (
        github_data(f"and {number:,} more in {path}") for path, number in part.many_more.items()
    )
    lines = (*map(_command, part.diagnostics), *more, summary(report))
    return "".join(f"{line}\n" for line in lines)


def _command(item: Diagnostic) -> str:
    properties = {"file": item.path}
    if span := item.span:
        properties["line"] = str(span.line)
        properties["endLine"] = str(span.end_line)
        # GitHub refuses columns if the span has several lines.
        if span.end_line == span.line:
            properties["col"] = str(span.column)
            properties["endColumn"] = str(max(span.end_column - 1, span.column))
    properties["title"] = f"{item.code}"
    listed = ",".join(f"{name}={github_property(value)}" for name, value in properties.items())
    words = item.message if item.hint is None else f"{item.message}\n{item.hint}"
    return f"::{_COMMANDS[item.severity]} {listed}::{github_data(words)}"
