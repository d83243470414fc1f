"""Explains the layout of lines, keys and indentation at the point where a parser stopped."""

from __future__ import annotations

import re

from hubtool.documents import faults
from hubtool.documents.faults import Fault
from hubtool.documents.lines import Line, line_above, line_at
from hubtool.documents.stopping_point import (
    StoppingPoint,
    in_quotes,
    not_yaml,
    quoted_line,
    shown_in_quotes,
)

_DASHES = r"[ ]*(?:-[ ]+)*"
_PAIR = re.compile(_DASHES + r"""(?P<key>[\w"'][^:\n]{0,60}?):(?:[ \t]+(?P<value>\S.*)|[ \t]*$)""")
_GLUED_KEY = re.compile(_DASHES + r"(?P<key>[A-Za-z_]+):(?=\S)(?!//)")
_BLOCK_HEAD = re.compile(r":[ ]+[|>][-+0-9]*[ ]*$")
_CURLY_QUOTES = tuple("“”„‟«»\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")
_AROUND = "put the quotes around the whole text"


_SHORT = 80  # characters that a hint shows
_MARK_NAMES = {
    "\N{BULLET}": "a bullet (`•`)",
    "\N{EN DASH}": "an en dash (`–`)",
    "\N{EM DASH}": "an em dash (`—`)",
    "\N{MINUS SIGN}": "a minus sign (`−`)",
    "*": "a star (`*`)",
}
_MARKS = "\N{BULLET}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{MIDDLE DOT}\N{HYPHEN}\N{NON-BREAKING HYPHEN}▪●○◦‣⁃■□➢*"
_SPACES = (
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{EN SPACE}-\N{HAIR SPACE}\N{IDEOGRAPHIC SPACE}"
)
_BULLET = re.compile(rf"\s*(?:-[ ]+)?(?P<mark>[{_MARKS}])[\s]*(?P<rest>[\w\"'{{\[].*)")
_GLUED_DASH = re.compile(r"[ ]*(?P<dash>-)(?P<rest>[^\W\d][\w-]*:(?:\s.*|$))")
_ODD_SPACE = re.compile(rf"(?:^[^\w]*?|^[^:]*:[ ]*)(?P<space>[{_SPACES}]+)")
_ODD_COLON = re.compile(r"[ ]*(?:-[ ]+)?(?P<key>\w[\w -]{0,40})(?P<colon>[：∶ː︓])")
_HTML = re.compile(r"\s*<(?:!DOCTYPE|!--|/?[a-zA-Z][\w-]*[\s>/])", re.IGNORECASE)


def is_entry(line: Line) -> bool:
    """Say whether *line* looks like a list item or a key of its own."""
    return line.text.lstrip().startswith("- ") or _PAIR.match(line.text) is not None


def odd_indentation(line: Line) -> Fault | None:
    """Return the fault of a line that starts with tabs, or with spaces that are not plain ones."""
    blank = line.text[: len(line.text) - len(line.text.lstrip())]
    odd = blank.lstrip(" ")
    if not odd or not line.text.strip():
        return None
    start = line.start + len(blank) - len(odd)
    indent = "a tab" if odd[0] == "\t" else "a space that is not a plain one"
    message = f"this line is indented with {indent}"
    hint = "use plain spaces instead, two for each level"
    width = 0
    for character in blank:  # a tab leads on to the next level
        width += 2 - width % 2 if character == "\t" else 1
    replacement = (start, line.first, " " * (width - len(blank) + len(odd)))
    return Fault("H113", message, hint, start, line.first, ends=True, replacement=replacement)


def odd_mark(line: Line) -> Fault | None:
    """Return the fault of a mark that a word processor puts in place of a plain one."""
    if match := _BULLET.match(line.text):
        mark, rest = match["mark"], match["rest"].strip()
        name = _MARK_NAMES.get(mark, f"`{mark}`")
        start = line.start + match.start("mark")
        message = f"this list item begins with {name}, not with a hyphen and a space"
        hint = f"write `- {rest}`" if len(rest) <= _SHORT else "begin it with a hyphen and a space"
        replacement = (start, line.start + match.start("rest"), "- ")
        return not_yaml(message, hint, start, start + 1, replacement)
    if match := _GLUED_DASH.match(line.text):
        start = line.start + match.start("dash")
        rest = match["rest"].strip()
        example = f": `- {rest}`" if len(rest) <= _SHORT else ""
        hint = f"add a space after the hyphen{example}"
        replacement = (start, start + 1, "- ")
        return not_yaml("this hyphen has no space after it", hint, start, replacement=replacement)
    if match := _ODD_SPACE.search(line.text):
        return _odd_space(line, match)
    if match := _ODD_COLON.match(line.text):
        start = line.start + match.start("colon")
        hint = f"write a plain colon and a space: `{match['key'].strip()}: …`"
        end = start + 1 + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())
        replacement = (start, end, ": ")
        message = f"`{match['colon']}` is not a plain colon"
        return not_yaml(message, hint, start, replacement=replacement)
    if _HTML.match(line.text):
        message = "this is a web page, not a record: HTML begins here"
        hint = "copy the words from the page as a reader sees it, and put them under `story: |`"
        return not_yaml(message, hint, line.first, line.end)
    return None


def _odd_space(line: Line, match: re.Match[str]) -> Fault:
    start = line.start + match.start("space")
    number = f"U+{ord(match['space'][0]):04X}"
    message = f"this space is not a plain one, but a no-break space or its like ({number})"
    words = " ".join(line.text.split())
    example = f": `{words}`" if len(words) <= _SHORT else ""
    hint = f"delete it and press the space bar{example}"
    end = start + len(match["space"])
    return Fault("H113", message, hint, start, end, replacement=(start, end, " " * (end - start)))


def second_colon(stop: StoppingPoint) -> Fault | None:
    """Explain a colon where no key can be: in unquoted text, or after a wrong indentation."""
    if fault := odd_mark(stop.line):
        return fault
    pair = _PAIR.match(stop.before + " ")
    if (pair and pair["value"]) or ": " in stop.before:
        value = stop.line.text[pair.start("value") :] if pair and pair["value"] else ""
        if value.startswith(("'", '"')):
            return after_quote(stop)
        message = "a colon followed by a space can't stand in text without quotes"
        is_curly = value.startswith(_CURLY_QUOTES)
        hint = in_quotes(value)
        if is_curly:
            plain = shown_in_quotes(value.strip("“”„‟«»\u2018\u2019 "))
            hint = f"use straight quotes around the whole text{plain}"
        start = stop.line.start + pair.start("value") if pair and value else None
        is_in_brackets = stop.open_flow is not None or value.startswith(("[", "{"))
        quoted = None if start is None or is_in_brackets else quoted_line(stop.line, start)
        return not_yaml(message, hint, stop.at, replacement=quoted)
    return _too_far(stop, stop.above) if stop.above else None


def _too_far(stop: StoppingPoint, above: Line) -> Fault:
    if glued := _GLUED_KEY.match(above.text):
        return _no_space(above, glued)
    pair = _PAIR.match(above.text)
    if fault := odd_mark(above):
        return fault
    if pair is None:
        return _no_colon(above)
    name = pair["key"].strip()
    text = stop.text[stop.line.first : stop.at].strip()
    message = f"`{text[:40]}` is indented further than `{name}` above it"
    hint = f"start it in the same column as `{name}`"
    return not_yaml(message, hint, stop.line.first, max(stop.at, stop.line.first + 1))


def missing_colon(stop: StoppingPoint) -> Fault:
    """Explain a line that is neither a key nor part of the text above it."""
    line = line_at(stop.text, stop.begins)
    if fault := odd_mark(line):
        return fault
    above = line_above(stop.text, line)
    if above is not None and _BLOCK_HEAD.search(above.text):
        message = "the text below `|` or `>` is not indented"
        hint = "put two spaces more in front of each line of the text"
        return not_yaml(message, hint, line.first, line.end)
    if above is not None and (fault := faults.cut_line(above.text, above.start)):
        return fault
    if glued := _GLUED_KEY.match(line.text):
        return _no_space(line, glued)
    return _no_colon(line)


def _no_colon(line: Line) -> Fault:
    if fault := odd_mark(line):
        return fault
    message = "this line has no colon, so it is neither a key nor part of the text above"
    hint = "write `key: value`, or indent the line if it goes on with the text above"
    return not_yaml(message, hint, line.first, line.end)


def _no_space(line: Line, glued: re.Match[str]) -> Fault:
    message = f"there is no space after `{glued['key']}:`"
    colon = line.start + glued.end() - 1
    replacement = (colon, colon + 1, ": ")
    return not_yaml(message, "add a space after the colon", colon, replacement=replacement)


def unexpected(stop: StoppingPoint) -> Fault | None:
    """Explain something that fits neither what stands before it nor the block around it."""
    before = stop.before.rstrip()
    if before and before.endswith(("'", '"')):
        return after_quote(stop)
    if stop.character and stop.character in "]}":
        message = f"this `{stop.character}` closes nothing"
        return not_yaml(message, "remove it, or add the bracket that opens", stop.at)
    if before and before.endswith(("]", "}")):
        message = "text goes on after the closing bracket"
        pair = _PAIR.match(stop.line.text)
        example = shown_in_quotes(pair["value"] or "") if pair else ""
        hint = f"put the whole text in quotes{example}, or remove what follows the bracket"
        return not_yaml(message, hint, stop.at)
    if stop.at != stop.line.first:
        return None
    if stop.character == ":":
        return faults.key_without_text(stop.at, stop.at + 1, is_empty=True)
    return _misplaced(stop)


def after_quote(stop: StoppingPoint) -> Fault:
    """Explain text that goes on after a closing quote."""
    before = stop.before.rstrip()
    pair = _PAIR.match(stop.line.text)
    value = pair["value"] or "" if pair else ""
    is_plain = pair and value and stop.open_flow is None and not value.startswith("[")
    quoted = (
        quoted_line(stop.line, stop.line.start + pair.start("value")) if pair and is_plain else None
    )
    hint = f"{_AROUND}{shown_in_quotes(value) if quoted else ''}"
    if before.endswith("'") and before == stop.before and stop.character.isalpha():
        hint = "put double quotes around the text, or write each apostrophe in it twice"
    message = "text goes on after the closing quote"
    return not_yaml(message, hint, stop.at, replacement=quoted)


def dash(stop: StoppingPoint) -> Fault:
    """Explain a dash, or a question mark, where no list item and no key can start."""
    words = shown_in_quotes(stop.line.text[stop.at - stop.line.start :])
    if stop.character == "?" and stop.at > stop.line.first:
        hint = f"put the whole text in quotes{words}"
        return not_yaml("text without quotes can't begin with `?`", hint, stop.at)
    if stop.character == "?":
        return faults.key_without_text(stop.at, stop.at + 1, is_empty=False)
    if stop.at == stop.line.first:
        return _misplaced(stop)
    hint = f"put the text in quotes{words}; or put each `- ` on a line of its own below the key"
    return not_yaml("a list can't start on the line of its key", hint, stop.at)


def _misplaced(stop: StoppingPoint) -> Fault:
    line = stop.line
    if fault := odd_mark(line):
        return fault
    if stop.above and (fault := faults.cut_line(stop.above.text, stop.above.start)):
        return fault
    is_item = line.text.lstrip().startswith(("- ", "-\t")) or line.text.strip() == "-"
    end = line.first + 1 if is_item else line.end
    if line.first - line.start != _column(stop.text, stop.opened):
        message = "the indentation of this line fits nothing above it"
        hint = f"start it in the same column as the {'item' if is_item else 'key'} before it"
    elif is_item:
        message = "a list item stands where a key is expected"
        hint = "write a key here, or indent the item under the key it belongs to"
    else:
        message = "a key stands where a list item is expected"
        hint = "begin the line with `- `, or indent it under the item it belongs to"
    return not_yaml(message, hint, line.first, end)


def _column(text: str, offset: int | None) -> int | None:
    return None if offset is None else offset - line_at(text, offset).start
