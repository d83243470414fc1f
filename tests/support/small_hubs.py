"""Small hubs for tests: text in, hub and diagnostics out, with the project's own vocabularies."""

from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.documents import SourceFile
from hubtool.files import Sources
from hubtool.hub.hub import Hub
from hubtool.load import load

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
SETTINGS = "site_name: A small hub\nextra:\n  hub: {schema: 1}\n"

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


@cache
def vocabularies() -> tuple[SourceFile, ...]:
    """Return the project's own vocabularies."""
    paths = sorted((ROOT / "vocabulary").glob("*.yml"))
    return tuple(SourceFile(f"vocabulary/{path.name}", path.read_bytes()) for path in paths)


def case(more: str = "") -> str:
    """Return a valid case; the top-level keys of *more* stand in place of its own."""
    added = dedent(more)
    replaced = {line.split(":")[0] for line in added.splitlines() if line[:1].strip()}
    kept, keeping = [], True
    for line in CASE.splitlines():
        if line[:1].strip() and line[:1] != "-":
            keeping = line.split(":")[0] not in replaced
        if keeping:
            kept.append(line)
    return "\n".join([*kept, added.strip("\n")]) + "\n"


def sources(files: dict[str, str], *, settings: str = SETTINGS) -> Sources:
    """Return the sources of a hub with *files*, by their paths."""
    read = {path: dedent(text).encode() for path, text in sorted(files.items())}
    media = tuple(path for path in read if path.startswith("cases/") and path.count("/") > 1)
    return Sources(
        settings=SourceFile("mkdocs.yml", settings.encode()),
        records=tuple(SourceFile(p, content) for p, content in read.items() if p not in media),
        vocabularies=vocabularies(),
        captions=tuple(SourceFile(p, read[p]) for p in media if p.endswith(".vtt")),
        media=media,
        strays=(),
    )


def diagnostics(files: dict[str, str], *, today: date = TODAY) -> list[Diagnostic]:
    """Return what is told of a hub with *files*."""
    return load(sources(files), today=today)[1]


def hub(
    files: dict[str, str],
    *,
    today: date = TODAY,
    drafts: bool = False,
    settings: str = SETTINGS,
) -> Hub:
    """Return the hub that *files* make; they have no errors."""
    made, told = load(sources(files, settings=settings), today=today, drafts=drafts)
    assert made is not None, [(one.path, one.span, one.message) for one in told]
    return made
