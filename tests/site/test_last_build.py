"""A site stays as it is only where everything that it was made from is as it was."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from small_hubs import SITE_CASE, SITE_SETTINGS, TODAY, make_hub, write_file

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, Related, Severity
from hubtool.diagnostics.spans import Span
from hubtool.files import sources
from hubtool.site import last_build
from hubtool.site.last_build import LastBuild, Options, forget, is_closed, key, remember, unchanged

OPTIONS = Options(TODAY)
SPAN = Span(1, 2, 3, 4)
FAULT = Diagnostic(
    *("H204", Severity.WARNING, "“A” is long", "cases/a.yml", SPAN, ("lessons", 0), "cut it"),
    related=(Related("cases/b.yml", None, "see there"),),
    fix=Fix(SPAN, "B"),
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a hub of which it is noted that its site has been built."""
    files = {"docs/extra.css": "a {}", "cases/river-walks/note.txt": "Words", "site/a/b.html": "B"}
    root = make_hub(tmp_path, files | {"site/index.html": "A"})
    remember(root, LastBuild(key(root, sources(root), OPTIONS), (FAULT,)))
    return root


def test_where_nothing_has_changed_the_site_stays_with_what_was_said_of_it(built: Path) -> None:
    last = unchanged(built, OPTIONS)
    assert last is not None
    assert last.diagnostics == (FAULT,)


def _write(path: str, text: str) -> Callable[[Path], object]:
    return lambda root: write_file(root, path, text)


@pytest.mark.parametrize(
    "edit",
    [
        _write("cases/river-walks.yml", SITE_CASE.replace("third", "fourth")),
        _write("cases/second.yml", SITE_CASE),
        _write("cases/river-walks/note.txt", "Other words"),
        _write("collections/a.yml", "title: A\n"),
        _write("opportunities/a.yml", "title: A\n"),
        _write("vocabulary/topics.yml", "scheme: {id: topics}\n"),
        _write("mkdocs.yml", SITE_SETTINGS.replace("Test hub", "River hub")),
        _write("docs/about.md", "# Other\n"),
        _write("docs/extra.css", "b {}"),
        _write("docs/new/page.md", "# New\n"),
        _write("lost.yml", SITE_CASE),
        lambda root: (root / "docs/about.md").unlink(),
        lambda root: (root / "cases/link.yml").symlink_to(root / "docs/about.md"),
        _write("site/index.html", "Z"),
        _write("site/stranger.html", "Z"),
        lambda root: (root / "site/a/b.html").unlink(),
        lambda root: os.utime(root / "site/index.html", ns=(1, 1)),
        lambda root: (root / "site/folder").symlink_to(root / "site/a"),
        lambda root: (root / "site").rename(root / "elsewhere"),
        forget,
    ],
)
def test_a_change_of_any_part_lets_the_site_be_made_anew(
    built: Path, edit: Callable[[Path], object]
) -> None:
    edit(built)
    assert unchanged(built, OPTIONS) is None


def test_a_changed_file_of_the_site_is_seen_even_with_its_old_date(built: Path) -> None:
    file = built / "site/index.html"
    times = file.stat()
    file.write_text("Z")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert unchanged(built, OPTIONS) is None


@pytest.mark.parametrize(
    "other",
    [
        {"today": date(2026, 11, 24)},
        {"engine_name": "zensical"},
        {"strict": True},
        {"with_report": True},
        {"offline": True},
    ],
)
def test_another_day_or_option_lets_the_site_be_made_anew(
    built: Path, other: dict[str, object]
) -> None:
    assert unchanged(built, replace(OPTIONS, **other)) is None  # type: ignore[arg-type]


def test_another_hubtool_lets_the_site_be_made_anew(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_build.installation.cache_clear()
    files = last_build.package_files("")
    other = files | {"templates/home.html": b"Other"}
    monkeypatch.setattr(last_build, "package_files", lambda _: other)
    assert unchanged(built, OPTIONS) is None
    last_build.installation.cache_clear()


def test_another_pagefind_lets_the_site_be_made_anew(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    assert unchanged(built, OPTIONS) is None


@pytest.mark.parametrize("note", ["", "{", "[]", "{}", '{"site": 1}', "null", "\ud800"])
def test_a_damaged_note_is_no_note(built: Path, note: str) -> None:
    file = built / ".hubtool/cache/last-build.json"
    file.write_bytes(note.encode("utf-8", "surrogatepass"))
    assert unchanged(built, OPTIONS) is None


def test_a_note_with_a_damaged_diagnostic_is_no_note(built: Path) -> None:
    file = built / ".hubtool/cache/last-build.json"
    note = json.loads(file.read_text())
    file.write_text(json.dumps(note | {"diagnostics": [{"code": "H204"}]}))
    assert unchanged(built, OPTIONS) is None


@pytest.mark.parametrize(
    ("settings", "closed"),
    [
        (SITE_SETTINGS, True),
        (SITE_SETTINGS.replace("tables, toc", "tables, {toc: {permalink: true}}"), True),
        (SITE_SETTINGS.replace("tables, toc", "tables, pymdownx.snippets"), False),
        (SITE_SETTINGS.replace("toc]", "{pymdownx.snippets: {base_path: .}}]"), False),
        (SITE_SETTINGS.replace("{enabled: false}}", "{enabled: false}, macros: {}}"), False),
        ("INHERIT: base.yml\n", False),
    ],
)
def test_an_engine_that_may_read_more_builds_each_time(
    tmp_path: Path, settings: str, closed: bool
) -> None:
    root = make_hub(tmp_path, {"mkdocs.yml": settings, "base.yml": "plugins: [macros]\n"})
    assert is_closed(sources(root)) is closed
