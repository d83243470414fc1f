"""Tells what a picture's metadata say of people and places, in each of the forms they come in."""

import re
import struct
from collections.abc import Iterator

from PIL import ExifTags, Image

from hubtool.text.contacts import emails, telephones

PLACE, NAME, CONTACT = "H509.place", "H509.name", "H509.contact"

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
_TEXT_TAGS = (
    ExifTags.Base.ImageDescription,
    ExifTags.Base.UserComment,
    ExifTags.Base.XPTitle,
    ExifTags.Base.XPComment,
    ExifTags.Base.XPSubject,
    ExifTags.Base.XPKeywords,
)
# Of XMP and of the films that telephones put behind a photograph. A prefix may be any.
_XMP_PLACE = re.compile(
    rb"GPSL(?:at|ong)itude|\w:(?:City|State|Country|Location(?:Shown|Created)?|Sublocation)[\s>=]"
    rb"|\xa9xyz.{0,4}[+-]\d\d",
    re.DOTALL,
)
_XMP_NAME = re.compile(
    rb"\w:(?:creator|rights|Author|Artist|Credit|Owner(?:Name)?|(?:Body|Lens)?SerialNumber"
    rb"|AuthorsPosition|CaptionWriter|PersonInImage\w{0,20}|PersonDisplayName|CreatorContactInfo"
    rb"|Ci(?:Adr|Email|Tel|Url)\w{0,20}|(?:Licensor|CopyrightOwner|Image(?:Creator|Supplier))Name)"
    rb"[\s>=]|mwg-rs:Name"
)
_XMP_IN_TWO_BYTES = b"<\0x\0:\0x\0m\0p"
_XMP_KEYS = ("xmp", "XML:com.adobe.xmp")
_IPTC_PLACE = re.compile(rb"\x1c\x02[\x5a\x5c\x5f\x65]")
_IPTC_NAME = re.compile(rb"\x1c\x02[\x50\x6e\x74\x7a]")
_IPTC_BLOCK = 0x0404
_NAMING_KEYS = frozenset({"author", "artist", "copyright", "creator"})
_PLACING_KEY = re.compile(r"\b(?:gps|location|latitude|longitude|city)", re.IGNORECASE)
_POSITION = re.compile(r"(?<![\d.])\d{1,2}\.\d{3,9}[ °,;NSEW]{1,5}-?\d{1,3}\.\d{3,9}(?![\d.])")
_RAW_PROFILE = "Raw profile type "  # as ImageMagick keeps metadata in a PNG: in hexadecimal digits
_EXIF_HEADER = b"Exif\0\0"
_MOST_HEADERS = 8
_MOST_OF_A_TEXT = 20_000


def secrets(image: Image.Image, content: bytes) -> Iterator[str]:
    """Yield the keys of what the metadata of *image* tell, which was opened from *content*."""
    for exif in _all_exif(content, image.getexif()):
        yield from _in_exif(exif)
    for key, value in image.info.items():
        if isinstance(value, str | bytes):
            yield from _in_text(str(key), value)
    # XMP may stand anywhere, also behind the picture.
    yield from _in_bytes(content)
    blocks = image.info.get("photoshop")
    notes = blocks.get(_IPTC_BLOCK, b"") if isinstance(blocks, dict) else b""
    yield from _in_iptc(notes)


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
        except (OSError, SyntaxError, ValueError, struct.error):
            continue
        yield further


def _in_exif(exif: Image.Exif) -> Iterator[str]:
    if _PLACE_TAGS & exif.get_ifd(ExifTags.IFD.GPSInfo).keys():
        yield PLACE
    tags = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    if any(_bytes(tags.get(tag)).strip(b" \0") for tag in _NAME_TAGS):
        yield NAME
    for tag in _TEXT_TAGS:
        yield from _in_words(_bytes(tags.get(tag)))


def _in_text(key: str, value: str | bytes) -> Iterator[str]:
    """Yield what the text *value* tells that a PNG or a GIF keeps under *key*."""
    content = _bytes(value)
    if key.startswith(_RAW_PROFILE):
        yield from _in_profile(content)
    elif key in _XMP_KEYS:
        yield from _in_bytes(content)
        if [*emails(_decoded(content))]:
            yield CONTACT
    elif key not in ("exif", "icc_profile"):
        yield from _in_bytes(content)
        yield from _in_words(content)
        if _PLACING_KEY.search(key) and content.strip():
            yield PLACE
        if key.lower() in _NAMING_KEYS and content.strip(b" \0"):
            yield NAME


def _in_profile(text: bytes) -> Iterator[str]:
    _name, _length, *digits = text.split(maxsplit=2) or (b"", b"")
    try:
        content = bytes.fromhex(b"".join(digits).decode("ascii"))
    except ValueError:
        return
    for exif in _all_exif(content, Image.Exif()):
        yield from _in_exif(exif)
    yield from _in_bytes(content)
    yield from _in_iptc(content)


def _in_bytes(content: bytes) -> Iterator[str]:
    text = content.replace(b"\0", b"") if _XMP_IN_TWO_BYTES in content else content
    if _XMP_PLACE.search(text):
        yield PLACE
    if _XMP_NAME.search(text):
        yield NAME


def _in_iptc(notes: bytes) -> Iterator[str]:
    if _IPTC_PLACE.search(notes):
        yield PLACE
    if _IPTC_NAME.search(notes):
        yield NAME
    yield from _in_words(notes)


def _in_words(content: bytes) -> Iterator[str]:
    text = _decoded(content)
    if [*emails(text)] or [*telephones(text, ())]:
        yield CONTACT
    if _POSITION.search(text):
        yield PLACE


def _decoded(content: bytes) -> str:
    """Return the *content* of a text as it can be read, whether a letter has one byte or two."""
    return content.replace(b"\0", b"")[:_MOST_OF_A_TEXT].decode("utf-8", "replace")


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value or "").encode(errors="replace")
