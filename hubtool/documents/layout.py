"""Faults in how lines, keys and indentation are laid out, from where a parser stopped."""

from __future__ import annotations

import re

from hubtool.documents import faults
from hubtool.documents.faults import Found
from hubtool.documents.lines import Line, line_above, line_at
from hubtool.documents.stopping_point import Spot, in_quotes, not_yaml

_DASHES = r"[ ]*(?:-[ ]+)*"
_PAIR = re.compile(_DASHES + r"""(?P<key>[\w"'][^:\n]{0,60}?):(?:[ \t]+(?P<value>\S.*)|[ \t]*$)""")
_GLUED_KEY = re.compile(_DASHES + r"(?P<key>[A-Za-z_]+):(?=\S)(?!//)")
_BLOCK_HEAD = re.compile(r":[ ]+[|>][-+0-9]*[ ]*$")
_CURLY_QUOTES = tuple("“”„‟«»\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")
_AROUND = "put the quotes around the whole text"


def is_entry(line: Line) -> bool:
    """Say whether *line* looks like a list item or a key of its own."""
    return line.text.lstrip().startswith("- ") or _PAIR.match(line.text) is not None


def odd_indentation(line: Line) -> Found | None:
    """Return the fault of a line that starts with tabs, or with spaces that are not plain ones."""
    blank = line.text[: len(line.text) - len(line.text.lstrip())]
    odd = blank.lstrip(" ")
    if not odd or not line.text.strip():
        return None
    start = line.start + len(blank) - len(odd)
    what = "a tab" if odd[0] == "\t" else "a space that is not a plain one"
    message = f"this line is indented with {what}"
    hint = "use plain spaces instead, two for each level"
    return Found("H113", message, hint, start, line.first, ends=True)


def second_colon(spot: Spot) -> Found | None:
    """Explain a colon where no key can be: in unquoted text, or after a wrong indentation."""
    pair = _PAIR.match(spot.before + " ")
    if (pair and pair["value"]) or ": " in spot.before:
        value = spot.line.text[pair.start("value") :] if pair and pair["value"] else ""
        if value.startswith(("'", '"')):
            return after_quote(spot)
        message = "a colon followed by a space can't stand in text without quotes"
        if value.startswith(_CURLY_QUOTES):
            return not_yaml(message, "use straight quotes around the whole text", spot.at)
        return not_yaml(message, in_quotes(value), spot.at)
    return _too_far(spot, spot.above) if spot.above else None


def _too_far(spot: Spot, above: Line) -> Found:
    if glued := _GLUED_KEY.match(above.text):
        return _no_space(above, glued)
    pair = _PAIR.match(above.text)
    if pair is None:
        return _no_colon(above)
    name = pair["key"].strip()
    here = spot.text[spot.line.first : spot.at].strip()
    message = f"`{here[:40]}` is indented further than `{name}` above it"
    hint = f"start it in the same column as `{name}`"
    return not_yaml(message, hint, spot.line.first, max(spot.at, spot.line.first + 1))


def missing_colon(spot: Spot) -> Found:
    """Explain a line that is neither a key nor part of the text above it."""
    line = line_at(spot.text, spot.begins)
    above = line_above(spot.text, line)
    if above is not None and _BLOCK_HEAD.search(above.text):
        message = "the text below `|` or `>` is not indented"
        hint = "put two spaces more in front of each line of the text"
        return not_yaml(message, hint, line.first, line.end)
    if glued := _GLUED_KEY.match(line.text):
        return _no_space(line, glued)
    return _no_colon(line)


def _no_colon(line: Line) -> Found:
    message = "this line has no colon, so it is neither a key nor part of the text above"
    hint = "write `key: value`, or indent the line if it goes on with the text above"
    return not_yaml(message, hint, line.first, line.end)


def _no_space(line: Line, glued: re.Match[str]) -> Found:
    message = f"there is no space after `{glued['key']}:`"
    return not_yaml(message, "add a space after the colon", line.start + glued.end() - 1)


def unexpected(spot: Spot) -> Found | None:
    """Explain something that fits neither what stands before it nor the block around it."""
    before = spot.before.rstrip()
    if before and before.endswith(("'", '"')):
        return after_quote(spot)
    if spot.character and spot.character in "]}":
        message = f"this `{spot.character}` closes nothing"
        return not_yaml(message, "remove it, or add the bracket that opens", spot.at)
    if before and before.endswith(("]", "}")):
        message = "text goes on after the closing bracket"
        hint = "put the whole text in quotes, or remove what follows the bracket"
        return not_yaml(message, hint, spot.at)
    if spot.at != spot.line.first:
        return None
    if spot.character == ":":
        return faults.key_without_text(spot.at, spot.at + 1, is_empty=True)
    return _misplaced(spot)


def after_quote(spot: Spot) -> Found:
    """Explain text that goes on after a closing quote."""
    before = spot.before.rstrip()
    hint = f"{_AROUND}, and single ones around text that has double ones"
    if before.endswith("'"):
        is_apostrophe = before == spot.before and spot.character.isalpha()
        twice = "put double quotes around the text, or write each apostrophe in it twice"
        hint = twice if is_apostrophe else _AROUND
    return not_yaml("text goes on after the closing quote", hint, spot.at)


def dash(spot: Spot) -> Found:
    """Explain a dash, or a question mark, where no list item and no key can start."""
    if spot.character == "?":
        return faults.key_without_text(spot.at, spot.at + 1, is_empty=False)
    if spot.at == spot.line.first:
        return _misplaced(spot)
    hint = "put each `- ` on a line of its own below the key, or put the text in quotes"
    return not_yaml("a list can't start on the line of its key", hint, spot.at)


def _misplaced(spot: Spot) -> Found:
    line = spot.line
    is_item = line.text.lstrip().startswith(("- ", "-\t")) or line.text.strip() == "-"
    end = line.first + 1 if is_item else line.end
    if line.first - line.start != _column(spot.text, spot.opened):
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
