"""The form's script says of a record what hubtool says, and writes the same file."""

import json
import re
from pathlib import Path
from typing import Any

from form_records import Record, each_value, records
from properties import tried
from scripts import answers
from small_hubs import FROZEN, TODAY, hub

from hubtool.documents import SourceFile
from hubtool.exports.form import case_layout, form_table, whole_table
from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages.view import View
from hubtool.records.formatting import format_file
from hubtool.records.records import read_entry
from hubtool.records.resolve import Lexicon

HERE = Path(__file__).parent

Fault = tuple[str, str, str | None, tuple[Any, ...]]


def said_by_hubtool(record: Record, known: Hub) -> set[Fault]:
    source = SourceFile("cases/a.yml", json.dumps(record, ensure_ascii=False).encode())
    lexicon = Lexicon(known.vocabularies, None)
    return {
        (item.code, item.message, None if item.code in HINTS_FOR_FILES else item.hint, item.route)
        for item in read_entry(source, lexicon).diagnostics
    }


def said_by_the_form(many: list[Record], known: Hub, folder: Path) -> list[set[Fault]]:
    view = View(known)
    table, whole = form_table(view), whole_table(view)
    table["lists"] |= whole["lists"]
    table["schemes"] |= whole["schemes"]
    return [
        {(code, message, hint, tuple(route)) for code, message, hint, route in faults}
        for faults in answers(HERE / "check_records.mjs", table, many, folder)
    ]


# What a file can hold and a control of the form cannot: keys and shapes of its own, and terms that
# are no choice. Of these hubtool speaks to somebody in an editor, and the form says what to do in
# the form: code and place must agree, not the words.
FILES_ONLY = {"H202", "H203"}
SHAPES = ("a list", "lines such as `key: …`", "true or false", "text")

# Of these hubtool shows the line of a file as it should be, and the form asks beside each question.
HINTS_FOR_FILES = {"H225"}

# Of what is missing the form says, beside each question, that an answer is still needed.
MISSING = {"H201", "H218", "H503"}


def is_about_a_file(fault: Fault) -> bool:
    code, message, _, _ = fault
    shapes = "|".join(SHAPES)
    return code in FILES_ONLY or bool(
        re.search(rf"should be ({shapes}), but you wrote|a date is one text, without keys", message)
    )


def comparable(faults: set[Fault]) -> set[Fault]:
    """Return *faults* as far as both must say the same.

    hubtool names the keys that one entry lacks together, and none for which an unknown key may be a
    slip.
    """
    slips = {route[:-1] for code, _, _, route in faults if code == "H202"}
    return {
        (code, "", None, route[:-1] if code == "H201" else route)
        if code in MISSING or is_about_a_file((code, message, hint, route))
        else (code, message, hint, route)
        for code, message, hint, route in faults
        if code != "H201" or route[:-1] not in slips
    }


def test_form_and_hubtool_say_the_same_of_a_thousand_records(tmp_path: Path) -> None:
    known = hub({})
    many = [*each_value(), *records(tried(1000))]
    said = said_by_the_form(many, known, tmp_path)
    expected = [said_by_hubtool(record, known) for record in many]
    assert sum(map(bool, expected)) > len(many) // 2
    wrong = [
        (ours, theirs)
        for ours, theirs in zip(map(comparable, said), map(comparable, expected), strict=True)
        if ours != theirs
    ]
    assert wrong == []


def test_a_case_that_is_opened_and_not_changed_is_written_byte_for_byte(tmp_path: Path) -> None:
    known, _ = load(sources(FROZEN), today=TODAY)
    assert known
    assert len(known.sources) > 20
    written = answers(HERE / "write_cases.mjs", case_layout(), known.sources.values(), tmp_path)
    paths = [f"cases/{id_}.yml" for id_ in known.sources]
    files = [SourceFile(path, (FROZEN / path).read_bytes()) for path in paths]
    assert written == [(format_file(file, adds_ids=True).content or b"").decode() for file in files]
