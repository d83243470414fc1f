"""Draws pictures of what pages draw in SVG, for places that show no SVG."""

from hubtool.drawing.preview import Preview, preview_png

__all__ = ["Preview", "preview_png"]
