"""Examples of broken records: where they say that they are wrong, and what hubtool says about them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from small_hubs import CASE, SETTINGS, TODAY, filled, sources, vocabularies

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.diagnostics.spans import Span
from hubtool.load import Memory, load

_EXPECTED = re.compile(
    r"(?P<path>\S+)"
    r"(?: (?P<line>\d+):(?P<column>\d+)-(?P<end_line>\d+):(?P<end_column>\d+))?"
    r"(?P<whole> whole)?(?: beside (?P<beside>H\d{3}))?"
)
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
# Beside these an example stands, and it chooses its terms from those of the frozen hub.
_FILES = {
    "cases/river-walks.yml": CASE,
    "vocabulary/organisations.yml": _ORGANISATIONS,
    "vocabulary/themes.yml": _THEMES,
}
_VOCABULARIES = [
    file
    for file in vocabularies()
    if file.path.removeprefix("vocabulary/").removesuffix(".yml")
    in {
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
]
_MEMORY = Memory()


@dataclass(frozen=True)
class Expected:
    """Where a diagnostic is expected, and which other code its text brings with it, if any.

    An example is filled in from a valid record of its kind, unless it is the *whole* file.
    """

    path: str
    span: Span | None
    is_whole: bool
    beside: str | None

    def file(self, text: str) -> str:
        """Return the file that an example makes whose *text* is this."""
        return text if self.is_whole else filled(self.path, text)


def expected(words: str) -> Expected:
    """Return what `cases/example.yml 3:11-3:15 whole beside H114` says; the path may be all."""
    match = _EXPECTED.fullmatch(words.strip())
    assert match, f"not the form of a place: {words}"
    numbers = (match[name] for name in ("line", "column", "end_line", "end_column"))
    span = Span(*map(int, numbers)) if match["line"] else None
    return Expected(match["path"], span, bool(match["whole"]), match["beside"])


def diagnose(files: Mapping[str, bytes]) -> list[Diagnostic]:
    """Return what hubtool says about a hub that holds *files*."""
    has_terms = any(path.startswith("vocabulary/") for path in files)
    read = sources({**_FILES, **files}, settings=SETTINGS, vocabularies=_VOCABULARIES)
    return load(read, today=TODAY, memory=Memory() if has_terms else _MEMORY)[1]
