"""Draws the SVG of a cover as a picture, in the light colours of the style sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from xml.etree.ElementTree import Element, fromstring

from PIL import Image, ImageChops, ImageDraw

from hubtool.art.colours import colours
from hubtool.art.png.paths import Matrix, Outline, Point, box, circle, matrix, outlines_of

INKS = {colour.name: colour.light for colour in colours()}
"""The colours of the style sheet in the light; `mix` is blue and pink over each other."""

_FINE = 3  # how many times larger it is drawn, for smooth edges
_DASH = (7.0, 6.5)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a shape is drawn: its fill, its line, and how wide that is in units of the cover."""

    fill: str | None = None
    line: str | None = None
    width: float = 0
    is_dashed: bool = False


_LOOKS = {
    "fill-ink": _Look(fill="ink"),
    "fill-yellow": _Look(fill="yellow"),
    "fill-sheet": _Look(fill="sheet"),
    "ground-line": _Look(line="ink", width=4),
    "bare": _Look(fill="sheet", line="ink", width=3),
    "outlines": _Look(line="ink", width=3),
    "work-band": _Look(fill="sheet"),
    "path-line": _Look(line="ink", width=7),
    "path-line dotted": _Look(line="ink", width=7, is_dashed=True),
    "question-dot": _Look(fill="yellow", line="ink", width=5),
    "setback": _Look(fill="sheet", line="ink", width=4),
    "tint-sheet": _Look(fill="paper"),
    **{name: _Look(fill=name) for name in INKS if name.startswith(("tint-", "deep-"))},
}
_PLATES = {"plate fill-blue": "blue", "plate fill-pink": "pink"}


def drawing(svg: str, width: int) -> Image.Image:
    """Return *svg* as a picture, *width* wide."""
    root = fromstring(svg)  # noqa: S314  (made by ourselves a moment ago)
    left, top, wide, high = (float(number) for number in root.attrib["viewBox"].split())
    scale = width * _FINE / wide
    ground = next((name for name in root.attrib["class"].split() if name.startswith("tint-")), "")
    colour = ground.replace("tint-", "deep-") or "paper"
    sheet = Image.new("RGB", (width * _FINE, round(high * scale)), INKS[colour])
    _draw_all(sheet, root, Matrix(a=scale, d=scale, e=-left * scale, f=-top * scale))
    return sheet.reduce(_FINE)


def stock(svg: str) -> str:
    """Return the name of the paper that the cover *svg* is printed on."""
    names = fromstring(svg).attrib["class"].split()  # noqa: S314  (as above)
    return next((name for name in names if name.startswith("tint-")), "tint-sheet")


def _draw_all(sheet: Image.Image, group: Element, transform: Matrix) -> None:
    plates: dict[str, Image.Image] = {}
    for child in group:
        name = child.attrib.get("class", "")
        if ink := _PLATES.get(name):
            plates[ink] = _mask(sheet.size, child, transform)
            sheet.paste(INKS[ink], mask=plates[ink])
            if len(plates) == len(_PLATES):
                overlap = ImageChops.logical_and(*plates.values())
                sheet.paste(INKS["mix"], mask=overlap)
        elif child.tag == "g" and name not in _LOOKS:
            _draw_all(sheet, child, transform)
        else:
            for shape in child if child.tag == "g" else (child,):
                _draw(sheet, shape, _LOOKS[name], transform)


def _draw(sheet: Image.Image, shape: Element, look: _Look, transform: Matrix) -> None:
    outlines = _outlines(shape, transform)
    pen = ImageDraw.Draw(sheet)
    if look.fill and len(outlines) == 1:
        pen.polygon(outlines[0].points, fill=INKS[look.fill])
    elif look.fill:
        sheet.paste(INKS[look.fill], mask=_filled(sheet.size, outlines))
    if look.line:
        width = round(look.width * transform.a)
        for outline in outlines:
            points = outline.points
            points = (*points, *points[:2]) if outline.is_closed else points
            for piece in _dashes(points, transform.a) if look.is_dashed else (points,):
                pen.line(piece, fill=INKS[look.line], width=width, joint="curve")


def _mask(size: tuple[int, int], group: Element, transform: Matrix) -> Image.Image:
    """Return where the shapes of *group* leave ink."""
    mask = Image.new("1", size)
    pen = ImageDraw.Draw(mask)
    for shape in group:
        outlines = _outlines(shape, transform)
        if len(outlines) == 1:
            pen.polygon(outlines[0].points, fill=1)
        else:
            mask.paste(1, mask=_filled(size, outlines))
    return mask


def _filled(size: tuple[int, int], outlines: Sequence[Outline]) -> Image.Image:
    """Return the area inside an odd number of outlines: the inside of two is a hole."""
    mask = Image.new("1", size)
    for outline in outlines:
        part = Image.new("1", size)
        ImageDraw.Draw(part).polygon(outline.points, fill=1)
        mask = ImageChops.logical_xor(mask, part)
    return mask


def _outlines(shape: Element, transform: Matrix) -> list[Outline]:
    """Return the outlines of *shape*, moved by its own transform and then by *transform*."""
    moved = transform @ matrix(shape.attrib.get("transform"))
    return [
        Outline(tuple(map(moved, outline.points)), outline.is_closed)
        for outline in _own_outlines(shape.tag, shape.attrib)
    ]


def _own_outlines(tag: str, attributes: Mapping[str, str]) -> tuple[Outline, ...]:
    match tag:
        case "circle":
            return circle(*(float(attributes[name]) for name in ("cx", "cy", "r")))
        case "rect":
            return box(*(float(attributes[name]) for name in ("x", "y", "width", "height")))
        case _:
            return outlines_of(attributes["d"])


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
