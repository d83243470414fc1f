"""Diagnostics as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from hubtool.diagnostics.codes import CodePage, code_page
from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.reporters.report import Report
from hubtool.diagnostics.spans import Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(report: Report) -> str:
    """Return *report* as a SARIF log with one run."""
    codes = sorted({item.code for item in report.diagnostics})
    driver = {
        "name": "hubtool",
        "semanticVersion": report.version,
        "rules": [_rule(code_page(code)) for code in codes],
    }
    occurrences: Counter[str] = Counter()
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(item, codes.index(item.code), occurrences) for item in report.diagnostics
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(page: CodePage) -> dict[str, Any]:
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": page.severity.value},
    }


def _result(item: Diagnostic, rule: int, occurrences: Counter[str]) -> dict[str, Any]:
    words = item.message if item.hint is None else f"{item.message}. Hint: {item.hint}"
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": item.severity.value,
        "message": {"text": words},
        "locations": [{"physicalLocation": _location(item.path, item.span)}],
        "partialFingerprints": {"hubtool/v1": _fingerprint(item, occurrences)},
    }
    if item.related:
        result["relatedLocations"] = [
            {"physicalLocation": _location(part.path, part.span), "message": {"text": part.message}}
            for part in item.related
        ]
    if item.fix:
        replacement = {
            "deletedRegion": _region(item.fix.span),
            "insertedContent": {"text": item.fix.replacement},
        }
        change = {"artifactLocation": {"uri": quote(item.path)}, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _location(path: str, span: Span | None) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(path)}}
    if span:
        location["region"] = _region(span)
    return location


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fingerprint(item: Diagnostic, occurrences: Counter[str]) -> str:
    """Return a name for *item* that outlives edits elsewhere in the file."""
    identity = "\0".join((item.code, item.path, *map(str, item.route)))
    occurrences[identity] += 1
    return hashlib.sha256(f"{identity}\0{occurrences[identity]}".encode()).hexdigest()[:32]
