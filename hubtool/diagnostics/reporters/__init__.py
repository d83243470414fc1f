"""Diagnostics as text, JSON, SARIF and GitHub annotations."""

from collections.abc import Callable, Mapping

from hubtool.diagnostics.reporters.github import github
from hubtool.diagnostics.reporters.json import as_json
from hubtool.diagnostics.reporters.report import Report
from hubtool.diagnostics.reporters.sarif import sarif
from hubtool.diagnostics.reporters.text import text

__all__ = ["REPORTERS", "Report"]

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "json": as_json,
    "sarif": sarif,
    "github": github,
}
