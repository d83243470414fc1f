"""A small hub on the disk, for tests of what is made from it."""

import shutil
from pathlib import Path
from textwrap import dedent

REPOSITORY = Path(__file__).parents[2]

SETTINGS = """\
site_name: Test hub
site_url: https://example.org/hub/
docs_dir: build/docs
site_dir: site
theme: {name: material, variant: classic, custom_dir: build/theme, font: false}
plugins: {search: {enabled: false}}
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables, toc]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
extra: {hub: {schema: 1}}
"""

CASE = """\
title: Estuary walks
summary: Anglers and ecologists walked the river, then chose together what to measure.
places: [{name: Exampleton, country: GB}]
themes: [before-the-question]
partners:
  - {name: Exampleton Anglers, kind: community-group}
  - {name: University of Example, kind: university}
lessons:
  - id: walk-first
    lesson: Walk first. The question came from the third walk.
    kind: did-not-work
    said_by: community
consent: {status: agreed, agreed_by: The anglers, agreed_on: 2026-01, scope: [text]}
"""


def write_file(root: Path, path: str, text: str) -> None:
    """Write *text*, without its indentation, to *path* below *root*."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text), encoding="utf-8")


def make_hub(root: Path) -> Path:
    """Make a hub with one case and one hand-written page in *root*."""
    write_file(root, "mkdocs.yml", SETTINGS)
    write_file(root, "cases/river-walks.yml", CASE)
    write_file(root, "docs/about.md", "# About\n\nWritten by hand.\n")
    write_file(root, "docs/contribute/index.md", "# Add yours\n\nWritten by hand.\n")
    shutil.copytree(REPOSITORY / "vocabulary", root / "vocabulary")
    return root
