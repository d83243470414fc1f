"""Prints a picture in the two inks: a halftone of blue for the shadows and of pink for the tones between."""

from io import BytesIO

from PIL import Image, ImageChops, ImageFilter, ImageOps

from hubtool.art.png.cover import INKS

_CELL = 6  # pixels from dot to dot
_PLATES = (
    (15, 0.55),
    (75, 1.25),
)  # of blue and pink: the angle of the screen, and how dark it prints
_INKS = ("sheet", "blue", "pink", "mix")


def halftone(image: Image.Image) -> bytes:
    """Return *image* as a PNG of four colours: paper, the two inks, and both over each other."""
    paper = Image.new("RGBA", image.size, "white")
    solid = Image.alpha_composite(paper, image.convert("RGBA"))
    grey = ImageOps.autocontrast(solid.convert("L"), cutoff=1)
    blue, pink = (_plate(grey, angle, gamma) for angle, gamma in _PLATES)
    # An index of the palette: 1 for blue, 2 for pink, 3 for both.
    index = ImageChops.add(
        blue.point(lambda on: 1 if on else 0), pink.point(lambda on: 2 if on else 0)
    )
    printed = Image.frombytes("P", grey.size, index.tobytes())
    printed.putpalette([part for ink in _INKS for part in _rgb(INKS[ink])])
    buffer = BytesIO()
    printed.save(buffer, "PNG", optimize=True, bits=2)
    return buffer.getvalue()


def _plate(grey: Image.Image, angle: int, gamma: float) -> Image.Image:
    """Return where one ink prints: dots in a screen turned by *angle*, larger where it is darker."""
    tones = grey.point([round(255 * (tone / 255) ** gamma) for tone in range(256)])
    turned = tones.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    columns, rows = (-(-side // _CELL) for side in turned.size)
    coarse = turned.resize((columns, rows), Image.Resampling.BOX)
    means = coarse.resize((columns * _CELL, rows * _CELL), Image.Resampling.BICUBIC)
    dots = ImageChops.subtract(_screen(means.size), means).point(lambda tone: 255 if tone else 0)
    upright = dots.rotate(-angle, Image.Resampling.BICUBIC, expand=True)
    left, top = ((whole - part) // 2 for whole, part in zip(upright.size, grey.size, strict=True))
    width, height = grey.size
    cut = upright.crop((left, top, left + width, top + height))
    return cut.filter(ImageFilter.MedianFilter(3)).point(lambda tone: 255 if tone > 127 else 0)


def _screen(size: tuple[int, int]) -> Image.Image:
    """Return cells in each of which the middle prints first and the corners last."""
    half = (_CELL - 1) / 2
    farthest = 2 * half * half
    cell = Image.new("L", (_CELL, _CELL))
    cell.putdata(
        [
            round(255 * (1 - ((x - half) ** 2 + (y - half) ** 2) / farthest))
            for y in range(_CELL)
            for x in range(_CELL)
        ]
    )
    row = Image.new("L", (size[0], _CELL))
    for x in range(0, size[0], _CELL):
        row.paste(cell, (x, 0))
    screen = Image.new("L", size)
    for y in range(0, size[1], _CELL):
        screen.paste(row, (0, y))
    return screen


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
