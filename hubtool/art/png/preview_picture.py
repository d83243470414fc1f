"""The picture that other sites show beside the address of a page."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from io import BytesIO
from itertools import combinations
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hubtool.art.png.cover import INKS, PRINTED, drawing, stock

WIDTH, HEIGHT = 1200, 630

_VENDOR = Path(__file__).parents[2] / "theme" / "vendor"
# The characters of the two font files, by the style sheet, as far as titles use them.
_LATIN = r"\x20-\xff\u2010-\u206f\u0131\u0152\u0153\u20ac\u2122\u2212"
_LATIN_EXT = r"\u0100-\u0130\u0132-\u0151\u0154-\u02b9\u1e00-\u1eff"
_RUN = re.compile(rf"([{_LATIN_EXT}]+)|[^{_LATIN_EXT}]+")
_WRITABLE = re.compile(f"[{_LATIN}{_LATIN_EXT}]*")
_MARGIN = 56
_BAND = 96  # at the foot, with the hub's name
_SIZES = range(68, 28, -2)
_LEADING = 1.06

_ALIKE = 16  # of 255 in each colour
_BAND_INKS = frozenset({"paper", "ink", "blue", "pink", "mix", "yellow"})

_MARK = """\
<svg class="overprint" viewBox="60 22 506 446"><g>
<circle class="fill-yellow" cx="313" cy="104" r="74"/>
<g class="plate fill-blue"><path d="M150 196h270v62a135 142 0 0 1-270 0z"/>
<path d="M83 262a69 69 0 1 0 138 0a69 69 0 1 0-138 0z
M117 262a35 35 0 1 0 70 0a35 35 0 1 0-70 0z"/></g>
<g class="plate fill-pink"><path d="M206 196h270v62a135 142 0 0 1-270 0z"/>
<path d="M405 262a69 69 0 1 0 138 0a69 69 0 1 0-138 0z
M439 262a35 35 0 1 0 70 0a35 35 0 1 0-70 0z"/></g>
<path class="fill-ink" d="M92 412h442l-40 36-60 12h-242l-60-12z"/></g></svg>"""


@dataclass(frozen=True, slots=True)
class Preview:
    """The content of a picture: a title, the hub's name, and up to four covers."""

    title: str
    site: str
    covers: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the drawn picture; another text, cover or way of drawing gives another one."""
        return hashlib.sha256(repr((_drawing_version(), astuple(self))).encode()).hexdigest()[:32]


def preview_png(preview: Preview) -> bytes:
    """Return the picture as a PNG with few colours."""
    has_many = len(preview.covers) > 1
    ground = "tint-lilac" if has_many or not preview.covers else stock(preview.covers[0])
    sheet = Image.new("RGB", (WIDTH, HEIGHT), INKS[ground])
    is_writable = _can_write(preview.title)
    room = 560 if is_writable else 700
    art = _art(preview.covers, room)
    left = WIDTH - _MARGIN - art.width if is_writable else (WIDTH - art.width) // 2
    sheet.paste(art, (left, (HEIGHT - _BAND - art.height) // 2))
    pen = ImageDraw.Draw(sheet)
    if is_writable:
        _write_title(pen, preview.title, left - 2 * _MARGIN, HEIGHT - _BAND - 2 * 40)
    _draw_band(sheet, pen, preview.site)
    reduced = sheet.quantize(palette=_palette(), dither=Image.Dither.NONE)
    file = BytesIO()
    reduced.save(file, "PNG", compress_level=7)
    return file.getvalue()


@cache
def _palette() -> Image.Image:
    """Return a picture with the colours of every preview: the inks, and what is between them.

    Two that are nearly alike have nothing between them. At the edge between two inks is half of
    each; letters, all ink, have two shades more.
    """
    inks = {
        name: bytes.fromhex(ink[1:]) for name, ink in INKS.items() if name in PRINTED | _BAND_INKS
    }
    mixtures = [
        (inks[first], inks[second], share)
        for first, second in combinations(inks, 2)
        if max(abs(x - y) for x, y in zip(inks[first], inks[second], strict=True)) > _ALIKE
        for share in ((0.25, 0.5, 0.75) if "ink" in (first, second) else (0.5,))
    ]
    between = (
        round(x + (y - x) * share)
        for first, second, share in mixtures
        for x, y in zip(first, second, strict=True)
    )
    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join((*inks.values(), bytes(between))))
    return palette


@cache
def _drawing_version() -> str:
    """Return a name for how pictures are drawn now: by this code, with these inks and fonts."""
    folder = Path(__file__).parent
    files = sorted((*folder.glob("*.py"), *_VENDOR.glob("bricolage-*.woff2")))
    parts = [version("pillow"), INKS, *(path.read_bytes() for path in files)]
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _art(covers: Sequence[str], width: int) -> Image.Image:
    """Return the covers in an ink frame: one, or four in two rows."""
    gap = 4
    columns = 2 if len(covers) > 1 else 1
    cover_width = (width - gap * (columns + 1)) // columns
    pictures = [drawing(svg, cover_width) for svg in covers[: columns * columns]]
    height = pictures[0].height if pictures else 1
    rows = -(-len(pictures) // columns)
    size = (cover_width * columns + gap * (columns + 1), height * rows + gap * (rows + 1))
    framed = Image.new("RGB", size, INKS["ink"])
    if len(pictures) % columns:  # the last place stays empty
        top = gap + (height + gap) * (rows - 1)
        framed.paste(INKS["sheet"], (gap * 2 + cover_width, top, size[0] - gap, size[1] - gap))
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        framed.paste(picture, (gap + (cover_width + gap) * column, gap + (height + gap) * row))
    return framed


def _draw_band(sheet: Image.Image, pen: ImageDraw.ImageDraw, site: str) -> None:
    top = HEIGHT - _BAND
    pen.rectangle((0, top, WIDTH, HEIGHT), fill=INKS["paper"])
    pen.rectangle((0, top - 4, WIDTH, top), fill=INKS["ink"])
    mark = _mark()
    sheet.paste(mark, (_MARGIN, top + (_BAND - mark.height) // 2))
    for index, name in enumerate(("blue", "pink", "mix", "yellow")):
        left = WIDTH - _MARGIN - 44 * (4 - index)
        pen.rectangle((left, top + 32, left + 43, top + 63), fill=INKS[name])
    if _can_write(site):
        _write(pen, (_MARGIN + 92, top + 26), site, 34)


@cache
def _mark() -> Image.Image:
    return drawing(_MARK, 72)


def _write_title(pen: ImageDraw.ImageDraw, title: str, width: int, height: int) -> None:
    """Write *title* as large as it fits."""

    def fits(size: int) -> bool:
        rows = _rows(title, size, width)
        is_low = size * _LEADING * len(rows) <= height
        return is_low and all(_length(word, size) <= width for word in title.split())

    size = _SIZES[min(bisect_left(_SIZES, True, key=fits), len(_SIZES) - 1)]
    rows, step = _rows(title, size, width), size * _LEADING
    top = 40 + (height - step * len(rows)) / 2
    for number, row in enumerate(rows):
        if top + step * (number + 1) > height + 80:
            break
        _write(pen, (_MARGIN, top + step * number), row, size)


def _rows(title: str, size: int, width: int) -> list[str]:
    rows: list[str] = []
    length, gap = 0.0, _length(" ", size)
    for word in title.split():
        longer = length + gap + _length(word, size)
        if rows and longer <= width:
            rows[-1], length = f"{rows[-1]} {word}", longer
        else:
            rows.append(word)
            length = _length(word, size)
    return rows


def _write(pen: ImageDraw.ImageDraw, position: tuple[float, float], text: str, size: int) -> None:
    x, y = position
    for part, font in _runs(text, size):
        pen.text((x, y), part, font=font, fill=INKS["ink"])
        x += font.getlength(part)


@lru_cache(maxsize=4096)  # the same words are measured while the size is looked for
def _length(text: str, size: int) -> float:
    return sum(font.getlength(part) for part, font in _runs(text, size))


def _runs(text: str, size: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """Yield *text* in runs of one font file."""
    for match in _RUN.finditer(text):
        yield match[0], _font(size, is_ext=match[1] is not None)


@cache
def _font(size: int, *, is_ext: bool) -> ImageFont.FreeTypeFont:
    name = "bricolage-grotesque-latin-ext.woff2" if is_ext else "bricolage-grotesque-latin.woff2"
    return ImageFont.truetype(str(_VENDOR / name), size, layout_engine=ImageFont.Layout.BASIC)


def _can_write(text: str) -> bool:
    """Say whether the display face has every sign of *text*; if not, the picture has no title."""
    return _WRITABLE.fullmatch(text) is not None
