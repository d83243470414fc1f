"""What editors complete from, and what they underline."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from small_hubs import CASE, SETTINGS, TODAY, hub, sources, write_file

from hubtool.cli import hubtool
from hubtool.exports import exports
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


def names(kind: str, scheme: str) -> tuple[list[str], list[str]]:
    """Return the ids of a vocabulary that an editor offers, and what else is valid."""
    offered, others = made(kind)["$defs"][f"names-{scheme}"]["anyOf"]
    return offered["enum"], others["enum"]


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
    ids, others = names("case", "themes")
    assert "sharing-power" in ids
    assert {"Paying people fairly", "honoraria"} <= {*others}
    assert "fairness" not in others


def test_a_group_of_terms_is_not_offered() -> None:
    assert not {id_ for id_ in names("case", "themes")[0] if id_.startswith("t-")}


def test_each_vocabulary_stands_there_once() -> None:
    text = json.dumps(made("case"))
    assert text.count('"sharing-power"') == 1
    assert text.count('"ZW"') == 1


def test_a_schema_is_small_enough_to_be_fetched_with_every_file() -> None:
    text = json.dumps(made("case"), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(text) <= 105_000
    assert len(gzip.compress(text, 9)) <= 25_000


def test_nothing_is_ever_null() -> None:
    for kind in ("case", "collection", "opportunity"):
        assert [part for part in parts(made(kind)) if part.get("type") == "null"] == []
        assert [part for part in parts(made(kind)) if part.get("default", 0) is None] == []


def test_a_lesson_is_written_with_its_id() -> None:
    (snippet,) = made("case")["$defs"]["Lesson"]["defaultSnippets"]
    assert list(snippet["body"]) == ["id", "lesson", "kind", "said_by"]


def test_the_site_has_the_schemas_at_a_lasting_address() -> None:
    files = exports(hub({"cases/one.yml": CASE}))
    assert json.loads(files["schema/case.json"])["title"] == "One case of the hub"
    assert {"schema/collection.json", "schema/opportunity.json"} <= files.keys()


def test_the_name_of_the_file_is_no_key() -> None:
    for kind in ("case", "collection", "opportunity"):
        assert "id" not in made(kind)["properties"]


def test_a_withdrawn_case_needs_its_consent_alone() -> None:
    schema = made("case")
    assert "required" not in schema
    assert "title" in schema["else"]["required"]
    assert "consent" in schema["then"]["propertyNames"]["enum"]
    assert "title" not in schema["then"]["propertyNames"]["enum"]


def test_no_key_of_our_own_gets_into_a_schema() -> None:
    own = {
        "facet",
        "schema_org",
        "dublin_core",
        "missing",
        "x-scheme",
        "x-organisation",
        "x-country",
    }
    named = [part for part in parts(made("case")) if isinstance(part.get("type"), str)]
    assert named
    assert [part for part in named if own & part.keys()] == []


def test_without_vocabularies_any_text_is_a_term() -> None:
    lexicon = Lexicon({}, None)  # type: ignore[arg-type]
    text = json.dumps(schemas(lexicon)["case"])
    assert "fair-pay" not in text
