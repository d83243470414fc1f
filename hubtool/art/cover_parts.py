"""The three parts of a cover: who decided, the relationship, the lessons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle

from hubtool.art.papers import Tile, printed
from hubtool.art.shapes import BANDS, Family, VoiceMark, voice_marks
from hubtool.hub.timeline import middle_day
from hubtool.models.case import CaseStudy
from hubtool.text.dates import days

WIDTH, HEIGHT = 480, 324

NOTE_ONLY = "described"
"""The level of a stage that has a note and no reading."""

_SIDE = 18.0  # the margin left and right
_FOOT = 180.0  # the lower edge of the stages, which begin at the top
_LINE, _YEARS, _LESSONS = 211.0, 234.0, 281.0
_BAND = 17.0  # half the height of the work
_DOT_CELL = 24.0
_MOST_IN_A_ROW = 4
_ROOM = 14.0  # between a shape and the edge of its tile, on both sides together
_LARGEST_MARK = 33.0
_UPSIDE_DOWN = 2

RULE = f'<path class="ground-line" d="M0 {_FOOT:g}h{WIDTH}"/>'
"""Parts the stages from the line."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A stage at its position: *level* is a reading, `NOTE_ONLY`, or none for not recorded."""

    level: str | None
    x: float
    y: float
    size: float
    family: Family
    turn: int = 0


@dataclass
class _Plates:
    """The shapes of a drawing in progress, plate by plate."""

    papers: list[Tile] = field(default_factory=list)
    dots: list[str] = field(default_factory=list)
    bands: list[list[str]] = field(default_factory=lambda: [[] for _ in BANDS])
    bare: list[str] = field(default_factory=list)  # in neither ink, with an edge
    blue: list[str] = field(default_factory=list)
    pink: list[str] = field(default_factory=list)

    def printed(self) -> str:
        """Return the plates in the order of printing, and the edges of what is blue or pink."""
        layers = (
            ("fill-ink", self.dots),
            # Ink and white by turns: a stage without a reading weighs as much as one with a reading.
            *zip(cycle(("fill-ink", "fill-sheet")), self.bands, strict=False),
            ("bare", self.bare),
            ("plate fill-blue", self.blue),
            ("plate fill-pink", self.pink),
            ("outlines", self.blue + self.pink),
        )
        groups = (f'<g class="{name}">{"".join(shapes)}</g>' for name, shapes in layers if shapes)
        # The paper lies outside the blended group, so that it does not tint the inks.
        return f'{printed(self.papers)}<g class="overprint">{"".join(groups)}</g>'


def stage_shapes(levels: Sequence[str | None], shapes: Sequence[Family], seed: int) -> str:
    """Return the stages: all in one row, or four above three where more than four are recorded."""
    read = sum(level not in (None, "not-applicable") for level in levels)
    half = _MOST_IN_A_ROW if read > _MOST_IN_A_ROW else len(levels)
    rows = [row for row in (levels[:half], levels[half:]) if row]
    height = _FOOT / len(rows)
    plates, count = _Plates(), 0
    for row_number, row in enumerate(rows):
        y = height * row_number
        for level, x, width in _columns(row):
            if level is None:
                plates.dots.append(_dot(x + width / 2, y + height / 2))
                continue
            family = shapes[count % len(shapes)]
            tile = Tile(x, y, width, height, family, seed + count * 3)
            plates.papers.append(tile)
            size = min(width, height) - _ROOM
            turn = _turn(family, seed, count)
            _print_stage(plates, _Cell(level, *tile.middle, size, family, turn))
            count += 1
    return plates.printed()


def subject_shapes(shapes: Sequence[Family], seed: int) -> str:
    """Return the subject in neither ink, for a case without any reading."""
    width = WIDTH / len(shapes)
    size = min(width, _FOOT) - 2 * _ROOM
    plates = _Plates()
    for number, family in enumerate(shapes):
        tile = Tile(width * number, 0, width, _FOOT, family, seed + number * 3)
        plates.papers.append(tile)
        _print_bands(plates, _Cell(None, *tile.middle, size, family))
    return plates.printed()


def lesson_marks(voices: Iterable[tuple[str, ...]]) -> str:
    """Return a mark for each lesson, in the ink of its voice."""
    lessons = tuple(voices)
    room = (WIDTH - 2 * _SIDE) / max(len(lessons), 1)
    radius = min(_LARGEST_MARK, room / 2.25)
    step = min(room, radius * 2.5)
    plates = _Plates()
    for index, said_by in enumerate(lessons):
        marks = voice_marks(said_by)
        middle = (len(marks) - 1) / 2
        for number, mark in enumerate(marks):
            x = _SIDE + radius * 1.1 + index * step + (number - middle) * radius * 0.75
            _print_mark(plates, mark, x, radius * (0.8 if len(marks) > 1 else 1))
    return plates.printed()


def relationship(case: CaseStudy) -> str:
    """Return the time they had together, to scale: dotted before the question, solid after it."""
    moments = _dated_moments(case)
    work = days(case.dates) if case.dates else None
    work_days = [float(day.toordinal()) for day in (work.first, work.last) if day] if work else []
    goes_on = bool(work and work.goes_on)
    all_days = [*(day for day, _ in moments), *work_days]
    if not all_days:
        return ""
    scale = _DayScale(min(all_days), max(all_days), goes_on=goes_on)
    question = min((scale.x(day) for day, kind in moments if kind == "question"), default=None)
    parts = [
        _work(scale, work_days),
        _line(scale, question),
        *(_moment(kind, scale.x(day)) for day, kind in moments if kind != "question"),
        _question(question),
        _new_years(scale),
    ]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _DayScale:
    """Days, as ordinals, on the line of a cover; work that *goes_on* runs off its right edge."""

    first: float
    last: float
    goes_on: bool

    @property
    def end(self) -> float:
        """The end of the line."""
        return WIDTH if self.goes_on else self.x(self.last)

    def x(self, day: float) -> float:
        """Return the position of *day*; a single day is in the middle."""
        start, end = _SIDE + 12, WIDTH - _SIDE - (24 if self.goes_on else 12)
        length = self.last - self.first
        part = (day - self.first) / length if length else 0.5
        return start + (end - start) * part


def _dated_moments(case: CaseStudy) -> list[tuple[float, str]]:
    """Return the day and the kind of each moment that has a day."""
    moments = ((middle_day(entry.when), entry.kind) for entry in case.timeline)
    return [(day, kind) for day, kind in moments if day is not None]


def _columns(row: Sequence[str | None]) -> Iterator[tuple[str | None, float, float]]:
    """Yield each stage with its left edge and width: recorded stages share the room beside dots."""
    levels = [level for level in row if level != "not-applicable"]
    recorded = sum(level is not None for level in levels)
    narrow = _DOT_CELL if recorded else WIDTH / max(len(levels), 1)
    wide = (WIDTH - narrow * (len(levels) - recorded)) / max(recorded, 1)
    x = 0.0
    for level in levels:
        width = narrow if level is None else wide
        yield level, x, width
        x += width


def _turn(family: Family, seed: int, number: int) -> int:
    """Return a turn without a meaning, by which two cases of one topic look different."""
    if family.turns == _UPSIDE_DOWN:
        return 180 * ((seed + number) % 2)
    return 90 * ((seed * 7 + number * number + number) % 4) if family.turns else 0


def _print_stage(plates: _Plates, cell: _Cell) -> None:
    off = cell.size * 0.055
    match cell.level:
        case "described":
            _print_bands(plates, cell)
        case "informed":
            plates.blue.append(_placed(cell))
        case "consulted" | "involved":
            plates.blue.append(_placed(cell))
            plates.pink.append(_placed(cell, scale=0.36 if cell.level == "consulted" else 0.64))
        case "shared":
            plates.blue.append(_placed(cell, x=-off, y=-off / 2, scale=0.92))
            plates.pink.append(_placed(cell, x=off, y=off / 2, scale=0.92))
        case "disputed":
            plates.blue.append(_placed(cell, x=-cell.size * 0.27, scale=0.5))
            plates.pink.append(_placed(cell, x=cell.size * 0.27, scale=0.5))
        case _:
            plates.pink.append(_placed(cell))


def _print_bands(plates: _Plates, cell: _Cell) -> None:
    for layer, size in zip(plates.bands, BANDS, strict=True):
        path, scale = cell.family.band(size)
        layer.append(_placed(cell, scale=scale, path=path))


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x:.4g}" cy="{y:.4g}" r="5"/>'


def _print_mark(plates: _Plates, mark: VoiceMark, x: float, size: float) -> None:
    transform = f"translate({x:.4g} {_LESSONS:g}) scale({size:.3g})"
    plate = {"fill-blue": plates.blue, "fill-pink": plates.pink}.get(mark.ink, plates.bare)
    plate.append(f'<path d="{mark.path}" transform="{transform}"/>')


def _placed(
    cell: _Cell, *, x: float = 0, y: float = 0, scale: float = 1, path: str | None = None
) -> str:
    turn = f" rotate({cell.turn})" if cell.turn else ""
    position = f"translate({cell.x + x:.4g} {cell.y + y:.4g}){turn}"
    size = f"scale({cell.size * scale / 100:.3g})"
    return f'<path d="{path or cell.family.path}" transform="{position} {size}"/>'


def _work(scale: _DayScale, days_: Sequence[float]) -> str:
    """Return the band of the work itself, if its dates say how long it was."""
    if not days_ or (days_[0] == days_[-1] and not scale.goes_on):
        return ""
    left = scale.x(days_[0])
    right = WIDTH + 4 if scale.goes_on else scale.x(days_[-1])
    box = f'x="{left:.4g}" y="{_LINE - _BAND:g}" width="{right - left:.4g}" height="{2 * _BAND:g}"'
    return f'<rect class="work-band" {box}/>'


def _line(scale: _DayScale, question: float | None) -> str:
    """Return the line: dotted up to the question, or all of it if there is none."""
    start, turn = scale.x(scale.first), scale.end if question is None else question
    return (
        f'<path class="path-line dotted" d="M{start:.4g} {_LINE:g}H{turn:.4g}"/>'
        f'<path class="path-line" d="M{turn:.4g} {_LINE:g}H{scale.end:.4g}"/>'
    )


def _question(x: float | None) -> str:
    return "" if x is None else f'<circle class="question-dot" cx="{x:.4g}" cy="{_LINE:g}" r="23"/>'


def _moment(kind: str, x: float) -> str:
    if kind == "rupture":
        return f'<path class="setback" d="M{x:.4g} {_LINE - 14:g}l14 14-14 14-14-14z"/>'
    return f'<circle class="fill-ink" cx="{x:.4g}" cy="{_LINE:g}" r="8.5"/>'


def _new_years(scale: _DayScale) -> str:
    """Return a dot for each first of January on the line."""
    first, last = (date.fromordinal(int(day)).year for day in (scale.first, scale.last))
    positions = (scale.x(date(year, 1, 1).toordinal()) for year in range(first + 1, last + 1))
    dots = "".join(f'<circle cx="{x:.4g}" cy="{_YEARS:g}" r="3"/>' for x in positions)
    return f'<g class="fill-ink">{dots}</g>' if dots else ""
