"""Diagnostics as JSON, for other programs."""

from __future__ import annotations

import json
from typing import Any

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.reporters.report import Report
from hubtool.diagnostics.spans import Span

# Increased when a key changes its meaning or is removed, not when one is added.
VERSION = 1


def as_json(report: Report) -> str:
    """Return *report* as one JSON object; lines and columns count from 1, ends are exclusive."""
    counts = {f"{severity}s": number for severity, number in report.counts().items()}
    content = {
        "version": VERSION,
        "diagnostics": [_diagnostic(item) for item in report.diagnostics],
        "summary": {**counts, "checked": dict(report.checked)},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": item.message,
        "path": item.path,
        "span": _span(item.span),
        "route": list(item.route),
        "hint": item.hint,
        "related": [
            {"path": part.path, "span": _span(part.span), "message": part.message}
            for part in item.related
        ],
        "fix": item.fix and {"span": _span(item.fix.span), "replacement": item.fix.replacement},
    }


def _span(span: Span | None) -> dict[str, int] | None:
    if span is None:
        return None
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
