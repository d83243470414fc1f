"""Transcripts: the WebVTT captions of a film, with the faults of the file."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from webvtt import WebVTT
from webvtt.errors import MalformedCaptionError

from hubtool.diagnostics.spans import Span

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_SENTENCE_END = re.compile(r"""[.!?…。！？]["'”’)\]]*$""")


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption with its start and end in seconds; *voice* names the speaker."""

    start: float
    end: float
    text: str
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class CueFault:
    """What is wrong with a caption file, and where."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cues of a caption file in the order of the film, and its faults."""

    cues: tuple[Cue, ...]
    faults: tuple[CueFault, ...]
    is_webvtt: bool = True


@dataclass(frozen=True, slots=True)
class _Block:
    line: int
    lines: tuple[str, ...]

    @property
    def span(self) -> Span:
        """The line with the times, or else the first line."""
        index = next((index for index, line in enumerate(self.lines) if "-->" in line), 0)
        return _line_span(self.line + index, self.lines[index])


@lru_cache(maxsize=1024)
def transcript(content: bytes) -> Transcript:
    """Return the transcript that the WebVTT file *content* holds."""
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = _LINE_END.split(text)
    if not _HEADER.fullmatch(lines[0]):
        fault = CueFault(_line_span(1, lines[0]), "the first line is not `WEBVTT`")
        return Transcript((), (fault,), is_webvtt=False)
    cues: list[Cue] = []
    faults: list[CueFault] = []
    for block in _blocks(lines):
        try:
            cues += _cues(block)
        except ValueError as error:
            faults.append(CueFault(block.span, str(error)))
    if not cues and not faults:
        faults.append(CueFault(_line_span(1, lines[0]), "there is no cue in it"))
    return Transcript(tuple(sorted(cues, key=lambda cue: cue.start)), tuple(faults))


def passages(cues: Iterable[Cue], *, seconds: float) -> Iterator[Cue]:
    """Yield *cues* joined to passages of about *seconds*, which end with a sentence if possible.

    A passage has one voice: another voice begins a new passage, and so does a long silence.
    """
    joined: list[Cue] = []
    for before, cue in pairwise((None, *cues)):
        if joined and before and cue and _ends(joined, before, cue, seconds):
            yield _joined(joined)
            joined = []
        if cue:
            joined.append(cue)
    if joined:
        yield _joined(joined)


def _ends(joined: list[Cue], before: Cue, cue: Cue, seconds: float) -> bool:
    length = before.end - joined[0].start
    is_whole = _SENTENCE_END.search(before.text) is not None
    return (
        (cue.voice is not None and cue.voice != joined[0].voice)
        or (length >= seconds and is_whole)
        or cue.end - joined[0].start > 2 * seconds
    )


def _joined(cues: list[Cue]) -> Cue:
    return Cue(cues[0].start, cues[-1].end, " ".join(cue.text for cue in cues), cues[0].voice)


def _line_span(number: int, line: str) -> Span:
    return Span(number, 1, number, len(line) + 1)


def _blocks(lines: list[str]) -> Iterator[_Block]:
    """Yield the blocks after the header: runs of lines between empty ones."""
    start = next((number for number, line in enumerate(lines) if not line), len(lines))
    run: list[str] = []
    for number, line in enumerate((*lines[start:], ""), start + 1):
        if line:
            run.append(line)
        elif run:
            yield _Block(number - len(run), tuple(run))
            run = []


def _cues(block: _Block) -> Iterator[Cue]:
    """Yield the cue that *block* holds, if it is one, or raise ValueError."""
    if not any("-->" in line for line in block.lines) and not _ASIDE.match(block.lines[0]):
        raise ValueError("this text belongs to no cue")
    try:
        # The library reports no line numbers: it gets one block at a time, whose line we know.
        read = WebVTT.from_string("\n".join(("WEBVTT", "", *block.lines)), strict=True)
    except MalformedCaptionError:
        raise ValueError("this cue cannot be read") from None
    for caption in read.captions:
        start = caption.start_time.in_milliseconds() / 1000
        end = caption.end_time.in_milliseconds() / 1000
        if end <= start:
            raise ValueError("this cue ends before it starts")
        # The library removes the marks, but leaves `&amp;`.
        text = " ".join(html.unescape(caption.text).split())
        if text:
            yield Cue(start, end, text, html.unescape(caption.voice) if caption.voice else None)
