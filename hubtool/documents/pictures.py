"""Opens pictures: what they are, whether they are whole, and what they tell of people and places."""

import hashlib
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

from hubtool.diagnostics.wording import Wording, phrase, wording

MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")

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
_HINTS = {
    "H507.heic": "H507.export-on-phone",
    "H507.film": "H507.link-film",
    "H507.web-page": "H507.save-picture",
    "H507.git-lfs": "H507.put-picture",
    "H507.no-picture": "H507.put-readable",
}

_PLACE = "H509.place"
_NAME = "H509.name"
_PLACE_TAGS = frozenset(
    {
        ExifTags.GPS.GPSLatitude,
        ExifTags.GPS.GPSLongitude,
        ExifTags.GPS.GPSDestLatitude,
        ExifTags.GPS.GPSDestLongitude,
        ExifTags.GPS.GPSAreaInformation,
    }
)
_NAME_TAGS = frozenset(
    {
        ExifTags.Base.Artist,
        ExifTags.Base.Copyright,
        ExifTags.Base.XPAuthor,
        ExifTags.Base.HostComputer,
        ExifTags.Base.CameraOwnerName,
        ExifTags.Base.BodySerialNumber,
        ExifTags.Base.LensSerialNumber,
    }
)
_ORIENTATION = ExifTags.Base.Orientation
_SIDEWAYS = frozenset({5, 6, 7, 8})
_XMP_PLACE = re.compile(
    rb"GPSL(?:at|ong)itude|photoshop:City|Iptc4xmpCore:Location|LocationCreated"
)
_XMP_NAME = re.compile(
    rb"<dc:(?:creator|rights)|aux:(?:OwnerName|SerialNumber)|photoshop:(?:Credit|AuthorsPosition)|"
    rb"xmpRights:Owner|PersonInImage|mwg-rs:Name|MPReg:PersonDisplayName|tiff:Artist"
)
_IPTC_PLACE = re.compile(rb"\x1c\x02[\x5a\x5c\x5f\x65]")
_IPTC_NAME = re.compile(rb"\x1c\x02[\x50\x6e\x74\x7a]")
_IPTC_BLOCK = 0x0404
_TEXT_NAMES = frozenset({"author", "artist", "copyright", "creator"})
_EXIF_HEADER = b"Exif\0\0"
_MOST_HEADERS = 8


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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _opened(path, content)
    except UnidentifiedImageError:
        return wording("H508.damaged")
    except (OSError, SyntaxError, ValueError, EOFError, OverflowError, IndexError, TypeError):
        return wording("H508.damaged")
    except Image.DecompressionBombError:
        return wording("H510.many-pixels", most=MOST_PIXELS // 1_000_000)


def without_metadata(content: bytes) -> bytes:
    """Return the picture *content* as it looks, without what else it tells.

    The data of a JPEG stay as they are. The others are written anew, with no loss.
    """
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        turn = image.getexif().get(_ORIENTATION, 1)
        exif = Image.Exif()
        if turn != 1:
            exif[_ORIENTATION] = turn
        if image.format == "JPEG":
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


def _opened(path: str, content: bytes) -> Picture | Wording:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MOST_PIXELS:
            return wording("H510.pixels", millions=width * height / 1_000_000)
        exif = image.getexif()
        secrets = {secret for part in _all_exif(content, exif) for secret in _exif_secrets(part)}
        secrets |= {*_text_secrets(image, content)}
        turn = exif.get(_ORIENTATION, 1)
        # A JPEG can be read at an eighth of its size, which is enough to see that it is whole.
        image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
        image.load()
    if turn in _SIDEWAYS:
        width, height = height, width
    digest = hashlib.sha256(content).hexdigest()
    return Picture(path, digest, width, height, tuple(map(phrase, sorted(secrets))))


def _all_exif(content: bytes, main: Image.Exif) -> Iterator[Image.Exif]:
    """Yield the metadata of the picture, and of the further pictures that stand in its file."""
    yield main
    start = -1
    for _ in range(_MOST_HEADERS):
        start = content.find(_EXIF_HEADER, start + 1)
        if start < 0:
            return
        further = Image.Exif()
        try:
            further.load(content[start : start + 65_536])
        except (OSError, SyntaxError, ValueError):
            continue
        yield further


def _exif_secrets(exif: Image.Exif) -> Iterator[str]:
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if _PLACE_TAGS & place.keys():
        yield _PLACE
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    if any(_says(tags.get(tag)) for tag in _NAME_TAGS):
        yield _NAME


def _says(value: object) -> bool:
    text = value if isinstance(value, bytes) else str(value or "").encode(errors="replace")
    return bool(text.strip(b" \0"))


def _text_secrets(image: Image.Image, content: bytes) -> Iterator[str]:
    # XMP may stand anywhere, also behind the picture, and in a PNG it may be compressed.
    texts = [value for value in image.info.values() if isinstance(value, str | bytes)]
    parts = [part if isinstance(part, bytes) else part.encode(errors="replace") for part in texts]
    for part in (content, *parts):
        if _XMP_PLACE.search(part):
            yield _PLACE
        if _XMP_NAME.search(part):
            yield _NAME
    blocks = image.info.get("photoshop")
    notes = blocks.get(_IPTC_BLOCK, b"") if isinstance(blocks, dict) else b""
    if _IPTC_PLACE.search(notes):
        yield _PLACE
    if _IPTC_NAME.search(notes):
        yield _NAME
    if any(str(key).lower() in _TEXT_NAMES and _says(text) for key, text in image.info.items()):
        yield _NAME


def _bare_jpeg(content: bytes, exif: bytes) -> bytes:
    """Return the JPEG *content* with no segments but those it is drawn from, and with *exif*."""
    kept = [b"\xff\xd8"]
    if exif:
        kept.append(b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif)
    position = 2
    while position + 4 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        end = position + 2 + int.from_bytes(content[position + 2 : position + 4], "big")
        segment = content[position:end]
        if marker == 0xDA:
            # The picture itself goes on to its end; what stands behind is another file.
            last = _end_of_picture(content, end)
            return b"".join([*kept, content[position:last]])
        is_own = marker in (0xE0, 0xEE) or segment[4:16] == b"ICC_PROFILE\0"
        if is_own or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(segment)
        position = end
    return b"".join([*kept, content[position:]])


def _end_of_picture(content: bytes, position: int) -> int:
    """Return where the JPEG whose first scan begins at *position* ends, its other scans included."""
    end = re.compile(rb"\xff\xd9").search(content, position)
    return end.end() if end else len(content)


def _other_file(content: bytes) -> Wording | None:
    if not content.strip(b"\0"):
        return wording("H508.empty")
    if looks_like_picture(content[:16]):
        return None
    start = content[:4000]
    key = next(key for pattern, key in _OTHER_FILES if pattern.match(start))
    return Wording("H507", phrase(key), phrase(_HINTS.get(key, "H507.export")))


# What is cut off must be told, whatever other parts of a program have set.
ImageFile.LOAD_TRUNCATED_IMAGES = False
