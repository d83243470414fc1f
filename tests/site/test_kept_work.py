"""After many edits a build that keeps what it can makes the same site as one that keeps nothing."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from small_hubs import SITE_CASE, SITE_SETTINGS, TODAY, files_of, make_hub, write_file

from hubtool.site.build import build
from hubtool.site.last_build import Options, unchanged

SOURCES = ("cases", "collections", "docs", "vocabulary", "mkdocs.yml")

Edit = Callable[[Path, int], object]


def _write(path: str, text: str, old: str) -> Edit:
    """Return what writes *text* to *path*, with another word in the place of *old* each time."""
    return lambda root, turn: write_file(root, path, text.replace(old, f"Word{turn}"))


COLLECTION = "title: First walks\nsummary: Outdoors.\nitems: [{case: river-walks, note: Late.}]\n"
EDITS: tuple[Edit, ...] = (
    _write("cases/river-walks.yml", SITE_CASE, "Anglers"),
    _write("cases/second.yml", SITE_CASE, "Estuary"),
    _write("collections/walks.yml", COLLECTION, "Outdoors"),
    _write("mkdocs.yml", SITE_SETTINGS, "Test"),
    _write("docs/about.md", "# About\n\nBy hand.\n", "hand"),
    lambda root, _: (root / "cases/second.yml").unlink(missing_ok=True),
    lambda root, _: (root / "site/index.html").write_text("Mine"),
    lambda root, _: root,
)


def clean_site(root: Path, target: Path, options: Options) -> dict[str, bytes]:
    """Return the site that is made of the sources in *root* in a folder where nothing is kept."""
    for name in SOURCES:
        source = root / name
        if source.exists():
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target / name)
    assert build(target, options).is_new
    return files_of(target / "site")


@pytest.mark.engine
def test_what_is_kept_never_shows(tmp_path: Path) -> None:
    root, kept = make_hub(tmp_path / "hub"), 0
    for turn, pair in enumerate(zip(EDITS[::2], EDITS[1::2], strict=True)):
        options = Options(TODAY + timedelta(days=turn // 2))
        if turn == 0:
            assert build(root, options).is_new
        for edit in pair:
            edit(root, turn)
        if not unchanged(root, options):
            result = build(root, options)
            assert result.is_new, result.diagnostics
            kept += result.amounts.indexes - result.amounts.new_indexes
        (tmp_path / f"{turn}").mkdir()
        assert files_of(root / "site") == clean_site(root, tmp_path / f"{turn}", options), turn
    assert kept, "no word index was ever kept"
