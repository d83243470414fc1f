"""Diagnostics as text, JSON, SARIF and GitHub annotations."""

from collections.abc import Callable, Mapping

from hubtool.reporters.github import github
from hubtool.reporters.json import as_json
from hubtool.reporters.report import Report
from hubtool.reporters.sarif import sarif
from hubtool.reporters.text import text

__all__ = ["REPORTERS", "Report"]

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "json": as_json,
    "sarif": sarif,
    "github": github,
}
