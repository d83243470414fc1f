"""Files that are broken in one way give exactly one diagnostic, where they say so.

`broken/<code>/<name>.yml` says in its first line where: `# cases/example.yml 3:11-3:15`, and is
filled in from a valid record unless that line ends in `whole`. A folder says it in `expected`.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from examples import Expected, diagnose, expected

from hubtool.diagnostics.diagnostic import Diagnostic, Fix
from hubtool.documents.lines import line_starts

_FOLDER = Path(__file__).parents[1] / "broken"
_MOST_FIXES = 12  # the same slip may stand in several lines
_CASES = sorted(path for code in _FOLDER.iterdir() for path in code.iterdir())


def broken(path: Path) -> tuple[Expected, dict[str, bytes]]:
    if path.is_dir():
        place = expected((path / "expected").read_text("utf-8"))
        found = [file for file in path.rglob("*") if file.is_file() and file.name != "expected"]
        return place, {file.relative_to(path).as_posix(): file.read_bytes() for file in found}
    text = path.read_bytes().decode("utf-8")
    place = expected(text.partition("\n")[0].removeprefix("# "))
    return place, {place.path: (place.file(text)).encode()}


@pytest.mark.parametrize("path", _CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_broken_file_gives_one_diagnostic_in_its_place(path: Path) -> None:
    place, files = broken(path)
    told = diagnose(files)
    assert [(d.code, d.path, d.span) for d in told] == [(path.parent.name, place.path, place.span)]


def applied(text: str, item: Diagnostic) -> str:
    assert item.fix
    span, starts = item.fix.span, line_starts(text)
    start = starts[span.line - 1] + span.column - 1
    end = starts[span.end_line - 1] + span.end_column - 1
    return text[:start] + item.fix.replacement + text[end:]


_WORDS = re.compile(r"(?:write `([^`]+)`|did you mean `([^`]+)`(?: \([^()]+\))?\?)")
_NAME = re.compile(r"(?:rename it|move it) to `([^`]+)`")


def mended(files: dict[str, bytes], item: Diagnostic) -> dict[str, bytes] | None:
    """Return *files* after what *item* says is done word for word, None if it needs a person."""
    text = files.get(item.path, b"").decode("utf-8", "replace")
    if item.fix:
        return {**files, item.path: applied(text, item).encode()}
    hint = item.hint or ""
    if match := _NAME.match(hint):
        folder = item.path.rpartition("/")[0]
        path = match[1] if "/" in match[1] else f"{folder}/{match[1]}"
        others = {name: content for name, content in files.items() if name != item.path}
        return {**others, path: files[item.path]}
    if "…" in hint:
        return None
    if (match := _WORDS.fullmatch(hint)) and item.span:
        words = match[1] or match[2]
        key, colon, value = words.partition(": ")
        is_whole = colon and item.route and key == item.route[-1] and value
        fix = Fix(item.span, value if is_whole else words)
        return {**files, item.path: applied(text, replace(item, fix=fix)).encode()}
    return None


@pytest.mark.parametrize("path", _CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_hint_that_is_followed_to_the_letter_mends_the_fault(path: Path) -> None:
    _, files = broken(path)
    for _ in range(_MOST_FIXES):
        told = diagnose(files)
        if not told:
            return
        result = mended(files, told[0])
        if result is None:
            # Only somebody who knows the work can say more: the hint tells them what is wanted.
            assert told[0].code == path.parent.name, (told[0].message, files)
            assert told[0].hint
            return
        if result.keys() != files.keys():
            assert path.parent.name not in {item.code for item in diagnose(result)}
            return
        files = result
    raise AssertionError(f"still wrong: {diagnose(files)}")


def test_most_broken_examples_are_mended_by_machine() -> None:
    first = [(path, diagnose(broken(path)[1])) for path in _CASES]
    by_machine = [path for path, told in first if told and mended(broken(path)[1], told[0])]
    with_fix = [path for path, told in first if told and told[0].fix]
    assert len(by_machine) > 38
    assert len(with_fix) > 25
