"""What a picture's metadata tell is found in each of the forms that programs write them in."""

import struct
from io import BytesIO

import pytest
from photographs import XMP, photograph
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from hubtool.documents.picture_secrets import CONTACT, NAME, PLACE, secrets
from hubtool.site.pictures import with_bare_pictures

XMP_START = b"http://ns.adobe.com/xap/1.0/\0"
EXTENDED = b"http://ns.adobe.com/xmp/extension/\0" + b"A" * 32 + bytes(8)
SECRETS = (b"Ana", b"gmail", b"07911", b"51.4", b"51,28", b"Cardiff", b"Raw profile")


def keys(content: bytes) -> set[str]:
    with Image.open(BytesIO(content)) as image:
        return {*secrets(image, content)}


def png(key: str, text: str, *, is_packed: bool = False, is_international: bool = False) -> bytes:
    notes, buffer = PngInfo(), BytesIO()
    add = notes.add_itxt if is_international else notes.add_text
    add(key, text, zip=is_packed)
    Image.new("RGB", (60, 40), "red").save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


def segment(marker: int, data: bytes) -> bytes:
    """Return a JPEG with *data* as its first segment."""
    content = photograph()
    return b"%b\xff%c%b%b%b" % (
        *(content[:2], marker, struct.pack(">H", len(data) + 2), data, content[2:]),
    )


def iptc(kind: int, text: bytes) -> bytes:
    notes = b"\x1c\x02%c%b%b" % (kind, struct.pack(">H", len(text)), text)
    padding = b"\0" * (len(notes) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(notes)) + notes + padding


def xmp(element: str) -> bytes:
    packet = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{element}</rdf:RDF></x:xmpmeta>'
    return segment(0xE1, XMP_START + packet.encode())


def profile(kind: str, data: bytes) -> bytes:
    """Return a PNG that keeps *data* as ImageMagick does."""
    return png(f"Raw profile type {kind}", f"\n{kind}\n{len(data):8}\n{data.hex()}\n")


def exif(tag: int, value: object, *, is_inner: bool = False) -> bytes:
    tags = Image.Exif()
    if is_inner:
        tags[ExifTags.IFD.Exif] = {tag: value}
    else:
        tags[tag] = value
    return tags.tobytes()


POSITION = exif(ExifTags.IFD.GPSInfo, {1: "N", 2: (51.0, 28.0, 30.0)})
TELLING: dict[str, tuple[bytes, set[str]]] = {
    "a packed author": (png("Author", "Ana", is_packed=True), {NAME}),
    "an international author": (png("Author", "Ana", is_international=True), {NAME}),
    "packed XMP": (
        png("XML:com.adobe.xmp", XMP.decode(), is_packed=True, is_international=True),
        {NAME, PLACE},
    ),
    "EXIF in digits": (profile("exif", POSITION), {PLACE}),
    "a segment in digits": (profile("APP1", POSITION), {PLACE}),
    "IPTC in digits": (profile("iptc", iptc(0x50, b"Ana")), {NAME}),
    "XMP in digits": (profile("xmp", XMP), {NAME, PLACE}),
    "a position in a comment": (png("Comment", "51.4700, -3.1790"), {PLACE}),
    "a key that names a place": (png("Location", "Cardiff"), {PLACE}),
    "a key of EXIF as text": (png("exif:GPSLatitude", "51/1"), {PLACE}),
    "an address in a description": (png("Description", "ana@gmail.com"), {CONTACT}),
    "IPTC: a creator": (segment(0xED, iptc(0x50, b"Ana")), {NAME}),
    "IPTC: a writer": (segment(0xED, iptc(0x7A, b"Ana")), {NAME}),
    "IPTC: a city": (segment(0xED, iptc(0x5A, b"Cardiff")), {PLACE}),
    "IPTC: a caption": (segment(0xED, iptc(0x78, b"ring 07911 123456")), {CONTACT}),
    "XMP in two bytes": (
        segment(0xE1, XMP_START + XMP.decode().encode("utf-16-be")),
        {NAME, PLACE},
    ),
    "XMP under another prefix": (xmp("<d:creator>Ana</d:creator>"), {NAME}),
    "XMP: a position": (xmp("<e:GPSLatitude>51,28N</e:GPSLatitude>"), {PLACE}),
    "XMP: what is shown": (
        xmp("<Iptc4xmpExt:LocationShown> </Iptc4xmpExt:LocationShown>"),
        {PLACE},
    ),
    "XMP: a state": (xmp("<photoshop:State>Wales</photoshop:State>"), {PLACE}),
    "XMP: a licensor": (xmp("<plus:LicensorName>Ana</plus:LicensorName>"), {NAME}),
    "XMP: a contact": (xmp("<c:CiEmailWork>ana@gmail.com</c:CiEmailWork>"), {NAME, CONTACT}),
    "XMP that goes on": (segment(0xE1, EXTENDED + XMP), {NAME, PLACE}),
    "XMP behind the picture": (photograph() + XMP, {NAME, PLACE}),
    "a JPEG's comment": (segment(0xFE, b"by ana@gmail.com"), {CONTACT}),
    "a JPEG's place in a comment": (segment(0xFE, b"51.4700, -3.1790"), {PLACE}),
    "a film behind": (photograph() + b"\0\0\0\x18ftypmp42 \xa9xyz+51.4700-003.1790/", {PLACE}),
    "a comment of EXIF": (
        segment(0xE1, exif(ExifTags.Base.UserComment, b"ASCII\0\0\0ana@gmail.com", is_inner=True)),
        {CONTACT},
    ),
    "a description of EXIF": (
        segment(0xE1, exif(ExifTags.Base.ImageDescription, "Ana, 07911 123456")),
        {CONTACT},
    ),
    "a comment of Windows": (
        segment(0xE1, exif(ExifTags.Base.XPComment, "ana@gmail.com".encode("utf-16-le"))),
        {CONTACT},
    ),
}


@pytest.mark.parametrize("name", TELLING)
def test_what_metadata_tell_is_found_and_never_shipped(name: str) -> None:
    content, wanted = TELLING[name]
    assert keys(content) == wanted
    bare = with_bare_pictures({"a": content})["a"]
    assert keys(bare) == set()
    assert [secret for secret in SECRETS if secret in bare] == []


@pytest.mark.parametrize(
    "content",
    [
        png("Software", "Paint 3.14159, version 2.71828"),
        png("date:create", "2023-05-01T10:00:00+00:00"),
        png("Title", "Walk 3 by the river, 2019 to 2023"),
        xmp("<xmp:CreatorTool>Paint</xmp:CreatorTool><dc:title>A table</dc:title>"),
        segment(0xFE, b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 82"),
        segment(0xE1, exif(ExifTags.Base.ImageDescription, "OLYMPUS DIGITAL CAMERA")),
        profile("8bim", b"8BIM" + bytes(40)),
        png("Raw profile type exif", "\nexif\n not digits"),
    ],
)
def test_what_tells_of_nobody_is_passed_over(content: bytes) -> None:
    assert keys(content) == set()
