"""By whatever way a case comes in, it becomes the same file, and no word of it is lost."""

import base64
import json
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from short_cases import ANSWERS, RECORD, body, draft, file, files, form, lexicon
from small_hubs import FROZEN

from hubtool.documents import SourceFile, parse
from hubtool.exports.form import case_layout
from hubtool.imports.sheet_form import csv_sheet, table_of, xlsx_sheet
from hubtool.imports.text_form import text_form
from hubtool.imports.word_form import word_form
from hubtool.records.formatting import format_file
from hubtool.records.records import read_entry

HERE = Path(__file__).parent
NODE = shutil.which("node") or str(HERE.parents[1] / ".venv/bin/node")


def packed(text: str) -> str:
    packer = zlib.compressobj(wbits=-15)
    letters = packer.compress(text.encode()) + packer.flush()
    return base64.urlsafe_b64encode(letters).decode().rstrip("=")


def by_issue() -> bytes:
    return body().encode()


def by_word_file() -> bytes:
    answers = {form().route(name): text for name, text in ANSWERS.items()}
    return word_form(form(), "en-GB", {route: text for route, text in answers.items() if route})


def by_text() -> bytes:
    text = text_form(form()).decode()
    for field in form().fields:
        answer = ANSWERS.get(field.name, "")
        pattern = rf"(### {re.escape(field.label)}\n(?:> .*\n)+)"
        text = re.sub(pattern, lambda match, answer=answer: f"{match[1]}{answer}\n", text)
    return text.encode()


def by_sheet(*, is_csv: bool) -> bytes:
    heads = [field.label for field in form().fields]
    row = [ANSWERS.get(field.name, "") for field in form().fields]
    return csv_sheet([heads, row]) if is_csv else xlsx_sheet([heads, row], form())


def by_browser(tmp_path: Path) -> str:
    """Return the file that the form in the browser makes of the record."""
    layout = tmp_path / "layout.json"
    layout.write_text(json.dumps(case_layout()), "utf-8")
    return subprocess.run(
        [NODE, str(HERE / "new_case.mjs"), str(layout)],
        input=json.dumps(RECORD), capture_output=True, text=True, check=True, timeout=60,
    ).stdout  # fmt: skip


def test_every_way_in_makes_the_same_bytes(tmp_path: Path) -> None:
    new_file = by_browser(tmp_path)
    ways = {
        "draft of the browser": draft(),
        "issue": by_issue(),
        "issue with line ends of the web": body(end="\r\n").encode(),
        "issue, packed": f"### The whole case, packed\n\n```text\n{packed(new_file)}\n```".encode(),
        "new file": new_file.encode(),
        "word processor": by_word_file(),
        "text": by_text(),
        "CSV": by_sheet(is_csv=True),
        "XLSX": by_sheet(is_csv=False),
    }
    results = {way: file(content) for way, content in ways.items()}
    assert {way: result.content.decode() for way, result in results.items()} == dict.fromkeys(
        ways, new_file
    )
    assert {result.path for result in results.values()} == {
        "cases/tenants-and-a-university-measured-damp-then.yml"
    }
    assert all(result.remarks == () for result in results.values())
    entry = read_entry(SourceFile("cases/a.yml", new_file.encode()), lexicon())
    assert [item.code for item in entry.diagnostics] == []


WORDS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9),
    min_size=1,
    max_size=5,
)
NAMES = [field.name for field in form().fields]


def tokens(text: str) -> set[str]:
    return set(re.findall(r"\w{2,}", text.casefold()))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), WORDS, min_size=1, max_size=8))
def test_no_word_is_lost_and_the_layout_is_canonical(answers: dict[str, list[str]]) -> None:
    rows = {"title": "Walks"} | {name: " ".join(words) for name, words in answers.items()}
    result = file(csv_sheet([list(rows), list(rows.values())]))
    document, diagnostics = parse(SourceFile("cases/a.yml", result.content))
    assert document is not None
    assert diagnostics == []
    text = f"{result.content.decode()} {json.dumps(document.data, ensure_ascii=False)}"
    for words in rows.values():
        missing = tokens(words) - tokens(text)
        # A term may be named in other letters: then it stands there by its id.
        assert not missing or missing <= named(words), (rows, text)
    formatted = format_file(SourceFile("cases/a.yml", result.content))
    assert formatted.content == result.content


def named(words: str) -> set[str]:
    is_term = any(scheme.names.find(words) for scheme in lexicon().vocabularies.values())
    return tokens(words) if is_term else set()


def test_what_fits_no_field_stands_beside_it_and_is_told() -> None:
    answers = {**ANSWERS, "topics": "Housing; zebra costumes", "partners.2.kind": "a big one"}
    result = file(body(answers).encode() + b"\n### Anything else?\n\nWe had cake.\n")
    text = result.content.decode()
    assert [(remark.label, remark.text) for remark in result.remarks] == [
        ("Written outside the questions", "### Anything else?\nWe had cake."),
        ("Topics", "zebra costumes"),
        ("Partner 2: Kind of body", "a big one"),
    ]
    assert "# Topics: zebra costumes\ntopics: [housing]\n" in text
    assert "    name: University of Example\n    # Partner 2: Kind of body: a big one\n" in text
    assert "We had cake." in text
    assert format_file(SourceFile(result.path, result.content)).content == result.content


def test_a_value_that_the_case_needs_stays_for_the_checks_to_speak_of() -> None:
    result = file(body({**ANSWERS, "lessons.1.kind": "a good one"}).encode())
    entry = read_entry(SourceFile(result.path, result.content), lexicon())
    assert [(item.code, item.route) for item in entry.diagnostics] == [
        ("H203", ("lessons", 0, "kind"))
    ]


def test_files_become_a_sheet_and_the_same_files_again() -> None:
    paths = sorted((FROZEN / "cases").glob("*.yml"))[:5]
    documents = {
        path.stem: parse(SourceFile(f"cases/{path.name}", path.read_bytes()))[0] for path in paths
    }
    cases = {id_: document.data for id_, document in documents.items() if document}
    table = table_of(cases, form())
    for content in (csv_sheet(table), xlsx_sheet(table, form())):
        results = files(content)
        assert [result.id for result in results] == [*cases]
        again = {
            result.id: parse(SourceFile(result.path, result.content))[0].data  # type: ignore[union-attr]
            for result in results
        }
        assert all(result.remarks == () for result in results)
        assert contained(cases, again)
        repeated = files(csv_sheet(table_of(again, form())))
        assert [result.content for result in repeated] == [result.content for result in results]


def contained(part: object, whole: object) -> bool:
    """Say whether *whole* says all that *part* says: it may have ids besides, and plain dates."""
    match part, whole:
        case dict(), dict():
            return all(
                contained(value, whole.get(key)) for key, value in part.items() if value is not None
            )
        case list(), list():
            return len(part) == len(whole) and all(map(contained, part, whole))
        case str(), str():
            return part.split() == whole.split()
    return str(part) == str(whole)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@SUM(A1)", "'=1", "'quoted'"])
def test_no_spreadsheet_runs_a_cell_and_its_text_comes_back(text: str) -> None:
    table = [["title", "summary"], [text, "b"]]
    cell = csv_sheet(table).decode("utf-8-sig").splitlines()[1].split(",")[0].strip('"')
    assert not cell.startswith(("=", "+", "-", "@"))
    for content in (csv_sheet(table), xlsx_sheet(table, form())):
        result = file(content)
        document, _ = parse(SourceFile(result.path, result.content))
        assert document is not None
        assert document.data["title"] == text
