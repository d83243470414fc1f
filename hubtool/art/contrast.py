"""The contrast between colours of the style sheet, by the formula of WCAG."""

from collections.abc import Mapping
from dataclasses import dataclass

_ON_TEXT_GROUNDS = ("ink", "ink-2", "link")
_TEXT_GROUNDS = (
    "paper",
    "sheet",
    "tint-blue",
    "tint-pink",
    "tint-yellow",
    "tint-lilac",
)
_DRAWN_GROUNDS = ("deep-blue", "deep-pink", "deep-yellow", "deep-lilac")
_INKS = ("blue", "pink", "mix", "yellow")


@dataclass(frozen=True, slots=True)
class Contrast:
    """The colours that are put on *ground*, each with its contrast in the light and in the dark."""

    ground: str
    on: Mapping[str, tuple[float, float]]


def contrasts(light: Mapping[str, str], dark: Mapping[str, str]) -> tuple[Contrast, ...]:
    """Return the contrasts on each ground; *light* and *dark* are colours by name."""
    pairs = [
        *((ground, _ON_TEXT_GROUNDS) for ground in _TEXT_GROUNDS),
        *((ground, ("ink",)) for ground in _DRAWN_GROUNDS),
        *((ink, (f"on-{ink}",)) for ink in _INKS),
    ]
    return tuple(
        Contrast(
            ground,
            {
                name: (contrast(light[name], light[ground]), contrast(dark[name], dark[ground]))
                for name in names
            },
        )
        for ground, names in pairs
    )


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, as `#rrggbb`: 1 to 21."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return round((light + 0.05) / (dark + 0.05), 1)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
