"""Files that are broken in one way give exactly one diagnostic, where they say so.

`broken/<code>/<name>.yml` says in its first line where: `# cases/example.yml 3:11-3:15`, and is
filled in from a valid record unless that line ends in `whole`. A folder says it in `expected`.
"""

from pathlib import Path

import pytest
from examples import Expected, diagnose, expected

from hubtool.diagnostics.diagnostic import Diagnostic
from hubtool.documents.lines import line_starts

_FOLDER = Path(__file__).parents[1] / "broken"
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


def fixable() -> list[Path]:
    paths = [path for path in _CASES if not path.is_dir()]
    return [path for path in paths if any(item.fix for item in diagnose(broken(path)[1]))]


_FIXABLE = fixable()


def test_there_are_fixes() -> None:
    assert _FIXABLE


@pytest.mark.parametrize("path", _FIXABLE, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_fix_leads_to_a_file_that_validates(path: Path) -> None:
    _, files = broken(path)
    (item,) = [item for item in diagnose(files) if item.fix]
    text = files[item.path].decode()
    assert diagnose({**files, item.path: applied(text, item).encode()}) == []
