"""What editors complete from, and what they underline."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from small_hubs import SETTINGS, TODAY, sources, write_file

from hubtool.cli import hubtool
from hubtool.load import read
from hubtool.records.json_schema import schemas
from hubtool.records.resolve import Lexicon


@cache
def made(kind: str) -> dict[str, Any]:
    records, _ = read(sources({}), today=TODAY)
    return schemas(records.lexicon)[kind]


def parts(node: Any) -> list[dict[str, Any]]:
    """Return every part of a schema that is a mapping."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    own = [node] if isinstance(node, dict) else []
    return [*own, *(part for child in inner for part in parts(child))]


def choices(kind: str, id_: str) -> tuple[list[str], str]:
    """Return the ids that stand beside *id_* in a schema, and the pattern of what else is valid."""
    for part in parts(made(kind)):
        options = part.get("anyOf", [])
        if options and id_ in options[0].get("enum", ()):
            return options[0]["enum"], options[1]["pattern"]
    raise AssertionError(id_)


def test_the_command_writes_one_schema_for_each_kind_of_record(tmp_path: Path) -> None:
    write_file(tmp_path, "mkdocs.yml", SETTINGS)
    result = CliRunner().invoke(hubtool, ["--hub", str(tmp_path), "schema"])
    assert result.output == "3 schemas in .hubtool/schema/\n"
    folder = tmp_path / ".hubtool/schema"
    assert {path.name for path in folder.iterdir()} == {
        "case.json",
        "collection.json",
        "opportunity.json",
    }
    for path in folder.iterdir():
        assert json.loads(path.read_text("utf-8"))["$schema"].startswith("http://json-schema.org/")


def test_a_term_is_offered_by_its_id_and_valid_by_its_label_and_synonyms_too() -> None:
    ids, pattern = choices("case", "fair-pay")
    assert "sharing-power" in ids
    for name in ("Paying people fairly", "  PAYING PEOPLE FAIRLY ", "honoraria"):
        assert re.fullmatch(pattern, name), name
    assert not re.fullmatch(pattern, "fairness")


def test_a_group_of_terms_is_not_offered() -> None:
    assert not {id_ for id_ in choices("case", "fair-pay")[0] if id_.startswith("t-")}


def test_the_name_of_the_file_is_no_key() -> None:
    for kind in ("case", "collection", "opportunity"):
        assert "id" not in made(kind)["properties"]


def test_what_may_be_left_out_may_be_empty() -> None:
    assert {"type": "null"} in made("case")["properties"]["story"]["anyOf"]
    assert "anyOf" not in made("case")["properties"]["title"]


def test_a_withdrawn_case_needs_its_consent_alone() -> None:
    schema = made("case")
    assert "required" not in schema
    assert "title" in schema["else"]["required"]
    assert "consent" in schema["then"]["propertyNames"]["enum"]
    assert "title" not in schema["then"]["propertyNames"]["enum"]


def test_no_key_of_our_own_gets_into_a_schema() -> None:
    own = {"facet", "schema_org", "dublin_core", "missing", "x-scheme", "x-organisation"}
    named = [part for part in parts(made("case")) if isinstance(part.get("type"), str)]
    assert named
    assert [part for part in named if own & part.keys()] == []


def test_without_vocabularies_any_text_is_a_term() -> None:
    lexicon = Lexicon({}, None)  # type: ignore[arg-type]
    text = json.dumps(schemas(lexicon)["case"])
    assert "enumDescriptions" not in text
