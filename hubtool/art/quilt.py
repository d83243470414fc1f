"""The shapes of all topics together, as a quilt."""

from markupsafe import Markup

from hubtool.art.bands import shape_in_bands
from hubtool.art.papers import Tile, printed
from hubtool.art.shapes import families
from hubtool.hub.hub import Hub

_COLUMNS, _WIDE, _HIGH = 5, 80.0, 125.0
_SIZE = 64.0


def quilt(hub: Hub) -> Markup:
    """Return a tile for each shape that a topic has; decoration, the topics stand below."""
    shapes = families(tuple(term.id for term in hub.terms("topics")))
    tiles = [
        Tile(number % _COLUMNS * _WIDE, number // _COLUMNS * _HIGH, _WIDE, _HIGH, shape, number * 3)
        for number, shape in enumerate(shapes)
    ]
    drawings = "".join(shape_in_bands(tile.family, *tile.middle, _SIZE) for tile in tiles)
    rows = -(-len(tiles) // _COLUMNS)
    box = f'viewBox="0 0 {_COLUMNS * _WIDE:g} {rows * _HIGH:g}" aria-hidden="true"'
    opening = f'<svg class="title-art drawing overprint" {box}>'
    return Markup(f"{opening}{printed(tiles)}{drawings}</svg>")  # noqa: S704  (numbers and fixed paths)
