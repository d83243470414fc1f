"""The form's script says of a record what hubtool says, and writes the same file."""

import json
from pathlib import Path
from typing import Any

from form_records import Record, records
from scripts import answers
from small_hubs import FROZEN, TODAY, hub

from hubtool.documents import SourceFile
from hubtool.exports.form import form_table, long_lists
from hubtool.files import sources
from hubtool.hub.hub import Hub
from hubtool.load import load
from hubtool.pages.view import View
from hubtool.records.formatting import format_file
from hubtool.records.records import read_entry
from hubtool.records.resolve import Lexicon

HERE = Path(__file__).parent
COUNT = 1000

Fault = tuple[str, str, str | None, tuple[Any, ...]]


def said_by_hubtool(record: Record, known: Hub) -> set[Fault]:
    source = SourceFile("cases/a.yml", json.dumps(record, ensure_ascii=False).encode())
    lexicon = Lexicon(known.vocabularies, None)
    return {
        (item.code, item.message, item.hint, item.route)
        for item in read_entry(source, lexicon).diagnostics
    }


def said_by_the_form(many: list[Record], known: Hub, folder: Path) -> list[set[Fault]]:
    table = form_table(View(known))
    table["lists"] |= long_lists()
    return [
        {(code, message, hint, tuple(route)) for code, message, hint, route in faults}
        for faults in answers(HERE / "check_records.mjs", table, many, folder)
    ]


# What a file can hold and a form cannot: keys and shapes of its own, and terms that are no choice.
# Of these hubtool speaks to somebody in an editor: verdict and place must agree, not the words.
FILES_ONLY = {"H202", "H203", "H205", "H217"}


def comparable(faults: set[Fault]) -> set[Fault]:
    """Return *faults* as far as both must say the same.

    hubtool names the keys that one entry lacks together, the form each beside its own field.
    """
    return {
        (code, "", None, route[:-1] if code == "H201" else route)
        if code == "H201" or code in FILES_ONLY
        # hubtool reads dates in words too, and writes them out.
        else (code, message, None if code == "H207" else hint, route)
        for code, message, hint, route in faults
    }


def test_form_and_hubtool_say_the_same_of_a_thousand_records(tmp_path: Path) -> None:
    known = hub({})
    many = list(records(COUNT))
    said = said_by_the_form(many, known, tmp_path)
    expected = [said_by_hubtool(record, known) for record in many]
    assert sum(map(bool, expected)) > COUNT // 2
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
    table = form_table(View(known))
    written = answers(HERE / "write_cases.mjs", table, known.sources.values(), tmp_path)
    paths = [f"cases/{id_}.yml" for id_ in known.sources]
    files = [SourceFile(path, (FROZEN / path).read_bytes()) for path in paths]
    assert written == [(format_file(file, adds_ids=True).content or b"").decode() for file in files]
