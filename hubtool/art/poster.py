"""A film's poster, drawn from its record: nothing is fetched to show it.

A half-disc in the ink of whoever made the film; in bands of neither ink, where that was somebody
else or is not recorded. Beside it the subject, below it a strip with a hole for each minute, where
somebody recorded them. The mark on the disc says whether the film plays here or elsewhere.
"""

from math import ceil

from markupsafe import Markup

from hubtool.art.bands import banded, shape_in_bands
from hubtool.art.inks import side
from hubtool.art.papers import Tile, printed
from hubtool.art.shapes import BANDS, families
from hubtool.hub.hub import Hub
from hubtool.models.case import CaseStudy
from hubtool.models.media import Film
from hubtool.text.film_urls import film_address

WIDTH, HEIGHT = 480, 270

_GROUND = 226.0  # where everything stands
_SKY = -130.0  # where the paper begins: a frame that is higher than the poster shows more of it
_MARGIN = 22.0
_RADII = (150.0, 118.0)  # of the half-disc; the subject takes the room it leaves
_LARGEST_SUBJECT = 170.0
_STEP, _HOLE = 20.0, 18.0
_INKS = {
    "institution": (("fill-blue", 0.0),),
    "community": (("fill-pink", 0.0),),
    "both": (("fill-blue", -9.0), ("fill-pink", 9.0)),
}


def film_poster(hub: Hub, case: CaseStudy, film: Film) -> Markup:
    """Return the poster of *film* as SVG; everything it says stands in words beside it."""
    shapes = families(case.topics)
    seed = sum(map(ord, film.title))
    radius = _RADII[seed // 2 % 2]
    size = min(WIDTH - 2 * radius - 3 * _MARGIN, _LARGEST_SUBJECT)
    maker, subject, edge = _MARGIN + radius, WIDTH - _MARGIN - size / 2, 1.5 * _MARGIN + 2 * radius
    if seed % 2:
        maker, subject, edge = WIDTH - maker, WIDTH - subject, WIDTH - edge
    high = _GROUND - _SKY
    parts = (
        printed(
            (
                Tile(0, _SKY, edge, high, shapes[0], seed // 4),
                Tile(edge, _SKY, WIDTH - edge, high, shapes[-1], seed // 4 + 3),
            )
        ),
        shape_in_bands(shapes[-1], subject, _GROUND - size / 2, size),
        _maker(_made_by(hub, case, film), maker, radius),
        _mark(maker, radius, plays_here=bool(film_address(film.url).player)),
        _film_strip(film.duration),
    )
    box = f'viewBox="0 0 {WIDTH} {HEIGHT if film.duration else _GROUND + 2:g}" preserveAspectRatio="xMidYMax" aria-hidden="true"'
    opening = f'<svg class="cover-art film-backdrop overprint {shapes[0].stock}" {box}>'
    return Markup(f"{opening}{''.join(parts)}</svg>")  # noqa: S704  (numbers and fixed paths)


def _made_by(hub: Hub, case: CaseStudy, film: Film) -> str:
    """Return the side of the film's maker; the side of a partner follows from its kind."""
    if film.made_by is None:
        return "outside"
    if film.made_by in hub.vocabularies["voices"].terms:
        return side([film.made_by])
    party = hub.party(case, film.made_by)
    return hub.party_side(party) if party else "outside"


def _maker(made_by: str, x: float, radius: float) -> str:
    if made_by not in _INKS:
        return banded((_half(x, radius * size), "") for size in BANDS)
    halves = [(ink, _half(x + aside, radius - abs(aside))) for ink, aside in _INKS[made_by]]
    plates = "".join(f'<g class="plate {ink}"><path d="{path}"/></g>' for ink, path in halves)
    edges = "".join(f'<path d="{path}"/>' for _, path in halves)
    return f'<g class="overprint">{plates}<g class="outlines">{edges}</g></g>'


def _half(x: float, radius: float) -> str:
    return f"M{x - radius:.4g} {_GROUND:g}a{radius:.4g} {radius:.4g} 0 0 1 {2 * radius:.4g} 0z"


def _mark(x: float, radius: float, *, plays_here: bool) -> str:
    """Return a disc with a triangle, or with an arrow that leads away."""
    y = _GROUND - radius * 0.45
    sign = (
        f"M{x - 12:.4g} {y - 20:.4g}l33 20-33 20z"
        if plays_here
        else f"M{x - 10:.4g} {y - 18:.4g}h28v28h-8v-14.5l-22 22-5.5-5.5 22-22h-14.5z"
    )
    return (
        f'<circle class="play-mark" cx="{x:.4g}" cy="{y:.4g}" r="{radius * 0.29:.4g}"/>'
        f'<path class="fill-ink" d="{sign}"/>'
    )


def _film_strip(seconds: int | None) -> str:
    """Return the strip: film with a hole for each minute, a line where nobody recorded them."""
    if not seconds:
        return f'<path class="ground-line" d="M0 {_GROUND:g}h{WIDTH}"/>'
    area = f'd="M0 {_GROUND:g}H{WIDTH}V{HEIGHT}H0z"'
    minutes = max(ceil(seconds / 60), 1)
    step = min(_STEP, (WIDTH - 2 * _HOLE) / minutes)
    wide = f"{step * 0.6:.3g}"
    positions = (_HOLE + step * number for number in range(minutes))
    holes = "".join(f"M{x:.4g} {_GROUND + 13:g}h{wide}v{_HOLE:g}h-{wide}z" for x in positions)
    return f'<path class="fill-ink" {area}/><path class="fill-sheet" d="{holes}"/>'
