"""Diagnostics for a person at a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from hubtool.diagnostics.diagnostic import Diagnostic, Severity
from hubtool.diagnostics.reporters.report import Report, selection, summary
from hubtool.diagnostics.spans import Span
from hubtool.text.escape import cells, terminal

# Cells shown of a long line, and how many of them before the fault.
_MOST_CELLS = 100
_LEAD = 40

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_FRAME = "34"


def text(report: Report) -> str:
    """Return *report* as text, with colours if it has them."""
    part = selection(report)
    blocks = [f"{_block(item, report)}\n" for item in part.diagnostics]
    blocks += [
        f"and {number:,} more in {terminal(path)}\n" for path, number in part.many_more.items()
    ]
    return "\n".join([*blocks, summary(report)]) + "\n"


@dataclass(frozen=True)
class _Ink:
    has_colour: bool

    def paint(self, words: str, *style: str) -> str:
        return f"\x1b[{';'.join(style)}m{words}\x1b[0m" if self.has_colour and words else words


@dataclass(frozen=True)
class _Frame:
    """The left edge of one diagnostic: *width* digits for line numbers."""

    width: int
    ink: _Ink

    def bar(self, line: int | None = None) -> str:
        number = "" if line is None else str(line)
        return " " + self.ink.paint(f"{number:>{self.width}} |", _FRAME)

    def pointer(self, arrow: str, path: str, span: Span | None) -> str:
        at = f":{span.line}:{span.column}" if span else ""
        return f"{' ' * (self.width + 1)}{self.ink.paint(arrow, _FRAME)} {terminal(path)}{at}"

    def note(self, label: str, words: str) -> str:
        sign = self.ink.paint("=", _FRAME)
        margin = " " * (self.width + 2)
        first, *others = (terminal(line) for line in words.split("\n"))
        return "\n".join(
            [f"{margin}{sign} {label}: {first}", *(f"{margin}    {line}" for line in others)]
        )


def _block(item: Diagnostic, report: Report) -> str:
    ink = _Ink(report.has_colour)
    colour = _COLOURS[item.severity]
    spans = [item.span, *(related.span for related in item.related)]
    frame = _Frame(max(len(str(span.line)) if span else 1 for span in spans), ink)
    head = ink.paint(f"{item.severity}[{item.code}]", "1", colour)
    first, *others = map(terminal, item.message.split("\n"))
    # What another program said keeps its lines; none of them may look like a line of ours.
    lines = [head + ink.paint(f": {first}", "1"), *(f"    {line}" for line in others)]
    lines.append(frame.pointer("-->", item.path, item.span))
    lines += _excerpt(item.path, item.span, report, frame, _Underline("^", "", colour))
    for related in item.related:
        lines.append(frame.pointer(":::", related.path, related.span))
        mark = _Underline("-", f" {related.message}", _FRAME)
        lines += _excerpt(related.path, related.span, report, frame, mark) or [
            frame.note("note", related.message)
        ]
    if item.hint:
        lines.append(frame.note("hint", item.hint))
    lines.append(frame.note("more", f"hubtool explain {item.code}"))
    return "\n".join(lines)


@dataclass(frozen=True)
class _Underline:
    sign: str
    words: str
    colour: str


def _excerpt(
    path: str, span: Span | None, report: Report, frame: _Frame, mark: _Underline
) -> list[str]:
    """Return the line that *span* starts on with signs under the part that is meant."""
    line = _line(report.texts.get(path), span)
    if span is None or not line:
        return []
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before, part, after = _cropped(line, span.column - 1, max(end - 1, span.column))
    under = " " * cells(before) + frame.ink.paint(
        mark.sign * max(1, cells(part)) + terminal(mark.words), "1", mark.colour
    )
    bar = frame.bar()
    return [bar, f"{frame.bar(span.line)} {before}{part}{after}", f"{bar} {under}"]


def _line(text_: str | None, span: Span | None) -> str:
    if text_ is None or span is None:
        return ""
    lines = text_.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[span.line - 1] if span.line <= len(lines) else ""


def _cropped(line: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what is shown of *line* before, in and after the part from *start* to *end*."""
    before, part, after = line[:start], line[start:end].rstrip(), line[end:]
    if cells(line) > _MOST_CELLS:
        if len(before) > _LEAD:
            before = "…" + before[-_LEAD:]
        room = _MOST_CELLS - len(before)
        if len(part) > room:
            part, after = part[:room] + "…", ""
        elif len(after) > room - len(part):
            after = after[: room - len(part)] + "…"
    return terminal(before), terminal(part), terminal(after)
