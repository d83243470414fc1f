"""The three parts of a cover: who decided, the relationship, the lessons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from hubtool.dates import days
from hubtool.models.case import CaseStudy
from hubtool.pages.shapes import Family, Mark, marks

WIDTH, HEIGHT = 480, 324

DESCRIBED = "described"
"""Stands for a stage of which the record tells something, but no reading."""

_SIDE = 18.0  # the margin left and right
_TOP, _FOOT = 14.0, 172.0  # of the stages
_LINE, _YEARS, _LESSONS = 202.0, 229.0, 279.0
_DOT_CELL = 18.0
_MOST_IN_A_ROW = 4
_LARGEST = 150.0
_LARGEST_MARK = 30.0
_UPSIDE_DOWN = 2


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

    dots: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)  # in neither ink, drawn in lines
    blue: list[str] = field(default_factory=list)
    pink: list[str] = field(default_factory=list)

    def printed(self) -> str:
        """Return the plates in the order of printing, and the edges of what is blue or pink."""
        layers = (
            ("pk", self.dots),
            ("ct", self.bare),
            ("plate pb", self.blue),
            ("plate pp", self.pink),
            ("ol", self.blue + self.pink),
        )
        drawn = (f'<g class="{name}">{"".join(shapes)}</g>' for name, shapes in layers if shapes)
        return f'<g class="op">{"".join(drawn)}</g>'


def stage_shapes(levels: Sequence[str | None], shapes: Sequence[Family], seed: int) -> str:
    """Return the stages: all in one row, or four above three where more than four are recorded."""
    read = sum(level not in (None, "not-applicable") for level in levels)
    half = _MOST_IN_A_ROW if read > _MOST_IN_A_ROW else len(levels)
    rows = [row for row in (levels[:half], levels[half:]) if row]
    height = (_FOOT - _TOP) / len(rows)
    plates, drawn = _Plates(), 0
    for number, row in enumerate(rows):
        y = _TOP + height * (number + 0.5)
        for level, x, size in _places(row, height):
            family = shapes[drawn % len(shapes)]
            _print_stage(plates, _Cell(level, x, y, size, family, _turn(family, seed, drawn)))
            drawn += level is not None
    return plates.printed()


def subject_shapes(shapes: Sequence[Family]) -> str:
    """Return the subject in neither ink, for a case of which nobody says who decided."""
    size = min(_LARGEST - 16, (WIDTH - 2 * _SIDE) / len(shapes) - 16)
    plates = _Plates()
    for number, family in enumerate(shapes):
        x = WIDTH / 2 + (number - (len(shapes) - 1) / 2) * (size + 24)
        plates.bare.append(_placed(_Cell(None, x, (_TOP + _FOOT) / 2, size, family)))
    return plates.printed()


def lesson_marks(voices: Iterable[tuple[str, ...]]) -> str:
    """Return a mark for each lesson, in the ink of whoever says it."""
    lessons = tuple(voices)
    room = (WIDTH - 2 * _SIDE) / max(len(lessons), 1)
    radius = min(_LARGEST_MARK, room / 2.35)
    step = min(room, radius * 2.75)
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
    moments = [(_middle(entry.when), entry.kind) for entry in case.timeline]
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
        parts.append(f'<circle class="qu" cx="{turn:.4g}" cy="{_LINE:g}" r="21"/>')
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


def _places(row: Sequence[str | None], height: float) -> Iterator[tuple[str | None, float, float]]:
    """Yield each stage with its middle and size: what is recorded takes the room dots leave."""
    shown = [level for level in row if level != "not-applicable"]
    large = sum(level is not None for level in shown)
    dots = (len(shown) - large) * _DOT_CELL
    room = WIDTH - 2 * _SIDE - dots
    size = min(height - 6, _LARGEST, room / large - 10) if large else 0.0
    cell = min(room / large, size + 44) if large else 0.0
    x = (WIDTH - dots - cell * large) / 2
    for level in shown:
        width = _DOT_CELL if level is None else cell
        yield level, x + width / 2, size
        x += width


def _turn(family: Family, seed: int, number: int) -> int:
    """Return a turn that says nothing; it tells two cases of one topic apart."""
    if family.turns == _UPSIDE_DOWN:
        return 180 * ((seed + number) % 2)
    return 90 * ((seed * 7 + number * number + number) % 4) if family.turns else 0


def _print_stage(plates: _Plates, cell: _Cell) -> None:
    off = cell.size * 0.055
    match cell.level:
        case None:
            plates.dots.append(f'<circle cx="{cell.x:g}" cy="{cell.y:g}" r="4.5"/>')
        case "described":
            inner = cell.family.inner or cell.family.path
            plates.bare.append(_placed(cell))
            plates.bare += [_placed(cell, scale=part, path=inner) for part in cell.family.contours]
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
    box = f'x="{left:.4g}" y="{_LINE - 13:g}" width="{right - left:.4g}" height="26"'
    return f'<rect class="wk" {box}/>'


def _moment(kind: str, x: float) -> str:
    if kind == "rupture":
        return f'<path class="brk" d="M{x:.4g} {_LINE - 13:g}l13 13-13 13-13-13z"/>'
    return f'<circle class="pk" cx="{x:.4g}" cy="{_LINE:g}" r="7.5"/>'


def _new_years(scale: _Scale) -> str:
    """Return a dot for each first of January on the line."""
    first, last = (date.fromordinal(int(day)).year for day in (scale.first, scale.last))
    places = (scale.place(date(year, 1, 1).toordinal()) for year in range(first + 1, last + 1))
    dots = "".join(f'<circle cx="{x:.4g}" cy="{_YEARS:g}" r="2.7"/>' for x in places)
    return f'<g class="pk">{dots}</g>' if dots else ""


def _middle(when: str) -> float | None:
    known = days(when)
    ends = [day.toordinal() for day in (known.first, known.last) if day]
    return sum(ends) / len(ends) if ends else None
