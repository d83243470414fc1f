"""Shapes in bands of ink and white, in neither of the two inks that stand for facts."""

from collections.abc import Iterable
from itertools import cycle

from markupsafe import Markup

from hubtool.art.shapes import BANDS, Family, families


def banded(bands: Iterable[tuple[str, str]]) -> str:
    """Return *bands* from the edge inwards, each a path and the attribute `transform`."""
    shapes = ""
    for ink, (path, transform) in zip(cycle(("fill-ink", "fill-sheet")), bands, strict=False):
        attribute = f' transform="{transform}"' if transform else ""
        shapes += f'<path class="{ink}" d="{path}"{attribute}/>'
    return shapes


def shape_in_bands(family: Family, x: float, y: float, size: float) -> str:
    """Return the shape of *family* around a point."""
    bands = (family.band(part) for part in BANDS)
    position = f"translate({x:.4g} {y:.4g})"
    return banded((path, f"{position} scale({size * scale / 100:.3g})") for path, scale in bands)


def topic_bands(topic: str, x: float, y: float, size: float) -> Markup:
    """Return the shape of *topic* around a point, for a drawing beside a title."""
    (family,) = families((topic,))
    return Markup(f"<g>{shape_in_bands(family, x, y, size)}</g>")  # noqa: S704  (numbers and fixed paths)
