"""Explains the layout of lines, keys and indentation at the point where a parser stopped."""

from __future__ import annotations

import re

from hubtool.diagnostics.wording import phrase, wording
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
_SHORT = 80  # characters that a hint shows
_MARK_NAMES = {
    "\N{BULLET}": "H101.bullet",
    "\N{EN DASH}": "H101.en-dash",
    "\N{EM DASH}": "H101.em-dash",
    "\N{MINUS SIGN}": "H101.minus",
    "*": "H101.star",
}
_MARKS = "\N{BULLET}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{MIDDLE DOT}\N{HYPHEN}\N{NON-BREAKING HYPHEN}▪●○◦‣⁃■□➢*"
_SPACES = (
    "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{EN SPACE}-\N{HAIR SPACE}\N{IDEOGRAPHIC SPACE}"
)
_BULLET = re.compile(rf"\s*(?:-[ ]+)?(?P<mark>[{_MARKS}])[\s]*(?P<rest>[\w\"'{{\[].*)")
_NUMBER = re.compile(r"\s*(?P<mark>\d{1,2}[.)])[ ]+(?P<rest>[\w-]+:(?:\s.*|$))")
_EQUALS = re.compile(
    r"\s*(?:-[ ]+)?(?P<key>[a-z][\w-]*)(?P<sign>[ ]*=[ ]*)(?P<value>\S.*)", re.IGNORECASE
)
_MARKED_KEY = re.compile(
    r"[*_#>]+[ ]*(?P<key>[a-z]\w*)[*_]*:[*_]*[ ]+(?P<value>\S.*)", re.IGNORECASE
)
_CUT_BY_APOSTROPHE = re.compile(
    r"\b(?P<key>\w{1,40}): {1,9}'(?P<text>[^\"\\`]{1,80}?)'(?=\s{0,9}(?:[,}\]]|$))"
)
_GLUED_DASH = re.compile(r"[ ]*(?P<dash>-)(?P<rest>[^\W\d][\w-]*:(?:\s.*|$))")
_ODD_SPACE = re.compile(rf"(?:^[^\w]*?|^[^:]*:[ ]*)(?P<space>[{_SPACES}]+)")
_ODD_COLON = re.compile(r"[ ]*(?:-[ ]+)?(?P<key>\w[\w -]{0,40})(?P<colon>[：∶ː︓])")
_HTML = re.compile(r"\s*<(?:!DOCTYPE|!--|/?[a-zA-Z][\w-]*[\s>/])", re.IGNORECASE)


def is_entry(line: Line) -> bool:
    """Say whether *line* looks like a list item or a key of its own."""
    return line.text.lstrip().startswith("- ") or _PAIR.match(line.text) is not None


def odd_indentation(line: Line, above: Line | None) -> Fault | None:
    """Return the fault of a line that starts with tabs, or with spaces that are not plain ones."""
    blank = line.text[: len(line.text) - len(line.text.lstrip())]
    odd = blank.lstrip(" ")
    if not odd or not line.text.strip():
        return None
    start = line.start + len(blank) - len(odd)
    width = 0
    for character in blank:  # a tab leads on to the next level
        width += 2 - width % 2 if character == "\t" else 1
    if "\t" in odd and above is not None:
        width = _column_below(line, above, width)
    words = wording("H113.tab" if odd[0] == "\t" else "H113.indent", _space_bar(line, width))
    replacement = (line.start, line.first, " " * width)
    return Fault(*words, start, line.first, ends=True, replacement=replacement)


def _column_below(line: Line, above: Line, width: int) -> int:
    """Return the column at which *line* belongs, where the line above says it, or else *width*."""
    if above.text[: above.first - above.start].strip(" ") or not _PAIR.match(line.text.lstrip()):
        return width
    pair = _PAIR.match(above.text)
    if pair is None or line.text.lstrip().startswith("- "):
        return width
    return pair.start("key") + (0 if pair["value"] else 2)


def _space_bar(line: Line, count: int) -> str:
    """Return the hint to make the indentation of *line* anew, *count* spaces wide."""
    word = re.split(r"(?<!^-)[\s:]", line.text.strip(), maxsplit=1)[0][:_SHORT]
    key = {0: "H113.none", 1: "H113.once"}.get(count, "H113.count")
    return phrase(key, word=word, count=count)


def odd_mark(line: Line) -> Fault | None:
    """Return the fault of a mark that a word processor puts in place of a plain one."""
    if match := _BULLET.match(line.text) or _NUMBER.match(line.text):
        mark, rest = match["mark"], match["rest"].strip()
        name = phrase(_MARK_NAMES[mark]) if mark in _MARK_NAMES else f"`{mark}`"
        start = line.start + match.start("mark")
        # As wide as the mark and its spaces: the lines below stay where they are.
        count = max(match.start("rest") - match.start("mark") - 1, 1)
        hyphen = f"-{' ' * count}"
        key = "any.write" if count == 1 else "H101.write-aligned"
        hint = phrase(key, text=f"{hyphen}{rest}", count=count) if len(rest) <= _SHORT else None
        replacement = (start, line.start + match.start("rest"), hyphen)
        return not_yaml(wording("H101.odd-mark", hint, mark=name), start, replacement=replacement)
    if match := _GLUED_DASH.match(line.text):
        start = line.start + match.start("dash")
        rest = match["rest"].strip()
        example = f": `- {rest}`" if len(rest) <= _SHORT else ""
        words = wording("H101.glued-hyphen", example=example)
        return not_yaml(words, start, replacement=(start, start + 1, "- "))
    if match := _ODD_SPACE.search(line.text):
        return _odd_space(line, match)
    if match := _ODD_COLON.match(line.text):
        start = line.start + match.start("colon")
        end = start + 1 + len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip())
        replacement = (start, end, ": ")
        words = wording("H101.odd-colon", colon=match["colon"], key=match["key"].strip())
        return not_yaml(words, start, replacement=replacement)
    if _HTML.match(line.text):
        return not_yaml(wording("H101.html"), line.first, line.end)
    return None


def _odd_space(line: Line, match: re.Match[str]) -> Fault:
    start = line.start + match.start("space")
    number = f"U+{ord(match['space'][0]):04X}"
    text = " ".join(line.text.split())
    example = f": `{text}`" if len(text) <= _SHORT else ""
    is_indent = not line.text[: match.start("space")].strip() and start < line.first
    hint = _space_bar(line, line.first - line.start) if is_indent else None
    words = wording("H113.space", hint, number=number, example=example)
    end = start + len(match["space"])
    return Fault(*words, start, end, replacement=(start, end, " " * (end - start)))


def second_colon(stop: StoppingPoint) -> Fault | None:
    """Explain a colon where no key can be: in unquoted text, or after a wrong indentation."""
    if fault := odd_mark(stop.line):
        return fault
    pair = _PAIR.match(stop.before + " ")
    if (pair and pair["value"]) or ": " in stop.before:
        value = stop.line.text[pair.start("value") :] if pair and pair["value"] else ""
        if value.startswith(("'", '"')):
            return after_quote(stop)
        hint = in_quotes(value)
        if value.startswith(_CURLY_QUOTES):
            plain = shown_in_quotes(value.strip("“”„‟«»\u2018\u2019 "))
            hint = phrase("H101.straight-quotes", example=plain)
        start = stop.line.start + pair.start("value") if pair and value else None
        is_in_brackets = stop.open_flow is not None or value.startswith(("[", "{"))
        quoted = None if start is None or is_in_brackets else quoted_line(stop.line, start)
        return not_yaml(wording("H101.colon", hint), stop.at, replacement=quoted)
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
    words = wording("H101.too-far", text=text[:40], above=name)
    return not_yaml(words, stop.line.first, max(stop.at, stop.line.first + 1))


def missing_colon(stop: StoppingPoint) -> Fault:
    """Explain a line that is neither a key nor part of the text above it."""
    line = line_at(stop.text, stop.begins)
    if fault := odd_mark(line):
        return fault
    above = line_above(stop.text, line)
    if above is not None and _BLOCK_HEAD.search(above.text):
        return not_yaml(wording("H101.block-not-indented"), line.first, line.end)
    if above is not None and (fault := faults.cut_line(above.text, above.start)):
        return fault
    if glued := _GLUED_KEY.match(line.text):
        return _no_space(line, glued)
    return _no_colon(line)


def marked_key(line: Line) -> Fault | None:
    """Return the fault of a key with the marks of Markdown around it."""
    match = _MARKED_KEY.fullmatch(line.text.strip())
    if match is None:
        return None
    pair = f"{match['key']}: {match['value']}"
    hint = phrase("any.write", text=pair) if len(pair) <= _SHORT else None
    replacement = (line.first, line.first + len(line.text.strip()), pair)
    return not_yaml(wording("H101.marked-key", hint), line.first, line.end, replacement)


def _no_colon(line: Line) -> Fault:
    if fault := odd_mark(line):
        return fault
    if match := _EQUALS.fullmatch(line.text):
        pair = f"{match['key']}: {match['value'].strip()}"
        hint = phrase("any.write", text=pair) if len(pair) <= _SHORT else None
        start, end = (line.start + at for at in match.span("sign"))
        return not_yaml(wording("H101.equals", hint), start, end, (start, end, ": "))
    return not_yaml(wording("H101.no-colon"), line.first, line.end)


def _no_space(line: Line, glued: re.Match[str]) -> Fault:
    colon = line.start + glued.end() - 1
    text = f"{line.text[: glued.end()]} {line.text[glued.end() :]}".strip()
    example = f": `{text}`" if len(text) <= _SHORT else ""
    words = wording("H101.no-space", key=glued["key"], example=example)
    return not_yaml(words, colon, replacement=(colon, colon + 1, ": "))


def unexpected(stop: StoppingPoint) -> Fault | None:
    """Explain something that fits neither what stands before it nor the block around it."""
    before = stop.before.rstrip()
    if before and before.endswith(("'", '"')):
        return after_quote(stop)
    if stop.character and stop.character in "]}":
        return not_yaml(wording("H101.closes-nothing", mark=stop.character), stop.at)
    if before and before.endswith(("]", "}")):
        pair = _PAIR.match(stop.line.text)
        example = shown_in_quotes(pair["value"] or "") if pair else ""
        return not_yaml(wording("H101.after-bracket", example=example), stop.at)
    if stop.at != stop.line.first:
        return None
    if stop.character == ":":
        return faults.key_without_text(stop.at, stop.at + 1, is_empty=True)
    return _misplaced(stop)


def after_quote(stop: StoppingPoint) -> Fault:
    """Explain text that goes on after a closing quote."""
    before = stop.before.rstrip()
    if stop.text[stop.at : stop.line.end].strip() == ",":
        end = stop.at + 1
        return not_yaml(wording("H101.end-comma"), stop.at, end, (stop.at, end, ""))
    pair = _PAIR.match(stop.line.text)
    value = pair["value"] or "" if pair else ""
    is_plain = pair and value and stop.open_flow is None and not value.startswith("[")
    quoted = (
        quoted_line(stop.line, stop.line.start + pair.start("value")) if pair and is_plain else None
    )
    is_apostrophe = before.endswith("'") and before == stop.before and stop.character.isalpha()
    hint = _apostrophe(stop) if is_apostrophe else None
    words = wording("H101.after-quote", hint, example=shown_in_quotes(value) if quoted else "")
    return not_yaml(words, stop.at, replacement=quoted)


def _apostrophe(stop: StoppingPoint) -> str:
    """Return the hint how to write a text that an apostrophe has cut."""
    column = stop.at - stop.line.start
    for match in _CUT_BY_APOSTROPHE.finditer(stop.line.text):
        if match.start() < column < match.end():
            return phrase("any.write", text=f'{match["key"]}: "{match["text"]}"')
    return phrase("H101.apostrophe")


def dash(stop: StoppingPoint) -> Fault:
    """Explain a dash, or a question mark, where no list item and no key can start."""
    example = shown_in_quotes(stop.line.text[stop.at - stop.line.start :])
    if stop.character == "?" and stop.at > stop.line.first:
        return not_yaml(wording("H101.question-mark", example=example), stop.at)
    if stop.character == "?":
        return faults.key_without_text(stop.at, stop.at + 1, is_empty=False)
    if stop.at == stop.line.first:
        return _misplaced(stop)
    line = f"{stop.before.lstrip()}{stop.line.text[stop.at - stop.line.start + 1 :].strip()}"
    is_shown = example and "`" not in line and line.count(": ") == 1
    hint = phrase("H101.hyphen-of-text", line=line, example=example) if is_shown else None
    return not_yaml(wording("H101.list-beside-key", hint, example=example), stop.at)


def _misplaced(stop: StoppingPoint) -> Fault:
    line = stop.line
    if fault := odd_mark(line):
        return fault
    if stop.above and (fault := faults.cut_line(stop.above.text, stop.above.start)):
        return fault
    is_item = line.text.lstrip().startswith(("- ", "-\t")) or line.text.strip() == "-"
    end = line.first + 1 if is_item else line.end
    if line.first - line.start != _column(stop.text, stop.opened):
        words = wording("H101.misaligned-item" if is_item else "H101.misaligned-key")
    else:
        words = wording("H101.item-for-key" if is_item else "H101.key-for-item")
    return not_yaml(words, line.first, end)


def _column(text: str, offset: int | None) -> int | None:
    return None if offset is None else offset - line_at(text, offset).start
