"""Small hubs for tests, in memory or in a folder: what an example does not say is filled in."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.documents import SourceFile
from hubtool.documents.pictures import picture
from hubtool.files import CAPTION_ENDINGS, VOCABULARY_FOLDER, Sources
from hubtool.files import SETTINGS as SETTINGS_FILE
from hubtool.files.configuration import Configuration
from hubtool.hub.hub import Hub
from hubtool.load import Memory, load

REPOSITORY = Path(__file__).parents[2]
FROZEN = REPOSITORY / "tests/hubs/frozen"
TODAY = date(2026, 11, 23)

CASE = """\
title: River walks
summary: Anglers and ecologists walked the river for a year, then chose what to measure.
places: [{name: Exampleton, country: GB}]
partners:
  - {id: anglers, name: Exampleton Anglers, kind: community-group}
  - {id: uni, name: University of Example, kind: university}
lessons:
  - id: walk-first
    lesson: Walk first. The question came from the third walk, not the first meeting.
    kind: worked
    said_by: community
consent: {status: agreed, agreed_by: Exampleton Anglers committee, agreed_on: 2026-01}
"""
_COLLECTION = """\
title: First walks
summary: Partnerships that began outdoors.
convenors: [Exampleton Library]
items:
  - {case: river-walks, note: The question came late.}
"""
_OPPORTUNITY = """\
title: Walk with us
kind: training
by: Exampleton Anglers
summary: A day on the river for people who want to begin.
url: https://anglers.example.org/walk
closes: 2099-12-31
"""
_VOCABULARY = """\
scheme: {id: topics, title: Topics, description: What the work is about.}
concepts:
  - {id: water, label: Water, definition: Rivers and lakes.}
"""
SETTINGS = """\
site_name: A small hub
extra:
  hub: {schema: 1, convenors: [Exampleton Library]}
"""
SITE_SETTINGS = """\
site_name: Test hub
site_url: https://example.org/hub/
docs_dir: build/docs
site_dir: site
theme: {name: material, variant: classic, custom_dir: build/theme, font: false}
plugins: {search: {enabled: false}}
markdown_extensions: [admonition, attr_list, footnotes, md_in_html, tables, toc]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
extra: {hub: {schema: 1, contact: hub@example.org, convenors: [Exampleton Library]}}
"""
_BASES = {
    "cases": CASE,
    "collections": _COLLECTION,
    "opportunities": _OPPORTUNITY,
    VOCABULARY_FOLDER: _VOCABULARY,
    SETTINGS_FILE: SETTINGS,
}
# Another title: the examples on the pages of the codes are called as the case above.
SITE_CASE = CASE.replace("River walks", "Estuary walks")
_SITE = {
    SETTINGS_FILE: SITE_SETTINGS,
    "cases/river-walks.yml": SITE_CASE,
    "docs/about.md": "# About\n\nWritten by hand.\n",
    "docs/contribute/index.md": "# Add yours\n\nWritten by hand.\n",
}
_RECORD = re.compile(r"(cases|collections|opportunities)/[^/]+\.yml")

# What came of the vocabularies, which are most of a small hub, is used again.
_MEMORY = Memory()


def filled(path: str, text: str) -> str:
    """Return *text* with the keys it lacks put after it, so that its lines keep their numbers."""
    return text + _lacking(text, _BASES.get(path.partition("/")[0], ""))


def case(text: str = "") -> str:
    """Return a valid case: the keys that *text* lacks, and *text*."""
    text = dedent(text).strip("\n")
    return f"{_lacking(text, CASE)}{text}\n" if text else CASE


def _lacking(text: str, base: str) -> str:
    keys = set(re.findall(r"^([\w-]+):", text, re.MULTILINE))
    blocks = re.split(r"^(?=\w)", base, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys)


@cache
def vocabularies() -> tuple[SourceFile, ...]:
    """Return the vocabularies of the frozen hub."""
    paths = sorted((FROZEN / VOCABULARY_FOLDER).glob("*.yml"))
    return tuple(
        SourceFile(f"{VOCABULARY_FOLDER}/{path.name}", path.read_bytes()) for path in paths
    )


def sources(
    files: Mapping[str, str | bytes],
    *,
    settings: str = SETTINGS,
    vocabularies: Iterable[SourceFile] = vocabularies(),
    configuration: Configuration | None = None,
) -> Sources:
    """Return the sources of a hub with *files*, by their paths."""
    contents = {
        path: dedent(content).encode() if isinstance(content, str) else content
        for path, content in sorted({SETTINGS_FILE: settings, **files}.items())
    }
    read = {path: SourceFile(path, content) for path, content in contents.items()}
    terms = {file.path: file for file in vocabularies}
    terms |= {path: file for path, file in read.items() if path.startswith(VOCABULARY_FOLDER)}
    records = [path for path in read if _RECORD.fullmatch(path)]
    media = [path for path in read if re.match(r"cases/[^/]+/", path)]
    pages = [path for path in read if path.startswith("docs/") and path.endswith(".md")]
    strays = read.keys() - {*records, *media, *terms, *pages, SETTINGS_FILE}
    return Sources(
        settings=read[SETTINGS_FILE],
        records=tuple(read[path] for path in records),
        vocabularies=tuple(file for _, file in sorted(terms.items())),
        captions=tuple(read[path] for path in media if path.endswith(CAPTION_ENDINGS)),
        media=tuple(media),
        strays=tuple(sorted(strays)),
        pages=tuple(read[path] for path in pages),
        pictures={
            path: picture(path, read[path].content)
            for path in media
            if not path.endswith((*CAPTION_ENDINGS, ".yml", ".yaml"))
        },
        configuration=configuration or Configuration(),
    )


def diagnostics(files: Mapping[str, str | bytes], *, today: date = TODAY) -> list[Diagnostic]:
    """Return what is wrong with a hub of *files*."""
    return load(sources(files), today=today, memory=_MEMORY)[1]


def hub(
    files: Mapping[str, str],
    *,
    today: date = TODAY,
    drafts: bool = False,
    settings: str = SETTINGS,
) -> Hub:
    """Return the hub that *files* make; they have no errors."""
    read = sources(files, settings=settings)
    result, diagnostics = load(read, today=today, drafts=drafts, memory=_MEMORY)
    assert result is not None, [(item.path, item.span, item.message) for item in diagnostics]
    return result


def write_file(root: Path, path: str, content: str | bytes) -> None:
    """Write *content*, a text without its indentation, to *path* below *root*."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(dedent(content).encode() if isinstance(content, str) else content)


def make_hub(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Make in *root* a hub that an engine can build: one case, a page by hand, and *files*."""
    shutil.copytree(FROZEN / VOCABULARY_FOLDER, root / VOCABULARY_FOLDER)
    for path, content in {**_SITE, **(files or {})}.items():
        write_file(root, path, content)
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of each file in *folder*, by its path there."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def git(root: Path, *words: str) -> None:
    """Run Git in *root*."""
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *names, *words], cwd=root, check=True)  # noqa: S607


def commit_all(root: Path) -> None:
    """Commit all files in *root* to a new repository."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
