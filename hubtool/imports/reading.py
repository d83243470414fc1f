"""Whatever was sent, as drafts: its kind is told by what is in it, never by its name."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hubtool.documents import SourceFile, parse
from hubtool.documents.comments import comments
from hubtool.imports import headings, sheet_reading, word_reading
from hubtool.imports.draft import Draft, UnreadableError, draft_from
from hubtool.imports.form_fields import FormParts
from hubtool.imports.packages import Package, unpacked_text, within_limit
from hubtool.models.case import CaseStudy
from hubtool.records.resolve import Lexicon

DRAFT_PATH = "cases/draft.yml"
"""The path in diagnostics about a file that could not be read."""


def read_drafts(content: bytes, form: FormParts, lexicon: Lexicon) -> list[Draft]:
    """Return the cases in *content*: a form as text, DOCX, CSV or XLSX, or a draft; or raise UnreadableError."""
    within_limit(content)
    if content.startswith(b"PK"):
        return _from_package(content, form, lexicon)
    text = sheet_reading.decoded(content)
    if (letters := headings.packed_case(text)) is not None:
        draft = draft_of(unpacked_text(letters))
        return [replace(draft, id=headings.changed_case(text))]
    if headings.has_headings(text, form):
        answers, remarks = headings.answers(text, form)
        return [draft_from(answers, lexicon, remarks)]
    if _is_record(text):
        return [draft_of(text)]
    rows = sheet_reading.csv_rows(content, form)
    return [draft_from(row.answers, lexicon, row.remarks) for row in rows]


def draft_of(text: str) -> Draft:
    """Return the case that *text* holds as YAML or JSON, its comments kept."""
    wrapper = _wrapped(text)
    if wrapper is not None:
        text = str(wrapper.get("head") or "") + json.dumps(wrapper["record"], ensure_ascii=False)
    document, diagnostics = parse(SourceFile(DRAFT_PATH, text.encode("utf-8", "replace")))
    if document is None or diagnostics:
        return Draft({}, diagnostics=tuple(diagnostics), text=text)
    return Draft(document.data, comments=comments(document), text=text)


def _from_package(content: bytes, form: FormParts, lexicon: Lexicon) -> list[Draft]:
    package = Package(content)
    if word_reading.is_word_file(package):
        answers, remarks = word_reading.answers(package, form)
        if not answers:
            raise UnreadableError(
                "this document has none of the questions of the form",
                hint="fill in the form that `hubtool form case.docx` writes",
            )
        return [draft_from(answers, lexicon, remarks)]
    if sheet_reading.is_sheet(package):
        rows = sheet_reading.xlsx_rows(package, content, form)
        return [draft_from(row.answers, lexicon, row.remarks) for row in rows]
    raise UnreadableError("this is neither a text document (DOCX) nor a spreadsheet (XLSX)")


def _wrapped(text: str) -> Mapping[str, Any] | None:
    """Return the draft as the browser keeps it, around the record; None where *text* is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    return data if isinstance(data.get("record"), dict) and "title" not in data else None


def _is_record(text: str) -> bool:
    """Say whether *text* looks like a record: a key of a case begins one of its lines."""
    if text.lstrip().startswith("{"):
        return True
    keys = {line.partition(":")[0] for line in text.splitlines() if ":" in line}
    return bool(keys & CaseStudy.model_fields.keys())
