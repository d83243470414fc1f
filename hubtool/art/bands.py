"""Shapes in bands of ink and white by turns: neither ink of the two that are facts."""

from collections.abc import Iterable
from itertools import cycle

from hubtool.art.shapes import BANDS, Family


def banded(bands: Iterable[tuple[str, str]]) -> str:
    """Return *bands* from the edge inwards, each a path and the attribute `transform`."""
    drawn = ""
    for ink, (path, place) in zip(cycle(("pk", "ps")), bands, strict=False):
        moved = f' transform="{place}"' if place else ""
        drawn += f'<path class="{ink}" d="{path}"{moved}/>'
    return drawn


def shape_in_bands(family: Family, x: float, y: float, size: float) -> str:
    """Return the shape of *family* around a point."""
    bands = (family.band(part) for part in BANDS)
    place = f"translate({x:.4g} {y:.4g})"
    return banded((path, f"{place} scale({size * scale / 100:.3g})") for path, scale in bands)
