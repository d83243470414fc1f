"""The sheet for many short cases: empty, or filled in with cases that are there."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from hubtool.diagnostics.spans import Route
from hubtool.imports.form_fields import FormParts
from hubtool.imports.routes import leaf_routes
from hubtool.imports.sheet_reading import guarded
from hubtool.imports.values import text_of
from hubtool.text.escape import xml_text

_LAST_ROW = 500
_WIDE, _NARROW = 50, 24

Table = list[list[str]]
"""The rows of a sheet, the first with the words of its columns."""


def table_of(cases: Mapping[str, Mapping[str, Any]], form: FormParts) -> Table:
    """Return *cases*, by their ids, as a table: the form's columns, and what else they need."""
    rows = [{("id",): id_, **dict(_cells(data))} for id_, data in cases.items()]
    routes: dict[Route, None] = dict.fromkeys([("id",), *form.labels])
    for row in rows:
        routes.update(dict.fromkeys(row))
    heads = [form.words("imports.id"), *(form.label(route) for route in list(routes)[1:])]
    return [heads, *([row.get(route, "") for route in routes] for row in rows)]


def _cells(data: Mapping[str, Any]) -> Iterable[tuple[Route, str]]:
    return ((route, text_of(value)) for route, value in leaf_routes(data))


def csv_sheet(table: Table) -> bytes:
    """Return *table* as CSV that spreadsheets open, with no cell that they would run."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([guarded(cell) for cell in row] for row in table)
    return buffer.getvalue().encode("utf-8-sig")


def xlsx_sheet(table: Table, form: FormParts) -> bytes:
    """Return *table* as XLSX: every cell a text, with the words to choose from beside it."""
    from openpyxl import Workbook  # noqa: PLC0415  # only sheets need it
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    sheet: Any = book.active
    sheet.title = form.words("imports.sheet")
    for number, row in enumerate(table, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, xml_text(text))
            cell.data_type = "s"  # never a formula
            cell.number_format = "@"  # 2019-09 stays as it was typed
    for column, head in enumerate(table[0], 1):
        letter = get_column_letter(column)
        route = form.route(head)
        field = next((field for field in form.fields if field.route == route), None)
        sheet.column_dimensions[letter].width = _WIDE if field and field.is_long else _NARROW
        for number in range(len(table) + 1, _LAST_ROW + 1):
            sheet.cell(number, column).number_format = "@"
    sheet.freeze_panes = "C2"
    _style_heads(sheet)
    _add_choices(book, sheet, table[0], form)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _style_heads(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _add_choices(book: Any, sheet: Any, heads: list[str], form: FormParts) -> None:
    """Put the words to choose from on a second sheet, and let the columns offer them."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    words = book.create_sheet(form.words("imports.choices"))
    columns: dict[tuple[str, ...], str] = {}
    positions = {form.route(head): number for number, head in enumerate(heads, 1)}
    for field in form.fields:
        if not field.options or field.route not in positions:
            continue
        if field.options not in columns:
            columns[field.options] = get_column_letter(len(columns) + 1)
            for number, text in enumerate((field.label, *field.options), 1):
                words[f"{columns[field.options]}{number}"] = text
        letter = columns[field.options]
        choices = f"'{words.title}'!${letter}$2:${letter}${len(field.options) + 1}"
        rule = DataValidation(
            type="list", formula1=choices, allow_blank=True, showErrorMessage=False
        )
        column = get_column_letter(positions[field.route])
        rule.add(f"{column}2:{column}{_LAST_ROW}")
        sheet.add_data_validation(rule)
