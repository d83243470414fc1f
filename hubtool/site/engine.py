"""Runs MkDocs or Zensical over a compiled tree."""

import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import yaml

from hubtool.diagnostics.diagnostic import Diagnostic, Severity, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import phrase, wording
from hubtool.files import DOCS_FOLDER, SETTINGS
from hubtool.site.process import run

EngineName = Literal["mkdocs", "zensical"]

_OPTIONS: dict[EngineName, tuple[str, ...]] = {
    "mkdocs": (),
    # Its cache may be of another version, or of a configuration that is gone.
    "zensical": ("--clean",),
}
_PROGRAMS: dict[EngineName, tuple[str, ...]] = {
    # MkDocs and its forks, which build the same site; the first that is installed is run.
    "mkdocs": ("mkdocs", "properdocs", "mkdocs-ng"),
    "zensical": (),
}
_SECONDS = 600
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_MKDOCS_WARNING = re.compile(r"^(?:WARNING|ERROR) +-+ +(?P<words>.*)$", re.MULTILINE)
_MKDOCS_FILE = re.compile(r"Doc file '(?P<file>[^']+)'")
_ZENSICAL_WARNING = re.compile(
    r"^(?:Warning|Error): (?P<words>.*)"
    r"(?:\n\W*(?P<file>[^\s\[\]]+\.md):(?P<line>\d+):(?P<column>\d+))?",
    re.MULTILINE,
)
_PAGE = re.compile(
    r"(?<![\w./-])(?P<path>[\w./-]{1,300}\.md)"
    r"(?:[\"']?(?::|, line )(?P<line>\d+)|[^\n]{0,300}\n?[^\n]{0,300}?\bline (?P<later>\d+))?"
)
_LAST_LINES = 12
_MOST_WARNINGS = 50

# What an engine makes and no page asks for: an index without entries, a list of pages once more.
_LEFTOVERS: dict[EngineName, str] = {"mkdocs": "sitemap.xml.gz", "zensical": "search.json"}


@dataclass(frozen=True, slots=True)
class Job:
    """What an engine is to render; it all lies in the hub: Zensical reads nothing outside."""

    root: Path
    source: str  # holds docs/ and theme/
    site: str
    configuration: str  # is written beside mkdocs.yml, and removed again
    url: str | None = None  # in place of the configured one


def render(job: Job, engine: EngineName, *, today: date | None = None) -> list[Diagnostic]:
    """Render *job* and return the engine's warnings, or the error that kept it from a site.

    A warning about a hand-written page is a fault of its text, any other one a fault of hubtool.
    *today* replaces the clock in everything that the engine dates.
    """
    configuration = job.root / job.configuration
    try:
        configuration.write_text(_configuration(job), encoding="utf-8")
        result = run(
            [*program(engine), "build", *_OPTIONS[engine], "--config-file", job.configuration],
            folder=job.root,
            environment=_environment(today),
            seconds=_SECONDS,
        )
    finally:
        configuration.unlink(missing_ok=True)
    output = _COLOUR.sub("", result.output)
    if result.status == 0:
        (job.root / job.site / _LEFTOVERS[engine]).unlink(missing_ok=True)
        return list(_first(sorted(_warnings(output, engine, job)), engine))
    return [_failure(result.status, output, engine, job)]


def program(engine: EngineName) -> list[str]:
    """Return how *engine* is started: as an installed program, else as a module."""
    # Beside this Python first: a program from elsewhere may know other themes and plugins.
    for folders in (sysconfig.get_path("scripts"), os.environ.get("PATH", "")):
        for name in _PROGRAMS[engine]:
            path = shutil.which(name, path=folders)
            # A relative path may lead into the hub, whose files are not run.
            if path and Path(path).is_absolute():
                return [path]
    return [sys.executable, "-P", "-m", engine]


def _first(warnings: Sequence[Diagnostic], engine: EngineName) -> Iterator[Diagnostic]:
    """Yield the first of *warnings*, and then how many more there are."""
    yield from warnings[:_MOST_WARNINGS]
    if (count := len(warnings) - _MOST_WARNINGS) > 0:
        yield diagnostic(
            wording("H601.more", engine=engine, count=count),
            path=SETTINGS,
            severity=Severity.WARNING,
        )


def _failure(status: int | None, output: str, engine: EngineName, job: Job) -> Diagnostic:
    end = phrase("H601.stopped", seconds=_SECONDS)
    if status is not None:
        end = phrase("H601.ended", status=status)
    words = outward(output.strip(), job)
    last = "\n".join(words.splitlines()[-_LAST_LINES:])
    page, span = _page_at_fault(words, job)
    key = "H601.failed-page" if page else "H601.failed"
    message = wording(key, _hint(output, engine), engine=engine, page=page, end=end, words=last)
    return diagnostic(message, path=page or SETTINGS, span=span)


def outward(words: str, job: Job) -> str:
    """Return the *words* of an engine with the hub's own paths in place of inner ones."""
    root = f"{job.root}/"
    for inner in (f"{root}{job.source}/docs/", f"{job.source}/docs/"):
        words = words.replace(inner, f"{DOCS_FOLDER}/")
    for inner in (f"{root}{job.source}/", f"{job.source}/", root):
        words = words.replace(inner, "")
    return words.replace(job.configuration, SETTINGS)


def _page_at_fault(words: str, job: Job) -> tuple[str | None, Span | None]:
    """Return the hand-written page that an engine names last, and where in it."""
    for match in reversed([*_PAGE.finditer(words)]):
        path = f"{DOCS_FOLDER}/{match['path'].removeprefix(f'{DOCS_FOLDER}/')}"
        if (job.root / path).is_file():
            line = match["line"] or match["later"]
            return path, _span(line, "1") if line else None
    return None, None


def _configuration(job: Job) -> str:
    settings: dict[str, object] = {
        "INHERIT": SETTINGS,
        "docs_dir": f"{job.source}/docs",
        # The compiled frame is a whole theme: none that is installed adds to it.
        "theme": {
            "name": None,
            "custom_dir": f"{job.source}/theme",
            "static_templates": ["404.html"],
        },
        # Words are searched with Pagefind, so neither engine need make an index of its own.
        "plugins": {"search": {"enabled": False}},
        "site_dir": job.site,
    }
    if job.url is not None:
        settings["site_url"] = job.url
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def _environment(today: date | None) -> dict[str, str]:
    variables = {"NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    if today is not None:
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
        variables["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    return {**os.environ, **variables}


def _warnings(output: str, engine: EngineName, job: Job) -> Iterator[Diagnostic]:
    pattern = _MKDOCS_WARNING if engine == "mkdocs" else _ZENSICAL_WARNING
    for match in pattern.finditer(output):
        words, parts = outward(match["words"].strip(), job), match.groupdict()
        mention = _MKDOCS_FILE.search(words)
        file = mention["file"] if mention else parts.get("file")
        if file and (job.root / DOCS_FOLDER / file).is_file():
            span = _span(parts.get("line"), parts.get("column"))
            yield diagnostic(
                wording("H603.says", engine=engine, words=words),
                path=f"{DOCS_FOLDER}/{file}",
                span=span,
            )
        else:
            key = "H601.says-of" if file and not mention else "H601.says"
            message = wording(key, engine=engine, file=file, words=words)
            yield diagnostic(message, path=SETTINGS, severity=Severity.WARNING)


def _span(line: str | None, column: str | None) -> Span | None:
    if line is None or column is None:
        return None
    return Span(int(line), int(column), int(line), int(column) + 1)


def _hint(output: str, engine: EngineName) -> str | None:
    if f"No module named {engine}" in output:
        return phrase("H601.install" if engine == "zensical" else "H601.reinstall", engine=engine)
    return None
