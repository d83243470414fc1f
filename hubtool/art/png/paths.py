"""The paths of SVG as points, as far as our shapes use them."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

Point = tuple[float, float]

_STEP = math.radians(5)
_TURNS = tuple(index * _STEP for index in range(round(2 * math.pi / _STEP)))
_CIRCLE = tuple((math.cos(turn), math.sin(turn)) for turn in _TURNS)
_PART = re.compile(r"([MLHVAZmlhvaz])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}
_TRANSFORM = re.compile(r"(translate|rotate|scale)\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Outline:
    """A run of points; if it is closed, its end is joined to its beginning."""

    points: tuple[Point, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """A linear map of a point: `(a x + c y + e, b x + d y + f)`."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def __call__(self, point: Point) -> Point:
        """Return *point* moved by this matrix."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def moved(self, points: Iterable[Point]) -> tuple[Point, ...]:
        """Return *points* moved by this matrix."""
        a, b, c, d, e, f = self.a, self.b, self.c, self.d, self.e, self.f
        return tuple((a * x + c * y + e, b * x + d * y + f) for x, y in points)

    def __matmul__(self, first: "Matrix") -> "Matrix":
        """Return the matrix that does *first*, then this."""
        x, y = (first.a, first.b), (first.c, first.d)
        turned = Matrix(self.a, self.b, self.c, self.d)
        (a, b), (c, d) = turned(x), turned(y)
        e, f = self((first.e, first.f))
        return Matrix(a, b, c, d, e, f)


def matrix(transform: str | None) -> Matrix:
    """Return the matrix of an attribute `transform`, whose last part is done first."""
    result = Matrix()
    for name, arguments in _TRANSFORM.findall(transform or ""):
        numbers = [float(number) for number in arguments.split()]
        match name:
            case "translate":
                result @= Matrix(e=numbers[0], f=numbers[1] if len(numbers) > 1 else 0)
            case "scale":
                result @= Matrix(a=numbers[0], d=numbers[-1])
            case _:
                turn = math.radians(numbers[0])
                cos, sin = math.cos(turn), math.sin(turn)
                result @= Matrix(cos, sin, -sin, cos)
    return result


@lru_cache(maxsize=512)  # the shapes of covers are few
def outlines_of(path: str) -> tuple[Outline, ...]:
    """Return the outlines of the attribute `d` of a path, with arcs as short straight steps."""
    outlines: list[Outline] = []
    points: list[Point] = []
    point = start = (0.0, 0.0)
    for command, numbers in _commands(path):
        x0, y0 = point if command.islower() else (0.0, 0.0)
        match command.upper():
            case "Z":
                outlines.append(Outline(tuple(points), is_closed=True))
                points, point = [], start
                continue
            case "M":
                if len(points) > 1:
                    outlines.append(Outline(tuple(points), is_closed=False))
                point = start = (x0 + numbers[0], y0 + numbers[1])
                points = [point]
                continue
            case "H":
                new = (x0 + numbers[0], point[1])
            case "V":
                new = (point[0], y0 + numbers[0])
            case _:
                new = (x0 + numbers[-2], y0 + numbers[-1])
        points = points or [point]
        points += _arc(point, new, numbers) if command in "Aa" else [new]
        point = new
    if len(points) > 1:
        outlines.append(Outline(tuple(points), is_closed=False))
    return tuple(outlines)


def circle(x: float, y: float, radius: float) -> tuple[Outline, ...]:
    """Return a circle as an outline."""
    points = tuple((x + radius * cos, y + radius * sin) for cos, sin in _CIRCLE)
    return (Outline(points, is_closed=True),)


def line(x1: float, y1: float, x2: float, y2: float) -> tuple[Outline, ...]:
    """Return a straight line as an outline."""
    return (Outline(((x1, y1), (x2, y2)), is_closed=False),)


def box(x: float, y: float, width: float, height: float) -> tuple[Outline, ...]:
    """Return a rectangle as an outline."""
    right, foot = x + width, y + height
    return (Outline(((x, y), (right, y), (right, foot), (x, foot)), is_closed=True),)


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers, also where a command is written once for several."""
    command, numbers = "", list[float]()
    for letter, number in _PART.findall(path):
        if letter:
            command, numbers = letter, []
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(number))
        if len(numbers) == _COUNT[command.upper()]:
            yield command, numbers
            numbers = []
            # What follows the first point of a move are lines.
            command = {"M": "L", "m": "l"}.get(command, command)


def _arc(start: Point, end: Point, numbers: list[float]) -> list[Point]:
    """Return the points of an arc after *start* (SVG 1.1, appendix F.6.5); none is tilted."""
    rx, ry, _, large, sweep, *_ = numbers
    dx, dy = (start[0] - end[0]) / 2 / rx, (start[1] - end[1]) / 2 / ry
    distance = dx * dx + dy * dy
    if distance > 1:  # too far for these radii: the smallest that reach
        rx, ry = rx * math.sqrt(distance), ry * math.sqrt(distance)
        dx, dy, distance = dx / math.sqrt(distance), dy / math.sqrt(distance), 1.0
    away = math.sqrt(max(0.0, 1 / distance - 1)) * (-1 if large == sweep else 1)
    cx, cy = away * dy, -away * dx
    first = math.atan2(dy - cy, dx - cx)
    sweep_angle = (math.atan2(-dy - cy, -dx - cx) - first) % (2 * math.pi)
    if not sweep:
        sweep_angle -= 2 * math.pi
    x0, y0 = (start[0] + end[0]) / 2 + cx * rx, (start[1] + end[1]) / 2 + cy * ry
    steps = max(2, math.ceil(abs(sweep_angle) / _STEP))
    turns = (first + sweep_angle * step / steps for step in range(1, steps))
    return [*((x0 + rx * math.cos(turn), y0 + ry * math.sin(turn)) for turn in turns), end]
