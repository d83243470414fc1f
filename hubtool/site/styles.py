"""The style sheets that pages load: one for every page, and one more for some kinds of page."""

from collections.abc import Mapping, Sequence

import rcssmin

STYLES: Mapping[str, Sequence[str]] = {
    "tokens": ("tokens",),
    "base": ("base",),
    "parts": ("frame", "parts"),
    "pages": (
        *("docs", "lessons", "films", "terms", "case", "pages"),
        *("finder", "among", "look", "convene", "shelf"),
    ),
}
"""What is in the sheet of every page: each cascade layer, both in the order in which they count."""

STYLES_OF_KINDS: Mapping[str, Sequence[str]] = {
    "directory": ("funders", "funder", "opportunities", "partners", "partner", "places"),
    "evidence": ("evidence",),
    "booklet": ("booklet", "shelf-paper"),
    "compare": ("compare",),
    "form": ("form", "shelf"),
    "workshop": ("workshop", "collection", "shelf-paper"),
}
"""The further sheets, in the last layer, and the kinds of page that load them."""

_MAP = "vendor/leaflet.css"


def style_sheets(theme: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the sheets of *theme*, without comments and room."""
    last = [*STYLES][-1]
    return {
        "docs/assets/css/site.css": _minified(theme, STYLES),
        **{
            f"docs/assets/css/{name}.css": _minified(theme, {last: (name,)})
            for name in STYLES_OF_KINDS
        },
        # The map's own rules come late, and would go before all that stand in a layer.
        f"docs/assets/{_MAP}": f"@layer {','.join(STYLES)};@layer parts{{".encode()
        + theme[_MAP]
        + b"}",
    }


def _minified(theme: Mapping[str, bytes], layers: Mapping[str, Sequence[str]]) -> bytes:
    # Inside of a layer the library would take the space before `:is(` away: `.a :is(b)` is no `.a:is(b)`.
    return "".join(
        f"@layer {layer}{{{rcssmin.cssmin(_joined(theme, names))}}}"
        for layer, names in layers.items()
    ).encode()


def _joined(theme: Mapping[str, bytes], names: Sequence[str]) -> str:
    return "".join(theme[f"css/{name}.css"].decode() for name in names)
