"""Draws the SVG of a cover as a picture, in the light colours of the style sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, floor, hypot, radians
from xml.etree.ElementTree import Element, fromstring

from PIL import Image, ImageChops, ImageDraw

from hubtool.art.colours import colours
from hubtool.art.png.paths import Matrix, Outline, Point, box, circle, line, matrix, outlines_of

INKS = {colour.name: colour.light for colour in colours()}
"""The colours of the style sheet in the light; `mix` is blue and pink over each other."""

_FINE = 2  # how many times larger it is drawn, for smooth edges
_DASH = (7.0, 6.5)
_STRAIGHT = cos(radians(15))  # a line that bends less needs no corner


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
    "bare": _Look(fill="sheet", line="ink", width=3),
    "outlines": _Look(line="ink", width=3),
    "work-band": _Look(fill="sheet"),
    "solid": _Look(line="ink", width=6),
    "dotted": _Look(line="ink", width=6, is_dashed=True),
    "thin": _Look(line="ink", width=2),
    "faded": _Look(line="ink-2", width=2, is_dashed=True),
    "question-dot": _Look(fill="yellow", line="ink", width=3),
    "setback": _Look(fill="sheet", line="ink", width=3),
    **{name: _Look(fill=name) for name in INKS if name.startswith(("tint-", "deep-"))},
}
_PLATES = {"plate fill-blue": "blue", "plate fill-pink": "pink"}
PRINTED = frozenset(
    {
        "mix",
        *_PLATES.values(),
        *(name for look in _LOOKS.values() for name in (look.fill, look.line)),
    }
    | {name for name in INKS if name.startswith("deep-")}
) - {None}
"""The inks that a cover can have."""


def drawing(svg: str, width: int) -> Image.Image:
    """Return *svg* as a picture, *width* wide."""
    root = fromstring(svg)  # noqa: S314  (made by ourselves a moment ago)
    left, top, wide, high = (float(number) for number in root.attrib["viewBox"].split())
    scale = width * _FINE / wide
    ground = next((name for name in root.attrib["class"].split() if name.startswith("tint-")), "")
    sheet = Image.new("RGB", (width * _FINE, round(high * scale)), INKS[ground or "paper"])
    _draw_all(sheet, root, Matrix(a=scale, d=scale, e=-left * scale, f=-top * scale))
    return sheet.reduce(_FINE)


def stock(svg: str) -> str:
    """Return the name of the paper that the cover *svg* is printed on."""
    names = fromstring(svg).attrib["class"].split()  # noqa: S314  (as above)
    return next((name for name in names if name.startswith("tint-")), "tint-lilac")


@dataclass(frozen=True, slots=True)
class _Stencil:
    """Where shapes leave ink: a mask, no larger than they are, and the place of its corner."""

    mask: Image.Image
    corner: tuple[int, int]

    def print(self, sheet: Image.Image, ink: str) -> None:
        """Leave *ink* on *sheet*."""
        (left, top), (width, height) = self.corner, self.mask.size
        sheet.paste(INKS[ink], (left, top, left + width, top + height), self.mask)

    def overlap(self, below: "_Stencil") -> "_Stencil":
        """Return where both leave ink."""
        aligned = Image.new("1", self.mask.size)
        (left, top), (x, y) = self.corner, below.corner
        aligned.paste(below.mask, (x - left, y - top))
        return _Stencil(ImageChops.logical_and(aligned, self.mask), self.corner)


def _draw_all(sheet: Image.Image, group: Element, transform: Matrix) -> None:
    plates: dict[str, _Stencil] = {}
    for child in group:
        name = child.attrib.get("class", "")
        if ink := _PLATES.get(name):
            plates[ink] = _stencil([_outlines(shape, transform) for shape in child])
            plates[ink].print(sheet, ink)
            if len(plates) == len(_PLATES):
                below, above = plates.values()
                above.overlap(below).print(sheet, "mix")
        elif child.tag == "g" and name not in _LOOKS:
            _draw_all(sheet, child, transform @ matrix(child.attrib.get("transform")))
        else:
            _draw_each(sheet, child, transform)


def _draw_each(sheet: Image.Image, element: Element, transform: Matrix) -> None:
    """Draw *element*, or what stands in it if it is a group or a drawing of its own."""
    look = _LOOKS[element.attrib["class"]]
    if element.tag == "svg":
        transform @= Matrix(e=float(element.attrib["x"]), f=float(element.attrib["y"]))
    for shape in element if element.tag in ("g", "svg") else (element,):
        _draw(sheet, shape, look, transform)


def _draw(sheet: Image.Image, shape: Element, look: _Look, transform: Matrix) -> None:
    outlines = _outlines(shape, transform)
    pen = ImageDraw.Draw(sheet)
    if look.fill and len(outlines) == 1:
        pen.polygon(outlines[0].points, fill=INKS[look.fill])
    elif look.fill:
        _stencil([outlines]).print(sheet, look.fill)
    if look.line:
        width = round(look.width * transform.a)
        for outline in outlines:
            points = outline.points
            points = (*points, *points[:2]) if outline.is_closed else points
            for piece in _dashes(points, transform.a) if look.is_dashed else (points,):
                _draw_line(pen, piece, INKS[look.line], width)


def _draw_line(pen: ImageDraw.ImageDraw, points: Sequence[Point], ink: str, width: int) -> None:
    """Draw a line with round corners; where it bends a little, as in an arc, it needs none."""
    pen.line(points, fill=ink, width=width)
    for (x1, y1), (x2, y2), (x3, y3) in zip(points, points[1:], points[2:], strict=False):
        dx, dy, ex, ey = x2 - x1, y2 - y1, x3 - x2, y3 - y2
        if dx * ex + dy * ey < _STRAIGHT * hypot(dx, dy) * hypot(ex, ey):
            pen.circle((x2, y2), (width - 1) / 2, fill=ink)


def _stencil(shapes: Sequence[Sequence[Outline]]) -> _Stencil:
    """Return where *shapes* leave ink: inside an odd number of a shape's own outlines."""
    points = [point for outlines in shapes for outline in outlines for point in outline.points]
    left, right = floor(min(x for x, _ in points)), ceil(max(x for x, _ in points))
    top, foot = floor(min(y for _, y in points)), ceil(max(y for _, y in points))
    size = right - left + 1, foot - top + 1
    mask = Image.new("1", size)
    for outlines in shapes:
        areas = [[(x - left, y - top) for x, y in outline.points] for outline in outlines]
        if len(areas) == 1:
            ImageDraw.Draw(mask).polygon(areas[0], fill=1)
        else:
            mask.paste(1, mask=_inside(areas, size))
    return _Stencil(mask, (left, top))


def _inside(areas: Sequence[Sequence[Point]], size: tuple[int, int]) -> Image.Image:
    """Return the inside of an odd number of *areas*: the inside of two is a hole."""
    mask = Image.new("1", size)
    for area in areas:
        part = Image.new("1", size)
        ImageDraw.Draw(part).polygon(area, fill=1)
        mask = ImageChops.logical_xor(mask, part)
    return mask


def _outlines(shape: Element, transform: Matrix) -> list[Outline]:
    """Return the outlines of *shape*, moved by its own transform and then by *transform*."""
    own = shape.attrib.get("transform")
    place = transform @ matrix(own) if own else transform
    return [
        Outline(place.moved(outline.points), outline.is_closed)
        for outline in _own_outlines(shape.tag, shape.attrib)
    ]


def _own_outlines(tag: str, attributes: Mapping[str, str]) -> tuple[Outline, ...]:
    match tag:
        case "circle":
            return circle(*(float(attributes[name]) for name in ("cx", "cy", "r")))
        case "line":
            return line(*(float(attributes[name]) for name in ("x1", "y1", "x2", "y2")))
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
