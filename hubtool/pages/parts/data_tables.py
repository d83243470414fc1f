"""The tables of all that the hub holds: what each is called, its columns and its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from hubtool.models.annotations import FieldShape, fields
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection, Item
from hubtool.models.common import Use
from hubtool.models.declare import Model
from hubtool.models.opportunity import Opportunity
from hubtool.models.partnership import FunderEntry, PartnerEntry
from hubtool.models.power import StageReading
from hubtool.models.vocabulary import Organisation, Term
from hubtool.pages.page import full_address
from hubtool.pages.parts.data_columns import Cell, Column, has_own_table, model_columns
from hubtool.pages.view import View

FOLDER = "data/"
"""Where the page of all data is, and its files."""

ARCHIVE = f"{FOLDER}all.zip"

_NAMES = {"power_stages": "decisions"}


@dataclass(frozen=True)
class DataTable:
    """A table: *entries* gives what its rows are made of, one after the other."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    entries: Callable[[], Iterable[Any]]

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows, each with a cell for every column."""
        for entry in self.entries():
            yield tuple(column.read(entry) for column in self.columns)

    @property
    def csv(self) -> str:
        """The address of the table for spreadsheets."""
        return f"{FOLDER}{self.name}.csv"

    @property
    def json(self) -> str:
        """The address of the table for programs."""
        return f"{FOLDER}{self.name}.json"


@dataclass(frozen=True, slots=True)
class RowPart:
    """A part of a record, the record itself, and the key of the part where it has one."""

    owner: Any
    part: Any
    key: str = ""


def data_tables(view: View) -> tuple[DataTable, ...]:
    """Return every table of the hub, that of the cases first."""
    hub = view.hub
    return (
        _records(view, "cases", CaseStudy, hub.cases.values, _of_case(view)),
        *_parts_of_cases(view),
        _records(
            view, "collections", Collection, hub.collections.values, _address(view, "collections")
        ),
        _parts_of_collections(view, "items", Item),
        _parts_of_collections(view, "used", Use),
        _records(view, "opportunities", Opportunity, hub.opportunities.values, ()),
        _terms(view),
        _records(view, "organisations", Organisation, hub.organisations.values, ()),
    )


def _records(
    view: View,
    name: str,
    model: type[Model],
    entries: Callable[[], Iterable[Any]],
    further: Iterable[Column],
) -> DataTable:
    columns = (*model_columns(view, model), *further)
    return DataTable(name, *_words(view, name), columns, entries)


def _words(view: View, name: str) -> tuple[str, str]:
    return view.words(f"data.table.{name}"), view.words(f"data.about.{name}")


def _parts_of_cases(view: View) -> Iterator[DataTable]:
    """Yield a table for each list of mappings, and for the stages, that a case may hold."""
    for route in _routes(CaseStudy):
        name = "_".join(declared.key for declared in route)
        name, declared = _NAMES.get(name, name), route[-1]
        shape = declared.shape.item or declared.shape.value
        model = shape.model if shape else None
        if model is None:
            continue
        columns = (
            *_of_owner(view, "case", "cases"),
            *(
                (_extra(view, "stage", lambda row: _stage(view, row)),)
                if model is StageReading
                else ()
            ),
            *(
                column.of(attrgetter("part"))
                for column in model_columns(view, model, with_lists=True)
            ),
            *_of_part(view, name),
        )
        title, about = declared.info.title or "", declared.info.description or ""
        yield DataTable(name, title, about, columns, _part_entries(view, route))


def _routes(model: type[Model]) -> Iterator[tuple[FieldShape, ...]]:
    """Yield the way to each part of *model* that has a table of its own."""
    for declared in fields(model).values():
        if has_own_table(declared):
            yield (declared,)
        elif declared.shape.model:
            yield from ((declared, *route) for route in _routes(declared.shape.model))


def _part_entries(view: View, route: tuple[FieldShape, ...]) -> Callable[[], Iterator[RowPart]]:
    def entries() -> Iterator[RowPart]:
        for case in view.hub.cases.values():
            value: Any = case
            for declared in route:
                value = getattr(value, declared.key, None)
            pairs = (
                value.items()
                if isinstance(value, Mapping)
                else (("", entry) for entry in value or ())
            )
            for key, part in pairs:
                yield RowPart(case, _by_name(view, part), key)

    return entries


def _by_name(view: View, part: Any) -> Any:
    """Return *part*; a partner or funder with the name of its organisation."""
    if not isinstance(part, PartnerEntry | FunderEntry):
        return part
    changes = {"name": view.hub.party_name(part)}
    if isinstance(part, PartnerEntry):
        changes["kind"] = view.hub.party_kind(part)  # type: ignore[assignment]
    return part.model_copy(update=changes)


def _parts_of_collections(view: View, key: str, model: type[Model]) -> DataTable:
    """Return the table of what the collections hold at *key*, each part a *model*."""
    columns = (
        *_of_owner(view, "collection", "collections"),
        *(column.of(attrgetter("part")) for column in model_columns(view, model)),
    )

    def entries() -> Iterator[RowPart]:
        for collection in view.hub.collections.values():
            yield from (RowPart(collection, part) for part in getattr(collection, key))

    name = f"collection_{key}"
    return DataTable(name, *_words(view, name), columns, entries)


def _terms(view: View) -> DataTable:
    columns = (
        _extra(view, "scheme", lambda row: row.owner),
        *(column.of(lambda row: row.part) for column in model_columns(view, Term, with_lists=True)),
    )

    def entries() -> Iterator[RowPart]:
        for scheme, vocabulary in view.hub.vocabularies.items():
            yield from (RowPart(scheme, term) for term in vocabulary.terms.values())

    return DataTable("terms", *_words(view, "terms"), columns, entries)


def _extra(view: View, name: str, read: Callable[[Any], Cell], holds: str = "string") -> Column:
    label, help_ = view.words(f"data.column.{name}"), view.words(f"data.means.{name}")
    return Column(name, label, help_, holds, read)


def _of_owner(view: View, name: str, folder: str) -> tuple[Column, ...]:
    return (
        _extra(view, name, lambda row: row.owner.id),
        _extra(view, f"{name}_title", lambda row: row.owner.title),
        _extra(view, f"{name}_address", lambda row: _page(view, f"{folder}/{row.owner.id}/")),
    )


def _address(view: View, folder: str) -> tuple[Column, ...]:
    return (_extra(view, "address", lambda row: _page(view, f"{folder}/{row.id}/")),)


def _of_case(view: View) -> tuple[Column, ...]:
    hub, t = view.hub, view.words

    def names(parties: Iterable[Any]) -> tuple[str, ...]:
        return tuple(map(hub.party_name, parties))

    return (
        *_address(view, "cases"),
        _extra(view, "place_names", lambda case: tuple(p.name for p in case.mapped_places), "list"),
        _extra(
            view,
            "countries",
            lambda case: tuple(dict.fromkeys(t.country(p.country) for p in case.mapped_places)),
            "list",
        ),
        _extra(view, "partner_names", lambda case: names(case.partners), "list"),
        _extra(view, "funder_names", lambda case: names(case.funders), "list"),
        _extra(view, "depth", hub.depth),
        *(_count(view, name) for name in ("lessons", "outcomes", "films", "sources")),
    )


def _count(view: View, name: str) -> Column:
    return _extra(view, f"{name}_count", lambda case: len(getattr(case, name)), "integer")


def _of_part(view: View, name: str) -> tuple[Column, ...]:
    """Return the columns of a part of a case that no field of it holds."""
    t = view.words
    match name:
        case "lessons" | "films":
            anchor = name.removesuffix("s")
            return (
                _extra(
                    view,
                    "address",
                    lambda row: (
                        _page(view, f"cases/{row.owner.id}/#{anchor}-{row.part.id}")
                        if row.part.id
                        else None
                    ),
                ),
            )
        case "places":
            return (
                _extra(
                    view,
                    "country_name",
                    lambda row: t.country(row.part.country) if row.part.country else None,
                ),
                _extra(
                    view,
                    "region_name",
                    lambda row: t.region(row.part.region) if row.part.region else None,
                ),
            )
    return ()


def _stage(view: View, row: RowPart) -> str:
    vocabulary = view.hub.vocabularies.get("stages")
    return (
        vocabulary.terms[row.key].label if vocabulary and row.key in vocabulary.terms else row.key
    )


def _page(view: View, address: str) -> str:
    return full_address(view, address, seen_from=FOLDER)
