"""Reads WebVTT captions as the transcript of a film, and names what is not WebVTT."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import Wording, wording
from hubtool.documents.cues import CueLine, Times, TimesError, lines, starts_another, times
from hubtool.documents.decoding import decode
from hubtool.documents.document import SourceFile

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_SENTENCE_END = re.compile(r"""[.!?…。！？]["'”’)\]]*$""")

_OTHER_FORMATS = (
    (re.compile(r"\s*+(?:\d{1,9}\s++)?\d{1,4}:\d\d:\d\d,\d{1,9}\s*-->"), "H505.subrip"),
    (re.compile(r"\s*\d+:\d\d:\d\d\.\d+,\d+:\d\d:\d\d"), "H505.subviewer"),
    (re.compile(r"\s*\[Script Info\]", re.IGNORECASE), "H505.substation"),
    (re.compile(r"\s*<(?:\?xml|(?:\w{1,9}:)?tt\b|transcript|SAMI)", re.IGNORECASE), "H505.xml"),
    (re.compile(r"\s*\[(?:\w\w:|\d\d:)"), "H505.lrc"),
    (re.compile(r"\s*\{\d+\}"), "H505.microdvd"),
    (re.compile(r"\s*[\[{]"), "H505.json"),
    (re.compile(r"[\s\ufeff]*+WEBVTT", re.IGNORECASE), "H505.odd-header"),
    (re.compile(r"(?:.*\n){0,3}.*-->"), "H505.no-header"),
    (re.compile(""), "H505.no-webvtt"),
)
"""What files are instead of WebVTT, by their beginnings; the last row fits all."""

# Automatic captions roll: each line is shown again above the next, as many programs save them.
_MOSTLY = 0.3
_LEAST_ROLLING = 3
_GAP = 0.1


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one moment of a film to another, in seconds; *voice* is who says it."""

    start: float
    end: float
    text: str
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class CueFault:
    """What is wrong with a caption file, and where; a *slight* one spoils nothing."""

    span: Span | None
    words: Wording
    is_slight: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cues of a caption file in the order of the film, and its faults.

    *other_format* is what the file is, where it is no WebVTT. *is_rolling* says that lines that
    came twice were joined.
    """

    cues: tuple[Cue, ...]
    faults: tuple[CueFault, ...]
    other_format: str | None = None
    is_rolling: bool = False

    @property
    def is_webvtt(self) -> bool:
        """Whether the file is one."""
        return self.other_format is None


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines between two empty ones; *follows_room* says that the one above has only spaces."""

    line: int
    lines: tuple[str, ...]
    follows_room: bool = False

    @property
    def times_index(self) -> int | None:
        """The index of the line of its times."""
        return next((index for index, line in enumerate(self.lines) if "-->" in line), None)


@dataclass(frozen=True, slots=True)
class _SpeechBlock:
    """A cue as it is shown: when, and its lines."""

    times: Times
    lines: tuple[CueLine, ...]


@lru_cache(maxsize=1024)
def transcript(content: bytes) -> Transcript:
    """Return the transcript that the WebVTT file *content* holds."""
    text = decode(SourceFile("", content))
    if not isinstance(text, str):
        fault = CueFault(text.span, Wording("H505", text.message, text.hint))
        return Transcript((), (fault,))
    all_lines = _LINE_END.split(text)
    if not _HEADER.fullmatch(all_lines[0]):
        return _no_webvtt(text, all_lines[0])
    blocks: list[_SpeechBlock] = []
    faults: list[CueFault] = []
    for block in _blocks(all_lines):
        _read(block, blocks, faults)
    if not blocks and not faults:
        faults.append(CueFault(_line_span(1, all_lines[0]), wording("H505.no-cue")))
    blocks.sort(key=lambda cue: cue.times.start)
    is_rolling = _is_rolling(blocks)
    cues = [
        cue for one in (_joined_rolling(blocks) if is_rolling else blocks) for cue in _cues(one)
    ]
    return Transcript(tuple(cues), tuple(faults), is_rolling=is_rolling)


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
        cue.voice != joined[0].voice
        or (length >= seconds and is_whole)
        or cue.end - joined[0].start > 2 * seconds
    )


def _joined(cues: list[Cue]) -> Cue:
    return Cue(cues[0].start, cues[-1].end, " ".join(cue.text for cue in cues), cues[0].voice)


def _no_webvtt(text: str, first: str) -> Transcript:
    start = text[:2000]
    name = wording(next(key for form, key in _OTHER_FORMATS if form.match(start)))
    fault = CueFault(_line_span(1, first), wording("H505.first-line", name.hint))
    return Transcript((), (fault,), other_format=name.message)


def _line_span(number: int, line: str) -> Span:
    return Span(number, 1, number, len(line) + 1)


def _blocks(all_lines: Sequence[str]) -> Iterator[_Block]:
    """Yield the blocks after the header. New times begin one too, even without an empty line."""
    header = (n for n, line in enumerate(all_lines) if n and (not line.strip() or "-->" in line))
    start = next(header, len(all_lines))
    run: list[str] = []
    follows_room = False
    for number, line in enumerate((*all_lines[start:], ""), start + 1):
        is_next = "-->" in line and any("-->" in earlier for earlier in run)
        if run and (is_next or not line.strip()):
            yield _Block(number - len(run), tuple(run), follows_room)
            run = []
        if line.strip():
            run.append(line)
        follows_room = bool(line) if not run else follows_room and not is_next


def _read(block: _Block, blocks: list[_SpeechBlock], faults: list[CueFault]) -> None:
    """Add the cue of *block* to *blocks*, or what is wrong with it to *faults*."""
    index = block.times_index
    if index is None:
        if _ASIDE.match(block.lines[0]):
            return
        if block.follows_room and blocks:
            last = blocks[-1]
            blocks[-1] = _SpeechBlock(last.times, (*last.lines, *lines(list(block.lines))))
            return
        span = _line_span(block.line, block.lines[0])
        faults.append(CueFault(span, wording("H505.stray-text")))
        return
    span = _line_span(block.line + index, block.lines[index])
    try:
        when = times(block.lines[index])
    except TimesError as error:
        faults.append(CueFault(span, error.words))
        return
    if when.start == when.end:
        faults.append(CueFault(span, wording("H505.no-time"), is_slight=True))
    blocks.append(_SpeechBlock(when, tuple(lines(list(block.lines[index + 1 :])))))


def _cues(block: _SpeechBlock) -> Iterator[Cue]:
    """Yield *block* as a cue for each voice."""
    group: list[CueLine] = []
    for line in (*block.lines, None):
        if group and (line is None or line.voice != group[0].voice or starts_another(line)):
            text = " ".join(part.text for part in group)
            yield Cue(block.times.start, block.times.end, text.strip(), group[0].voice)
            group = []
        if line is not None:
            group.append(line)


def _is_rolling(blocks: Sequence[_SpeechBlock]) -> bool:
    repeats = sum(_repeated(before, cue) > 0 for before, cue in pairwise(blocks))
    return repeats >= max(_LEAST_ROLLING, _MOSTLY * len(blocks))


def _repeated(before: _SpeechBlock, cue: _SpeechBlock) -> int:
    """Return how many lines at the start of *cue* are the last ones of the cue *before* it."""
    if cue.times.start > before.times.end + _GAP:
        return 0
    most = min(len(before.lines), len(cue.lines))
    return next(
        (n for n in range(most, 0, -1) if before.lines[-n:] == cue.lines[:n]),
        1 if _grows(before, cue) else 0,
    )


def _grows(before: _SpeechBlock, cue: _SpeechBlock) -> bool:
    """Say whether *cue* shows the words before it again, and more of the same line."""
    return (
        len(before.lines) == len(cue.lines) == 1
        and cue.lines[0].voice == before.lines[0].voice
        and cue.lines[0].text.startswith(f"{before.lines[0].text} ")
    )


def _joined_rolling(blocks: Sequence[_SpeechBlock]) -> Iterator[_SpeechBlock]:
    """Yield each line once, at the time when it is first shown."""
    for before, cue in pairwise((None, *blocks)):
        if cue is None:
            continue
        if before is not None and _grows(before, cue):
            line = cue.lines[0]
            new = line.text.removeprefix(before.lines[0].text).strip()
            yield _SpeechBlock(cue.times, (CueLine(new, line.voice),))
        else:
            repeated = _repeated(before, cue) if before is not None else 0
            if fresh := cue.lines[repeated:]:
                yield _SpeechBlock(cue.times, fresh)
