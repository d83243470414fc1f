"""Diagnostics as JSON, for other programs."""

from __future__ import annotations

import json
from dataclasses import asdict

from hubtool.diagnostics.reporters.report import Report

# Increased when a key changes its meaning or is removed, not when one is added.
VERSION = 1


def as_json(report: Report) -> str:
    """Return *report* as one JSON object; lines and columns count from 1, ends are exclusive."""
    counts = {f"{severity}s": number for severity, number in report.counts().items()}
    content = {
        "version": VERSION,
        "diagnostics": [asdict(item) for item in report.diagnostics],
        "summary": {**counts, "checked": dict(report.checked)},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
