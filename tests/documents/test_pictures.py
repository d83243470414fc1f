"""Pictures are opened: their names say nothing of what they are."""

import struct
import time
import zlib
from io import BytesIO

import pytest
from photographs import photograph
from PIL import ExifTags, Image

from hubtool.diagnostics.wording import Wording
from hubtool.documents import pictures
from hubtool.documents.pictures import (
    MOST_BYTES,
    Picture,
    picture,
    without_metadata,
)

PLACE = "the place where it was taken"
NAME = "a name or the number of a camera"


def opened(content: bytes) -> Picture:
    result = picture("a.jpg", content)
    assert isinstance(result, Picture), result
    return result


def fault(content: bytes) -> Wording:
    result = picture("a.jpg", content)
    assert isinstance(result, Wording), result
    return result


def png_of_size(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that says that it has this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_browsers_show_is_opened(format_: str) -> None:
    read = opened(photograph(format_))
    assert (read.width, read.height, read.secrets) == (60, 40, ())


@pytest.mark.parametrize(
    ("turn", "size"), [(1, (60, 40)), (3, (60, 40)), (6, (40, 60)), (8, (40, 60))]
)
def test_the_size_is_that_of_the_upright_picture(turn: int, size: tuple[int, int]) -> None:
    read = opened(photograph(turn=turn))
    assert (read.width, read.height) == size


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC photograph"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "a HEIC photograph"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "an AVIF picture"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "a film"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing, which may hold scripts"),
        (b"<?xml version='1.0'?>\n<!-- a -->\n<svg/>", "an SVG drawing, which may hold scripts"),
        (b"II*\0rest", "a TIFF picture"),
        (b"BMrest", "a BMP picture"),
        (b"8BPSrest", "a Photoshop file"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04rest", "a Word file, a spreadsheet or a zip archive"),
        (b"<!DOCTYPE html><p>Sign in", "a web page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a pointer to a file of Git LFS"),
        (b"this is a picture, honestly", "no picture"),
    ],
)
def test_another_file_is_named_by_what_it_is(content: bytes, words: str) -> None:
    assert (fault(content).code, fault(content).message) == ("H507", words)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_is_cut_off_is_damaged(format_: str) -> None:
    content = photograph(format_, size=(600, 400))
    for part in (0.2, 0.5, 0.9):
        assert fault(content[: int(len(content) * part)]).code == "H508"


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 400, b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\nno", b"GIF89a"]
)
def test_an_empty_or_broken_file_is_damaged(content: bytes) -> None:
    assert fault(content).code == "H508"


@pytest.mark.parametrize("size", [(60_000, 60_000), (8_000, 5_001), (2, 2_000_000_000)])
def test_too_many_pixels_are_refused_before_they_are_read(size: tuple[int, int]) -> None:
    begun = time.process_time()
    assert fault(png_of_size(*size)).code == "H510"
    assert time.process_time() - begun < 1


def test_too_many_bytes_are_refused() -> None:
    assert fault(photograph() + b"\0" * MOST_BYTES).code == "H510"


@pytest.mark.parametrize(
    ("content", "secrets"),
    [
        (photograph(place=True), (PLACE,)),
        (photograph("PNG", place=True), (PLACE,)),
        (photograph("WEBP", place=True), (PLACE,)),
        (photograph(artist="Ana Silva"), (NAME,)),
        (photograph(serial="12345"), (NAME,)),
        (photograph(xmp=True), (NAME, PLACE)),
        (photograph("WEBP", xmp=True), (NAME, PLACE)),
        (photograph("PNG", text="Ana Silva"), (NAME,)),
        (photograph() + photograph(place=True), (PLACE,)),
        (photograph(artist="  "), ()),
        (photograph(turn=6), ()),
    ],
)
def test_what_metadata_tell_is_found(content: bytes, secrets: tuple[str, ...]) -> None:
    assert opened(content).secrets == secrets


def in_scans(place: bool) -> bytes:
    """Return a photograph that is drawn in several scans, with a comment between two of them."""
    buffer = BytesIO()
    Image.effect_noise((60, 40), 50).convert("RGB").save(buffer, "JPEG", progressive=True)
    content = buffer.getvalue()
    second = content.index(b"\xff\xda", content.index(b"\xff\xda") + 2)
    note = b"\xff\xfe\0\x0fana@gmail.com"
    return content[:second] + note + content[second:] if place else content


def of_a_telephone() -> bytes:
    """Return a photograph with a second one in its file, as many telephones write it."""
    first, second = (Image.new("RGB", (60, 40), colour) for colour in ("red", "blue"))
    exif, buffer = Image.Exif(), BytesIO()
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (51.0, 28.0, 30.0)}
    first.save(buffer, "MPO", save_all=True, append_images=[second], exif=exif)
    return buffer.getvalue()


def test_a_moving_picture_is_whole_to_its_last_part() -> None:
    first, second = (Image.new("RGB", (60, 40), colour) for colour in ("red", "blue"))
    buffer = BytesIO()
    first.save(buffer, "GIF", save_all=True, append_images=[second])
    content = buffer.getvalue()
    assert opened(content).width == 60
    assert fault(content[:-60]).code == "H508"


def test_a_moving_picture_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_MOST_MOVING_PIXELS", 60 * 40 * 2)
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue", "green")]
    for count, is_refused in ((2, False), (3, True)):
        buffer = BytesIO()
        frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:count])
        assert (getattr(picture("a.gif", buffer.getvalue()), "code", None) == "H510") is is_refused


@pytest.mark.parametrize(
    "content",
    [
        in_scans(place=True),
        of_a_telephone(),
        photograph()[:20] + b"\0\0" + photograph(place=True)[20:],  # nothing, between segments
        photograph(place=True, artist="Ana", xmp=True, turn=6),
        photograph("PNG", place=True, text="Ana", turn=6),
        photograph("WEBP", place=True, xmp=True, turn=6),
        photograph(turn=6) + photograph(place=True),
        photograph("GIF"),
    ],
)
def test_a_cleaned_picture_tells_nothing_and_looks_the_same(content: bytes) -> None:
    clean = without_metadata(content)
    before, after = opened(content), opened(clean)
    assert after.secrets == ()
    assert (after.width, after.height) == (before.width, before.height)
    with Image.open(BytesIO(content)) as first, Image.open(BytesIO(clean)) as second:
        assert first.convert("RGB").tobytes() == second.convert("RGB").tobytes()
