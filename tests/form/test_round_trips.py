"""What the form holds becomes a file, the file a record, and the record what the form holds."""

import copy
import random
from pathlib import Path
from typing import Any

from form_records import Record, records
from properties import tried
from scripts import answers
from small_hubs import hub

from hubtool.documents import SourceFile
from hubtool.exports.form import case_layout
from hubtool.models.case import CaseStudy
from hubtool.records.formatting import format_file
from hubtool.records.records import read_entry
from hubtool.records.resolve import Lexicon

SCRIPT = Path(__file__).with_name("round_trips.mjs")
TEXTS = (
    "plain", "a: b", "# no comment", "- no list", "'quoted'", '"twice"', "no", "2019", "1e3", "~",
    "[a, b]", "{a: b}", "*a", "&a", "!a", "%a", "@a", "`a`", "a, b", "x" * 190, "word " * 38 + "end",
    "line\nline", "é ü \N{CJK UNIFIED IDEOGRAPH-4E00}", "𝔘", "tab\there", "end:",
    "two  spaces", "a #b", "back\\slash", "?", "| a", "> a", "null",
)  # fmt: skip
LONG = ("story", "note", "because", "what", "lesson", "summary", "title", "role", "name")


def drafts(count: int) -> list[Record]:
    """Return right records whose texts are anything that somebody may type."""
    chance = random.Random(7)  # noqa: S311  (no secret)
    whole = next(iter(records(1)))
    return [_with_texts(copy.deepcopy(whole), chance) for _ in range(count)]


def _with_texts(value: Any, chance: random.Random, key: str = "") -> Any:
    match value:
        case dict():
            kept = {name: part for name, part in value.items() if _stays(name, chance)}
            return {name: _with_texts(part, chance, name) for name, part in kept.items()}
        case list():
            return [_with_texts(part, chance, key) for part in value]
        case str() if key in LONG and chance.random() < 0.6:
            return chance.choice(TEXTS).strip()
    return value


OPTIONAL = (
    "note",
    "because",
    "role",
    "project",
    "timeline",
    "outcomes",
    "resources",
    "used",
    "sdgs",
)


def _stays(key: str, chance: random.Random) -> bool:
    return key not in OPTIONAL or chance.random() < 0.7


def comparable(value: Any, key: str = "") -> Any:
    """Return *value* as the form holds it: a year alone is text, and a reading has its key."""
    match value:
        case dict():
            return {name: comparable(part, name) for name, part in value.items()}
        case list():
            return [comparable(part) for part in value]
        case str() if key in ("question", "design"):
            return {"level": value}
        case int() if key in ("when", "due"):
            return str(value)
    return value


def test_a_draft_becomes_a_sound_file_and_the_same_draft_again(tmp_path: Path) -> None:
    known = hub({})
    lexicon = Lexicon(known.vocabularies, None)
    for row in answers(SCRIPT, case_layout(), drafts(tried(1000)), tmp_path):
        source = SourceFile("cases/a.yml", row["text"].encode())
        entry = read_entry(source, lexicon).entry
        assert entry
        assert isinstance(entry.record, CaseStudy)
        assert format_file(source).content == source.content
        assert row["again"] == row["text"]
        before = comparable(row["before"])
        assert comparable(row["after"]) == before
        data = {key: value for key, value in entry.data.items() if key != "id"}
        assert comparable(data) == before
