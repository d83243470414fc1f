"""The table of the layout, and the two writers that follow it."""

from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml
from properties import tried
from random_files import RandomFiles, simple
from scripts import answers
from small_hubs import REPOSITORY

from hubtool.documents import SourceFile, parse
from hubtool.documents.writing import write
from hubtool.models.case import CaseStudy
from hubtool.records.layout import FILES, _models, layout_table, layouts
from hubtool.records.records import MODELS

SCRIPT = REPOSITORY / "tests" / "support" / "write_yaml.mjs"
HUBS = (REPOSITORY, *sorted((REPOSITORY / "tests" / "hubs").iterdir()))
Files = list[tuple[str, dict[str, Any]]]


@cache
def real_files() -> Files:
    paths = [path for hub in HUBS for folder in MODELS for path in (hub / folder).glob("*.yml")]
    return [(MODELS[path.parent.name].__name__, data) for path in paths if (data := data_of(path))]


def data_of(path: Path) -> dict[str, Any] | None:
    document, _ = parse(SourceFile(path.name, path.read_bytes()))
    return document.data if document else None


@cache
def random_files() -> Files:
    return [*islice(RandomFiles(1, has_hidden=True), tried(1000))]


def test_keys_stand_in_the_order_of_declaration() -> None:
    keys = [info.alias or name for name, info in CaseStudy.model_fields.items()]
    assert [*layouts()["CaseStudy"].fields] == [key for key in keys if key != "id"]
    assert {model.__name__ for model in FILES} <= layouts().keys()


def test_no_two_models_have_one_name() -> None:
    models = [*_models(FILES)]
    assert len({model.__name__ for model in models}) == len(models)


def test_sections_are_fields() -> None:
    for layout in layouts().values():
        assert layout.sections <= layout.fields.keys()


@pytest.mark.parametrize("files", [real_files, random_files])
def test_the_writer_in_the_browser_writes_the_same_bytes(files: Any, tmp_path: Path) -> None:
    pairs = files()
    texts = answers(SCRIPT, layout_table(), pairs, tmp_path)
    assert [write(data, name, layouts()) for name, data in pairs] == texts


def test_a_reader_of_older_yaml_finds_the_same_data() -> None:
    for name, data in random_files():
        text = write(data, name, layouts())
        assert simple(yaml.load(text, yaml.CSafeLoader)) == simple(data)
