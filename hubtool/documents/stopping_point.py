"""The point at which a YAML parser has stopped, and what it was reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hubtool.diagnostics.wording import Wording, phrase
from hubtool.documents.faults import Fault
from hubtool.documents.lines import Line, line_above, line_at


@dataclass(frozen=True)
class StoppingPoint:
    """The offset *at* which a parser stopped in *text*, and the *problem* in its own words.

    *opened* is the start of the part it was reading, *open_flow* the innermost open bracket,
    *last_quoted* the offsets of the last quoted text.
    """

    text: str
    problem: str
    at: int
    opened: int | None = None
    open_flow: int | None = None
    last_quoted: tuple[int, int] | None = None

    @cached_property
    def line(self) -> Line:
        """The line in which it stopped."""
        return line_at(self.text, self.at)

    @cached_property
    def above(self) -> Line | None:
        """The nearest line above that is neither blank nor a comment."""
        return line_above(self.text, self.line)

    @property
    def character(self) -> str:
        """The character at which it stopped; empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """The text before it in its line."""
        return self.text[self.line.start : self.at]

    @property
    def begins(self) -> int:
        """The start of the part that it was reading."""
        return self.at if self.opened is None else self.opened


def not_yaml(
    words: Wording,
    start: int,
    end: int | None = None,
    replacement: tuple[int, int, str] | None = None,
) -> Fault:
    """Return a fault of syntax; one character wide without *end*."""
    last = start + 1 if end is None else end
    return Fault(*words, start, last, replacement=replacement)


def quoted_line(line: Line, start: int) -> tuple[int, int, str] | None:
    """Return the replacement that puts the text from *start* to the end of *line* into quotes."""
    words = line.text[start - line.start :].rstrip()
    if not words or " #" in words:
        return None
    for opening, closing in ("\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb", "\u2018\u2019"):
        if words[0] == opening and words[-1] == closing and len(words) > 1:
            words_inside = words[1:-1]
            break
    else:
        words_inside = words
    return start, start + len(words), in_quotation_marks(words_inside)


def in_quotation_marks(words: str) -> str:
    """Return *words* as a text in quotes: in single ones where it has double ones."""
    if '"' in words and "'" not in words and "\\" not in words:
        return f"'{words}'"
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def shown_in_quotes(text: str) -> str:
    """Return *text* in quotes as a hint shows it; empty where it is long."""
    stripped = text.strip()
    is_short = 0 < len(stripped) <= 60 and "`" not in stripped and " #" not in stripped
    return f": `{in_quotation_marks(stripped)}`" if is_short else ""


def in_quotes(text: str) -> str:
    """Return the hint to put *text* in quotes, shown with them where that is plain to see."""
    return phrase("any.in-quotes", example=shown_in_quotes(text))
