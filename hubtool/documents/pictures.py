"""Opens pictures: what they are, whether they are whole, and what they tell of people and places."""

import hashlib
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, ImageFile

from hubtool.diagnostics.wording import Wording, phrase, wording
from hubtool.documents.picture_secrets import secrets

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
ENOUGH = 4096  # bytes, to see what a file is
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    OverflowError,
    LookupError,
    TypeError,
    struct.error,
)
"""What Pillow raises of a picture that is not whole."""

_OTHER_FILES = tuple(
    (re.compile(start, re.DOTALL | re.IGNORECASE), key)
    for start, key in (
        (rb".{4}ftypavi[fs]", "H507.avif"),
        (rb".{4}ftyp(?:hei[a-z]|hev[a-z]|mif1|msf1)", "H507.heic"),
        (rb".{4}ftypcrx ", "H507.raw"),
        (rb".{4}ftyp", "H507.film"),
        (
            rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<(?:\w{1,20}:)?svg\b",
            "H507.svg",
        ),
        (rb"II\*\0|MM\0\*", "H507.tiff"),
        (rb"BM", "H507.bmp"),
        (rb"\x00\x00\x01\x00", "H507.icon"),
        (rb"8BPS", "H507.photoshop"),
        (rb"\xff\x0a|\0\0\0\x0cJXL ", "H507.jpeg-xl"),
        (rb"\0\0\0\x0cjP  ", "H507.jpeg-2000"),
        (rb"%PDF", "any.pdf"),
        (rb"PK\x03\x04", "any.word-or-zip"),
        (rb"\xd0\xcf\x11\xe0", "H507.old-word"),
        (rb"\{\\rtf", "any.rich-text"),
        (rb"\s*<(?:!DOCTYPE html|html)", "H507.web-page"),
        (rb"version https://git-lfs", "H507.git-lfs"),
        (rb"", "H507.no-picture"),
    )
)
"""What else files are, by their beginnings; the last row fits all."""
_OTHER_PICTURES = frozenset(
    {
        *("H507.avif", "H507.heic", "H507.raw", "H507.svg", "H507.tiff", "H507.bmp"),
        *("H507.photoshop", "H507.jpeg-xl", "H507.jpeg-2000"),
    }
)
_NAMED_AS_PICTURE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svgz?|avif|hei[cf]|tiff?|bmp)$", re.IGNORECASE
)
_HINTS = {
    "H507.heic": "H507.export-on-phone",
    "H507.film": "H507.link-film",
    "H507.web-page": "H507.save-picture",
    "H507.git-lfs": "H507.put-picture",
    "H507.no-picture": "H507.put-readable",
}

_JPEG = b"\xff\xd8"
# Neither filling, nor a part of a scan's data, nor the beginning of a picture.
_MARKER = re.compile(rb"\xff[\x02-\xcf\xd9-\xfe]")
_MOST_MOVING_PIXELS = 5 * MOST_PIXELS
_ORIENTATION = ExifTags.Base.Orientation
_SIDEWAYS = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was opened; *width* and *height* are those of the upright picture."""

    path: str
    digest: str
    width: int
    height: int
    secrets: tuple[str, ...] = ()  # the words for what its metadata tell: a place, a name


def picture(path: str, content: bytes) -> Picture | Wording:
    """Return what there is to know of the picture *content*, or why it is none."""
    if len(content) > MOST_BYTES:
        return wording("H510.bytes", most=MOST_BYTES // 1_000_000)
    if fault := _other_file(content):
        return fault
    try:
        with _quiet():
            return _opened(path, content)
    except BROKEN:
        return wording("H508.damaged")
    except Image.DecompressionBombError:
        return wording("H510.many-pixels", most=MOST_PIXELS // 1_000_000)


def without_metadata(content: bytes) -> bytes:
    """Return the picture *content* as it looks, without what else it tells.

    The data of a JPEG stay as they are. The others are written anew, with no loss.
    """
    with _quiet(), Image.open(BytesIO(content), formats=FORMATS) as image:
        turn = image.getexif().get(_ORIENTATION, 1)
        exif = Image.Exif()
        if turn != 1:
            exif[_ORIENTATION] = turn
        if content.startswith(_JPEG):  # Pillow gives those of telephones another name
            return _bare_jpeg(content, exif.tobytes() if turn != 1 else b"")
        buffer = BytesIO()
        lossless = {"lossless": True} if image.format == "WEBP" else {}
        is_moving = getattr(image, "is_animated", False)
        image.info = {
            key: value
            for key, value in image.info.items()
            if key in ("transparency", "duration", "loop", "background", "gamma")
        }
        image.save(buffer, image.format, exif=exif, save_all=is_moving, **lossless)
        return buffer.getvalue()


def looks_like_picture(start: bytes) -> bool:
    """Say whether a file that begins with *start* is a picture that can be shown, by its content."""
    return start.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8")) or (
        start[:4] == b"RIFF" and start[8:12] == b"WEBP"
    )


def is_meant_as_picture(path: str, start: bytes) -> bool:
    """Say whether a file beside hand-written pages is for looking at, by its name or its *start*."""
    return (
        looks_like_picture(start)
        or _NAMED_AS_PICTURE.search(path) is not None
        or (not path.endswith(".md") and _kind(start) in _OTHER_PICTURES)
    )


def _opened(path: str, content: bytes) -> Picture | Wording:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            return wording("H510.pixels", millions=width * height / 1_000_000)
        frames = 1 if content.startswith(_JPEG) else getattr(image, "n_frames", 1)
        if width * height * frames > _MOST_MOVING_PIXELS:
            return wording("H510.pixels", millions=width * height * frames / 1_000_000)
        keys = sorted({*secrets(image, content)})
        turn = image.getexif().get(_ORIENTATION, 1)
        # A JPEG can be read at an eighth of its size, which is enough to see that it is whole.
        image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
        image.load()
        for number in range(1, frames):
            image.seek(number)
            image.load()
    if turn in _SIDEWAYS:
        width, height = height, width
    digest = hashlib.sha256(content).hexdigest()
    return Picture(path, digest, width, height, tuple(map(phrase, keys)))


def _bare_jpeg(content: bytes, exif: bytes) -> bytes:
    """Return the JPEG *content* with no segments but those it is drawn from, and with *exif*."""
    kept = [b"\xff\xd8"]
    if exif:
        kept.append(b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif)
    for segment in _segments(content):
        is_own = segment[4:9] in (b"JFIF\0", b"Adobe") or segment[4:16] == b"ICC_PROFILE\0"
        if is_own or not (0xE0 <= segment[1] <= 0xEF or segment[1] == 0xFE):
            kept.append(segment)
    return b"".join(kept)


def _segments(content: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG to its end, each scan with its data; what stands behind is another file."""
    position = 2
    while match := _MARKER.search(content, position):
        start, marker = match.start(), content[match.start() + 1]
        if marker == 0xD9:
            yield content[start : start + 2]
            return
        end = start + 2 + int.from_bytes(content[start + 2 : start + 4], "big")
        if marker == 0xDA:
            following = _MARKER.search(content, end)
            end = following.start() if following else len(content)
        yield content[start:end]
        position = max(end, start + 4)


def _other_file(content: bytes) -> Wording | None:
    if not content.strip(b"\0"):
        return wording("H508.empty")
    if looks_like_picture(content[:16]):
        return None
    key = _kind(content[:ENOUGH])
    return Wording("H507", phrase(key), phrase(_HINTS.get(key, "H507.export")))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Pillow remarks of odd metadata from the terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _kind(start: bytes) -> str:
    return next(key for pattern, key in _OTHER_FILES if pattern.match(start))


# What is cut off must be told, whatever other parts of a program have set.
ImageFile.LOAD_TRUNCATED_IMAGES = False
