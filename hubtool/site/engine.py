"""Runs MkDocs or Zensical over a compiled tree."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import yaml

from hubtool.diagnostics.diagnostic import Diagnostic, Severity, diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.files import DOCS_FOLDER, SETTINGS

EngineName = Literal["mkdocs", "zensical"]

_COMMANDS: dict[EngineName, list[str]] = {
    "mkdocs": ["mkdocs", "build", "--config-file"],
    # What its cache holds may be of another version, or of a configuration that is gone.
    "zensical": ["zensical", "build", "--clean", "--config-file"],
}
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_MKDOCS_WARNING = re.compile(r"^(?:WARNING|ERROR) +-+ +(?P<words>.*)$", re.MULTILINE)
_MKDOCS_FILE = re.compile(r"Doc file '(?P<file>[^']+)'")
_ZENSICAL_WARNING = re.compile(
    r"^(?:Warning|Error): (?P<words>.*)"
    r"(?:\n\W*(?P<file>[^\s\[\]]+\.md):(?P<line>\d+):(?P<column>\d+))?",
    re.MULTILINE,
)
_LAST_LINES = 12


@dataclass(frozen=True, slots=True)
class Job:
    """What an engine is to render; it all lies in the hub: Zensical reads nothing outside."""

    root: Path
    source: str  # holds docs/ and theme/
    site: str
    configuration: str  # is written beside mkdocs.yml, and removed again
    url: str | None = None  # in place of the configured one


def render(job: Job, engine: EngineName, *, today: date | None = None) -> list[Diagnostic]:
    """Render *job* and return what the engine said; an error among it means that there is no site.

    A warning about a hand-written page is about its text, any other one is hubtool's own fault.
    *today* stands for the clock in everything the engine dates.
    """
    configuration = job.root / job.configuration
    configuration.write_text(_configuration(job), encoding="utf-8")
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", *_COMMANDS[engine], job.configuration],
            cwd=job.root,
            env=_environment(today),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    finally:
        configuration.unlink(missing_ok=True)
    said = _COLOUR.sub("", done.stdout)
    if done.returncode == 0:
        return sorted(_warnings(said, engine, job))
    last = "\n".join(said.strip().splitlines()[-_LAST_LINES:])
    message = (
        f"{engine} could not build the site; it ended with {done.returncode} and said:\n{last}"
    )
    return [diagnostic("H601", message, path=job.source, hint=_hint(said, engine))]


def _configuration(job: Job) -> str:
    settings: dict[str, object] = {
        "INHERIT": SETTINGS,
        "docs_dir": f"{job.source}/docs",
        # The pages are written for this theme, and both engines draw it alike as `classic`.
        "theme": {
            "name": "material",
            "variant": "classic",
            "font": False,
            "custom_dir": f"{job.source}/theme",
        },
        "site_dir": job.site,
    }
    if job.url is not None:
        settings["site_url"] = job.url
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)


def _environment(today: date | None) -> dict[str, str]:
    given = {"NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    if today is not None:
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
        given["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    return {**os.environ, **given}


def _warnings(said: str, engine: EngineName, job: Job) -> Iterator[Diagnostic]:
    pattern = _MKDOCS_WARNING if engine == "mkdocs" else _ZENSICAL_WARNING
    for match in pattern.finditer(said):
        words, parts = match["words"].strip(), match.groupdict()
        named = _MKDOCS_FILE.search(words)
        file = named["file"] if named else parts.get("file")
        if file and (job.root / DOCS_FOLDER / file).is_file():
            span = _span(parts.get("line"), parts.get("column"))
            yield diagnostic(
                "H603", f"{engine} says: {words}", path=f"{DOCS_FOLDER}/{file}", span=span
            )
        else:
            about = f"{file}: " if file and not named else ""
            yield diagnostic(
                "H601", f"{engine} says: {about}{words}", path=job.source, severity=Severity.WARNING
            )


def _span(line: str | None, column: str | None) -> Span | None:
    if line is None or column is None:
        return None
    return Span(int(line), int(column), int(line), int(column) + 1)


def _hint(said: str, engine: EngineName) -> str | None:
    if f"No module named {engine}" in said:
        return (
            f"install it: `pip install hubtool[{engine}]`"
            if engine == "zensical"
            else "install hubtool again"
        )
    return None
