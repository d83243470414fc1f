"""Draws pictures of what pages draw in SVG, for places that show no SVG."""

from hubtool.art.png.preview_picture import Preview, preview_png

__all__ = ["Preview", "preview_png"]
