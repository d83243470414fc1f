"""What strangers send is opened within limits, and cannot do anything."""

import io
import zipfile
import zlib
from base64 import urlsafe_b64encode
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from short_cases import ANSWERS, body, file, files, form
from small_hubs import make_hub

from hubtool.cli import hubtool
from hubtool.imports.draft import UnreadableError
from hubtool.imports.sheet_form import csv_sheet, xlsx_sheet
from hubtool.imports.word_form import word_form


def package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return buffer.getvalue()


def packed(content: bytes) -> bytes:
    packer = zlib.compressobj(9, wbits=-15)
    letters = urlsafe_b64encode(packer.compress(content) + packer.flush())
    return b"### The whole case, packed\n\n" + letters


ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
REFUSED = {
    "too large": b"title: a\n" * 200_000,
    "too large unpacked": package({"word/document.xml": b" " * 11_000_000}),
    "too many parts": package({f"{number}.xml": b"<a/>" for number in range(300)}),
    "too large, packed": packed(b"a" * 11_000_000),
    "packed by halves": packed(b"title: " + bytes(range(256)) * 9)[:-40],
    "no letters of a packed case": b"### The whole case, packed\n\n!!!\xc3\xa9",
    "an entity in a document": package({"word/document.xml": ENTITY}),
    "an entity in a sheet": package({"xl/workbook.xml": ENTITY}),
    "entities that grow": package({"word/document.xml": BOMB}),
    "no XML": package({"word/document.xml": b"<a>"}),
    "no ZIP": b"PK\x03\x04 and then nothing",
    "another ZIP": package({"content.xml": b"<a/>"}),
    "an empty document": package({"word/document.xml": b"<a/>"}),
    "an empty sheet": b"",
    "a table of something else": b"colour,size\nred,1\n",
    "no text at all": bytes(range(256)),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_too_large_or_no_form_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(UnreadableError) as refusal:
        files(content)
    assert "Traceback" not in str(refusal.value)


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("../../etc/passwd", "cases/etc-passwd.yml"),
        ("/etc/passwd", "cases/etc-passwd.yml"),
        ("C:\\Windows\\con", "cases/c-windows-con.yml"),
        ("$(rm -rf ~) `id`", "cases/rm-rf-id.yml"),
        ("index", "cases/the-index.yml"),
        ("…", "cases/draft.yml"),
    ],
)
def test_no_path_comes_from_what_was_sent(title: str, path: str) -> None:
    assert file(body({**ANSWERS, "title": title}).encode()).path == path


def test_the_name_of_a_file_in_a_sheet_is_no_path_either() -> None:
    sheet = f"{form().words('imports.id')},title\n../../x/Y.yml,A case\n"
    assert file(sheet.encode()).path == "cases/x-y-yml.yml"


def test_a_document_is_read_as_somebody_sees_it() -> None:
    empty = docx.Document(io.BytesIO(word_form(form(), "en-GB")))
    cells = {
        row.cells[0].paragraphs[0].text: row.cells[1]
        for table in empty.tables
        for row in table.rows
    }
    cells["In one sentence"].text = "Tenants measured damp"
    cells["Story"].text = "First."
    cells["Story"].add_paragraph("Then.")
    empty.add_paragraph("I could not say who paid.")
    buffer = io.BytesIO()
    empty.save(buffer)
    result = file(buffer.getvalue())
    assert result.content.decode() == (
        "title: Tenants measured damp\n\nstory: |-\n  First.\n\n  Then.\n"
        "# Written outside the questions: I could not say who paid.\n"
    )


def test_formulas_are_texts_and_days_are_what_the_cell_shows() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx_sheet([["title", "dates", "investment.hours.1.paid"]], form()))
    )
    sheet = book.worksheets[0]
    sheet["A2"], sheet["C2"] = "=1+1", 12.0
    sheet["B2"] = datetime(2019, 9, 1)  # noqa: DTZ001  # spreadsheets know no zones
    sheet["B2"].number_format = "mmm-yy"
    buffer = io.BytesIO()
    book.save(buffer)
    text = file(buffer.getvalue()).content.decode()
    assert "title: =1+1\n" in text or 'title: "=1+1"\n' in text
    assert "dates: 2019-09\n" in text
    assert "paid: 12" in text


def test_the_command_writes_files_and_never_over_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = make_hub(tmp_path / "hub")
    monkeypatch.chdir(hub)
    (tmp_path / "story.txt").write_text(body(), encoding="utf-8")
    run = CliRunner()
    path = "cases/tenants-and-a-university-measured-damp-then.yml"
    first = run.invoke(hubtool, ["import", "../story.txt"])
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith(f"wrote: {path}\n")
    (hub / path).write_text("title: Mine\n", encoding="utf-8")
    second = run.invoke(hubtool, ["import", "../story.txt"])
    assert second.exit_code == 1
    assert f"not written: {path} is there already" in second.stderr
    assert (hub / path).read_text(encoding="utf-8") == "title: Mine\n"
    again = run.invoke(
        hubtool, ["import", "--replace", "-"], input=body({**ANSWERS, "topics": "zebras"})
    )
    assert again.exit_code == 0
    assert "  kept as a comment: Topics: zebras\n" in again.stdout
    assert (hub / path).read_text(encoding="utf-8").count("# Topics: zebras") == 1


def test_comments_that_a_replaced_file_had_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = "# Ask Kim first.\ntitle: 'Damp # measured' # a working title\n"
    hub = make_hub(tmp_path, {"cases/damp.yml": old})
    monkeypatch.chdir(hub)
    run = CliRunner()
    assert run.invoke(hubtool, ["form", "s.csv", "cases/damp.yml"]).exit_code == 0
    lead = "  warning: this comment of the old file is gone: "
    result = run.invoke(hubtool, ["import", "s.csv", "--replace"])
    warnings = [line for line in result.stdout.splitlines() if line.startswith(lead)]
    assert warnings == [f"{lead}# Ask Kim first.", f"{lead}# a working title"]
    assert lead not in run.invoke(hubtool, ["import", "s.csv", "--replace"]).stdout
    (hub / "cases/damp.yml").write_text("title: [\n# Keep \x1b this\n")
    broken = run.invoke(hubtool, ["import", "s.csv", "--replace"]).stdout
    assert f"{lead}# Keep" in broken
    assert "\x1b" not in broken


def test_no_long_name_keeps_another_row_from_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = make_hub(tmp_path)
    monkeypatch.chdir(hub)
    ids = ["first", "a" * 300, "a" * 300, "a" * 299, "b" * 200, "b" * 200, "b" * 200, "last"]
    rows = [[id_, f"Row {number}"] for number, id_ in enumerate(ids)]
    sheet = csv_sheet([["id", "title"], *rows])
    result = CliRunner().invoke(hubtool, ["import", "-"], input=sheet)
    assert result.stdout.count("wrote: ") == len(ids)
    titles = "".join(path.read_text() for path in (hub / "cases").glob("*.yml"))
    assert all(title in titles for _, title in rows)
    assert (hub / f"cases/{'a' * 80}-3.yml").exists()


@pytest.mark.parametrize("ending", ["docx", "html", "txt", "csv", "xlsx", "yml"])
def test_every_form_is_written_and_only_once(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_hub(tmp_path))
    run = CliRunner()
    assert run.invoke(hubtool, ["form", f"empty.{ending}"]).exit_code == 0
    assert run.invoke(hubtool, ["form", f"empty.{ending}"]).exit_code == 2
    assert (tmp_path / f"empty.{ending}").stat().st_size > 500


def test_the_paper_asks_nobody_for_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_hub(tmp_path))
    CliRunner().invoke(hubtool, ["form", "empty.html"])
    text = (tmp_path / "empty.html").read_text(encoding="utf-8")
    assert "://" not in text
    assert "<script" not in text
    assert all(field.label in text.replace("&#39;", "'") for field in form().fields)
