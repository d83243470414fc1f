"""The compiled trees of three tiny hubs, read in review and changed only by `--accept-golden`."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from hubtool import files
from hubtool.load import load
from hubtool.site.compile import compile_site

HERE = Path(__file__).parent
HUBS = ("minimal", "rich", "awkward")
TODAY = date(2026, 11, 23)
# The same in every hub, and tested where they are made.
_NOT_GOLDEN = (
    "docs/assets/",
    "docs/data/",
    "docs/schema/",
    "theme/",
    "docs/contribute/codes/",
    "docs/contribute/fields/",
)


@cache
def compiled(name: str, *, backwards: bool = False) -> dict[str, bytes]:
    root = HERE / "hubs" / name
    read = files.sources(root)
    if backwards:
        read = files.Sources(
            read.settings,
            read.records[::-1],
            read.vocabularies[::-1],
            read.captions[::-1],
            read.media[::-1],
            read.strays,
            pictures=read.pictures,
        )
    hub, told = load(read, today=TODAY)
    assert hub is not None, told
    made = compile_site(hub, files.docs(root)).tree()
    return {path: text for path, text in made.items() if not path.startswith(_NOT_GOLDEN)}


@pytest.mark.parametrize("name", HUBS)
def test_a_hub_compiles_to_the_tree_that_was_read_in_review(
    name: str, request: pytest.FixtureRequest
) -> None:
    made = compiled(name)
    folder = HERE / "golden" / name
    if request.config.getoption("--accept-golden"):
        files.write(folder, made)
    accepted = {path: (folder / path).read_bytes() for path in files.below(folder, "docs")}
    assert sorted(made) == sorted(accepted)
    for path, content in made.items():
        assert content.decode() == accepted[path].decode(), path


@pytest.mark.parametrize("name", HUBS)
def test_the_order_of_files_changes_no_byte(name: str) -> None:
    assert compiled(name, backwards=True) == compiled(name)


def test_compiling_twice_writes_nothing(tmp_path: Path) -> None:
    assert files.write(tmp_path, compiled("rich")).changed
    again = files.write(tmp_path, compiled.__wrapped__("rich"))
    assert (again.changed, again.removed) == ((), ())
