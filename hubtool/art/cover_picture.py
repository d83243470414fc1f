"""A cover as one drawing of a fixed size, for pictures: its three parts below one another."""

from hubtool.art.cover import TILE, Cover, marks_drawn, topic_shapes
from hubtool.art.cover_line import shapes

_WIDTH, _HEIGHT = 320, 240
_PAPER = 132  # of the topic, at the top
_MARKS, _LINE = 146, 192
_MARGIN = 16


def cover_picture(cover: Cover) -> str:
    """Return *cover* as SVG."""
    first = cover.shapes[0]
    width, marks = marks_drawn(cover)
    scale = min(1.0, (_WIDTH - 2 * _MARGIN) / width)
    enlarged = _PAPER / TILE
    aside = (_WIDTH - TILE * enlarged) / 2
    parts = (
        f'<path class="{first.deep}" d="M0 0h{_WIDTH}v{_PAPER}h-{_WIDTH}z"/>',
        f'<g transform="translate({aside:g} 0) scale({enlarged:g})">{topic_shapes(cover.shapes)}</g>',
        f'<g transform="translate({_MARGIN} {_MARKS}) scale({scale:.3g})">{marks}</g>',
        f'<g transform="translate(0 {_LINE})">{_line(cover)}</g>',
    )
    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    return f'<svg class="{first.stock}" {box}>{"".join(parts)}</svg>'


def _line(cover: Cover) -> str:
    return "".join(shapes(cover.line, width=_WIDTH)) if cover.line else ""
