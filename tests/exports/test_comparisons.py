"""The columns of a comparison: some cases in a file, and each where a browser looks for it."""

import json
from pathlib import Path

import pytest
from small_hubs import case, hub

from hubtool.exports.comparisons import comparison_files
from hubtool.pages.compare import file_number
from hubtool.pages.view import View

# The script is held to the same rows.
NUMBERS = json.loads((Path(__file__).parent / "comparison_files.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("id_", "files", "number"), NUMBERS)
def test_a_case_is_in_the_file_where_a_browser_looks(id_: str, files: int, number: int) -> None:
    assert file_number(id_, files) == number


def test_every_case_is_in_one_file_and_there_are_few() -> None:
    made = hub({f"cases/walk-{number}.yml": case(f"title: Walk {number}") for number in range(40)})
    files = comparison_files(View(made))
    assert list(files) == [f"assets/compare/{number}.json" for number in range(5)]
    ids = [id_ for content in files.values() for id_ in json.loads(content)]
    assert sorted(ids) == sorted(made.cases)
    assert (
        json.loads(files[f"assets/compare/{file_number('walk-7', 5)}.json"])["walk-7"]["title"]
        == "Walk 7"
    )


def test_a_hub_without_cases_has_a_file_that_names_none() -> None:
    assert comparison_files(View(hub({}))) == {"assets/compare/0.json": b"{}"}
