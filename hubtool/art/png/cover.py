"""Draws a cover, as its SVG and the style sheet say, in the colours of the light."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from xml.etree.ElementTree import Element, fromstring

from PIL import Image, ImageChops, ImageDraw

from hubtool.art.png.paths import Line, Matrix, Point, box, circle, lines, matrix

INKS = {
    "paper": "#fbfaf7",
    "sheet": "#ffffff",
    "ink": "#17163a",
    "ink-2": "#514f6e",
    "blue": "#3350ff",
    "pink": "#fb4c6f",
    "mix": "#331c76",
    "yellow": "#ffd326",
    "t-blue": "#e3e8ff",
    "t-pink": "#ffe3e6",
    "t-yellow": "#fff1b8",
    "t-lilac": "#ece8f8",
    "d-blue": "#b8c8ff",
    "d-pink": "#ffbbc0",
    "d-yellow": "#ffdf7e",
    "d-lilac": "#ccc0f4",
    "d-sheet": "#e2dece",
}
"""The colours of the style sheet in the light; `mix` is blue and pink over each other."""

_FINE = 3  # drawn so many times larger, for smooth edges
_DASH = (7.0, 6.5)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a shape is drawn: its fill, its line, and how wide that is in units of the cover."""

    fill: str | None = None
    line: str | None = None
    width: float = 0
    is_dashed: bool = False


_LOOKS = {
    "pk": _Look(fill="ink"),
    "py": _Look(fill="yellow"),
    "ps": _Look(fill="sheet"),
    "ru": _Look(line="ink", width=4),
    "ct": _Look(fill="sheet", line="ink", width=3),
    "ol": _Look(line="ink", width=3),
    "wk": _Look(fill="sheet"),
    "ln": _Look(line="ink", width=7),
    "ln dt": _Look(line="ink", width=7, is_dashed=True),
    "qu": _Look(fill="yellow", line="ink", width=5),
    "brk": _Look(fill="sheet", line="ink", width=4),
    "t-sheet": _Look(fill="paper"),
    **{name: _Look(fill=name) for name in INKS if name[:2] in ("t-", "d-")},
}
_PLATES = {"plate pb": "blue", "plate pp": "pink"}


def drawing(svg: str, width: int) -> Image.Image:
    """Return *svg* as a picture, *width* wide."""
    root = fromstring(svg)  # noqa: S314  (made by ourselves a moment ago)
    left, top, wide, high = (float(number) for number in root.attrib["viewBox"].split())
    scale = width * _FINE / wide
    ground = next((name for name in root.attrib["class"].split() if name.startswith("t-")), "")
    colour = ground.replace("t-", "d-") or "paper"
    sheet = Image.new("RGB", (width * _FINE, round(high * scale)), INKS[colour])
    _draw_all(sheet, root, Matrix(a=scale, d=scale, e=-left * scale, f=-top * scale))
    return sheet.reduce(_FINE)


def stock(svg: str) -> str:
    """Return the name of the paper that the cover *svg* is printed on."""
    names = fromstring(svg).attrib["class"].split()  # noqa: S314  (as above)
    return next((name for name in names if name.startswith("t-")), "t-sheet")


def _draw_all(sheet: Image.Image, group: Element, place: Matrix) -> None:
    plates: dict[str, Image.Image] = {}
    for child in group:
        name = child.attrib.get("class", "")
        if ink := _PLATES.get(name):
            plates[ink] = _mask(sheet.size, child, place)
            sheet.paste(INKS[ink], mask=plates[ink])
            if len(plates) == len(_PLATES):
                both = ImageChops.logical_and(*plates.values())
                sheet.paste(INKS["mix"], mask=both)
        elif child.tag == "g" and name not in _LOOKS:
            _draw_all(sheet, child, place)
        else:
            for shape in child if child.tag == "g" else (child,):
                _draw(sheet, shape, _LOOKS[name], place)


def _draw(sheet: Image.Image, shape: Element, look: _Look, place: Matrix) -> None:
    found = [_moved(line, place @ matrix(shape.attrib.get("transform"))) for line in _lines(shape)]
    pen = ImageDraw.Draw(sheet)
    if look.fill and len(found) == 1:
        pen.polygon(found[0].points, fill=INKS[look.fill])
    elif look.fill:
        sheet.paste(INKS[look.fill], mask=_filled(sheet.size, found))
    if look.line:
        width = round(look.width * place.a)
        for line in found:
            ends = (*line.points, *line.points[:2]) if line.is_closed else line.points
            pieces = _dashes(ends, place.a) if look.is_dashed else (ends,)
            for piece in pieces:
                pen.line(piece, fill=INKS[look.line], width=width, joint="curve")


def _mask(size: tuple[int, int], group: Element, place: Matrix) -> Image.Image:
    """Return where the shapes of *group* leave ink."""
    mask = Image.new("1", size)
    pen = ImageDraw.Draw(mask)
    for shape in group:
        moved = place @ matrix(shape.attrib.get("transform"))
        found = [_moved(line, moved) for line in _lines(shape)]
        if len(found) == 1:
            pen.polygon(found[0].points, fill=1)
        else:
            mask.paste(1, mask=_filled(size, found))
    return mask


def _filled(size: tuple[int, int], found: Sequence[Line]) -> Image.Image:
    """Return what lies inside an odd number of lines: what is inside of two is a hole."""
    whole = Image.new("1", size)
    for line in found:
        part = Image.new("1", size)
        ImageDraw.Draw(part).polygon(line.points, fill=1)
        whole = ImageChops.logical_xor(whole, part)
    return whole


def _lines(shape: Element) -> tuple[Line, ...]:
    given = shape.attrib
    match shape.tag:
        case "circle":
            return circle(*(float(given[name]) for name in ("cx", "cy", "r")))
        case "rect":
            return box(*(float(given[name]) for name in ("x", "y", "width", "height")))
        case _:
            return lines(given["d"])


def _moved(line: Line, place: Matrix) -> Line:
    return Line(tuple(map(place, line.points)), line.is_closed)


def _dashes(points: Sequence[Point], scale: float) -> Iterator[tuple[Point, Point]]:
    on, off = (length * scale for length in _DASH)
    for (x1, y1), (x2, y2) in pairwise(points):
        length = hypot(x2 - x1, y2 - y1)
        start = 0.0
        while start < length:
            ends = (start / length, min(start + on, length) / length)
            first, last = ((x1 + (x2 - x1) * end, y1 + (y2 - y1) * end) for end in ends)
            yield first, last
            start += on + off
