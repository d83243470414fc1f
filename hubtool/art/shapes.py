"""The shapes of a cover: one family for each topic, one mark for each voice."""

from dataclasses import dataclass

from markupsafe import Markup

BANDS = (1, 0.8, 0.6, 0.4, 0.2)
"""The size of each band of a shape in neither ink, from the edge inwards."""


@dataclass(frozen=True, slots=True)
class Family:
    """A shape that stands for a topic, in a box from -50 to 50, and the paper it is printed on.

    Its bands grow from its middle. With *bands* they grow from other points: that is a path in
    which `{0}` and so on are the measures.
    """

    path: str
    stock: str  # a class of the style sheet; the darker paper of the same kind is `deep`
    bands: str | None = None
    measures: tuple[float, ...] = ()

    @property
    def deep(self) -> str:
        """The darker paper beside its own."""
        return self.stock.replace("tint-", "deep-")

    def band(self, size: float) -> tuple[str, float]:
        """Return the path of the band that is *size* of the whole, and what it is scaled by."""
        if self.bands is None or size == 1:
            return self.path, size
        return self.bands.format(*(f"{measure * size:.3g}" for measure in self.measures)), 1


@dataclass(frozen=True, slots=True)
class VoiceMark:
    """A shape that stands for a voice, around 0 and about 1 in each direction."""

    path: str
    ink: str  # a class of the style sheet, for blue, pink or neither


_WAVES = Family(
    "M-50-4a50 46 0 0 1 100 0zM-50 50a50 46 0 0 1 100 0z",
    "tint-blue",
    bands="M-{0}-4a{0} {1} 0 0 1 {2} 0zM-{0} 50a{0} {1} 0 0 1 {2} 0z",
    measures=(50, 46, 100),
)
_COIN = Family("M-50 0a50 50 0 1 1 100 0a50 50 0 1 1-100 0zM-13-13v26h26v-26z", "tint-yellow")
_ARCH = Family(
    "M-42 50v-55a42 42 0 0 1 84 0v55z",
    "tint-lilac",
    bands="M-{0} 50V-5a{0} {0} 0 0 1 {1} 0V50z",
    measures=(42, 84),
)
_LEAF = Family("M-50-50h50a50 50 0 0 1 50 50v50h-50a50 50 0 0 1-50-50z", "tint-pink")
_BUD = Family("M-50-50a50 50 0 0 1 50 50a50 50 0 0 1 50-50v50a50 50 0 0 1-100 0z", "tint-lilac")
_FIELD = Family(
    "M-50 50v-100a100 100 0 0 1 100 100z",
    "tint-yellow",
    bands="M-50 50v-{0}a{0} {0} 0 0 1 {0} {0}z",
    measures=(100,),
)
_BOLT = Family("M-12-50h54l-20 36h28l-74 64 12-42h-38z", "tint-yellow")
_SCALES = Family(
    "M-50-50h100l-50 50 50 50h-100l50-50z",
    "tint-lilac",
    bands="M-{0}-50h{1}l-{0} {0}zM-{0} 50h{1}l-{0}-{0}z",
    measures=(50, 100),
)
_FLOWER = Family(
    "M0-26a25 25 0 1 1 26 26a25 25 0 1 1-26 26a25 25 0 1 1-26-26a25 25 0 1 1 26-26z", "tint-pink"
)
_CELL = Family("M0-50l43.3 25v50l-43.3 25-43.3-25v-50z", "tint-blue")

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
    "community": VoiceMark(_CIRCLE, "fill-pink"),
    "community-researcher": VoiceMark(_CIRCLE, "fill-pink"),
    "researcher": VoiceMark(_SQUARE, "fill-blue"),
    "practitioner": VoiceMark("M0-1.1l1.1 1.1-1.1 1.1-1.1-1.1z", "fill-blue"),
    "funder": VoiceMark("M0-1.05l1.1 1.95h-2.2z", "fill-blue"),
    "decision-maker": VoiceMark("M-1.1-.95h2.2l-1.1 1.95z", "fill-blue"),
    "broker": VoiceMark("M-.55-.95h1.1l.55.95-.55.95h-1.1l-.55-.95z", "fill-sheet"),
}
_OUTSIDE = VoiceMark(_CIRCLE, "fill-sheet")
_TOGETHER = (_MARKS["researcher"], _MARKS["community"])


def families(topics: tuple[str, ...]) -> tuple[Family, ...]:
    """Return the shapes of *topics*, each once; an unknown topic is a cell."""
    return tuple(dict.fromkeys(_FAMILIES.get(topic, _CELL) for topic in topics)) or (_CELL,)


def topic_mark(topic: str) -> Markup:
    """Return the shape of *topic* in ink, small, for beside its label."""
    path = families((topic,))[0].path
    svg = '<svg class="topic-mark" viewBox="-50 -50 100 100" aria-hidden="true">'
    return Markup(f'{svg}<path fill-rule="evenodd" d="{path}"/></svg>')  # noqa: S704  (fixed paths)


def voice_marks(voices: tuple[str, ...]) -> tuple[VoiceMark, ...]:
    """Return the marks of *voices*: two where they spoke together."""
    if "together" in voices:
        return _TOGETHER
    return tuple(dict.fromkeys(_MARKS.get(voice, _OUTSIDE) for voice in voices))


def voice_mark(voice: str) -> Markup:
    """Return the mark of *voice* as a small drawing for beside its label."""
    shapes = voice_marks((voice,))
    aside = 0.35 if len(shapes) > 1 else 0.0
    positions = (aside * (2 * index - len(shapes) + 1) for index in range(len(shapes)))
    paths = "".join(
        f'<path class="plate {shape.ink}" d="{shape.path}" transform="translate({x:g})"/>'
        for shape, x in zip(shapes, positions, strict=True)
    )
    opening = '<svg class="voice-mark overprint" viewBox="-1.25 -1.25 2.5 2.5" aria-hidden="true">'
    return Markup(f"{opening}{paths}</svg>")  # noqa: S704  (fixed paths)
