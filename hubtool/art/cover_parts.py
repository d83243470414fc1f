"""The three parts of a cover: who decided, the relationship, the lessons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle

from hubtool.art.papers import Tile, printed
from hubtool.art.shapes import BANDS, Family, Mark, marks
from hubtool.hub.timeline import middle_day
from hubtool.models.case import CaseStudy
from hubtool.text.dates import days

WIDTH, HEIGHT = 480, 324

DESCRIBED = "described"
"""Stands for a stage of which the record tells something, but no reading."""

_SIDE = 18.0  # the margin left and right
_FOOT = 180.0  # of the stages; they begin at the upper edge
_LINE, _YEARS, _LESSONS = 211.0, 234.0, 281.0
_BAND = 17.0  # half the height of the work
_DOT_CELL = 24.0
_MOST_IN_A_ROW = 4
_ROOM = 14.0  # between a shape and the edge of its tile, on both sides together
_LARGEST_MARK = 33.0
_UPSIDE_DOWN = 2

RULE = f'<path class="ru" d="M0 {_FOOT:g}h{WIDTH}"/>'
"""Parts the stages from the line."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A stage at its place: *level* is a reading, `DESCRIBED`, or none for not recorded."""

    level: str | None
    x: float
    y: float
    size: float
    family: Family
    turn: int = 0


@dataclass
class _Plates:
    """What is printed, plate by plate, while it is being drawn."""

    papers: list[Tile] = field(default_factory=list)
    dots: list[str] = field(default_factory=list)
    bands: list[list[str]] = field(default_factory=lambda: [[] for _ in BANDS])
    bare: list[str] = field(default_factory=list)  # in neither ink, with an edge
    blue: list[str] = field(default_factory=list)
    pink: list[str] = field(default_factory=list)

    def printed(self) -> str:
        """Return the plates in the order of printing, and the edges of what is blue or pink."""
        layers = (
            ("pk", self.dots),
            # Ink and white by turns: what nobody read weighs as much as what somebody did.
            *zip(cycle(("pk", "ps")), self.bands, strict=False),
            ("ct", self.bare),
            ("plate pb", self.blue),
            ("plate pp", self.pink),
            ("ol", self.blue + self.pink),
        )
        drawn = (f'<g class="{name}">{"".join(shapes)}</g>' for name, shapes in layers if shapes)
        # The paper lies outside of the group that is blended: it never dirties an ink.
        return f'{printed(self.papers)}<g class="op">{"".join(drawn)}</g>'


def stage_shapes(levels: Sequence[str | None], shapes: Sequence[Family], seed: int) -> str:
    """Return the stages: all in one row, or four above three where more than four are recorded."""
    read = sum(level not in (None, "not-applicable") for level in levels)
    half = _MOST_IN_A_ROW if read > _MOST_IN_A_ROW else len(levels)
    rows = [row for row in (levels[:half], levels[half:]) if row]
    height = _FOOT / len(rows)
    plates, drawn = _Plates(), 0
    for number, row in enumerate(rows):
        y = height * number
        for level, x, width in _places(row):
            if level is None:
                plates.dots.append(_dot(x + width / 2, y + height / 2))
                continue
            family = shapes[drawn % len(shapes)]
            tile = Tile(x, y, width, height, family, seed + drawn * 3)
            plates.papers.append(tile)
            size = min(width, height) - _ROOM
            _print_stage(
                plates, _Cell(level, *tile.middle, size, family, _turn(family, seed, drawn))
            )
            drawn += 1
    return plates.printed()


def subject_shapes(shapes: Sequence[Family], seed: int) -> str:
    """Return the subject in neither ink, for a case of which nobody says who decided."""
    width = WIDTH / len(shapes)
    size = min(width, _FOOT) - 2 * _ROOM
    plates = _Plates()
    for number, family in enumerate(shapes):
        tile = Tile(width * number, 0, width, _FOOT, family, seed + number * 3)
        plates.papers.append(tile)
        _print_bands(plates, _Cell(None, *tile.middle, size, family))
    return plates.printed()


def lesson_marks(voices: Iterable[tuple[str, ...]]) -> str:
    """Return a mark for each lesson, in the ink of whoever says it."""
    lessons = tuple(voices)
    room = (WIDTH - 2 * _SIDE) / max(len(lessons), 1)
    radius = min(_LARGEST_MARK, room / 2.25)
    step = min(room, radius * 2.5)
    plates = _Plates()
    for place, said_by in enumerate(lessons):
        spoken = marks(said_by)
        middle = (len(spoken) - 1) / 2
        for number, mark in enumerate(spoken):
            x = _SIDE + radius * 1.1 + place * step + (number - middle) * radius * 0.75
            _print_mark(plates, mark, x, radius * (0.8 if len(spoken) > 1 else 1))
    return plates.printed()


def relationship(case: CaseStudy) -> str:
    """Return the time they had together, to scale: dotted before the question, solid after it."""
    moments = [(middle_day(entry.when), entry.kind) for entry in case.timeline]
    dated = [(day, kind) for day, kind in moments if day is not None]
    work = days(case.dates) if case.dates else None
    bounds = [float(day.toordinal()) for day in (work.first, work.last) if day] if work else []
    known = [*(day for day, _ in dated), *bounds]
    if not known:
        return ""
    goes_on = bool(work and work.goes_on)
    scale = _Scale(min(known), max(known), _SIDE + 12, WIDTH - _SIDE - (24 if goes_on else 12))
    stop = WIDTH if goes_on else scale.place(scale.last)
    asked = min((day for day, kind in dated if kind == "question"), default=None)
    turn = stop if asked is None else scale.place(asked)
    parts = [
        _work(scale, bounds, goes_on=goes_on),
        f'<path class="ln dt" d="M{scale.place(scale.first):.4g} {_LINE:g}H{turn:.4g}"/>',
        f'<path class="ln" d="M{turn:.4g} {_LINE:g}H{stop:.4g}"/>',
        *(_moment(kind, scale.place(day)) for day, kind in dated if kind != "question"),
    ]
    if asked is not None:
        parts.append(f'<circle class="qu" cx="{turn:.4g}" cy="{_LINE:g}" r="23"/>')
    return "".join([*parts, _new_years(scale)])


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days, as ordinals, on a line from *start* to *end*."""

    first: float
    last: float
    start: float
    end: float

    def place(self, day: float) -> float:
        """Return where *day* lies; in the middle, where there is only one."""
        length = self.last - self.first
        part = (day - self.first) / length if length else 0.5
        return self.start + (self.end - self.start) * part


def _places(row: Sequence[str | None]) -> Iterator[tuple[str | None, float, float]]:
    """Yield each stage with its left edge and width: what is recorded takes the room dots leave."""
    shown = [level for level in row if level != "not-applicable"]
    large = sum(level is not None for level in shown)
    dot = _DOT_CELL if large else WIDTH / max(len(shown), 1)
    wide = (WIDTH - dot * (len(shown) - large)) / max(large, 1)
    x = 0.0
    for level in shown:
        width = dot if level is None else wide
        yield level, x, width
        x += width


def _turn(family: Family, seed: int, number: int) -> int:
    """Return a turn that says nothing; it tells two cases of one topic apart."""
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


def _print_mark(plates: _Plates, mark: Mark, x: float, size: float) -> None:
    place = f"translate({x:.4g} {_LESSONS:g}) scale({size:.3g})"
    plate = {"pb": plates.blue, "pp": plates.pink}.get(mark.ink, plates.bare)
    plate.append(f'<path d="{mark.path}" transform="{place}"/>')


def _placed(
    cell: _Cell, *, x: float = 0, y: float = 0, scale: float = 1, path: str | None = None
) -> str:
    turn = f" rotate({cell.turn})" if cell.turn else ""
    place = f"translate({cell.x + x:.4g} {cell.y + y:.4g}){turn}"
    size = f"scale({cell.size * scale / 100:.3g})"
    return f'<path d="{path or cell.family.path}" transform="{place} {size}"/>'


def _work(scale: _Scale, bounds: Sequence[float], *, goes_on: bool) -> str:
    """Return the band of the work itself, where its dates say how long it was."""
    if not bounds or (bounds[0] == bounds[-1] and not goes_on):
        return ""
    left = scale.place(bounds[0])
    right = WIDTH + 4 if goes_on else scale.place(bounds[-1])
    box = f'x="{left:.4g}" y="{_LINE - _BAND:g}" width="{right - left:.4g}" height="{2 * _BAND:g}"'
    return f'<rect class="wk" {box}/>'


def _moment(kind: str, x: float) -> str:
    if kind == "rupture":
        return f'<path class="brk" d="M{x:.4g} {_LINE - 14:g}l14 14-14 14-14-14z"/>'
    return f'<circle class="pk" cx="{x:.4g}" cy="{_LINE:g}" r="8.5"/>'


def _new_years(scale: _Scale) -> str:
    """Return a dot for each first of January on the line."""
    first, last = (date.fromordinal(int(day)).year for day in (scale.first, scale.last))
    places = (scale.place(date(year, 1, 1).toordinal()) for year in range(first + 1, last + 1))
    dots = "".join(f'<circle cx="{x:.4g}" cy="{_YEARS:g}" r="3"/>' for x in places)
    return f'<g class="pk">{dots}</g>' if dots else ""
