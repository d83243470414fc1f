"""A tiny valid hub in which an example stands: what the example does not say is filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.documents import SourceFile
from hubtool.files import Sources
from hubtool.load import load

TODAY = date(2026, 6, 1)
ROOT = Path(__file__).parents[2]

_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)
_EXPECTED = re.compile(
    r"(?P<path>\S+)"
    r"(?: (?P<line>\d+):(?P<column>\d+)-(?P<end_line>\d+):(?P<end_column>\d+))?"
    r"(?P<whole> whole)?(?: beside (?P<beside>H\d{3}))?"
)

_CASE = """\
title: River walks
summary: Anglers and ecologists walked the river for a year, then chose together what to measure.
places: [{name: Exampleton, country: GB}]
partners:
  - {id: anglers, name: Exampleton Anglers, kind: community-group}
  - {id: university, name: University of Example, kind: university}
lessons:
  - {id: walk-first, lesson: Walk first., kind: worked, said_by: community}
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
_ORGANISATIONS = """\
scheme: {id: organisations, title: Organisations, description: Bodies with a name of their own.}
concepts:
  - {id: university-of-example, label: University of Example, kind: university}
"""
_THEMES = """\
scheme: {id: themes, title: Themes, description: What the work teaches.}
concepts:
  - {id: t-power, label: Power and voice, group: true, definition: Who decides.}
  - {id: sharing-power, label: Sharing power, broader: t-power, definition: Deciding together.}
  - {id: before-the-question, label: Before the question, definition: What comes first.}
"""
_SETTINGS = """\
site_name: River hub
extra:
  hub:
    schema: 1
"""
_BASES = {
    "cases": _CASE,
    "collections": _COLLECTION,
    "opportunities": _OPPORTUNITY,
    "vocabulary": _VOCABULARY,
    "mkdocs.yml": _SETTINGS,
}
_ALWAYS = {
    "mkdocs.yml": _SETTINGS.encode(),
    "cases/river-walks.yml": _CASE.encode(),
    "vocabulary/organisations.yml": _ORGANISATIONS.encode(),
    "vocabulary/themes.yml": _THEMES.encode(),
}
_CHOSEN_FROM = {
    "consent",
    "evidence",
    "lesson-kinds",
    "opportunity-kinds",
    "outcome-kinds",
    "partner-kinds",
    "power",
    "stages",
    "timeline-kinds",
    "voices",
}


@dataclass(frozen=True)
class Expected:
    """Where a diagnostic is expected, and which other code its text brings with it, if any.

    An example is filled in from a valid record of its kind, unless it is the *whole* file.
    """

    path: str
    span: Span | None
    is_whole: bool
    beside: str | None


def expected(words: str) -> Expected:
    """Return what `cases/example.yml 3:11-3:15 whole beside H114` says; the path may be all."""
    match = _EXPECTED.fullmatch(words.strip())
    assert match, f"not the form of a place: {words}"
    numbers = (match[name] for name in ("line", "column", "end_line", "end_column"))
    span = Span(*map(int, numbers)) if match["line"] else None
    return Expected(match["path"], span, bool(match["whole"]), match["beside"])


def filled(path: str, text: str) -> str:
    """Return *text* with the keys it lacks put after it, so that its lines keep their numbers."""
    base = _BASES.get(path.partition("/")[0], "") if path.endswith((".yml", ".yaml")) else ""
    said = set(_KEY.findall(text))
    rest = [
        block for block in re.split(r"(?m)^(?=\w)", base) if block.partition(":")[0] not in said
    ]
    return text + "".join(rest)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a tiny hub that holds *files* to *folder*, as the command line would find one."""
    chosen_from = {file.path: file.content for file in _vocabularies()}
    for path, content in {**chosen_from, **_ALWAYS, **files}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def diagnose(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Return what hubtool says about a tiny hub that holds *files*."""
    found = {path: SourceFile(path, content) for path, content in {**_ALWAYS, **files}.items()}
    settings = found.pop("mkdocs.yml")
    records = [
        path
        for path in found
        if re.fullmatch(r"(cases|collections|opportunities)/[^/]+\.yml", path)
    ]
    vocabularies = [path for path in found if path.startswith("vocabulary/")]
    media = [path for path in found if re.match(r"cases/[^/]+/", path)]
    others = [file for file in _vocabularies() if file.path not in vocabularies]
    sources = Sources(
        settings=settings,
        records=tuple(found[path] for path in sorted(records)),
        vocabularies=(*others, *(found[path] for path in vocabularies)),
        captions=tuple(found[path] for path in media if path.endswith(".vtt")),
        media=tuple(sorted(media)),
        strays=tuple(sorted(set(found) - {*records, *vocabularies, *media})),
    )
    return load(sources, today=TODAY)[1]


@cache
def _vocabularies() -> tuple[SourceFile, ...]:
    # only those that the examples choose from: reading vocabularies takes most of the time
    paths = (f"vocabulary/{name}.yml" for name in sorted(_CHOSEN_FROM))
    return tuple(SourceFile(path, (ROOT / path).read_bytes()) for path in paths)
