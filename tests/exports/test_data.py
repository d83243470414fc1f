"""All data: whole tables, each column explained, files that open as they are."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

from small_hubs import case, hub

from hubtool.exports.data import csv_table, data_files
from hubtool.hub.hub import Hub
from hubtool.models.annotations import fields
from hubtool.models.case import CaseStudy
from hubtool.pages import page_at
from hubtool.pages.parts.data_tables import data_tables
from hubtool.pages.view import View

RICH = """
title: "=HYPERLINK(1)"
dates: 2019-09/2023
topics: [water]
story: |
  One paragraph.

  Another, with "quotes".
funders: [{name: Example Fund, award: EX-1}]
timeline: [{when: 2019-09, kind: meet, what: They met., said_by: community}]
power: {said_by: community, stages: {question: shared}}
films: [{id: walk, title: Walk, url: "https://example.org/film"}]
"""


def rich_hub(text: str = RICH) -> Hub:
    return hub({"cases/one.yml": case(text)})


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = files[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_each_column_is_explained_and_has_a_name_of_its_own() -> None:
    for data_table in data_tables(View(rich_hub())):
        assert data_table.title, data_table.name
        assert data_table.about, data_table.name
        names = [column.name for column in data_table.columns]
        assert len(names) == len(set(names)), data_table.name
        for column in data_table.columns:
            assert column.label, (data_table.name, column.name)
            assert column.help, (data_table.name, column.name)


def test_each_field_of_a_case_is_a_column_or_a_table() -> None:
    tables = {data_table.name: data_table for data_table in data_tables(View(rich_hub()))}
    columns = [column.name for column in tables["cases"].columns]
    for key in fields(CaseStudy):
        assert key in tables or any(name.startswith(key) for name in columns), key
    assert {"dates_first_day", "topics_id", "partner_names", "place_names"} <= set(columns)
    assert "consent_withheld" not in columns


def test_a_spreadsheet_shows_labels_and_computes_nothing() -> None:
    files = data_files(View(rich_hub()))
    (row,) = table(files, "cases")
    assert row["title"] == "'=HYPERLINK(1)"
    assert row["topics"] == "Water"
    assert row["topics_id"] == "water"
    assert (row["dates_first_day"], row["dates_last_day"]) == ("2019-09-01", "2023-12-31")
    assert row["funder_names"] == "Example Fund"
    assert row["story"].startswith("One paragraph.\n\nAnother")
    assert [row["name"] for row in table(files, "partners")] == [
        "Exampleton Anglers",
        "University of Example",
    ]
    (decision,) = table(files, "decisions")
    assert decision["case"] == "one"
    assert decision["level_id"] == "shared"
    cells = csv_table(["a"], [["+1", "-1", "@x", "\ty", "＝1", -3.5, None, True, ("=a", "b")]])
    assert cells.decode("utf-8-sig").splitlines()[1] == "'+1,'-1,'@x,'\ty,'＝1,-3.5,,true,'=a; b"


def test_programs_get_the_same_with_lists_and_numbers() -> None:
    (row,) = json.loads(data_files(View(rich_hub()))["data/cases.json"])
    assert row["title"] == "=HYPERLINK(1)"
    assert row["topics"] == ["Water"]
    assert row["ended_early"] is False
    assert row["lessons_count"] == 1


def test_the_archive_has_everything_and_the_same_bytes_each_time() -> None:
    files = data_files(View(rich_hub()))
    assert files == data_files(View(rich_hub()))
    with ZipFile(BytesIO(files["data/all.zip"])) as archive:
        names = set(archive.namelist())
        assert {"README.md", "codebook.csv", "datapackage.json", "lessons.json"} <= names
        read_me = archive.read("README.md").decode()
        package = json.loads(archive.read("datapackage.json"))
    codebook = {(row["table"], row["column"]) for row in table(files, "codebook")}
    for data_table in data_tables(View(rich_hub())):
        assert f"{data_table.name}.csv" in names
        assert f"({data_table.name})" in read_me
        for column in data_table.columns:
            assert (data_table.name, column.name) in codebook
    assert {resource["path"] for resource in package["resources"]} <= names


def test_what_a_partner_did_not_agree_to_is_in_no_table() -> None:
    consent = """
consent:
  status: partial
  agreed_by: Us
  agreed_on: 2026-01
  scope: [text]
  withheld: [the film of the walk]
"""
    files = data_files(View(rich_hub(RICH + consent)))
    assert table(files, "films") == []
    assert table(files, "places") == []
    assert b"the film of the walk" not in b"".join(files.values())


def test_the_page_leads_to_each_file_and_explains_each_column() -> None:
    made = rich_hub()
    page = page_at(made, "data/")
    assert page
    files = data_files(View(made))
    for path in files:
        if (
            path.endswith((".csv", ".json", ".zip"))
            and "codebook" not in path
            and "package" not in path
        ):
            assert f'href="{path.removeprefix("data/")}"' in page.body, path
    assert "spreadsheet" in page.body
