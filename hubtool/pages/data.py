"""The page of all data: what can be saved, and what each column means."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubtool.pages.page import Content, Page, page
from hubtool.pages.parts.data_tables import ARCHIVE, FOLDER, DataTable, data_tables
from hubtool.pages.view import View

_NOTES = ("empty", "several", "dates", "licence", "record")


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table and how many rows it has."""

    table: DataTable
    count: int


@dataclass(frozen=True)
class DataContent(Content):
    """Every table with its files and its columns."""

    template = "data/page.html"

    archive: str
    notes: tuple[str, ...]
    tables: tuple[TableEntry, ...]


def data_pages(view: View) -> Iterator[Page]:
    """Yield the page of all data."""
    tables = tuple(
        TableEntry(table, sum(1 for _ in table.entries())) for table in data_tables(view)
    )
    yield page(
        view,
        "data",
        FOLDER,
        title=view.words("data.title"),
        description=view.words("data.lede"),
        content=DataContent(
            ARCHIVE, tuple(view.words(f"data.note.{name}") for name in _NOTES), tables
        ),
    )
