"""The paper that covers and posters are printed on, cut in two tints of their topic."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubtool.art.shapes import Family


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece of paper under a shape: it says the topic, and its cut tells two cases apart."""

    x: float
    y: float
    width: float
    height: float
    family: Family
    cut_number: int

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of a shape on it."""
        return self.x + self.width / 2, self.y + self.height / 2

    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield the two papers, each with the path it is cut to."""
        x, y, width, height = self.x, self.y, self.width, self.height
        sheet = f"M{x:.4g} {y:.4g}h{width:.4g}v{height:.4g}h-{width:.4g}z"
        right, foot = f"{x + width:.4g}", f"{y + height:.4g}"
        cuts = (
            f"M{x:.4g} {foot}H{right}V{y + height / 2:.4g}H{x:.4g}z",
            f"M{x:.4g} {y:.4g}V{foot}H{right}z",
            f"M{x + width / 2:.4g} {y:.4g}H{right}V{foot}H{x + width / 2:.4g}z",
            f"M{right} {y:.4g}V{foot}H{x:.4g}z",
        )
        papers = (self.family.deep, self.family.stock)
        ground, upper = papers if self.cut_number % 2 else papers[::-1]
        yield ground, sheet
        yield upper, cuts[self.cut_number // 2 % len(cuts)]


def printed(tiles: Iterable[Tile]) -> str:
    """Return *tiles* as they lie under everything else."""
    pieces = (piece for tile in tiles for piece in tile.pieces())
    return "".join(f'<path class="{paper}" d="{path}"/>' for paper, path in pieces)
