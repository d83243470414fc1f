"""All data of the hub: each table as CSV and JSON, and everything in one archive."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hubtool.pages.parts.data_columns import BETWEEN, Cell
from hubtool.pages.parts.data_tables import ARCHIVE, FOLDER, DataTable, data_tables
from hubtool.pages.view import View
from hubtool.text.escape import spreadsheet

_BYTE_ORDER_MARK = "\ufeff"  # without it, spreadsheets read UTF-8 as an older encoding
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of ZIP: the same files make the same archive on any day
_READABLE = 0o644 << 16
_CODEBOOK = ("table", "column", "label", "explanation", "type")


def data_files(view: View) -> dict[str, bytes]:
    """Return the tables with their bytes, their description, and the archive of all of them."""
    tables = data_tables(view)
    files: dict[str, bytes] = {}
    for table in tables:
        names, rows = [column.name for column in table.columns], [*table.rows()]
        files[table.csv] = csv_table(names, rows)
        files[table.json] = _json_table(names, rows)
    files[f"{FOLDER}codebook.csv"] = csv_table(_CODEBOOK, _codebook(tables))
    files[f"{FOLDER}datapackage.json"] = _json(_package(view, tables))
    read_me = {f"{FOLDER}README.md": _read_me(view, tables).encode()}
    return files | {ARCHIVE: _archive(read_me | files)}


def csv_table(names: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return CSV (RFC 4180) that spreadsheets open as it is, and in which no cell is a formula."""
    text = StringIO()
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _csv_cell(cell: Cell) -> str | float:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return cell
        case tuple():
            return spreadsheet(BETWEEN.join(map(str, cell)))
    return spreadsheet(cell)


def _json_table(names: Sequence[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return *rows* as a list with one object a line."""
    lines = ",\n".join(_line(dict(zip(names, row, strict=True))) for row in rows)
    return f"[\n{lines}\n]\n".encode("utf-8", "replace")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def _codebook(tables: Iterable[DataTable]) -> Iterator[tuple[str, ...]]:
    for table in tables:
        for column in table.columns:
            yield table.name, column.name, column.label, column.help, column.holds


def _package(view: View, tables: Iterable[DataTable]) -> Mapping[str, Any]:
    """Return the description of the files as a Frictionless Data Package."""
    settings = view.hub.settings
    about = {
        "profile": "tabular-data-package",
        "name": "hub-data",
        "title": settings.name,
        "description": settings.description,
        "homepage": settings.url,
    }
    return {key: value for key, value in about.items() if value} | {
        "resources": [_resource(table) for table in tables]
    }


def _resource(table: DataTable) -> Mapping[str, Any]:
    columns = [
        {
            "name": column.name,
            "title": column.label,
            "description": column.help,
            # A cell of several values is a text here; the JSON has a list.
            "type": "string" if column.holds == "list" else column.holds,
        }
        for column in table.columns
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "description": table.about,
        "path": f"{table.name}.csv",
        "encoding": "utf-8",
        "mediatype": "text/csv",
        "schema": {"fields": columns},
    }


def _read_me(view: View, tables: Iterable[DataTable]) -> str:
    t, settings = view.words, view.hub.settings
    head = [f"# {t('data.read-me', name=settings.name)}", settings.url or "", t("data.lede")]
    notes = [t(f"data.note.{name}") for name in ("empty", "several", "dates", "licence", "record")]
    lists = [
        f"## {table.title} ({table.name})\n\n{table.about}\n\n"
        + "\n".join(f"- `{column.name}`: {column.label}. {column.help}" for column in table.columns)
        for table in tables
    ]
    return "\n\n".join(part for part in (*head, *notes, *lists) if part) + "\n"


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Return *files* as a ZIP archive: the same bytes for the same files."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for path, data in sorted(files.items()):
            entry = ZipInfo(path.removeprefix(FOLDER), _FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is made
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return content.getvalue()
