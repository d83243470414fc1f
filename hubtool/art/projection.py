"""The Equal Earth projection: places keep their true size beside one another."""

# Šavrič, Patterson and Jenny, "The Equal Earth map projection", IJGIS 2019,
# doi:10.1080/13658816.2018.1504949.

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2

WIDTH = 1000
"""The width of a map of the whole world."""

TOP, BOTTOM = 80.0, -57.0
"""The latitudes between which maps are drawn: everywhere with a town."""

# The Pacific stays whole on neither side; this meridian cuts no inhabited land.
_MIDDLE = 11.0


class Point(NamedTuple):
    """A place on the map: to the right and down."""

    x: float
    y: float


def point(latitude: float, longitude: float) -> Point:
    """Return where a place lies on a map that is `WIDTH` wide."""
    turned = (longitude - _MIDDLE + 180) % 360 - 180
    x, y = _equal_earth(latitude, turned)
    return Point(x * _SCALE + WIDTH / 2, (_TOP_Y - y) * _SCALE)


def _equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square * square * square
    slope = _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    x = radians(longitude) * cos(theta) / slope
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y


_TOP_Y = _equal_earth(TOP, 0)[1]
_SCALE = WIDTH / (2 * _equal_earth(0, 180)[0])

HEIGHT = round(point(BOTTOM, 0).y)
"""The height of a map of the whole world."""
