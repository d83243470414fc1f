"""What the word index needs of Pagefind that its documentation does not promise."""

import gzip
import json
import re
import tomllib
from importlib.metadata import version
from pathlib import Path
from time import monotonic

import pytest
from small_hubs import REPOSITORY

from hubtool.search import pagefind
from hubtool.search.pagefind import Indexer, PagefindError

WORDS = " ".join(f"word{number}" for number in range(4000))
PAGE = f'<html lang="en"><body data-pagefind-body><h1 id="a" data-pagefind-ignore>A</h1><p>{WORDS}</p></body></html>'


def index(chunk_size: int = 5000) -> dict[str, bytes]:
    with Indexer("en", chunk_size=chunk_size) as indexer:
        indexer.add_page("a/", PAGE)
        indexer.add_record("b/#part", "salmon rivers", language="en", meta={"kind": "lesson"})
        return indexer.files()


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return index()


def fragment(content: bytes) -> dict[str, object]:
    text = gzip.decompress(content)
    assert text.startswith(b"pagefind_dcd{")
    return json.loads(text.removeprefix(b"pagefind_dcd"))


def test_the_version_is_pinned_exactly() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert f"pagefind[bin]=={version('pagefind')}" in project["project"]["dependencies"]


def test_the_files_have_the_names_that_are_kept_or_left_out(files: dict[str, bytes]) -> None:
    kinds = {re.sub(r"[0-9a-f]{7,}", "HASH", path) for path in files}
    assert {path for path in kinds if not path.startswith("pagefind-")} == {
        "fragment/en_HASH.pf_fragment",
        "index/en_HASH.pf_index",
        "pagefind.en_HASH.pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
        "wasm.unknown.pagefind",
    }
    assert "pagefind-entry.json" in files


def test_a_fragment_is_json_after_a_signature_and_holds_its_address(
    files: dict[str, bytes],
) -> None:
    fragments = [fragment(files[path]) for path in files if path.startswith("fragment/")]
    assert {part["url"]: part["meta"] for part in fragments} == {
        "a/": {"title": "A"},
        "b/#part": {"kind": "lesson"},
    }
    assert all(isinstance(part["content"], str) for part in fragments)


def test_the_module_can_be_told_where_its_index_is(files: dict[str, bytes]) -> None:
    for name in (b"createInstance", b"basePath", b"baseUrl", b"noWorker", b"metaWeights"):
        assert name in files["pagefind.js"]


def test_a_smaller_chunk_size_makes_more_chunks() -> None:
    counts = [
        sum(path.startswith("index/") for path in index(chunk_size)) for chunk_size in (1000, 5000)
    ]
    assert counts[0] > counts[1]


def test_an_indexer_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexec sleep 600\n")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    monkeypatch.setattr(pagefind, "_SECONDS", 0.5)
    start = monotonic()
    with pytest.raises(PagefindError, match="stopped after"), Indexer("en"):
        pass
    assert monotonic() - start < 10
