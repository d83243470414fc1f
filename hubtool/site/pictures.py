"""Draws the pictures of cases in the sizes that the site shows, without their metadata."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from hubtool.documents.pictures import (
    BROKEN,
    FORMATS,
    Picture,
    looks_like_picture,
    without_metadata,
)
from hubtool.errors import HubError
from hubtool.files import put, write
from hubtool.hub.hub import Hub
from hubtool.hub.pictures import Rendition
from hubtool.site.halftone import halftone

_QUALITY = 82
# Chunks that say more than how a PNG, a WebP or a GIF looks.
_MAY_TELL = re.compile(rb"eXIf|[tzi](?:EXt|TXt)|EXIF|XMP |!\xfe")


def shipped_pictures(cache: Path, root: Path, hub: Hub) -> dict[str, Path]:
    """Return where below the site the pictures of *hub* stand, and where they lie in *cache*."""
    paths: dict[str, Path] = {}
    for hub_picture in hub.pictures.values():
        picture = hub_picture.picture
        renditions = (*hub_picture.renditions, hub_picture.print)
        sizes = {size: cache / Path(size.path).name for size in renditions}
        missing = [size for size, file in sizes.items() if not _is_present(file, size)]
        if missing:
            for size, content in _drawings(_checked(root, picture), missing):
                put(sizes[size], content)
        paths |= {size.path: file for size, file in sizes.items()}
    write(cache, {file.name: file for file in paths.values()})  # what is not shown any more goes
    return paths


def with_bare_pictures(docs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return *docs*, the files beside hand-written pages, their pictures without metadata."""
    return {
        path: _bare(content) if looks_like_picture(content[:16]) else content
        for path, content in docs.items()
    }


@lru_cache(maxsize=256)
def _bare(content: bytes) -> bytes:
    if not content.startswith(b"\xff\xd8") and not _MAY_TELL.search(content):
        return content  # to write it anew would only make it larger
    try:
        return without_metadata(content)
    except BROKEN as error:  # it was whole when it was checked
        raise HubError(
            "a picture changed while the site was built", hint="build it again"
        ) from error


def _checked(root: Path, picture: Picture) -> bytes:
    content = (root / picture.path).read_bytes()
    if hashlib.sha256(content).hexdigest() == picture.digest:
        return content
    raise HubError(f"`{picture.path}` changed while the site was built", hint="build it again")


def _is_present(file: Path, size: Rendition) -> bool:
    """Say whether *file* holds the picture: a cache may have been cut off or damaged."""
    try:
        with Image.open(file, formats=("WEBP", "PNG")) as image:
            image.load()
            return image.size == (size.width, size.height)
    except BROKEN:
        return False


def is_whole(file: Path) -> bool:
    """Say whether *file* is a PNG of which nothing is missing or damaged: its checksums fit."""
    try:
        with Image.open(file, formats=("PNG",)) as image:
            image.verify()
    except BROKEN:
        return False
    return True


def _drawings(content: bytes, sizes: Sequence[Rendition]) -> Iterator[tuple[Rendition, bytes]]:
    """Yield the picture *content* in each of *sizes*; it is read only once."""
    longest = max(max(size.width, size.height) for size in sizes)
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        # First smaller, then upright: a picture of 40 million pixels is in memory only once.
        image.draft("RGB", (longest, longest))
        image.thumbnail((2 * longest, 2 * longest))
        upright = ImageOps.exif_transpose(_in_srgb(image))
    for size in sizes:
        yield size, _drawing(upright, size)


def _drawing(upright: Image.Image, size: Rendition) -> bytes:
    resized = upright.resize((size.width, size.height), Image.Resampling.LANCZOS)
    # What the file says besides its pixels stays behind.
    bare = Image.frombytes(resized.mode, resized.size, resized.tobytes())
    if size.path.endswith(".png"):
        return halftone(bare)
    buffer = BytesIO()
    bare.save(buffer, "WEBP", quality=_QUALITY, method=4)
    return buffer.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    exif = image.getexif()
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            colours = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            colours = None
        if colours is not None:
            colours.getexif().update(exif)
            return colours
    converted = image.convert(mode)
    converted.getexif().update(exif)
    return converted
