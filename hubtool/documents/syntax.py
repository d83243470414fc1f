"""What is wrong where YAML gives up, in plain words, with an act that mends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from hubtool.documents import faults
from hubtool.documents.faults import Found
from hubtool.documents.lines import Line, line_at, line_above

_KEY = re.compile(
    r"""[ ]*(?:-[ ]+)*(?P<key>[\w"'][^:\n]{0,60}?):(?:[ \t]+(?P<value>\S.*)|[ \t]*$)"""
)
_GLUED_KEY = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_]+):(?=\S)(?!//)")
_CONFLICT = re.compile(r"^<{7} [^\r\n]*(?=[\r\n])(?s:.*?)^={7}(?=[\r\n])", re.MULTILINE)
_SMART_QUOTES = "“”„‟‘’«»"
_IN_QUOTES = "put the whole text in quotes"


@dataclass(frozen=True)
class Failure:
    """Where and why a YAML parser stopped, in its own words.

    *opened* is where the part it was reading began, *open_flow* the innermost bracket still open,
    *last_quoted* the place of the quoted text read last.
    """

    problem: str
    at: int
    opened: int | None = None
    open_flow: int | None = None
    last_quoted: tuple[int, int] | None = None


_Rule = Callable[[str, Line, Failure], Found | None]


def explain(text: str, failure: Failure) -> Found:
    """Return the fault that explains *failure* best."""
    line = line_at(text, failure.at)
    for rule in (_fence, _indentation, _open_quote, _open_bracket):
        if fault := rule(text, line, failure):
            return fault
    for pattern, reason in _REASONS:
        if re.search(pattern, failure.problem) and (fault := reason(text, line, failure)):
            return fault
    return _fault(
        "YAML can't be read from here on",
        "look at this line and the one above: a colon, a quote, a bracket or the indentation",
        failure.at,
    )


def _fault(
    message: str, hint: str, start: int, end: int | None = None, *, ends: bool = False
) -> Found:
    return Found("H101", message, hint, start, start + 1 if end is None else end, ends=ends)


def conflict(text: str) -> Found | None:
    """Return the fault of a merge that somebody has left half done."""
    match = _CONFLICT.search(text) if "<<<<<<<" in text else None
    if match is None:
        return None
    hint = "keep one of the two versions, and remove the lines with `<<<<<<<`, `=======`, `>>>>>>>`"
    return _fault("a merge conflict is left in the file", hint, *match.span(), ends=True)


def _fence(_: str, line: Line, failure: Failure) -> Found | None:
    """Explain the fence that a chat window or a page puts around a file."""
    if not line.text.startswith(("```", "~~~")):
        return None
    hint = f"remove the lines that begin with `{line.text[:3]}`"
    hint = "remove the lines that begin with three backticks" if line.text[0] == "`" else hint
    return _fault("this line is not part of the record", hint, line.start, line.end, ends=True)


def _indentation(text: str, line: Line, _: Failure) -> Found | None:
    """Explain a tab, or a space that is no plain space, in front of a line."""
    return odd_indentation(text, line)


def odd_indentation(text: str, line: Line) -> Found | None:
    """Return the fault of a line that starts with tabs, or with spaces that are not plain ones."""
    blank = line.text[: len(line.text) - len(line.text.lstrip())]
    odd = blank.lstrip(" ")
    if not odd or not line.text.strip():
        return None
    start = line.start + len(blank) - len(odd)
    if odd[0] == "\t":
        message = "this line is indented with a tab"
        hint = "use spaces instead, two for each level"
    else:
        message = "this line is indented with a space that YAML does not know"
        hint = "use plain spaces instead, two for each level"
    return Found("H113", message, hint, start, line.first, ends=True)


def _open_quote(text: str, _: Line, failure: Failure) -> Found | None:
    """Explain a quote that is never closed, and so swallows what follows."""
    if failure.opened is not None and "unexpected end of stream" in failure.problem:
        return faults.unclosed_quote(text, failure.opened)
    if failure.last_quoted is None:
        return None
    start, end = failure.last_quoted
    goes_on = re.compile(r"[\r\n][ ]*(?:- |[\w-]+:[ \r\n])").search(text, start, end)
    return faults.unclosed_quote(text, start) if goes_on else None


def _open_bracket(text: str, line: Line, failure: Failure) -> Found | None:
    """Explain a bracket that is never closed, and so swallows what follows."""
    opened = failure.open_flow
    if opened is None or opened >= line.start:
        return None
    is_next = failure.at >= len(text.rstrip()) or line.text.lstrip().startswith("- ")
    if not is_next and not _KEY.match(line.text):
        return None
    bracket = text[opened]
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return _fault(f"this `{bracket}` is never closed", f"add `{closing}` where it ends", opened)


def _second_colon(text: str, line: Line, failure: Failure) -> Found | None:
    """Explain a colon where no key can be: in unquoted text, or after a wrong indentation."""
    before = text[line.start : failure.at]
    pair = _KEY.match(before + " ") or _KEY.match(before)
    if (pair and pair["value"]) or ": " in before:
        value = (pair["value"] if pair else "") or ""
        if value.startswith(("'", '"')):
            return _fault(
                "text goes on after the closing quote",
                "put the quotes around the whole text, and single ones around text that has double ones",
                failure.at,
            )
        message = "a colon followed by a space can't stand in text without quotes"
        return _fault(message, _quoted(line, pair.start("value") if pair else 0), failure.at)
    above = line_above(text, line)
    if above is None:
        return None
    key_end = max(failure.at, line.first + 1)
    if glued := _GLUED_KEY.match(above.text):
        at = above.start + glued.end()
        name = glued["key"]
        return _fault(f"there is no space after `{name}:`", "add a space after the colon", at - 1)
    found = _KEY.match(above.text)
    if found is None:
        return _no_colon(above)
    name = found["key"].strip()
    message = f"`{text[line.first : failure.at].strip()[:40]}` is indented further than `{name[:40]}` above it"
    hint = f"start it in the same column as `{name[:40]}`"
    return _fault(message, hint, line.first, key_end)


def _quoted(line: Line, column: int) -> str:
    """Return a hint that shows the text of *line* from *column* on in quotes, where that fits."""
    whole = line.text[column:].strip() if column else ""
    if whole[:1] in _SMART_QUOTES and whole:
        return "use straight quotes, `\"` or `'`, around the whole text"
    if not whole or len(whole) > 60 or '"' in whole or "\\" in whole or " #" in whole:
        return _IN_QUOTES
    return f'{_IN_QUOTES}: `"{whole}"`'


def _no_colon(line: Line) -> Found:
    message = "this line has no colon, so it is neither a key nor part of the text above"
    hint = "write `key: value`, or indent the line if it goes on with the text above"
    return _fault(message, hint, line.first, line.end)


def _missing_colon(text: str, line: Line, failure: Failure) -> Found | None:
    begins = line_at(text, line.start if failure.opened is None else failure.opened)
    above = line_above(text, begins)
    if above is not None and re.search(r":[ ]+[|>][-+0-9]*[ ]*$", above.text):
        message = "the text below `|` or `>` is not indented"
        return _fault(
            message,
            "put two spaces more in front of each line of the text",
            begins.first,
            begins.end,
        )
    if glued := _GLUED_KEY.match(begins.text):
        name = glued["key"]
        at = begins.start + glued.end()
        return _fault(f"there is no space after `{name}:`", "add a space after the colon", at - 1)
    return _no_colon(begins)


def _unexpected(text: str, line: Line, failure: Failure) -> Found | None:
    """Explain something that fits neither the line before it nor the block around it."""
    at = failure.at
    before = text[line.start : at].rstrip()
    character = text[at : at + 1]
    if at > line.first and before.endswith(("'", '"')):
        return _after_quote(text, line, failure, before)
    if at > line.first and before.endswith(("]", "}")) and character not in "]}":
        message = "text goes on after the closing bracket"
        return _fault(message, f"{_IN_QUOTES}, or remove what follows the bracket", at)
    if character and character in "]}":
        return _fault(
            f"this `{character}` closes nothing", "remove it, or add the bracket that opens", at
        )
    if character == ":" and at == line.first:
        return faults.key_without_text(at, at + 1, is_empty=True)
    if at != line.first:
        return None
    return _misplaced_line(text, line, failure)


def _after_quote(text: str, line: Line, failure: Failure, before: str) -> Found:
    at = failure.at
    message = "text goes on after the closing quote"
    if before.endswith("'") and at == line.start + len(before) and text[at].isalpha():
        hint = "put double quotes around the text, or write each apostrophe in it twice"
    elif before.endswith('"'):
        hint = (
            "put the quotes around the whole text, and single ones around text that has double ones"
        )
    else:
        hint = "put the quotes around the whole text"
    return _fault(message, hint, at)


def _misplaced_line(text: str, line: Line, failure: Failure) -> Found:
    is_item = line.text.lstrip().startswith("- ") or line.text.strip() == "-"
    block = None if failure.opened is None else line_at(text, failure.opened)
    column = line.first - line.start
    outer = 0 if block is None or failure.opened is None else failure.opened - block.start
    end = line.first + 1 if is_item else line.end
    if block is not None and column == outer:
        if is_item:
            hint = "write a key here, or indent the item under the key it belongs to"
            return _fault("a list item stands where a key is expected", hint, line.first, end)
        hint = "begin the line with `- `, or indent it under the item it belongs to"
        return _fault("a key stands where a list item is expected", hint, line.first, end)
    message = "the indentation of this line fits nothing above it"
    what = "item" if is_item else "key"
    return _fault(message, f"start it in the same column as the {what} before it", line.first, end)


def _bad_start(text: str, line: Line, failure: Failure) -> Found | None:
    at = failure.at if failure.opened is None else failure.opened
    character = text[at : at + 1]
    if not character.strip():
        return None
    if character == ":":
        return faults.key_without_text(at, at + 1, is_empty=True)
    message = f"text without quotes can't begin with `{character}`"
    whole = text[at : line.end].strip()
    shown = len(whole) <= 60 and not set(whole) & set('"\\[]{}#')
    return _fault(message, f'{_IN_QUOTES}: `"{whole}"`' if shown else _IN_QUOTES, at)


def _dash(text: str, line: Line, failure: Failure) -> Found:
    if text[failure.at : failure.at + 1] == "?":
        return faults.key_without_text(failure.at, failure.at + 1, is_empty=False)
    if failure.at == line.first:
        return _misplaced_line(text, line, failure)
    hint = "put each `- ` on a line of its own below the key; or put the text in quotes"
    return _fault("a list can't start on the line of its key", hint, failure.at)


def _flow(text: str, line: Line, failure: Failure) -> Found:
    opened = failure.open_flow if failure.open_flow is not None else failure.at
    bracket = text[opened : opened + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    character = text[failure.at : failure.at + 1]
    if not character.strip() or failure.at >= len(text):
        return _fault(f"this `{bracket}` is never closed", f"add `{closing}` where it ends", opened)
    if character in "]}":
        message = f"`{character}` can't close what `{bracket}` has opened"
        return _fault(message, f"write `{closing}`", failure.at)
    if character == ":":
        message = "a colon followed by a space can't stand in text without quotes"
        hint = "put the text in quotes, or add the comma that is missing before the key"
        return _fault(message, hint, failure.at)
    return _fault("a comma is missing before this", "add a comma", failure.at)


def _block_text(text: str, line: Line, failure: Failure) -> Found:
    message = "text can't start on the line of `|` or `>`"
    hint = (
        "start the text on the next line, indented; or put it in quotes if it begins with the sign"
    )
    return _fault(message, hint, failure.at, max(line.end, failure.at + 1))


def _escape(text: str, _: Line, failure: Failure) -> Found:
    at = text.rfind("\\", 0, failure.at + 1)
    written = text[at : at + 2]
    message = f"`{written}` means nothing between double quotes"
    return _fault(
        message, "use single quotes around the text, or write the backslash twice", at, at + 2
    )


def _escape_number(text: str, _: Line, failure: Failure) -> Found:
    at = text.rfind("\\", 0, failure.at + 1)
    message = "this escape does not name a character"
    return _fault(
        message, "use single quotes around the text, or write the backslash twice", at, at + 2
    )


def _after_end(_: str, line: Line, failure: Failure) -> Found:
    message = "the record has ended before this line"
    hint = "remove what follows, or the brackets, `...` or `%` line that ended the record too early"
    return _fault(message, hint, failure.at, max(line.end, failure.at + 1), ends=True)


def _directive(_: str, line: Line, failure: Failure) -> Found:
    hint = "remove this line, or put the text in quotes"
    return _fault("a line can't begin with `%`", hint, line.start, line.end)


def _tag(text: str, _: Line, failure: Failure) -> Found:
    return faults.tag(text, failure.at if failure.opened is None else failure.opened)


# the wordings of libyaml, then those of PyYAML's own parser
_REASONS: tuple[tuple[str, _Rule], ...] = (
    (r"mapping values are not allowed", _second_colon),
    (r"could not find expected ':'", _missing_colon),
    (r"did not find expected key|expected '-' indicator|expected <block end>", _unexpected),
    (r"block sequence entries|sequence entries|mapping keys are not allowed", _dash),
    (r"character.* cannot start any token", _bad_start),
    (r"expected alphabetic or numeric|expected the node content|expected node content", _bad_start),
    (r"expected ',' or", _flow),
    (r"comment or line break|comment or a line break|indentation indicator", _block_text),
    (r"unknown escape", _escape),
    (r"hexdecimal|hexadecimal|Unicode character escape", _escape_number),
    (r"document start>", _after_end),
    (r"directive|%YAML|version", _directive),
    (r"tag|URI", _tag),
)
