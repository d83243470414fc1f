"""A case's cover: a chart of what its record says, in two inks.

Above, who decided: a shape for each stage that is recorded, in reading order, the larger the fewer there are, and a small
dot for each that is not. In the middle the relationship to scale, with its dated moments. Below, a mark for each lesson in
the ink of whoever says it. Nothing in it is better further up, further left or larger.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from hubtool.dates import days
from hubtool.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.pages.shapes import Family, Mark, families, marks
from hubtool.words import Words, words

WIDTH, HEIGHT = 480, 324

_SIDE = 18.0  # the margin left and right
_TOP, _FOOT = 14.0, 172.0  # of the stages
_LINE = 202.0
_YEARS = 229.0
_LESSONS = 279.0
_DOT_CELL = 18.0
_MOST_IN_A_ROW = 4
_LARGEST = 150.0
_LARGEST_MARK = 30.0
_STAGES_ONLY_FOR_LESSONS = frozenset({"throughout"})


@dataclass(frozen=True, slots=True)
class _Cell:
    """One stage at its place: *level* is a reading, `note` for described, or none for not recorded."""

    level: str | None
    x: float
    y: float
    size: float
    family: Family
    turn: int


@dataclass
class _Plates:
    """What is printed, plate by plate."""

    dots: list[str]
    bare: list[str]  # shapes in neither ink, drawn in lines
    blue: list[str]
    pink: list[str]
    edges: list[str]  # of what is blue or pink


def cover(hub: Hub, case: CaseStudy, *, labelled: bool = False) -> Markup:
    """Return the cover of *case* as SVG; *labelled* where nothing else on the page says what it shows."""
    shapes = families(case.topics)
    stages, lessons = _Plates([], [], [], [], []), _Plates([], [], [], [], [])
    if _recorded(hub, case):
        for cell in _cells(hub, case, shapes):
            _print_stage(stages, cell)
    else:
        _print_subject(stages, shapes)
    _print_lessons(lessons, case)
    line = "".join(_line(case))
    naming = Markup('role="img" aria-label="{}"').format(cover_label(hub, case)) if labelled else Markup('aria-hidden="true"')
    return Markup(  # noqa: S704  (made of numbers and fixed names; the label is escaped)
        f'<svg class="cov op {shapes[0].stock}" viewBox="0 0 {WIDTH} {HEIGHT}" {naming}>{_printed(stages)}{line}{_printed(lessons)}</svg>'
    )


def cover_label(hub: Hub, case: CaseStudy) -> str:
    """Return in words what the cover of *case* shows."""
    t = words(hub.settings.hub.language)
    said = [t("cover.drawn")]
    levels = _levels(hub, case)
    read = [
        t("cover.stage", stage=hub.term("stages", stage).label, reading=_reading(hub, t, level))
        for stage, level in levels.items()
        if level is not None
    ]
    silent = sum(level is None for level in levels.values())
    if not read:
        said.append(t("cover.nobody-says"))
    else:
        said.append(t("cover.decided", stages="; ".join(read)))
        if silent:
            said.append(t("cover.silent", n=silent))
    moments = sorted(_middle(entry.when) or 0 for entry in case.timeline)
    if moments:
        said.append(t("cover.moments", n=len(moments)))
    said.append(t("cover.question" if _question(case) is not None else "cover.no-question"))
    said.append(t("cover.lessons", lessons=t.listed(_voices(hub, case, t))))
    return " ".join(said)


def _reading(hub: Hub, t: Words, level: str) -> str:
    return t("cover.described") if level == "note" else hub.term("power", level).label.lower()


def _voices(hub: Hub, case: CaseStudy, t: Words) -> Iterator[str]:
    counted: dict[str, int] = {}
    for lesson in case.lessons:
        for voice in lesson.said_by:
            counted[voice] = counted.get(voice, 0) + 1
    for voice, count in counted.items():
        yield t("cover.voice", n=count, voice=hub.term("voices", voice).label.lower())


def _levels(hub: Hub, case: CaseStudy) -> dict[str, str | None]:
    read = case.power.stages if case.power else {}
    stages = [term.id for term in hub.terms("stages") if term.id not in _STAGES_ONLY_FOR_LESSONS]
    return {stage: (read[stage].level or "note") if stage in read else None for stage in stages}


def _recorded(hub: Hub, case: CaseStudy) -> list[str]:
    return [level for level in _levels(hub, case).values() if level not in (None, "not-applicable")]


def _cells(hub: Hub, case: CaseStudy, shapes: tuple[Family, ...]) -> Iterator[_Cell]:
    """Yield the stages at their places: all in one row, or four above three where more than four are recorded."""
    levels = list(_levels(hub, case).values())
    is_crowded = len(_recorded(hub, case)) > _MOST_IN_A_ROW
    rows = [levels[:_MOST_IN_A_ROW], levels[_MOST_IN_A_ROW:]] if is_crowded else [levels]
    height = (_FOOT - _TOP) / len(rows)
    drawn, seed = 0, sum(map(ord, case.id))
    for number, row in enumerate(rows):
        y = _TOP + height * (number + 0.5)
        for level, x, size in _places(row, height):
            family = shapes[drawn % len(shapes)]
            yield _Cell(level, x, y, size, family, _turn(family, seed, drawn))
            drawn += level is not None


def _places(row: list[str | None], height: float) -> Iterator[tuple[str | None, float, float]]:
    """Yield each stage of *row* with its middle and its size: what is recorded takes the room that dots leave."""
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
    """Return how far a shape is turned; it says nothing, and tells two cases of one topic apart."""
    if family.turns == 2:  # noqa: PLR2004  (upside down only)
        return 180 * ((seed + number) % 2)
    return 90 * ((seed * 7 + number * number + number) % 4) if family.turns else 0


def _print_stage(plates: _Plates, cell: _Cell) -> None:
    off = cell.size * 0.055
    match cell.level:
        case None:
            plates.dots.append(f'<circle cx="{cell.x:g}" cy="{cell.y:g}" r="4.5"/>')
        case "note":
            plates.bare.append(_placed(cell))
            plates.bare += [_placed(cell, scale=scale, path=cell.family.inner) for scale in cell.family.contours]
        case "informed":
            _both(plates, plates.blue, _placed(cell))
        case "consulted" | "involved":
            _both(plates, plates.blue, _placed(cell))
            _both(plates, plates.pink, _placed(cell, scale=0.36 if cell.level == "consulted" else 0.64))
        case "shared":
            _both(plates, plates.blue, _placed(cell, x=-off, y=-off / 2, scale=0.92))
            _both(plates, plates.pink, _placed(cell, x=off, y=off / 2, scale=0.92))
        case "disputed":
            _both(plates, plates.blue, _placed(cell, x=-cell.size * 0.27, scale=0.5))
            _both(plates, plates.pink, _placed(cell, x=cell.size * 0.27, scale=0.5))
        case _:
            _both(plates, plates.pink, _placed(cell))


def _print_subject(plates: _Plates, shapes: tuple[Family, ...]) -> None:
    """Where nothing is known of who decided, only the subject is drawn, in neither ink."""
    size = min(_LARGEST - 16, (WIDTH - 2 * _SIDE) / len(shapes) - 16)
    for number, family in enumerate(shapes):
        x = WIDTH / 2 + (number - (len(shapes) - 1) / 2) * (size + 24)
        plates.bare.append(_placed(_Cell(None, x, (_TOP + _FOOT) / 2, size, family, 0)))


def _print_lessons(plates: _Plates, case: CaseStudy) -> None:
    room = (WIDTH - 2 * _SIDE) / len(case.lessons)
    radius = min(_LARGEST_MARK, room / 2.35)
    step = min(room, radius * 2.75)
    x = _SIDE + radius * 1.1
    for lesson in case.lessons:
        spoken = marks(lesson.said_by)
        for number, mark in enumerate(spoken):
            size = radius * (0.8 if len(spoken) > 1 else 1)
            aside = (number - (len(spoken) - 1) / 2) * radius * 0.75
            _print_mark(plates, mark, x + aside, size)
        x += step


def _print_mark(plates: _Plates, mark: Mark, x: float, size: float) -> None:
    shape = f'<path d="{mark.path}" transform="translate({x:.4g} {_LESSONS:g}) scale({size:.3g})"/>'
    match mark.ink:
        case "pb":
            _both(plates, plates.blue, shape)
        case "pp":
            _both(plates, plates.pink, shape)
        case _:
            plates.bare.append(shape)


def _both(plates: _Plates, plate: list[str], shape: str) -> None:
    plate.append(shape)
    plates.edges.append(shape)


def _placed(cell: _Cell, *, x: float = 0, y: float = 0, scale: float = 1, path: str | None = None) -> str:
    turn = f" rotate({cell.turn})" if cell.turn else ""
    move = f"translate({cell.x + x:.4g} {cell.y + y:.4g}){turn} scale({cell.size * scale / 100:.3g})"
    return f'<path d="{path or cell.family.path}" transform="{move}"/>'


def _printed(plates: _Plates) -> str:
    layers = (
        ("pk", plates.dots),
        ("ct", plates.bare),
        ("plate pb", plates.blue),
        ("plate pp", plates.pink),
        ("ol", plates.edges),
    )
    drawn = "".join(f'<g class="{name}">{"".join(shapes)}</g>' for name, shapes in layers if shapes)
    return f'<g class="op">{drawn}</g>'


def _line(case: CaseStudy) -> Iterator[str]:
    """Yield the relationship: dotted before the question, solid after it, a dot for each year below."""
    moments = [(_middle(entry.when), entry.kind) for entry in case.timeline]
    work = days(case.dates) if case.dates else None
    bounds = [day.toordinal() for day in (work.first, work.last) if day] if work else []
    known = [day for day, _ in moments if day is not None] + [float(day) for day in bounds]
    if not known:
        return
    first, last = min(known), max(known)
    end = WIDTH - _SIDE - (24 if work and work.goes_on else 12)
    start = _SIDE + 12

    def place(day: float) -> float:
        return start + (end - start) * ((day - first) / (last - first) if last > first else 0.5)

    stop = WIDTH if work and work.goes_on else place(last)
    if bounds and (work and work.goes_on or bounds[0] < bounds[-1]):
        left = place(bounds[0])
        right = WIDTH + 4 if work and work.goes_on else place(bounds[-1])
        yield f'<rect class="wk" x="{left:.4g}" y="{_LINE - 13:g}" width="{right - left:.4g}" height="26"/>'
    question = _question(case)
    turn = place(question) if question is not None else stop
    yield f'<path class="ln dt" d="M{place(first):.4g} {_LINE:g}H{turn:.4g}"/>'
    yield f'<path class="ln" d="M{turn:.4g} {_LINE:g}H{stop:.4g}"/>'
    yield from (_moment(kind, place(day)) for day, kind in moments if day is not None and kind != "question")
    if question is not None:
        yield f'<circle class="qu" cx="{turn:.4g}" cy="{_LINE:g}" r="21"/>'
    years = "".join(f'<circle cx="{place(day):.4g}" cy="{_YEARS:g}" r="2.7"/>' for day in _new_years(first, last))
    yield f'<g class="pk">{years}</g>' if years else ""


def _moment(kind: str, x: float) -> str:
    if kind == "rupture":
        return f'<path class="brk" d="M{x:.4g} {_LINE - 13:g}l13 13-13 13-13-13z"/>'
    return f'<circle class="pk" cx="{x:.4g}" cy="{_LINE:g}" r="7.5"/>'


def _question(case: CaseStudy) -> float | None:
    dated = (_middle(entry.when) for entry in case.timeline if entry.kind == "question")
    return min((day for day in dated if day is not None), default=None)


def _middle(when: str) -> float | None:
    known = days(when)
    ends = [day.toordinal() for day in (known.first, known.last) if day]
    return sum(ends) / len(ends) if ends else None


def _new_years(first: float, last: float) -> Iterable[int]:
    years = range(date.fromordinal(int(first)).year + 1, date.fromordinal(int(last)).year + 1)
    return (date(year, 1, 1).toordinal() for year in years)
