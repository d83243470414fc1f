"""The shapes of a cover: one family for each topic, one mark for each voice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """A shape that stands for a topic, in a box from -50 to 50, and the paper it is printed on.

    Where it is drawn in lines only, *contours* are the sizes of the lines inside, and *inner* is
    their path where it is another one.
    """

    path: str
    stock: str  # a class of the style sheet
    turns: int  # how many quarter turns look different; 0 for none, 2 for upside down only
    contours: tuple[float, ...] = (0.64, 0.3)
    inner: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape that stands for a voice, around 0 and about 1 in each direction."""

    path: str
    ink: str  # pb, pp or ps: blue, pink or none


_WAVES = Family("M-50-4a50 46 0 0 1 100 0zM-50 50a50 46 0 0 1 100 0z", "t-blue", 2)
_DISC = "M-50 0a50 50 0 1 1 100 0a50 50 0 1 1-100 0z"
_COIN = Family(
    f"{_DISC}M-13-13v26h26v-26z", "t-sheet", 0, contours=(0.66,), inner=f"{_DISC}M-20-20v40h40v-40z"
)
_ARCH = Family("M-42 50v-55a42 42 0 0 1 84 0v55z", "t-lilac", 2)
_LEAF = Family("M-50-50h50a50 50 0 0 1 50 50v50h-50a50 50 0 0 1-50-50z", "t-pink", 4)
_BUD = Family("M-50-50a50 50 0 0 1 50 50a50 50 0 0 1 50-50v50a50 50 0 0 1-100 0z", "t-sheet", 4)
_FIELD = Family("M-50 50v-100a100 100 0 0 1 100 100z", "t-yellow", 4)
_BOLT = Family("M-12-50h54l-20 36h28l-74 64 12-42h-38z", "t-yellow", 0)
_SCALES = Family("M-50-50h100l-50 50 50 50h-100l50-50z", "t-lilac", 0)
_FLOWER = Family(
    "M0-26a25 25 0 1 1 26 26a25 25 0 1 1-26 26a25 25 0 1 1-26-26a25 25 0 1 1 26-26z", "t-pink", 0
)
_CELL = Family("M0-50l43.3 25v50l-43.3 25-43.3-25v-50z", "t-blue", 0)

_FAMILIES = {
    "water": _WAVES,
    "poverty": _COIN,
    "housing": _ARCH,
    "neighbourhoods": _ARCH,
    "health": _LEAF,
    "mental-health": _LEAF,
    "disability": _LEAF,
    "later-life": _BUD,
    "young-people": _BUD,
    "farming-and-food": _FIELD,
    "environment": _FIELD,
    "climate-and-energy": _BOLT,
    "land-and-rights": _SCALES,
    "democracy-and-services": _SCALES,
    "justice-and-policing": _SCALES,
    "heritage-and-arts": _FLOWER,
    "science-and-technology": _CELL,
}

_CIRCLE = "M-1 0a1 1 0 1 1 2 0a1 1 0 1 1-2 0z"
_SQUARE = "M-.9-.9h1.8v1.8h-1.8z"

_MARKS = {
    "community": Mark(_CIRCLE, "pp"),
    "community-researcher": Mark(_CIRCLE, "pp"),
    "researcher": Mark(_SQUARE, "pb"),
    "practitioner": Mark("M0-1.1l1.1 1.1-1.1 1.1-1.1-1.1z", "pb"),
    "funder": Mark("M0-1.05l1.1 1.95h-2.2z", "pb"),
    "decision-maker": Mark("M-1.1-.95h2.2l-1.1 1.95z", "pb"),
    "broker": Mark("M-.55-.95h1.1l.55.95-.55.95h-1.1l-.55-.95z", "ps"),
}
_OUTSIDE = Mark(_CIRCLE, "ps")
_TOGETHER = (_MARKS["researcher"], _MARKS["community"])


def families(topics: tuple[str, ...]) -> tuple[Family, ...]:
    """Return the shapes of *topics*, each once; a topic of which nothing is known is a cell."""
    return tuple(dict.fromkeys(_FAMILIES.get(topic, _CELL) for topic in topics)) or (_CELL,)


def marks(voices: tuple[str, ...]) -> tuple[Mark, ...]:
    """Return the marks of *voices*: two where they spoke together."""
    if "together" in voices:
        return _TOGETHER
    return tuple(dict.fromkeys(_MARKS.get(voice, _OUTSIDE) for voice in voices))
