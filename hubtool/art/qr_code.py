"""The code that leads a telephone from paper to an address."""

from functools import cache

import segno
from markupsafe import Markup

LONGEST = 300
"""Bytes of an address whose code can still be read where it is as large as a stamp."""

_MASK = 3


@cache
def qr_code(address: str) -> Markup | None:
    """Return the code of *address*; none where it would be too fine to print."""
    if len(address.encode()) > LONGEST:
        return None
    # Readers take any mask; to weigh all eight takes four times as long as the rest.
    code = segno.make_qr(address, error="m", mask=_MASK)
    drawing = code.svg_inline(border=0, omitsize=True, svgclass="qr-code", lineclass=None)
    return Markup(drawing.replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S704  (fixed shapes)
