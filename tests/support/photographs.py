"""Photographs for tests, with all that cameras write into them."""

from io import BytesIO

from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description '
    b'exif:GPSLatitude="51,28.5N"><dc:creator><rdf:li>Ana Silva</rdf:li></dc:creator>'
    b"</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def photograph(
    format_: str = "JPEG",
    *,
    size: tuple[int, int] = (60, 40),
    turn: int = 1,
    place: bool = False,
    artist: str = "",
    serial: str = "",
    xmp: bool = False,
    text: str = "",
) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    if turn != 1:
        exif[ExifTags.Base.Orientation] = turn
    if artist:
        exif[ExifTags.Base.Artist] = artist
    if serial:
        exif[ExifTags.IFD.Exif] = {ExifTags.Base.BodySerialNumber: serial}
    if place:
        exif[ExifTags.IFD.GPSInfo] = {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (51.0, 28.0, 30.0),
            ExifTags.GPS.GPSLongitudeRef: "W",
            ExifTags.GPS.GPSLongitude: (3.0, 10.0, 30.0),
        }
    options: dict[str, object] = {"exif": exif} if len(exif) else {}
    if xmp:
        options["xmp"] = XMP
    if text:
        options["pnginfo"] = PngInfo()
        options["pnginfo"].add_text("Author", text)  # type: ignore[attr-defined]
    buffer = BytesIO()
    image.save(buffer, format_, **options)
    return buffer.getvalue()
