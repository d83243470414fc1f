"""The sizes in which the site shows a picture, and where these stand."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from hubtool.documents.pictures import Picture
from hubtool.models.types import slug_from

_WIDTHS = (480, 960, 1600)
_MAIN_WIDTH = 960
_PRINT_WIDTH = 800
_LONGEST = 2400  # the height of a tall picture at its largest


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one size; *path* is its address below the site."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class SizedPicture:
    """A picture with the sizes in which the site shows it."""

    picture: Picture

    @cached_property
    def renditions(self) -> tuple[Rendition, ...]:
        """The sizes, the smallest first; none is larger than the picture."""
        width, height = self.picture.width, self.picture.height
        largest = min(width, _WIDTHS[-1], max(1, _LONGEST * width // height))
        widths = [*(narrow for narrow in _WIDTHS if narrow < largest), largest]
        return tuple(_rendition(self.picture, width) for width in widths)

    @cached_property
    def print(self) -> Rendition:
        """The picture in the two inks, as its page shows it first."""
        width = min(_PRINT_WIDTH, self.renditions[-1].width)
        return _rendition(self.picture, width, "-print.png")

    @property
    def main(self) -> Rendition:
        """The size for those who do not choose one."""
        sizes = self.renditions
        return next((size for size in sizes if size.width >= _MAIN_WIDTH), sizes[-1])


def _rendition(picture: Picture, width: int, ending: str = ".webp") -> Rendition:
    path = PurePosixPath(picture.path)
    # Of the content too: another picture under the same name is not the one in a reader's cache.
    name = f"{slug_from(path.stem) or 'picture'}-{picture.digest[:10]}-{width}{ending}"
    height = max(1, round(picture.height * width / picture.width))
    return Rendition(str(path.with_name(name)), width, height)
