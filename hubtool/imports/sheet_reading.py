"""Many short cases in one sheet (CSV or XLSX): a column for each field, a row for each case."""

import csv
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from hubtool.imports.draft import Answer, Remark, UnreadableError
from hubtool.imports.form_fields import FormParts
from hubtool.imports.packages import Package

MOST_ROWS = 500
MOST_COLUMNS = 2000
_FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One case of a sheet: its number there, its answers and what stands in unknown columns."""

    number: int
    answers: list[Answer]
    remarks: list[Remark]


def is_sheet(package: Package) -> bool:
    """Say whether *package* is a spreadsheet."""
    return "xl/workbook.xml" in package.names


def csv_rows(content: bytes, form: FormParts) -> list[SheetRow]:
    """Return the cases in the CSV file *content*."""
    text = decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    most = csv.field_size_limit(len(text) + 1)  # one for all that reads CSV: it is given back
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [[unguarded(cell) for cell in row] for row in table]
    except csv.Error:
        raise UnreadableError("this is no table with commas, semicolons or tabs") from None
    finally:
        csv.field_size_limit(most)
    return _cases(rows, form)


def xlsx_rows(package: Package, content: bytes, form: FormParts) -> list[SheetRow]:
    """Return the cases in the first sheet of *content*; formulas are texts."""
    from openpyxl import load_workbook  # noqa: PLC0415  # only sheets need it

    package.check()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, which are not read
            book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what the file says of its size may be anything
            rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(max_row=MOST_ROWS + 2)]
    except UnreadableError:
        raise
    except Exception:  # noqa: BLE001  # a broken workbook makes openpyxl raise anything
        raise UnreadableError("this spreadsheet cannot be read: save it again, or as CSV") from None
    return _cases(rows, form)


def decoded(content: bytes) -> str:
    """Return *content* as text, in whatever a spreadsheet or an editor has written it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def guarded(text: str) -> str:
    """Return *text* for a cell of a CSV file, where it can never be run as a formula."""
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def unguarded(text: str) -> str:
    """Return the text of a cell that `guarded` has written."""
    return text[1:] if text.startswith("'") and text[1:].startswith((*_FORMULA, "'")) else text


def _cases(table: list[list[str]], form: FormParts) -> list[SheetRow]:
    rows = [row[: _width(row)] for row in table]
    while rows and not rows[-1]:
        rows.pop()
    if not rows:
        raise UnreadableError("this sheet is empty")
    if len(rows) > MOST_ROWS + 1 or max(map(len, rows)) > MOST_COLUMNS:
        raise UnreadableError(
            f"this sheet has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns",
            hint="send it in parts",
        )
    heads = [cell.strip() for cell in rows[0]]
    routes = [form.route(head) if head else None for head in heads]
    if not any(routes):
        raise UnreadableError(
            "the first line of this sheet names no field of a case",
            hint="begin with the empty sheet: `hubtool form cases.xlsx`",
        )
    return [
        case
        for number, row in enumerate(rows[1:], 2)
        if (case := _case(number, row, heads, routes, form))
    ]


def _width(row: list[str]) -> int:
    return max((number for number, cell in enumerate(row, 1) if cell.strip()), default=0)


def _case(
    number: int, row: list[str], heads: list[str], routes: list[Any], form: FormParts
) -> SheetRow | None:
    cells = [cell.strip() for cell in row]
    if not any(cells):
        return None
    answers = [
        Answer(route, form.label(route), cell)
        for cell, route in zip(cells, routes, strict=False)
        if route and cell
    ]
    return SheetRow(number, answers, list(_surplus(cells, heads, routes, form)))


def _surplus(
    cells: list[str], heads: list[str], routes: list[Any], form: FormParts
) -> Iterator[Remark]:
    for position, cell in enumerate(cells):
        if cell and (position >= len(routes) or routes[position] is None):
            head = heads[position] if position < len(heads) else ""
            yield Remark(head or form.words("imports.outside"), cell)


def _text(cell: Any) -> str:
    """Return what a cell shows: a spreadsheet turns 2019-09 into a day, and its format knows."""
    match cell.value:
        case None:
            return ""
        case bool(truth):
            return "yes" if truth else "no"
        case datetime() | date() as moment:
            day = moment.date() if isinstance(moment, datetime) else moment
            has_day = "d" in str(cell.number_format).lower()
            return day.isoformat() if has_day else f"{day:%Y-%m}"
        case time() as clock:
            return f"{clock:%H:%M:%S}"
        case float(number) if number.is_integer():
            return str(int(number))
        case value:
            return str(getattr(value, "text", value))
